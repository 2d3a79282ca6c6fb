"""Placeholder."""
NAME = "serve"
def arguments(parser): ...
def run(options): return 0
