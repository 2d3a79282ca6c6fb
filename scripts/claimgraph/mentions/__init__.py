"""The numbers, dates and proper names that a text mentions, found without knowing what the text is about."""
