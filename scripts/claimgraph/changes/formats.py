"""Formats changes as text, as Markdown for a comment on a pull request or a summary, and as JSON for other programs.

In Markdown, every text from files is in a code span (GitHub Flavored Markdown 0.29, section 6.3), in which nothing is
markup, a link or a mention.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from claimgraph.changes.lines import FileText, Reworded, file_text
from claimgraph.changes.outline import sections
from claimgraph.changes.summary import summary
from claimgraph.findings import as_row
from claimgraph.quotes.nearby import difference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.changes.comparison import Changes
    from claimgraph.changes.lines import Line, Piece, Section
    from claimgraph.changes.standings import SideChange, StandingChange

MAX_BYTES: Final = 60_000
"""The most Markdown, in bytes; on GitHub, a comment has at most 65,536 characters, and a step's summary 1 MiB."""

MARK: Final = "<!-- claimgraph diff -->"
"""The first line of the Markdown, which no reader sees: by it, a program finds the comment that it wrote before."""

LONG: Final = 100
"""A changed text with more characters than this is shown as a word diff."""

AROUND: Final = 5
"""How many unchanged words are shown on each side of a change."""

_NOTHING: Final = "Nothing that is checked or published has changed."
_MORE: Final = "There is more than fits here: run `claimgraph diff` to see all."
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
    """Return the changes as Markdown for a comment: what has to be known first, then all sections, folded.

    If there are too many, it has the first, and a line that says so.
    """
    if changes.are_none:
        return f"{MARK}\n{_NOTHING}\n"
    first = summary(changes)
    text = f"{MARK}\n" if first is None else f"{MARK}\n### {first.heading}\n\n{_bullets(first.lines)}"
    for section in sections(changes):
        room = MAX_BYTES - len(text.encode())
        folded = _folded(section, _bullets(section.lines))
        if len(folded.encode()) > room:
            shown = _bullets(section.lines).encode()[: max(0, room)].decode("utf-8", "ignore")
            whole = "".join(shown.rpartition("\n")[:2])
            return f"{text}\n{_folded(section, whole)}\n{_MORE}\n"
        text += f"\n{folded}"
    return text


def _folded(section: Section, bullets: str) -> str:
    note = f"{section.note}\n\n" if section.note else ""
    return f"<details><summary>{section.heading}</summary>\n\n{note}{bullets}\n</details>\n"


def _bullets(lines: Iterable[Line]) -> str:
    return "".join(f"{_bullet(line)}\n" for line in lines)


def _bullet(line: Line) -> str:
    return f"{'    ' * line.depth}- {''.join(map(_in_markdown, line.pieces))}"


def _in_markdown(piece: Piece) -> str:
    if isinstance(piece, Reworded):
        return "".join(map(_in_markdown, _spelled(piece)))
    return piece if isinstance(piece, str) else code_span(_shown(piece))


def _spelled(piece: Reworded) -> tuple[str | FileText, ...]:
    """Return a text before and after in words, or as a word diff if it is long."""
    if max(len(piece.before), len(piece.after)) > LONG:
        words = difference(piece.before.split(), piece.after.split(), context=AROUND)
        return " changed: ", file_text(words)
    return ": ", FileText(text=piece.before), " became ", FileText(text=piece.after)


def code_span(text: str) -> str:
    """Return a text of one line as a code span: between more backticks than it has in a row."""
    ticks = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    space = " " if not text.strip() or text[0] in "` " or text[-1] in "` " else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _shown(piece: Piece) -> str:
    """Return a piece on one line, with the replacement character for characters that are not printable."""
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Reworded):
        return _plain_text(_spelled(piece))
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
