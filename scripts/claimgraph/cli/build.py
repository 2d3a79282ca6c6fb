"""Check everything, then build the website into site/."""

from __future__ import annotations

import re
import sys
import time
from typing import TYPE_CHECKING

from claimgraph.checking.kept import inputs_of, kept_check
from claimgraph.checking.whole import check
from claimgraph.cli.busy import busy
from claimgraph.cli.check import shown, summary
from claimgraph.cli.failure import UsageError, checkout, refusal
from claimgraph.incremental.store import Store
from claimgraph.publish.engine import PublishError
from claimgraph.site.building import BuildError, build
from claimgraph.site.output import OutputError
from claimgraph.site.shards import Shard, build_part

if TYPE_CHECKING:
    from types import SimpleNamespace


def _shard(text: str) -> Shard:
    """Read which part is meant. Raises UsageError if it is none."""
    found = re.fullmatch(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", text)
    if found is None or int(found[1]) > int(found[2]):
        raise UsageError(f"--shard: '{text}' is no part: write 2/5 for the second of five")
    return Shard(number=int(found[1]), count=int(found[2]))


def run(options: SimpleNamespace) -> int:
    """Check and build, and say where to look."""
    begun = time.perf_counter()
    root, shard = checkout(options), _shard(options.shard) if options.shard is not None else None
    if shard is not None and options.output is None:
        raise UsageError(f"--shard: say where the part goes, such as --output part-{shard.number}")
    output = options.output or root / "site"
    with busy("Checking"):
        checked = check(root, texts=options.texts) if options.texts else kept_check(root, Store(root))
    sys.stdout.write(shown(checked.findings, "text", root))
    sys.stderr.write(summary(checked))
    if checked.fails(strict=options.strict):
        sys.stderr.write("Nothing was built.\n")
        return 1
    strict = options.strict or None
    try:
        with busy("Building the website"):
            if shard is not None:
                built = build_part(root, output, checked.examined, inputs_of(root), shard, strict=strict)
            else:
                built = build(root, output, checked.examined, strict=strict)
    except (PublishError, BuildError) as error:
        sys.stderr.write(f"error: {error}\nNothing was built.\n")
        return 1
    except OutputError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"{refusal(error)}; nothing was built") from error
    seconds = time.perf_counter() - begun
    if shard is not None:
        sys.stdout.write(f"part {shard} of the site, {built.written:,} pages in {seconds:.1f} s: {output}\n")
        return 0
    sys.stdout.write(
        f"{len(built.addresses):,} pages in {seconds:.1f} s: {output}\n"
        f"To look at them: make serve, then open http://127.0.0.1:8000/\n"
        f"or without live preview: python3 -m http.server --bind 127.0.0.1 --directory {output}\n"
    )
    return 0
