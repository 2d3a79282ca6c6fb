"""Captures: what is stored of a source's text so that quotes can be checked without it."""
