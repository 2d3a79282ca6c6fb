"""Makes draft claims of what other programs for arguments write."""
