"""What the argument amounts to: who stands behind it, what hangs on what, and what would change it; never a score."""
