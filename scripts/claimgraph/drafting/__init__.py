"""Drafts what a contributor fills in or pastes: new files, and the entries of quotes."""
