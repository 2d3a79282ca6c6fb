"""Checks quotes: word for word, in one place, by the right speaker, fairly cut."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from claimgraph.captures.folding import fold_line
from claimgraph.incremental.digests import digest_of
from claimgraph.model.verdict import Outcome, Place, Verdict
from claimgraph.quotes.insertions import wrong_insertion
from claimgraph.quotes.mending import mended
from claimgraph.quotes.nearby import difference, differing_words, failing_words, nearest_passage
from claimgraph.quotes.phrase import Reading, readings
from claimgraph.quotes.placing import Placing, place
from claimgraph.quotes.speaker_spans import AUTHOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimgraph.model.claim import Quote
    from claimgraph.model.corpus import Corpus
    from claimgraph.quotes.prepared import PreparedSource


@dataclass(slots=True)
class QuoteCache:
    """The digests of quotes that verified before, each with the prepared source; only these are cached."""

    verified: dict[bytes, tuple[PreparedSource, Verdict]] = field(default_factory=dict)


class ParallelMap(Protocol):
    """Calls a function with each item, and returns the results in the order of the items."""

    def __call__(self, work: Callable[[Quote], Verdict], pieces: Sequence[Quote], /) -> list[Verdict]:
        """Call the function."""


def _one_by_one(work: Callable[[Quote], Verdict], pieces: Sequence[Quote], /) -> list[Verdict]:
    return [work(piece) for piece in pieces]


def verify_all(
    corpus: Corpus,
    prepared_sources: Mapping[str, PreparedSource],
    cache: QuoteCache | None = None,
    mapped: ParallelMap = _one_by_one,
) -> dict[tuple[str, int], Verdict]:
    """Check every quote; return verdicts by the claim's id and the quote's index in it, in the order of the corpus.

    `mapped` says how those that are not in `cache` are verified: one after the other, or by several processes.
    """
    cache = cache if cache is not None else QuoteCache()
    quotes: dict[bytes, Quote] = {}
    places: dict[tuple[str, int], bytes] = {}
    for claim_id, claim in corpus.claims.items():
        for index, quote in enumerate(claim.record.quotes):
            key = places[claim_id, index] = digest_of(quote)
            quotes[key] = quote
    found: dict[bytes, Verdict] = {}
    for key, quote in quotes.items():
        known = cache.verified.get(key)
        if known is not None and known[0] is prepared_sources.get(quote.source):
            found[key] = known[1]
    new = [key for key in quotes if key not in found]
    made = mapped(
        lambda quote: verify(quote, prepared_sources.get(quote.source), prepared_sources.values()),
        [quotes[key] for key in new],
    )
    found.update(zip(new, made, strict=True))
    cache.verified = {
        key: (prepared_sources[quotes[key].source], verdict) for key, verdict in found.items() if verdict.is_verified
    }
    return {place: found[key] for place, key in places.items()}


def verify(quote: Quote, prepared: PreparedSource | None, others: Iterable[PreparedSource] = ()) -> Verdict:
    """Check one quote against its source.

    Args:
        quote: The quote.
        prepared: Its source, None if that has no capture.
        others: The sources to search if its own source does not have it; they may include that source.

    """
    if prepared is None:
        return Verdict(outcome=Outcome.NO_CAPTURE)
    ways = [way for way in readings(quote.exact) if all(part.words for part in way.parts)]
    if not ways:
        return Verdict(outcome=Outcome.TOO_SHORT, detail="a part of it has no words")
    placings: list[tuple[Reading, Placing]] = []
    for way in ways:
        if not all(part.is_long_enough for part in way.parts):
            continue
        placing = place(quote, way, prepared)
        if placing.outcome is Outcome.VERIFIED:
            return _judged(quote, way, placing, prepared)
        placings.append((way, placing))
    return _refused(quote, ways, placings, prepared, others)


def _judged(quote: Quote, way: Reading, placing: Placing, prepared: PreparedSource) -> Verdict:
    for insertion in way.insertions:
        if wrong := wrong_insertion(insertion):
            return Verdict(outcome=Outcome.BRACKETS, detail=f"the insertion '[{insertion}]' {wrong}")
    if len(placing.places) > 1:
        return Verdict(outcome=Outcome.AMBIGUOUS, places=placing.places)
    found = placing.places[0]
    if found.doubt:
        return Verdict(outcome=Outcome.DOUBTFUL_SPEAKER, places=placing.places)
    if not _is_speaker(quote, found, prepared):
        return Verdict(outcome=Outcome.WRONG_SPEAKER, places=placing.places)
    sentence = prepared.cut_sentence(found)
    return Verdict(outcome=Outcome.VERIFIED, place=found, places=placing.places, sentence=sentence)


def _is_speaker(quote: Quote, found: Place, prepared: PreparedSource) -> bool:
    return found.speaker == (prepared.segmentation.names.get(fold_line(quote.speaker)) if quote.speaker else AUTHOR)


def _refused(
    quote: Quote,
    ways: list[Reading],
    placings: list[tuple[Reading, Placing]],
    prepared: PreparedSource,
    others: Iterable[PreparedSource],
) -> Verdict:
    """Return the verdict with the most telling reason why a quote is not verified."""
    for _, placing in placings:
        if placing.is_found:
            return Verdict(outcome=placing.outcome, places=placing.places)
    short = next((part for part in ways[-1].parts if not part.is_long_enough), None)
    if short is not None:
        return Verdict(outcome=Outcome.TOO_SHORT, words=short.words)
    sources = _elsewhere(quote, ways, prepared, others)
    if sources:
        return Verdict(outcome=Outcome.ELSEWHERE, sources=sources)
    words, way = min(((failing_words(way, prepared.capture), way) for way in (ways[-1], ways[0])), key=_count)
    meant, wrong = mended(quote, way, prepared)
    passage, against = nearest_passage(way, prepared.text) if prepared.text is not None else ("", "")
    if not passage and wrong and meant:
        passage, against = meant, difference(fold_line(quote.exact).split(), meant.split())
    elif passage and not (wrong or meant):
        wrong = differing_words(" ".join(part.text for part in way.parts), passage)
    is_hidden = len(words) == sum(len(part.words) for part in way.parts)
    is_near = bool(passage or meant or wrong) or not is_hidden
    named = wrong if meant or (wrong and (passage or is_hidden)) else words
    return Verdict(
        outcome=Outcome.NEAR if is_near else Outcome.ABSENT,
        words=named if is_near else (),
        passage=passage,
        difference=against,
        meant=meant,
    )


def _count(failing: tuple[tuple[str, ...], Reading]) -> int:
    return len(failing[0])


def _elsewhere(
    quote: Quote, ways: list[Reading], prepared: PreparedSource, others: Iterable[PreparedSource]
) -> tuple[str, ...]:
    return tuple(
        other.entry.id
        for other in others
        if other is not prepared
        and any(place(quote, way, other).is_found for way in ways if all(part.is_long_enough for part in way.parts))
    )
