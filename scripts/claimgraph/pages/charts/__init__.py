"""The page of figures, and its charts."""
