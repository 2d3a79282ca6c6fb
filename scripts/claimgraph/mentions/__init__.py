"""Finds the numbers, dates and proper names that a text mentions, whatever the text is about."""
