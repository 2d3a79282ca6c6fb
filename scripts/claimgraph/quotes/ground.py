"""One source made ready for the check of quotes: its capture, who speaks where, and its text where it is at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.captures.words import Words, cut, fold
from claimgraph.quotes.territory import Territory, survey

if TYPE_CHECKING:
    from claimgraph.captures.capture import Capture
    from claimgraph.model.corpus import Entry
    from claimgraph.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """What quotes of one source are checked against. `text` is None where the text is not at hand."""

    source: Entry[Source]
    capture: Capture
    territory: Territory
    text: Words | None = None


def prepare(source: Entry[Source], capture: Capture, text: str | None = None) -> Ground:
    """Make a source ready; `text` is its full text, None where only the capture is at hand.

    A text with another number of words than the capture is not the captured one and is left out.
    """
    words = None if text is None else cut(fold(text))
    return Ground(
        source=source,
        capture=capture,
        territory=survey(source.record, capture),
        text=words if words is not None and len(words.words) == capture.words else None,
    )
