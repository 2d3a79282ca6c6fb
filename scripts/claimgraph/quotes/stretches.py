"""Whose words a range of words is: stretches of a source, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

AUTHOR: Final = ""
"""The name of a source's author as a speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of one segment, from `first` up to but not including `end`; an inner segment cuts the outer in two.

    `speaker` is whose words they are, `posted_by` who posts them again, else empty; both are names under `speakers`,
    or `AUTHOR`. `repeats` are the first and last line at which the words of the segment stand first, else None.
    `doubt` says why nobody can tell whose words they are, as a sentence without its capital and stop; it is empty where
    one can, and else `speaker` means nothing.
    """

    first: int
    end: int
    speaker: str
    posted_by: str = ""
    repeats: tuple[int, int] | None = None
    doubt: str = ""


def painted(spans: Sequence[Stretch], words: int) -> tuple[Stretch, ...]:
    """Cut the spans so that the innermost wins; what no span covers is the author's."""
    owner = [-1] * words
    order = sorted(range(len(spans)), key=lambda i: (spans[i].first - spans[i].end, i))
    for index in order:
        span = spans[index]
        owner[span.first : span.end] = [index] * (span.end - span.first)
    bounds = [i for i in range(words) if i == 0 or owner[i] != owner[i - 1]] or [0]
    stretches = []
    for first, end in zip(bounds, [*bounds[1:], words], strict=True):
        span = spans[owner[first]] if words and owner[first] >= 0 else Stretch(first=0, end=0, speaker=AUTHOR)
        stretches.append(replace(span, first=first, end=end))
    return tuple(stretches)
