"""The command line."""

from claimgraph.cli.main import main, main_and_out

__all__ = ["main", "main_and_out"]
