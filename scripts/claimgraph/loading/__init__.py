"""Loads the files of a checkout into a corpus."""
