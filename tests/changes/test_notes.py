"""What is annotated of every change, whatever else is shown."""

from __future__ import annotations

from claimgraph.changes.captures import CaptureChange, ComparisonChange
from claimgraph.changes.comparison import Changes
from claimgraph.changes.notes import SHOWN, Note, notes
from claimgraph.model.compared import Comparison

COMPARED = Comparison(capture="5f2d" * 16, on="2026-02-01", by="maintainers")


def changes(captures: tuple[CaptureChange, ...], comparisons: tuple[ComparisonChange, ...] = ()) -> Changes:
    return Changes(captures=captures, comparisons=comparisons, standings=(), records=(), effects=(), new=(), gone=())


def test_nothing() -> None:
    assert notes(changes(())) == ()


def test_a_new_capture() -> None:
    unread, whole = CaptureChange(source="a", how="added"), CaptureChange(source="b", how="added", words=1200)
    none = "0 quotes stand on it as before, 0 for the first time, 0 no longer."
    assert [(note.path, note.title, note.text.split("\n")) for note in notes(changes((unread, whole)))] == [
        (
            "sources/a.capture.json",
            "capture added",
            [
                f"This capture is new (cannot be read). So far, nobody has compared it. {none}",
                "claimgraph capture TEXT --source a --compare --by maintainers",
            ],
        ),
        (
            "sources/b.capture.json",
            "capture added",
            [
                f"This capture is new (1,200 words). So far, nobody has compared it. {none}",
                "claimgraph capture TEXT --source b --compare --by maintainers",
            ],
        ),
    ]


def test_a_capture_that_was_compared_asks_for_nothing() -> None:
    (note,) = notes(changes((CaptureChange(source="a", how="changed", lines=(3,), words=7, after=COMPARED),)))
    assert note.text == (
        "This capture was changed: line 3 differs; now 7 words. "
        "Before, nobody has compared it; now, it was compared on 2026-02-01 by maintainers. "
        "0 quotes stand on it as before, 0 for the first time, 0 no longer."
    )


def test_of_more_than_are_shown_the_first_names_all() -> None:
    captures = tuple(CaptureChange(source=f"s{number}", how="added", words=1) for number in range(SHOWN))
    assert len(notes(changes(captures))) == SHOWN
    comparisons = (ComparisonChange(source="x", before=None, after=COMPARED, counts=True),)
    found = notes(changes(captures, comparisons))
    names = ", ".join(f"s{number}" for number in range(SHOWN))
    text = f"10 captures were added, changed or removed: {names}"
    assert found[0] == Note(path="sources/compared.yml", title="many captures changed", text=text)
    assert found[1].title == "comparisons changed"
    assert len(found) == SHOWN + 2
