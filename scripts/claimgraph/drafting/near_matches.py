"""Proposes near matches of words that stand in no source. Nothing here makes a quote pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from claimgraph.captures.folding import fold_line
from claimgraph.captures.words import cut
from claimgraph.drafting.occurrences import verdict_on
from claimgraph.model.verdict import Outcome, Place, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.quotes.prepared import PreparedSource

MOST: Final = 3
"""How many sources are proposed at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMatch:
    """A source that nearly has some words.

    `likeness` is from 0 to 1. `place` is the place of the nearest passage, None if the text is not at hand.
    """

    prepared: PreparedSource
    verdict: Verdict
    likeness: float
    place: Place | None = None


def near_matches(words: str, prepared_sources: Iterable[PreparedSource]) -> tuple[NearMatch, ...]:
    """Return the nearest sources, nearest first; a source with every word in a wrong place is the nearest."""
    found = [_near(words, prepared) for prepared in prepared_sources]
    ordered = sorted((one for one in found if one is not None), key=lambda one: (-one.likeness, one.prepared.entry.id))
    return tuple(ordered[:MOST])


def _near(words: str, prepared: PreparedSource) -> NearMatch | None:
    verdict = verdict_on(words, prepared)
    if verdict.outcome is Outcome.ABSENT:
        return None
    if verdict.outcome is not Outcome.NEAR:
        return NearMatch(prepared=prepared, verdict=verdict, likeness=1)
    if not verdict.passage:
        return NearMatch(
            prepared=prepared, verdict=verdict, likeness=1 - len(verdict.words) / len(cut(fold_line(words)).words)
        )
    there = verdict_on(verdict.passage, prepared)
    place = there.place or next(iter(there.places), None)
    likeness = fuzz.ratio(fold_line(words), verdict.passage) / 100
    return NearMatch(prepared=prepared, verdict=verdict, likeness=likeness, place=place)
