"""The command line."""

from claimgraph.cli.main import main

__all__ = ["main"]
