"""Prints findings for people, for GitHub, and for other programs."""
