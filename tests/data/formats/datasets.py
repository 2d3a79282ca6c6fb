"""What the tests of formats are written from: a small corpus that has everything once, and the project's own."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.checking.whole import examine
from claimgraph.data.dataset import Dataset
from claimgraph.index.home import Home
from claimgraph.index.view import view_of
from claimgraph.model.links import LINK_KINDS
from tests.rules.laying import lay_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.corpus import Corpus

ROOT: Final = Path(__file__).parents[3]
OVERLAY: Final = Path(__file__).parent / "overlay"
BASE: Final = "https://harbour.example/map/"
HOME: Final = Home(name="Harbour", url=BASE)
AS_OF: Final = date(2026, 2, 1)

Link = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""Kind, maker, further premises in order, and the claim or the parts that it bears on, by name."""


def lay_everything(root: Path) -> None:
    """Write a checkout with every kind of link, undercut, quote, stance and mode, and text that is markup elsewhere."""
    lay_corpus(root)
    shutil.copytree(OVERLAY, root, dirs_exist_ok=True)


def dataset(root: Path) -> Dataset:
    examined = examine(root)
    assert not examined.corpus.findings
    return Dataset(
        view=view_of(examined.analysis, AS_OF),
        home=HOME,
        captured=frozenset(examined.captured),
    )


def links(corpus: Corpus) -> Iterator[Link]:
    """Yield every link as the files give it, written anew here so that the exports' own walk is not trusted."""
    for id_, entry in corpus.claims.items():
        for kind in LINK_KINDS:
            for link in getattr(entry.record, kind):
                to = tuple(_targets(corpus, link)) if kind == "undercuts" else (link.claim,)
                yield kind, id_, tuple(getattr(link, "together", ())), to


def _targets(corpus: Corpus, undercut: object) -> Iterator[str]:
    id_ = str(getattr(undercut, "claim", ""))
    record = corpus.claims[id_].record
    for field, key, name in (
        *(("quotes", "id", "quote"), ("citations", "id", "citation")),
        *(("quotes", "rests_on", "rests_on"), ("citations", "rests_on", "rests_on")),
        *((kind, "claim", kind) for kind in ("supports", "counts_against", "opposes", "limits")),
    ):
        wanted = getattr(undercut, name)
        for number, one in enumerate(getattr(record, field), start=1):
            if wanted is not None and getattr(one, key) == wanted:
                yield f"{id_}.{field}.{number}"
    third = getattr(undercut, "opposes", None)
    if third and not any(link.claim == third for link in record.opposes):
        back = [link.claim for link in corpus.claims[third].record.opposes]
        yield f"{third}.opposes.{back.index(id_) + 1}"


def evidence(corpus: Corpus) -> Iterator[tuple[str, str, str, str]]:
    """Yield every quote and citation: its name, its claim, its stance and its text."""
    for id_, entry in corpus.claims.items():
        for number, quote in enumerate(entry.record.quotes, start=1):
            yield f"{id_}.quotes.{number}", id_, quote.stance, quote.exact
        for number, citation in enumerate(entry.record.citations, start=1):
            yield f"{id_}.citations.{number}", id_, citation.stance, citation.finding
