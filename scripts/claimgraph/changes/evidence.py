"""What changes beneath quotes that are themselves unchanged: captures, and who speaks where in a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.captures.differing import differing_lines
from claimgraph.captures.files import CaptureError, read_capture
from claimgraph.changes.names import Names
from claimgraph.changes.state import State, pairs
from claimgraph.voices import voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.changes.records import How
    from claimgraph.model.claim import Quote
    from claimgraph.model.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureChange:
    """A capture that was added, removed or changed.

    `lines` are the numbers of the text's lines whose fingerprints differ, in order; empty unless it was changed.
    `words` counts the words of the capture as it is now; None where it was removed or cannot be read.
    """

    source: str
    how: How
    lines: tuple[int, ...] = ()
    words: int | None = None


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


def changed_captures(before: State, after: State) -> Iterator[CaptureChange]:
    """Yield every capture that differs, by the source's id; that of a renamed source is compared with its former."""
    renamed = {pair.after: pair.before for pair in pairs(before.corpus.sources, after.corpus.sources) if pair.before}
    ids = sorted(before.captures.keys() | after.captures.keys())
    moved = {old for new, old in renamed.items() if new in after.captures and new != old}
    for id_ in ids:
        former = id_ if id_ in before.captures else renamed.get(id_)
        one, other = before.captures.get(former or id_), after.captures.get(id_)
        if one == other or (other is None and id_ in moved):
            continue
        if other is None:
            yield CaptureChange(source=id_, how="removed")
        elif one is None:
            yield CaptureChange(source=id_, how="added", words=_words(other))
        else:
            yield CaptureChange(source=id_, how="changed", lines=differing_lines(one, other), words=_words(other))


def _words(content: bytes) -> int | None:
    try:
        return read_capture(content).words
    except CaptureError:
        return None


def effects(before: State, after: State) -> Iterator[Effect]:
    """Yield the quotes that are the same in both states and of which the check says something else, by claim."""
    names = Names.between(before, after)
    for pair in pairs(before.corpus.claims, after.corpus.claims):
        if pair.before is None or pair.after is None:
            continue
        stood = {
            _words_of(quote, names.sources): _standing(before, quote, before.verdicts[pair.before, index], names.voices)
            for index, quote in enumerate(before.corpus.claims[pair.before].record.quotes)
        }
        for index, quote in enumerate(after.corpus.claims[pair.after].record.quotes):
            stands = _standing(after, quote, after.verdicts[pair.after, index], {})
            old = stood.get(_words_of(quote, {}), stands)
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


def _words_of(quote: Quote, names: Mapping[str, str]) -> tuple[str, ...]:
    source = names.get(quote.source, quote.source)
    return (source, quote.speaker, quote.exact, quote.prefix, quote.suffix, quote.mode, quote.of)


def _standing(state: State, quote: Quote, verdict: Verdict, names: Mapping[str, str]) -> tuple[str, str]:
    """Return what the check says of a quote, and the id of the voice that it counts for, by its present name."""
    source = state.corpus.sources.get(quote.source)
    voice = voicing_of_quote(source, quote).id if source is not None else ""
    return _told(verdict), names.get(voice, voice)


def _told(verdict: Verdict) -> str:
    """Return what the check says of a quote, and where and by whom it stands."""
    parts: list[str] = [verdict.outcome.value]
    place = verdict.place or next(iter(verdict.places), None)
    if place is not None:
        first, last = place.first_line, place.last_line
        parts.append(f"line {first}" if first == last else f"lines {first}-{last}")
        parts.append(place.speaker or "the author")
        if place.posted_by:
            parts.append(f"posted again by {place.posted_by}")
    return ", ".join(parts)
