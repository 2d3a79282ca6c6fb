"""Says what makes a claim stand otherwise: a link, quote, claim or undercut that came or went, or another claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.changes.bearings import weight
from claimgraph.changes.lines import Told
from claimgraph.changes.sayings import IT, ITS, answered_part, is_recorded, is_reply, saying
from claimgraph.model.standing import Force
from claimgraph.standing.phrases import enumerated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from claimgraph.changes.argument import Argument
    from claimgraph.changes.bearings import Bearing
    from claimgraph.changes.lines import Piece
    from claimgraph.changes.sayings import Saying
    from claimgraph.model.standing import Backing

_NOW: Final = {
    Force.HOLDS: "holds now",
    Force.UNDECIDED: "is in dispute now",
    Force.ANSWERED: "is answered now",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One thing that makes a claim stand otherwise.

    `pieces` are a clause in which `IT` stands for the claim. `about` is the id of another claim whose own change it is,
    which has a cause in turn; None where it stands in a file.
    """

    pieces: tuple[Piece, ...]
    about: str | None = None

    def naming(self, claim: str) -> tuple[Piece, ...]:
        """Return the clause with the claim's id in it."""
        named: dict[Piece, tuple[Piece, ...]] = {IT: (Told(text=claim),), ITS: (Told(text=claim), "’s")}
        return tuple(part for piece in self.pieces for part in named.get(piece, (piece,)))


class Causes:
    """Tells causes between two states."""

    def __init__(self, before: Argument, after: Argument) -> None:
        """Look for causes in what is recorded in these states."""
        self._before, self._after = before, after

    def of(self, target: str, before: Bearing | None, after: Bearing | None) -> Iterator[Cause]:
        """Yield what makes one thing that bears on a claim come, go or weigh otherwise; one of both is there."""
        if before is None and after is not None:
            yield self._came(target, after)
        elif before is not None and after is None:
            yield self._gone(target, before)
        elif before is not None and after is not None and weight(before) != weight(after):
            yield from self._otherwise(target, before, after)
        elif before is not None and after is not None:
            yield self._voices(target, before, after)

    def _came(self, target: str, bearing: Bearing) -> Cause:
        said, whose = saying(target, bearing, self._after, self._before), _whose(self._after, bearing.backing)
        end = (*whose, ", and is answered") if bearing.force is Force.ANSWERED else whose
        if is_recorded(target, bearing, self._before):
            now = "is verified now, and was not before" if bearing.item else "counts now, and did not before"
            return self._by_another(target, bearing, said, now, end)
        if bearing.item is not None:
            return Cause(pieces=(f"a new {bearing.item[0]} {said.verbs[0]} ", *said.rest, *end))
        if bearing.claim not in self._before.former and said.subject == (Told(text=bearing.claim),):
            return Cause(pieces=("the new claim ", *said.subject, f" {said.verbs[0]} ", *said.rest, *end))
        return Cause(pieces=(*said.subject, f" now {said.verbs[0]} ", *said.rest, *end))

    def _gone(self, target: str, bearing: Bearing) -> Cause:
        said, whose = saying(target, bearing, self._before, self._after), _whose(self._before, bearing.backing)
        if bearing.claim not in self._after.former:
            return Cause(pieces=(Told(text=bearing.claim), *said.which[1], self._removed(bearing.claim), *whose))
        if is_recorded(target, bearing, self._after):
            now = "is no longer verified" if bearing.item else "no longer counts"
            return self._by_another(target, bearing, said, now, whose)
        if bearing.item is not None:
            return Cause(pieces=(*said.subject, *said.which[1], " is removed", *whose))
        return Cause(pieces=(*said.subject, f" no longer {said.verbs[0]} ", *said.rest, *whose))

    def _by_another(self, target: str, bearing: Bearing, said: Saying, now: str, end: tuple[Piece, ...]) -> Cause:
        """Return that what stands in the files as before counts otherwise: a premise does it, or the check of a quote.

        `now` says how it counts, where the claim that makes it is in the same state as before.
        """
        if bearing.item is not None:
            return Cause(pieces=(*said.subject, *said.which[0], f" {now}", *end))
        for premise in bearing.premises[1:]:
            if self._is_held(self._before, premise) is not self._is_held(self._after, premise):
                return self._premise(target, premise, bearing)
        became = self._became(bearing.claim) or (f" {now}", *end)
        return Cause(pieces=(Told(text=bearing.claim), *said.which[0], *became), about=bearing.claim)

    def _otherwise(self, target: str, before: Bearing, after: Bearing) -> Iterator[Cause]:
        """Yield who answers a thing that holds no longer, or who no longer answers one that holds again."""
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
            said = saying(target, after, self._after, self._before)
            yield self._by_another(target, after, said, _NOW[after.force], ())

    def _reply(self, target: str, by: str, bearing: Bearing) -> Cause:
        part = answered_part(bearing)
        now, past = (
            {hit for hit in here.hits.get(by, ()) if is_reply(hit, target, bearing)}
            for here in (self._after, self._before)
        )
        maker = Told(text=by)
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

    def _premise(self, target: str, premise: str, bearing: Bearing) -> Cause:
        became = self._became(premise) or (" counts otherwise now",)
        if premise == bearing.claim:
            said = saying(target, bearing, self._after, self._before)
            return Cause(pieces=(Told(text=premise), *said.which[0], *became), about=premise)
        on = (", on which ", *answered_part(bearing), " rests,")
        return Cause(pieces=(Told(text=premise), *on, *became), about=premise)

    def _voices(self, target: str, before: Bearing, after: Bearing) -> Cause:
        said = saying(target, after, self._after, self._before)
        one, other = set(self._before.called(before.backing)), set(self._after.called(after.backing))
        says: list[Piece] = [" now has other voices behind it"]
        if other - one:
            says = [" now has a new voice behind it: ", Told(text=_listed(other - one))]
        elif one - other:
            says = [" has lost a voice: ", Told(text=_listed(one - other))]
        return Cause(pieces=(Told(text=after.claim), *said.which[0], *says))

    def _became(self, claim: str) -> tuple[Piece, ...]:
        """Return in which state a claim is now; nothing where it was in it before."""
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
    how = "by citation" if backing.is_cited else "voice" if len(names) == 1 else "voices"
    return f" ({how}: ", Told(text=_listed(names)), ")"


def _listed(names: Collection[str]) -> str:
    """Return names for the end of a clause; of very many the first, and how many more."""
    return enumerated(sorted(names))
