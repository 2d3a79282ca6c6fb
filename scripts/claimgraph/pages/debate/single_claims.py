"""Single claims in dispute, each once: those that exclude each other, and those with reasons against them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.analysis.wording import change_in_words
from claimgraph.model.standing import Attack, Force, State
from claimgraph.pages.parts.spoken import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View

CHANGES: Final = 1
"""How many ways to settle an open dispute are told; answers come before the loss of words."""

_CONTESTED: Final = frozenset({State.CONTRADICTED, State.CONTESTED, State.OUTLASTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDispute:
    """A claim in open dispute: who holds it, who denies it, the claims that exclude it, and what would settle it."""

    claim: Ref
    held: tuple[Ref, ...]
    denied: tuple[Ref, ...]
    excluded: tuple[Ref, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """A claim with unanswered reasons against it: who holds it, and the claims and voices that stand against it."""

    claim: Ref
    held: tuple[Ref, ...]
    against: tuple[Ref, ...]


def open_disputes(view: View) -> tuple[OpenDispute, ...]:
    """Return the claims in open dispute, in alphabetical order of their ids."""
    standings = view.analysis.standings
    return tuple(_open(view, id_) for id_ in standings if standings[id_].state is State.OPEN)


def _open(view: View, id_: str) -> OpenDispute:
    standing, found = view.analysis.standings[id_], view.analysis.prospects.get(id_)
    challenges = [each for each in standing.challenges if each.force is not Force.ANSWERED]
    changes = found.changes[:CHANGES] if found is not None else ()
    return OpenDispute(
        claim=view.claim(id_),
        held=voices_of(view, standing.backing.voices),
        denied=voices_of(view, set(_deniers(view, id_))),
        excluded=tuple(view.claim(each.claim) for each in challenges if each.attack is not Attack.DISPUTES),
        changes=tuple(change_in_words(change, id_, view.analysis.origins) for change in changes),
    )


def contested_claims(view: View) -> tuple[Contested, ...]:
    """Return all other claims with something unanswered against them, those with most against them first."""
    standings = view.analysis.standings
    made = (_contested(view, id_) for id_ in standings if standings[id_].state in _CONTESTED)
    return tuple(sorted(made, key=lambda each: -len(each.against)))


def _contested(view: View, id_: str) -> Contested:
    standing = view.analysis.standings[id_]
    claims = dict.fromkeys(_opposing(view, id_))
    return Contested(
        claim=view.claim(id_),
        held=voices_of(view, standing.backing.voices),
        against=(*map(view.claim, claims), *voices_of(view, set(_deniers(view, id_)))),
    )


def _opposing(view: View, id_: str) -> Iterator[str]:
    """Yield the claims that speak against a claim, or against what it rests on, and that nothing answers."""
    standing = view.analysis.standings[id_]
    yield from (each.claim for each in standing.challenges if each.force is not Force.ANSWERED and each.claim != id_)
    yield from (point.claim for point in standing.con.standing if point.claim != id_)
    for ground in standing.contested_grounds:
        yield from _opposing(view, ground)


def _deniers(view: View, id_: str) -> Iterator[str]:
    """Yield the voices whose words dispute a claim, and that nothing answers."""
    for each in view.analysis.standings[id_].challenges:
        if each.attack is Attack.DISPUTES and each.force is not Force.ANSWERED and each.item is not None:
            origin = view.analysis.origins.of(id_, each.item)
            if origin is not None:
                yield origin.voice
