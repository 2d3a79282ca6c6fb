"""Tells what a document seems to have: pages, headings, and speakers at the starts of lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from claimgraph.captures.folding import fold, fold_line
from claimgraph.captures.labels import labels
from claimgraph.captures.words import cut
from claimgraph.quotes.segmentation import speaker_names
from claimgraph.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimgraph.captures.capture import Capture
    from claimgraph.importing.documents import Reading
    from claimgraph.model.source import Source

_FEWEST: Final = 2
_MOST: Final = 12
"""How many pages, headings or speakers are named at most."""


def speakers_seen(text: str, capture: Capture) -> dict[str, dict[str, int]]:
    """Return who seems to speak, in order, each with the labels before their words and how often each stands there."""
    folded = fold(text)
    found: dict[str, dict[str, int]] = {}
    for _, label in labels(folded, cut(folded), capture.line_starts):
        if label.name:
            texts = found.setdefault(label.name, {})
            texts[label.text] = texts.get(label.text, 0) + 1
    return found


def unlisted(speakers: Mapping[str, dict[str, int]], source: Source) -> dict[str, dict[str, int]]:
    """Return those who seem to speak and whom a source does not list; none where it lists who speaks by lines."""
    if source.segments and source.segments != "speaker-turns":
        return {}
    known = {fold_line(name).casefold() for name in (*speaker_names(source), *source.no_speakers)}
    return {
        name: texts
        for name, texts in speakers.items()
        if known.isdisjoint(fold_line(one).casefold() for one in (name, *texts))
    }


def speakers_entry(speakers: Mapping[str, Mapping[str, int]]) -> str:
    """Return the lines of a source's file that list speakers; empty if fewer than two turns begin with a name."""
    if sum(sum(texts.values()) for texts in speakers.values()) < _FEWEST:
        return ""
    rows = []
    for name, texts in speakers.items():
        aliases = ", ".join(json.dumps(text, ensure_ascii=False) for text in texts if text != name)
        rows.append(f"  {scalar(name)}: {{{f'aliases: [{aliases}]' if aliases else ''}}}\n")
    return f"speakers:\n{''.join(rows)}segments: speaker-turns\n"


def seen_in_words(reading: Reading, speakers: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Yield a line for each kind of thing that a document seems to have."""
    if reading.pages:
        ends = [*(first - 1 for first in reading.pages[1:]), reading.text.count("\n")]
        yield _row(
            "pages", [f"{n} (lines {a}-{b})" for n, (a, b) in enumerate(zip(reading.pages, ends, strict=True), 1)]
        )
    if reading.heads:
        yield _row("headings", [f"'{text}' (line {line})" for line, text in reading.heads])
    if speakers:
        names = [f"'{text}' ({count})" for texts in speakers.values() for text, count in texts.items()]
        yield _row("what looks like speakers", names)


def _row(what: str, found: Sequence[str]) -> str:
    more = f", and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return f"{what}: {', '.join(found[:_MOST])}{more}"
