"""Drafts what a contributor is to fill in or paste: new files, and the entry of a quote."""
