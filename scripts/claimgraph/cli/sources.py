"""Tell of each source its archived copy, its capture and what the last look found, or look again."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimgraph.checking.whole import examine
from claimgraph.cli.failure import UsageError, checkout, writing
from claimgraph.loading.looked import LOOKED, looked_text
from claimgraph.loading.settings import setting
from claimgraph.looking.asking import Asker
from claimgraph.looking.look import Looker, Registers
from claimgraph.looking.report import as_json, as_markdown, as_text, known
from claimgraph.nearest import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path
    from types import SimpleNamespace

    from claimgraph.looking.look import Seen
    from claimgraph.rules.rule import Examined


def run(options: SimpleNamespace) -> int:
    """Print what is known; with `--look`, look first, and keep what is found."""
    root = checkout(options)
    examined = examine(root)
    sources = examined.corpus.sources
    for id_ in options.sources:
        if id_ not in sources:
            raise UsageError(f"there is no source '{id_}'{did_you_mean(id_, sources)}")
    if options.format == "markdown" and not options.look:
        raise UsageError("--format markdown is the report of a look: add --look, or leave it out")
    ids = options.sources or tuple(sources)
    looks = dict(examined.corpus.looked.record.by_source) if examined.corpus.looked else {}
    seen = _look(root, examined, ids) if options.look else ()
    if options.look:
        looks |= {each.source: each.look for each in seen}
        with writing(root / LOOKED):
            (root / LOOKED).write_text(
                looked_text({id_: look for id_, look in looks.items() if id_ in sources}), encoding="utf-8"
            )
    if options.format == "markdown":
        sys.stdout.write(as_markdown(seen))
        return 0
    found = known(examined.corpus, examined.captured, ids, looks)
    sys.stdout.write((as_json if options.format == "json" else as_text)(found))
    return 0


def _look(root: Path, examined: Examined, ids: tuple[str, ...]) -> tuple[Seen, ...]:
    """Look at sources one after the other, and say so on the error stream, since it takes minutes."""
    name, home = setting(root, "site_name") or "Claims", setting(root, "site_url") or setting(root, " +repository")
    looker = Looker(
        corpus=examined.corpus,
        verdicts=examined.verdicts,
        asker=Asker(agent=_agent(name, home), now=time.monotonic, pause=time.sleep),
        day=datetime.now(UTC).date().isoformat(),
        registers=REGISTERS,
    )
    seen: list[Seen] = []
    for each in looker.looks(ids):
        seen.append(each)
        sys.stderr.write(f"{each.source}: {each.look.answer}\n")
    return tuple(seen)


REGISTERS = Registers()
"""Where the registers answer."""


def _agent(name: str, home: str) -> str:
    """Return who asks, in ASCII, as a header of HTTP has to be."""
    told = f"claimgraph (sources of {name}{f'; +{home}' if home else ''})"
    return told.encode("ascii", "replace").decode("ascii")
