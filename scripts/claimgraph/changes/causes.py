"""Finds the causes of a changed standing: a link, quote, claim or undercut that came or went, or another claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.changes.factors import weight
from claimgraph.changes.lines import FileText
from claimgraph.changes.sentences import IT, ITS, answered_part, is_recorded, is_reply, sentence_about
from claimgraph.model.standing import Force
from claimgraph.standing.phrases import enumerated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from claimgraph.changes.argument import Argument
    from claimgraph.changes.factors import Factor
    from claimgraph.changes.lines import Piece
    from claimgraph.changes.sentences import Sentence
    from claimgraph.model.standing import Backing

_NOW: Final = {
    Force.HOLDS: "holds now",
    Force.UNDECIDED: "is in dispute now",
    Force.ANSWERED: "is answered now",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One cause of a claim's changed standing.

    `pieces` are a clause in which `IT` stands for the claim. `about` is the id of another claim whose changed standing
    is the cause; None if the cause is in a file.
    """

    pieces: tuple[Piece, ...]
    about: str | None = None

    def naming(self, claim: str) -> tuple[Piece, ...]:
        """Return the clause with the claim's id in it."""
        named: dict[Piece, tuple[Piece, ...]] = {IT: (FileText(text=claim),), ITS: (FileText(text=claim), "’s")}
        return tuple(part for piece in self.pieces for part in named.get(piece, (piece,)))


