"""What the check of a quote found: whether its words stand in the source, where, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST_APART: Final = 40
"""How many words `[...]` leaves out at most without a `context`."""


class Outcome(StrEnum):
    """The answer for one quote; only `VERIFIED` is a yes."""

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

    `first_line` and `last_line` count the captured text's lines from 1. `words` are the ranges of word numbers of the
    quote's parts, each from the first up to but not including the last. `speaker` is the name under which the source
    file lists whose words they are; empty for the source's author. `posted_by` is who posts another's words, else
    empty. `is_whole` tells that the quote leaves out nothing of its sentences; `marks` are the kinds of small words
    that it does leave out (`negation`, `hedge`, `condition`, `attribution`, and in what `[...]` stands for `number`),
    in order of the alphabet, each once. `has_number_beside` tells that the sentence has a number before or after the
    quote. `apart` counts the words that each `[...]` leaves out. `passed` are the words of page furniture in the midst
    of a part, likewise ranges. `doubt` says why nobody can tell whose words they are, as a sentence without its capital
    and stop; it is empty where one can, and else `speaker` means nothing.
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
        """The kinds of words that the quote leaves out of its sentences, numbers beside it as well."""
        return tuple(sorted({*self.marks, *(["number"] if self.has_number_beside else [])}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer for one quote, with what is needed to explain it.

    `place` is None unless the quote is verified. `places` are all places where it was found, where that matters.
    `words` are the quote's words that fail. `detail` is a sentence about brackets or parts. `sources` are the ids of
    other sources in which it stands. `passage` is the nearest passage of the text and `difference` the quote against
    it, where the text is at hand; else both are empty. `sentence` is the whole sentence of a cut quote, likewise.
    """

    outcome: Outcome
    place: Place | None = None
    places: tuple[Place, ...] = ()
    words: tuple[str, ...] = ()
    detail: str = ""
    sources: tuple[str, ...] = ()
    passage: str = ""
    difference: str = ""
    sentence: str = ""

    @property
    def is_verified(self) -> bool:
        """Tell whether the words stand in the source as quoted."""
        return self.outcome is Outcome.VERIFIED
