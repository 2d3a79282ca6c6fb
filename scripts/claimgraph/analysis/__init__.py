"""Analyses the argument: who is behind it, what depends on what, and what would change it. Nothing is scored."""
