"""Gives a record another id or place, and changes every file that names it, there and nowhere else."""
