"""Spans of words that belong to one speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

AUTHOR: Final = ""
"""The name of a source's author as a speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerSpan:
    """Words of one speaker, from `first` up to but not including `end`.

    `speaker` is whose words they are and `posted_by` who reposts them, empty if nobody does; both are names under
    `speakers`, or `AUTHOR`. `repeats` are the first and last line of the passage that these words repeat, None if they
    repeat none. `doubt` says why the speaker is not known, as a sentence without its capital and stop; it is empty when
    the speaker is known. With a `doubt`, ignore `speaker`.
    """

    first: int
    end: int
    speaker: str
    posted_by: str = ""
    repeats: tuple[int, int] | None = None
    doubt: str = ""


def flattened(spans: Sequence[SpeakerSpan], words: int) -> tuple[SpeakerSpan, ...]:
    """Return spans that cover a text of `words` words once and in order.

    Where spans are nested, the innermost counts. Words that no span covers are the author's.
    """
    owner = [-1] * words
    order = sorted(range(len(spans)), key=lambda i: (spans[i].first - spans[i].end, i))
    for index in order:
        span = spans[index]
        owner[span.first : span.end] = [index] * (span.end - span.first)
    bounds = [i for i in range(words) if i == 0 or owner[i] != owner[i - 1]] or [0]
    flat = []
    for first, end in zip(bounds, [*bounds[1:], words], strict=True):
        span = spans[owner[first]] if words and owner[first] >= 0 else SpeakerSpan(first=0, end=0, speaker=AUTHOR)
        flat.append(replace(span, first=first, end=end))
    return tuple(flat)
