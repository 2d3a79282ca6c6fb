"""The list of rules."""
