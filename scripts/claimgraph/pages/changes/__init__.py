"""The page of changes, and the feed."""
