"""Formats changes as text, as Markdown for the summary of a pull request, and as JSON for other programs.

In Markdown, every text from files is in a code span (GitHub Flavored Markdown 0.29, section 6.3), in which nothing is
markup, a link or a mention.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from claimgraph.changes.outline import sections
from claimgraph.findings import as_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.changes.comparison import Changes
    from claimgraph.changes.lines import Line, Piece, Section
    from claimgraph.changes.standings import SideChange, StandingChange

MAX_BYTES: Final = 900_000
"""The most Markdown, in bytes; on GitHub, a step's summary has at most 1 MiB."""

_NOTHING: Final = "Nothing that is checked or published has changed."
_TICKS: Final = re.compile("`+")


def as_text(changes: Changes) -> str:
    """Return the changes as indented lines."""
    if changes.are_none:
        return f"{_NOTHING}\n"
    return "\n".join(_text_of(section) for section in sections(changes))


def _text_of(section: Section) -> str:
    head = [section.heading, *([f"  ({section.note})"] if section.note else [])]
    lines = (f"{'    ' * line.depth}  {_plain_text(line.pieces)}" for line in section.lines)
    return "\n".join([*head, *lines]) + "\n"


def as_markdown(changes: Changes) -> str:
    """Return the changes as Markdown; if there are too many, the first, and a line that says so."""
    if changes.are_none:
        return f"{_NOTHING}\n"
    text = "\n".join(_markdown_of(section) for section in sections(changes))
    if len(text.encode()) <= MAX_BYTES:
        return text
    cut = text.encode()[:MAX_BYTES].decode("utf-8", "ignore").rpartition("\n")[0]
    return f"{cut}\n\nThere is more than fits here: run `claimgraph diff` to see all.\n"


def _markdown_of(section: Section) -> str:
    head = [f"### {section.heading}", ""]
    if section.note:
        head += [section.note, ""]
    return "\n".join([*head, *map(_bullet, section.lines)]) + "\n"


def _bullet(line: Line) -> str:
    return f"{'    ' * line.depth}- {''.join(map(_in_markdown, line.pieces))}"


def _in_markdown(piece: Piece) -> str:
    return piece if isinstance(piece, str) else code_span(_shown(piece))


def code_span(text: str) -> str:
    """Return a text of one line as a code span: between more backticks than it has in a row."""
    ticks = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    space = " " if not text.strip() or text[0] in "` " or text[-1] in "` " else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _shown(piece: Piece) -> str:
    """Return a piece on one line, with the replacement character for characters that are not printable."""
    if isinstance(piece, str):
        return piece
    line = " ".join(piece.text.split())
    return "".join(character if character.isprintable() else "\ufffd" for character in line)


def as_json(changes: Changes) -> str:
    """Return the changes as JSON: `captures, comparisons, standings, records, effects, findings: {new, gone}`."""
    data: dict[str, Any] = {
        "captures": [asdict(change) for change in changes.captures],
        "comparisons": [asdict(change) for change in changes.comparisons],
        "standings": [_standing(change) for change in changes.standings],
        "records": [asdict(change) for change in changes.records],
        "effects": [asdict(effect) for effect in changes.effects],
        "findings": {"new": [*map(as_row, changes.new)], "gone": [*map(as_row, changes.gone)]},
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _standing(change: StandingChange) -> dict[str, Any]:
    return {
        "claim": change.claim,
        "former": change.former,
        "title": change.title,
        "is_thesis": change.is_thesis,
        "before": change.before,
        "after": change.after,
        "lost": change.lost,
        "because": [_plain_text(clause) for clause in change.because],
        "for": _side(change.pro),
        "against": _side(change.con),
    }


def _side(side: SideChange) -> dict[str, Any]:
    because = [_plain_text(clause) for clause in side.because]
    return {"before": asdict(side.before), "after": asdict(side.after), "because": because}


def _plain_text(pieces: Iterable[Piece]) -> str:
    return "".join(map(_shown, pieces))
