"""The page of the whole debate."""
