"""Finds changes of captures, of comparisons with the sources' texts, and of the quotes that rest on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from claimgraph.captures.differing import differing_lines
from claimgraph.captures.files import CaptureError, read_capture
from claimgraph.changes.evidence import verdict_in_words, was_verified
from claimgraph.changes.names import Names
from claimgraph.changes.state import State, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.compared import Comparison

Fate: TypeAlias = Literal["as before", "new", "fallen"]
"""Whether a quote stands on a changed capture as before, for the first time, or no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AffectedQuote:
    """A quote of a source whose capture changed.

    `number` counts the claim's quotes from 1. `check` is the present verdict in words.
    """

    claim: str
    number: int
    exact: str
    fate: Fate
    check: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureChange:
    """A capture that was added, removed or changed.

    `lines` are the numbers of the text's lines whose fingerprints differ, in order; empty unless it was changed.
    `words` counts the words of the new capture, None if it was removed or cannot be read. `before` and `after` are the
    comparisons of the old and the new capture, None if there are none. `quotes` are in order of claims.
    """

    source: str
    how: Literal["added", "removed", "changed"]
    lines: tuple[int, ...] = ()
    words: int | None = None
    before: Comparison | None = None
    after: Comparison | None = None
    quotes: tuple[AffectedQuote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonChange:
    """An entry of the file of comparisons that was added, removed or changed.

    `counts` tells whether the new entry is about the present capture.
    """

    source: str
    before: Comparison | None
    after: Comparison | None
    counts: bool


def changed_captures(before: State, after: State) -> Iterator[CaptureChange]:
    """Yield the changes of captures in order of the sources' ids; a renamed source counts as one source."""
    former, resting = _former(before, after), _resting(before, after)
    moved = {old for new, old in former.items() if new in after.captures}
    for id_ in sorted(before.captures.keys() | after.captures.keys()):
        old = id_ if id_ in before.captures else former.get(id_, id_)
        one, other = before.captures.get(old), after.captures.get(id_)
        if one == other or (other is None and id_ in moved):
            continue
        yield CaptureChange(
            source=id_,
            how="removed" if other is None else "added" if one is None else "changed",
            lines=differing_lines(one, other) if one is not None and other is not None else (),
            words=None if other is None else _words(other),
            before=before.corpus.proven.get(old),
            after=after.corpus.proven.get(id_),
            quotes=tuple(one for source, one in resting if source == id_),
        )


def _former(before: State, after: State) -> Mapping[str, str]:
    """Map the present id of each renamed source to its former id."""
    found = pairs(before.corpus.sources, after.corpus.sources)
    return {pair.after: pair.before for pair in found if pair.before and pair.after and pair.before != pair.after}


def _words(content: bytes) -> int | None:
    try:
        return read_capture(content).words
    except CaptureError:
        return None


def _resting(before: State, after: State) -> list[tuple[str, AffectedQuote]]:
    """Return the quotes that are or were verified, in order of claims, each after its source."""
    names = Names.between(before, after)
    former = {pair.after: pair.before for pair in pairs(before.corpus.claims, after.corpus.claims)}
    found: list[tuple[str, AffectedQuote]] = []
    for (id_, index), verdict in after.verdicts.items():
        quote = after.corpus.claims[id_].record.quotes[index]
        has_stood = was_verified(before, former.get(id_), quote, names)
        if verdict.is_verified or has_stood:
            fate: Fate = "fallen" if not verdict.is_verified else "as before" if has_stood else "new"
            one = AffectedQuote(
                claim=id_, number=index + 1, exact=quote.exact, fate=fate, check=verdict_in_words(verdict)
            )
            found.append((quote.source, one))
    return found


def changed_comparisons(before: State, after: State) -> Iterator[ComparisonChange]:
    """Yield the changes of comparisons in order of the sources' ids; a renamed source counts as one source."""
    former = _former(before, after)
    present = {old: new for new, old in former.items()}
    entries, earlier = _entries(after), {present.get(id_, id_): one for id_, one in _entries(before).items()}
    for id_ in sorted(earlier.keys() | entries.keys()):
        one, other = earlier.get(id_), entries.get(id_)
        if one != other:
            yield ComparisonChange(source=id_, before=one, after=other, counts=id_ in after.corpus.proven)


def _entries(state: State) -> Mapping[str, Comparison]:
    return state.corpus.compared.record.by_source if state.corpus.compared else {}
