"""Capture files compared line by line."""

from __future__ import annotations

import pytest

from claimgraph.captures.capture import capture_text
from claimgraph.captures.differing import differing_lines
from claimgraph.captures.files import write_capture

LINES = (
    "One bus came in the morning of that day.",
    "Another came at noon, late as ever it was.",
    "",
    "The third was the last one to come.",
)


def written(*lines: str) -> bytes:
    return write_capture(capture_text("\n".join(lines), "report")).encode()


def test_same() -> None:
    assert differing_lines(written(*LINES), written(*LINES)) == ()
    assert differing_lines(written(*LINES), written(*LINES).replace(b"\n", b"\r\n")) == ()


@pytest.mark.parametrize(
    ("lines", "differing"),
    [
        ((LINES[0].replace("morning", "evening"), *LINES[1:]), (1,)),
        ((*LINES[:1], LINES[1].replace("came", "cane"), *LINES[2:]), (1, 2)),
        ((*LINES[:3], LINES[3] + " That was all for the day."), (4,)),
        (LINES[:3], (2, 3, 4)),
        ((*LINES, "Then none."), (4, 5)),
    ],
)
def test_lines_that_differ(lines: tuple[str, ...], differing: tuple[int, ...]) -> None:
    assert differing_lines(written(*LINES), written(*lines)) == differing


def test_more_words_before_a_line_do_not_make_it_differ() -> None:
    one, other = written("So.", "", *LINES), written("So it was on that day.", "", *LINES)
    assert differing_lines(one, other) == (1,)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"{}", b'{"line":x,"first":0,}', b'{"line":9999999999,"first":0}']
)
def test_damaged(content: bytes) -> None:
    assert differing_lines(content, content) == ()
    assert differing_lines(content, written(*LINES)) == (1, 2, 4)
