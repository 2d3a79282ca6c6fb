"""Find words in the captured sources, and print them as a quote to paste into a claim file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from claimgraph.cli.failure import checkout
from claimgraph.cli.quoting import library
from claimgraph.drafting.quote_entry import quote_entries

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Print the quotes, or the nearest matches."""
    looked_in = library(checkout(options), options.texts)
    found = looked_in.found(options.words, options.source)
    if found:
        sys.stdout.write(quote_entries(found))
        return 0
    sys.stdout.write(looked_in.nearest(options.words, options.source))
    return 1
