"""Finds unchanged quotes whose verdict or voice changed, because of captures or speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.changes.names import Names
from claimgraph.changes.state import State, pairs
from claimgraph.voices import voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.claim import Quote
    from claimgraph.model.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """An unchanged quote whose verdict or voice changed.

    `number` counts the claim's quotes from 1. `before` and `after` are the verdicts in words, such as
    `verified, line 5, A driver`, or if these are equal, `voice` and the id of the quote's voice.
    """

    claim: str
    number: int
    source: str
    exact: str
    before: str
    after: str


def effects(before: State, after: State) -> Iterator[Effect]:
    """Yield the quotes that are the same in both states and have another verdict or voice, in order of claims."""
    names = Names.between(before, after)
    for pair in pairs(before.corpus.claims, after.corpus.claims):
        if pair.before is None or pair.after is None:
            continue
        earlier = {
            _words_of(quote, names.sources): _standing(before, quote, before.verdicts[pair.before, index], names.voices)
            for index, quote in enumerate(before.corpus.claims[pair.before].record.quotes)
        }
        for index, quote in enumerate(after.corpus.claims[pair.after].record.quotes):
            stands = _standing(after, quote, after.verdicts[pair.after, index], {})
            old = earlier.get(_words_of(quote, {}), stands)
            if old != stands:
                told, tells = (old[0], stands[0]) if old[0] != stands[0] else (f"voice {old[1]}", f"voice {stands[1]}")
                yield Effect(
                    claim=pair.after,
                    number=index + 1,
                    source=quote.source,
                    exact=quote.exact,
                    before=told,
                    after=tells,
                )


def was_verified(before: State, claim: str | None, quote: Quote, names: Names) -> bool:
    """Tell whether a claim had a verified quote with the same words of the same source.

    Args:
        before: The earlier state.
        claim: The id of the claim in that state, None if it is new.
        quote: The present quote.
        names: The present ids of renamed records.

    """
    if claim is None:
        return False
    return any(
        before.verdicts[claim, index].is_verified and _words_of(earlier, names.sources) == _words_of(quote, {})
        for index, earlier in enumerate(before.corpus.claims[claim].record.quotes)
    )


def _words_of(quote: Quote, names: Mapping[str, str]) -> tuple[str, ...]:
    source = names.get(quote.source, quote.source)
    return (source, quote.speaker, quote.exact, quote.prefix, quote.suffix, quote.mode, quote.of)


def _standing(state: State, quote: Quote, verdict: Verdict, names: Mapping[str, str]) -> tuple[str, str]:
    """Return the verdict on a quote in words, and the present id of its voice."""
    source = state.corpus.sources.get(quote.source)
    voice = voicing_of_quote(source, quote).id if source is not None else ""
    return verdict_in_words(verdict), names.get(voice, voice)


def verdict_in_words(verdict: Verdict) -> str:
    """Return a verdict in words, with the lines and the speaker of the quote."""
    parts: list[str] = [verdict.outcome.value]
    place = verdict.place or next(iter(verdict.places), None)
    if place is not None:
        first, last = place.first_line, place.last_line
        parts.append(f"line {first}" if first == last else f"lines {first}-{last}")
        parts.append(place.doubt or place.speaker or "the author")
        if place.posted_by:
            parts.append(f"posted again by {place.posted_by}")
    return ", ".join(parts)
