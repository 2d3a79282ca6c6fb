"""Finds the one place of words that are to be quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.captures.folding import fold_line
from claimgraph.cli.failure import UsageError
from claimgraph.quotes.segmentation import speaker_names

if TYPE_CHECKING:
    from claimgraph.cli.quoting import Library
    from claimgraph.drafting.occurrences import Occurrence


class NotQuotableError(Exception):
    """Words that stand in no source as they are; the message is what is near, on lines of its own."""


def one_place(looked_in: Library, words: str, source: str | None, speaker: str) -> Occurrence:
    """Return the one place where words stand, in one source and of one speaker where these are named.

    Raises NotQuotableError if the words stand nowhere, and UsageError if they are another's or stand at several places.
    """
    found = looked_in.found(words, source)
    if not found:
        raise NotQuotableError(looked_in.nearest(words, source))
    theirs = [one for one in found if not speaker or one.place.speaker == _name_in(one, speaker)]
    places = ", ".join(
        f"{one.place.speaker or 'the author'} in line {one.place.first_line} of '{one.prepared.entry.id}'"
        for one in found
    )
    if not theirs:
        raise UsageError(f"these words are not those of '{speaker}'; they are of {places}")
    if len(theirs) > 1:
        raise UsageError(
            f"these words stand at several places: quote more, or name --source or --speaker; they are of {places}"
        )
    if theirs[0].others and not (theirs[0].prefix or theirs[0].suffix):
        raise UsageError(f"these words stand at several places: quote more of them; they are of {places}")
    return theirs[0]


def _name_in(found: Occurrence, speaker: str) -> str | None:
    return speaker_names(found.prepared.entry.record).get(fold_line(speaker))
