"""Prepares one source for checking quotes: its capture, who says which words, and its text if that is at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.captures.folding import fold
from claimgraph.captures.labels import doubtful_labels, labels
from claimgraph.captures.words import Words, cut
from claimgraph.quotes.segmentation import Segmentation, segmentation_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.captures.capture import Capture, Interruption
    from claimgraph.model.corpus import Entry
    from claimgraph.model.source import Source
    from claimgraph.model.verdict import Place
_STOPS: Final = frozenset(".!?\u3002")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PreparedSource:
    """A source prepared for checking quotes.

    `furniture` are the interruptions that the source file ignores; a quote may pass over them. `text` is None if the
    text is not at hand. `labels` maps the first word of each possible speaker's label to its text, and is empty if the
    text is not at hand.
    """

    entry: Entry[Source]
    capture: Capture
    segmentation: Segmentation
    furniture: tuple[Interruption, ...] = ()
    text: Words | None = None
    labels: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))

    def sentence(self, first: int, end: int) -> tuple[int, int]:
        """Return the range of words of the sentences that a range of words lies in.

        Ranges do not include their end. A sentence continues after page furniture unless a stop precedes the furniture.
        """
        start, stop = self.capture.sentence(first, end)
        for each in reversed(self.furniture):
            if each.end == start and self._continues(each):
                start = self.capture.sentence(each.first - 1, each.first)[0]
        for each in self.furniture:
            if each.first == stop and self._continues(each):
                stop = self.capture.sentence(each.end, each.end + 1)[1]
        return start, stop

    def _continues(self, furniture: Interruption) -> bool:
        return not _STOPS.intersection(self.capture.gap(furniture.first))

    def cut_sentence(self, place: Place) -> str:
        """Return the whole sentence of a quote that leaves a part of it out; empty without a text or a cut."""
        if self.text is None or place.is_whole:
            return ""
        return self.text.between(*self.sentence(place.words[0][0], place.words[-1][1]))


def prepare(entry: Entry[Source], capture: Capture, text: str | None = None) -> PreparedSource:
    """Prepare a source; `text` is its full text, None if only the capture is at hand.

    A text whose number of words differs from the capture's is not the captured one and is ignored.
    """
    words = None if text is None else cut(fold(text))
    if words is None or len(words.words) != capture.words:
        text = words = None
    segmentation = segmentation_of(entry.record, capture)
    return PreparedSource(
        entry=entry,
        capture=capture,
        segmentation=segmentation,
        furniture=tuple(each for each in capture.interruptions if segmentation.is_all_ignored(each.first, each.end)),
        text=words,
        labels=_labels(fold(text), words, capture) if text is not None and words is not None else MappingProxyType({}),
    )


def _labels(folded: str, words: Words, capture: Capture) -> Mapping[int, str]:
    doubtful = {at: label.text for at, label in doubtful_labels(folded, words, capture.line_starts)}
    firm = {capture.line_starts[line - 1]: label.text for line, label in labels(folded, words, capture.line_starts)}
    return MappingProxyType(doubtful | firm)
