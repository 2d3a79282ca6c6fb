"""What a maintainer has to know first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.changes.captures import CaptureChange
from claimgraph.changes.comparison import Changes
from claimgraph.changes.records import ItemChange, RecordChange
from claimgraph.changes.standings import changed_standings
from claimgraph.changes.summary import MAX_NAMED, summary
from tests.changes.states import argued

if TYPE_CHECKING:
    from claimgraph.changes.lines import Line

NOTHING = Changes(captures=(), comparisons=(), standings=(), records=(), effects=(), new=(), gone=())
FULL = changed_standings(argued("late*:\nfull: Ben\nfull -| late"), argued("late*:\nfull: Ben"))


def said(changes: Changes) -> list[str]:
    section = summary(changes)
    return [] if section is None else [text_of(line) for line in section.lines]


def text_of(line: Line) -> str:
    return "    " * line.depth + "".join(
        each if isinstance(each, str) else getattr(each, "text", "") for each in line.pieces
    )


def test_without_changes_there_is_none() -> None:
    assert summary(NOTHING) is None


def test_a_thesis_that_loses_its_last_reason_comes_first() -> None:
    record = RecordChange(kind="claim", id="full", how="changed", title="Full", path="claims/a/full.yml")
    assert said(replace(NOTHING, standings=FULL, records=(record,))) == [
        "takes away the last reason against late",
        "puts 1 claim in another state",
        (
            "    late: “Reasons against it only” became “No reasons recorded”, because full no longer counts "
            "against it (voice: Ben)"
        ),
        "claims: 1 changed",
    ]


def test_more_than_fits_is_counted() -> None:
    assert said(replace(NOTHING, standings=FULL * (MAX_NAMED + 2)))[MAX_NAMED:] == [
        "takes away the last reason on a side of 2 more theses",
        "puts 10 claims in another state",
        *said(replace(NOTHING, standings=FULL))[2:] * MAX_NAMED,
        "    and 2 more",
    ]


def test_what_is_in_the_files_is_counted() -> None:
    gone = ItemChange(kind="supports", how="removed", item={})
    added = ("quotes", "quotes", "opposes", "named")
    items = (gone, *(ItemChange(kind=kind, how="added", item={}) for kind in added))
    new = RecordChange(kind="claim", id="full", how="added", title="Full", path="claims/a/full.yml", items=items)
    voice = RecordChange(kind="voice", id="ben", how="refused", title="Ben", path="voices/ben.yml")
    glossary = RecordChange(kind="glossary", id="glossary", how="changed", title="", path="claims/_glossary.yml")
    capture = CaptureChange(source="report", how="changed", words=7)
    assert said(replace(NOTHING, captures=(capture,), records=(new, voice, glossary))) == [
        "claims: 1 new",
        "voices: 1 cannot be read any more",
        "quotes: 2 new",
        "links: 1 new, 1 removed",
        "captures: 1 changed",
    ]
