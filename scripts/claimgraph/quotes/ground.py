"""One source made ready for the check of quotes: its capture, who speaks where, and its text where it is at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.captures.folding import fold
from claimgraph.captures.labels import doubtful_labels, labels
from claimgraph.captures.words import Words, cut
from claimgraph.quotes.territory import Territory, survey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.captures.capture import Capture, Interruption
    from claimgraph.model.corpus import Entry
    from claimgraph.model.source import Source

_STOPS: Final = frozenset(".!?\u3002")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """What quotes of one source are checked against.

    `furniture` are the interruptions that the source file ignores, which a quote may pass over. `text` is None where
    the text is not at hand. `labels` are the texts of what may be speakers' labels, by the word at which each begins;
    empty where the text is not at hand.
    """

    source: Entry[Source]
    capture: Capture
    territory: Territory
    furniture: tuple[Interruption, ...] = ()
    text: Words | None = None
    labels: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))

    def sentence(self, first: int, end: int) -> tuple[int, int]:
        """Return the words, from the first up to but not including the last, of the sentences that hold a range.

        A sentence goes on behind page furniture, unless a stop stands before that.
        """
        start, stop = self.capture.sentence(first, end)
        for each in reversed(self.furniture):
            if each.end == start and self._goes_on(each):
                start = self.capture.sentence(each.first - 1, each.first)[0]
        for each in self.furniture:
            if each.first == stop and self._goes_on(each):
                stop = self.capture.sentence(each.end, each.end + 1)[1]
        return start, stop

    def _goes_on(self, furniture: Interruption) -> bool:
        return not _STOPS.intersection(self.capture.gap(furniture.first))


def prepare(source: Entry[Source], capture: Capture, text: str | None = None) -> Ground:
    """Make a source ready; `text` is its full text, None where only the capture is at hand.

    A text with another number of words than the capture is not the captured one and is left out.
    """
    words = None if text is None else cut(fold(text))
    if words is None or len(words.words) != capture.words:
        text = words = None
    territory = survey(source.record, capture)
    return Ground(
        source=source,
        capture=capture,
        territory=territory,
        furniture=tuple(each for each in capture.interruptions if territory.is_all_ignored(each.first, each.end)),
        text=words,
        labels=_labels(fold(text), words, capture) if text is not None and words is not None else MappingProxyType({}),
    )


def _labels(folded: str, words: Words, capture: Capture) -> Mapping[int, str]:
    doubtful = {at: label.text for at, label in doubtful_labels(folded, words, capture.line_starts)}
    firm = {capture.line_starts[line - 1]: label.text for line, label in labels(folded, words, capture.line_starts)}
    return MappingProxyType(doubtful | firm)
