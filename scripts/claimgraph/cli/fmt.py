"""Give files of claims, topics, sources and voices the form of the repository's files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from claimgraph.cli.below import below
from claimgraph.cli.check import plural
from claimgraph.cli.colours import has_colours
from claimgraph.cli.difference import difference
from claimgraph.cli.failure import checkout, writing
from claimgraph.fixing.formatting import formatted
from claimgraph.loading.files import data_files

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Format the files, or show what would change."""
    root = checkout(options)
    chosen = below(root, options.paths)
    files, _ = data_files(root)
    paths = [file.path for file in files if file.path.endswith(".yml") and chosen(file.path)]
    before = {path: (root / path).read_bytes() for path in paths}
    new = {path: formatted(path, content) for path, content in before.items()}
    changed = {path: content for path, content in new.items() if content != before[path]}
    if options.check:
        sys.stdout.write(difference(before, changed, has_colours=has_colours(sys.stdout)))
        sys.stderr.write(f"{plural(len(changed), 'file')} of {len(paths):,} would be formatted\n")
        return 1 if changed else 0
    for path, content in changed.items():
        with writing(path):
            (root / path).write_bytes(content)
        sys.stdout.write(f"{path}\n")
    sys.stderr.write(f"{plural(len(changed), 'file')} of {len(paths):,} formatted\n")
    return 0
