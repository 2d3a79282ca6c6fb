"""Check claim files, and publish them as a website."""
