"""Writes the data of a checkout in forms that other programs read."""
