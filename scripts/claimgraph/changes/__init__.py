"""Compares two states of a checkout: what a contribution changes in the claims and their evidence."""
