"""The verdict on a quote: whether its words stand in the source, where, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST_APART: Final = 40
"""The most words that `[...]` may leave out without a `context`."""


class Outcome(StrEnum):
    """The result of checking a quote; only `VERIFIED` passes."""

    VERIFIED = "verified"
    NO_CAPTURE = "no capture"
    TOO_SHORT = "too short"
    BRACKETS = "brackets"
    ABSENT = "absent"
    NEAR = "near"
    ELSEWHERE = "in another source"
    OUT_OF_ORDER = "out of order"
    CROSSES_BOUND = "crosses a bound"
    IGNORED = "in an ignored part"
    AMBIGUOUS = "ambiguous"
    WRONG_SPEAKER = "wrong speaker"
    DOUBTFUL_SPEAKER = "doubtful speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a quote stands.

    `first_line` and `last_line` count the captured text's lines from 1. `words` are the ranges of words of the quote's
    parts, and `passed` those of page furniture within a part; ranges do not include their end. `speaker` is the name
    under which the source file lists the speaker, empty for the source's author. `posted_by` is who reposts the words,
    empty if nobody does. `doubt` says why the speaker is not known, as a sentence without its capital and stop; it is
    empty if the speaker is known. With a `doubt`, ignore `speaker`.

    `is_whole` tells that the quote leaves out nothing of its sentences. `marks` are the kinds of small words that it
    leaves out (`negation`, `hedge`, `condition`, `attribution`, and `number` within `[...]`), in alphabetical order.
    `has_number_beside` tells that the sentence has a number before or after the quote. `apart` counts the words that
    each `[...]` leaves out.
    """

    first_line: int
    last_line: int
    words: tuple[tuple[int, int], ...]
    speaker: str
    posted_by: str
    is_whole: bool
    marks: tuple[str, ...]
    has_number_beside: bool = False
    apart: tuple[int, ...] = ()
    passed: tuple[tuple[int, int], ...] = ()
    doubt: str = ""

    @property
    def left_out(self) -> tuple[str, ...]:
        """The kinds of words that the quote leaves out of its sentences, including numbers beside it."""
        return tuple(sorted({*self.marks, *(["number"] if self.has_number_beside else [])}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The result of checking one quote, with what is needed to explain it.

    `place` is None unless the quote is verified. `places` are all places where it was found, if that matters. `words`
    are the quote's words that fail. `detail` is a sentence about brackets or parts. `sources` are the ids of other
    sources that have the quote. `passage` is the nearest passage of the text and `difference` the word diff against
    it; without the text, they are of a slip that the capture alone shows, or empty. `sentence` is the whole sentence of
    a cut quote, empty if the text is not at hand. `meant` is how the quote would stand in the source, empty if unknown.
    """

    outcome: Outcome
    place: Place | None = None
    places: tuple[Place, ...] = ()
    words: tuple[str, ...] = ()
    detail: str = ""
    sources: tuple[str, ...] = ()
    passage: str = ""
    difference: str = ""
    meant: str = ""
    sentence: str = ""

    @property
    def is_verified(self) -> bool:
        """Tell whether the words stand in the source as quoted."""
        return self.outcome is Outcome.VERIFIED
