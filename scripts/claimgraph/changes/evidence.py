"""What the check says of quotes that are themselves unchanged, as captures or who speaks where change."""

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
    """A quote that reads as before, and of which the check now says something else.

    `number` counts the claim's quotes from 1. `before` and `after` say what the check found, such as
    `verified, line 5, A driver`, or, where that is the same, `voice` and the id of the voice that it counts for.
    """

    claim: str
    number: int
    source: str
    exact: str
    before: str
    after: str


def effects(before: State, after: State) -> Iterator[Effect]:
    """Yield the quotes that are the same in both states and of which the check says something else, by claim."""
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


def stood(before: State, claim: str | None, quote: Quote, names: Names) -> bool:
    """Tell whether a quote with the same words of the same source was verified in the claim's earlier state.

    `claim` is the id that the claim had then, None where there was none.
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
    """Return what the check says of a quote, and the id of the voice that it counts for, by its present name."""
    source = state.corpus.sources.get(quote.source)
    voice = voicing_of_quote(source, quote).id if source is not None else ""
    return told_of(verdict), names.get(voice, voice)


def told_of(verdict: Verdict) -> str:
    """Return what the check says of a quote, and where and by whom it stands."""
    parts: list[str] = [verdict.outcome.value]
    place = verdict.place or next(iter(verdict.places), None)
    if place is not None:
        first, last = place.first_line, place.last_line
        parts.append(f"line {first}" if first == last else f"lines {first}-{last}")
        parts.append(place.doubt or place.speaker or "the author")
        if place.posted_by:
            parts.append(f"posted again by {place.posted_by}")
    return ", ".join(parts)
