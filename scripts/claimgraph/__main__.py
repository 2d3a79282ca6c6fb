"""Runs the command line: `python -m claimgraph`."""

from claimgraph.cli import main_and_out

if __name__ == "__main__":
    main_and_out()
