"""The map of the argument."""
