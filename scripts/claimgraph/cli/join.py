"""Join the parts of a site that `build --shard` made, on this machine or others, into site/.

The site is the same as that of one build. All parts, and this command, need the same files and the same program.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.checking.kept import inputs_of, kept_check
from claimgraph.cli.check import shown, summary
from claimgraph.cli.failure import UsageError, checkout, refusal
from claimgraph.incremental.store import Store
from claimgraph.publish.engine import PublishError
from claimgraph.site.building import BuildError
from claimgraph.site.output import OutputError
from claimgraph.site.shards import join

if TYPE_CHECKING:
    import argparse

NAME: Final = "join"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("parts", type=Path, nargs="+", metavar="DIR", help="the parts, each once, in any order")
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where the site goes; by default site/ in the checkout"
    )
    parser.add_argument("--strict", action="store_true", help="fail on warnings and notes, too")


def run(options: argparse.Namespace) -> int:
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
