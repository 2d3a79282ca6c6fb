"""What the form's script reads of a capture."""

from __future__ import annotations

from claimgraph.pages.form.quotable import quotable
from tests.quotes.prepared import prepared_of


def test_a_published_capture_is_compact() -> None:
    text = (
        "One two three four five six.[1] He said: seven eight nine ten eleven twelve.\nAnd so on they all went home.\n"
    )
    made = quotable(prepared_of(text, speakers={"Driver": {}}, segments=[{"lines": "1", "speaker": "Driver"}]))
    assert {**made, "windows": len(made["windows"]) / 16} == {
        "captured_as": "town-report-2021",
        "fits": True,
        "lines": [0, 14, 21, 21],
        "windows": 17,
        "others": made["others"],
        "gaps": [[0, ""], [6, ".[1] ", ". "], [8, ": "], [14, ". "], [21, ". "]],
        "sentences": [0, 14],
        "marks": made["marks"],
        "furniture": [],
        "spans": [[0, 14, "Driver"], [14, 21, ""]],
        "ignored": [],
        "names": [["Driver", "Driver"]],
    }
