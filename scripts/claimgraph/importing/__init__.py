"""Makes draft claims from argument maps of other programs."""
