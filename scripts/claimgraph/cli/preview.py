"""Write what has changed since a git revision as one HTML file, to be read before it is merged."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimgraph.changes.dating import day_of
from claimgraph.cli.compared import sides
from claimgraph.cli.failure import checkout, writing
from claimgraph.publish.engine import PublishError
from claimgraph.site.proposal import proposal_html
from claimgraph.site.staging import BuildError
from claimgraph.templating.templates import TemplateFault

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Write the file."""
    root = checkout(options)
    before, after = sides(options)
    try:
        html = proposal_html(root, before, after, day_of(root, datetime.now(UTC).date()))
    except (PublishError, BuildError, TemplateFault) as error:
        sys.stderr.write(f"claimgraph preview: {error}\n")
        return 1
    with writing(options.output):
        options.output.write_text(html, encoding="utf-8")
    sys.stderr.write(f"written: {options.output}\n")
    return 0
