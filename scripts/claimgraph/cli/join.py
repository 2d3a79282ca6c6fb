"""Join the parts of a site that `build --shard` made, on this machine or others, into site/."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from claimgraph.checking.kept import inputs_of, kept_check
from claimgraph.cli.check import shown, summary
from claimgraph.cli.failure import UsageError, checkout, refusal
from claimgraph.incremental.store import Store
from claimgraph.publish.engine import PublishError
from claimgraph.site.building import BuildError
from claimgraph.site.output import OutputError
from claimgraph.site.shards import join

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Join the parts, and say where to look."""
    root = checkout(options)
    output = options.output or root / "site"
    checked = kept_check(root, Store(root))
    sys.stdout.write(shown(checked.findings, "text", root))
    sys.stderr.write(summary(checked))
    if checked.fails(strict=options.strict):
        sys.stderr.write("Nothing was joined.\n")
        return 1
    try:
        built = join(root, options.parts, output, checked.examined, inputs_of(root), strict=options.strict or None)
    except (PublishError, BuildError) as error:
        sys.stderr.write(f"error: {error}\nNothing was joined.\n")
        return 1
    except OutputError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"{refusal(error)}; nothing was joined") from error
    sys.stdout.write(f"{len(built.addresses):,} pages of {len(options.parts)} parts: {output}\n")
    return 0
