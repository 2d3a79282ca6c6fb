"""States of a small checkout, for tests of what differs between two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.changes.comparison import Changes, compare
from claimgraph.changes.state import State, capture_files
from claimgraph.checking.whole import check
from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.corpus import Entry
from claimgraph.model.source import Source
from tests.rules.laying import lay_corpus
from tests.standing.debates import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def state(root: Path) -> State:
    """Return the state of a checkout."""
    checked = check(root)
    examined = checked.examined
    return State(
        corpus=examined.corpus,
        verdicts=examined.verdicts,
        findings=checked.findings,
        captures=capture_files(root, examined.captured),
    )


def changes(root: Path, change: Callable[[Path], object]) -> Changes:
    """Lay the base corpus, change it, and return what differs."""
    lay_corpus(root)
    before = state(root)
    change(root)
    return compare(before, state(root))


def edited(path: str, old: str, new: str) -> Callable[[Path], object]:
    """Return a change of the one place at which `old` stands in a file."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def argued(text: str) -> State:
    """Return the state that a debate in lines tells, as in `tests.standing.debates`, with a source for each name."""
    debate = told(text)
    claims = [entry.record for entry in debate.corpus.claims.values()]
    quoted = {quote.source for claim in claims for quote in claim.quotes}
    named = sorted(quoted | {citation.source for claim in claims for citation in claim.citations})
    sources = {
        id_: Entry(
            id=id_,
            path=f"sources/{id_}.yml",
            record=adapter(Source).validate_python({"type": "report", "title": id_.capitalize(), "depth": "full"}),
            mark=Mark(1, 1, None, {}),
        )
        for id_ in named
    }
    return State(corpus=replace(debate.corpus, sources=sources), verdicts=debate.verdicts, findings=(), captures={})
