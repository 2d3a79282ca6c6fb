"""The page of a voice."""
