"""Runs the command line: `python -m claimgraph`."""

import sys

from claimgraph.cli import main

if __name__ == "__main__":
    sys.exit(main())