class Causes:
    """Finds causes in what changed between two states."""

    def __init__(self, before: Argument, after: Argument) -> None:
        """Take the two states."""
        self._before, self._after = before, after

    def of(self, target: str, before: Factor | None, after: Factor | None) -> Iterator[Cause]:
        """Yield why a factor of a claim came, went or counts for more or less; `before` or `after` may be None."""
        if before is None and after is not None:
            yield self._came(target, after)
        elif before is not None and after is None:
            yield self._gone(target, before)
        elif before is not None and after is not None and weight(before) != weight(after):
            yield from self._otherwise(target, before, after)
        elif before is not None and after is not None:
            yield self._voices(target, before, after)

    def _came(self, target: str, factor: Factor) -> Cause:
        said, whose = sentence_about(target, factor, self._after, self._before), _whose(self._after, factor.backing)
        end = (*whose, ", and is answered") if factor.force is Force.ANSWERED else whose
        if is_recorded(target, factor, self._before):
            now = "is verified now, and was not before" if factor.item else "counts now, and did not before"
            return self._by_another(target, factor, said, now, end)
        if factor.item is not None:
            return Cause(pieces=(f"a new {factor.item[0]} {said.verbs[0]} ", *said.rest, *end))
        if factor.claim not in self._before.former and said.subject == (FileText(text=factor.claim),):
            return Cause(pieces=("the new claim ", *said.subject, f" {said.verbs[0]} ", *said.rest, *end))
        return Cause(pieces=(*said.subject, f" now {said.verbs[0]} ", *said.rest, *end))

    def _gone(self, target: str, factor: Factor) -> Cause:
        said, whose = sentence_about(target, factor, self._before, self._after), _whose(self._before, factor.backing)
        if factor.claim not in self._after.former:
            return Cause(pieces=(FileText(text=factor.claim), *said.which[1], self._removed(factor.claim), *whose))
        if is_recorded(target, factor, self._after):
            now = "is no longer verified" if factor.item else "no longer counts"
            return self._by_another(target, factor, said, now, whose)
        if factor.item is not None:
            return Cause(pieces=(*said.subject, *said.which[1], " is removed", *whose))
        return Cause(pieces=(*said.subject, f" no longer {said.verbs[0]} ", *said.rest, *whose))

    def _by_another(self, target: str, factor: Factor, said: Sentence, now: str, end: tuple[Piece, ...]) -> Cause:
        """Return the cause of a factor that is in the files as before: a premise, or the check of a quote.

        `now` says how the factor counts, in case the claim that makes it is in the same state as before.
        """
        if factor.item is not None:
            return Cause(pieces=(*said.subject, *said.which[0], f" {now}", *end))
        for premise in factor.premises[1:]:
            if self._is_held(self._before, premise) is not self._is_held(self._after, premise):
                return self._premise(target, premise, factor)
        became = self._became(factor.claim) or (f" {now}", *end)
        return Cause(pieces=(FileText(text=factor.claim), *said.which[0], *became), about=factor.claim)

    def _otherwise(self, target: str, before: Factor, after: Factor) -> Iterator[Cause]:
        """Yield what answers a factor that no longer holds, or no longer answers a factor that holds again."""
        found = False
        for by in sorted(after.hit_by ^ before.hit_by):
            if (by in after.hit_by) == (weight(after) < weight(before)):
                found = True
                yield self._reply(target, by, after)
        for premise in sorted(after.weak ^ before.weak):
            if (premise in after.weak) == (weight(after) < weight(before)):
                found = True
                yield self._premise(target, premise, after)
        if not found:
            said = sentence_about(target, after, self._after, self._before)
            yield self._by_another(target, after, said, _NOW[after.force], ())

    def _reply(self, target: str, by: str, factor: Factor) -> Cause:
        part = answered_part(factor)
        now, past = (
            {hit for hit in here.hits.get(by, ()) if is_reply(hit, target, factor)}
            for here in (self._after, self._before)
        )
        maker = FileText(text=by)
        if by not in self._after.former:
            whose = self._held_by(self._before, by)
            return Cause(pieces=(maker, ", which undercut ", *part, ",", self._removed(by), *whose))
        if not past:
            subject = (maker, " now") if by in self._before.former else ("the new claim ", maker)
            return Cause(pieces=(*subject, " undercuts ", *part, *self._held_by(self._after, by)))
        if not now:
            return Cause(pieces=(maker, " no longer undercuts ", *part, *self._held_by(self._before, by)))
        became = self._became(by) or (" counts otherwise now",)
        return Cause(pieces=(maker, ", which undercuts ", *part, ",", *became), about=by)

    def _premise(self, target: str, premise: str, factor: Factor) -> Cause:
        became = self._became(premise) or (" counts otherwise now",)
        if premise == factor.claim:
            said = sentence_about(target, factor, self._after, self._before)
            return Cause(pieces=(FileText(text=premise), *said.which[0], *became), about=premise)
        on = (", on which ", *answered_part(factor), " rests,")
        return Cause(pieces=(FileText(text=premise), *on, *became), about=premise)

    def _voices(self, target: str, before: Factor, after: Factor) -> Cause:
        said = sentence_about(target, after, self._after, self._before)
        one, other = set(self._before.called(before.backing)), set(self._after.called(after.backing))
        says: list[Piece] = [" now has other voices behind it"]
        if other - one:
            says = [" now has a new voice behind it: ", FileText(text=_listed(other - one))]
        elif one - other:
            says = [" has lost a voice: ", FileText(text=_listed(one - other))]
        return Cause(pieces=(FileText(text=after.claim), *said.which[0], *says))

    def _became(self, claim: str) -> tuple[Piece, ...]:
        """Return the words for the new state of a claim; none if its state is unchanged."""
        one, other = self._before.standing(claim), self._after.standing(claim)
        if other is None or (one is not None and one.state is other.state):
            return ()
        return (f" is now “{other.state}”",)

    def _removed(self, claim: str) -> str:
        entry = self._before.state.corpus.claims[self._before.former[claim]]
        return " cannot be read any more" if self._after.state.is_refused(entry.path) else " is removed"

    def _is_held(self, argument: Argument, claim: str) -> bool:
        standing = argument.standing(claim)
        return standing is not None and bool(standing.backing.voices)

    def _held_by(self, argument: Argument, claim: str) -> tuple[Piece, ...]:
        standing = argument.standing(claim)
        return () if standing is None else _whose(argument, standing.backing)


def _whose(argument: Argument, backing: Backing) -> tuple[Piece, ...]:
    names = argument.called(backing)
    if not names:
        return ()
    how = "in our words" if backing.is_cited else "voice" if len(names) == 1 else "voices"
    return f" ({how}: ", FileText(text=_listed(names)), ")"


def _listed(names: Collection[str]) -> str:
    """Return names for the end of a clause; of many names the first, and how many more."""
    return enumerated(sorted(names))
