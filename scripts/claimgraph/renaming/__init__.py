"""Gives a record another id or folder, and edits every file that names it, in these places alone."""
