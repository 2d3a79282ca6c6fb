"""What answers a challenge, and whose answers they are.

Voiced claims that oppose each other attack both ways, and so do a claim and what disputes it: neither is in unless the
other is out already. So what answers a challenge is always an undercut, be it of the challenge itself or of the grounds
of the claim that makes it; what opposes that claim stands because of the answer, and does not give it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import Attack, Force, State
from claimgraph.standing.phrases import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.model.standing import Challenge, Standing
    from claimgraph.standing.names import Names

_MOST: Final = 2
"""How many challenges one claim makes to another at most: it opposes it, and undercuts its grounds."""


@dataclass(frozen=True, slots=True)
class _Reply:
    """What answers a challenge, by the ids of claims, and the voices of all that holds against it, unknown as empty."""

    by: tuple[str, ...]
    voices: frozenset[str]


class Replies:
    """The replies to challenges, among the standings of the whole corpus."""

    def __init__(self, standings: Mapping[str, Standing], names: Names) -> None:
        """Look into these standings; of `names`, only the voices matter."""
        self._standings = standings
        self._names = names
        self._voices_of: dict[str, frozenset[str]] = {}
        self._against_claim: dict[str, _Reply] = {}

    def is_replied(self, id_: str, challenge: Challenge) -> bool:
        """Tell whether something is recorded in reply to a challenge to a claim, other than by that claim."""
        return bool(challenge.replies) or any(
            _is_from_another(id_, against) for against in self._challenges_to_maker(challenge)
        )

    def answers(self, id_: str, challenge: Challenge) -> list[str]:
        """Return which claims answer a challenge to a claim, one more than are named; itself only where no other does.

        The challenge has to be one that is answered.
        """
        others = (by for reply in self._parts(challenge) for by in reply.by if by != id_)
        return [*dict.fromkeys(islice(others, 2 * NAMED + 2))][: NAMED + 1] or [id_]  # Each may be in both parts.

    def is_own(self, id_: str, challenge: Challenge) -> bool:
        """Tell whether the voices that assert a claim are the only ones in what holds against a challenge to it."""
        own = self._voices(id_)
        return all(reply.voices <= own and "" not in reply.voices for reply in self._parts(challenge))

    def has_failed(self, id_: str, challenge: Challenge) -> bool:
        """Tell whether something is recorded in reply to a challenge to a claim that does not hold against it."""
        return any(reply.force is not Force.HOLDS for reply in challenge.replies) or any(
            against.force is not Force.HOLDS and _is_from_another(id_, against)
            for against in self._challenges_to_maker(challenge)[-_MOST - 1 :]  # What does not hold comes last.
        )

    def _challenges_to_maker(self, challenge: Challenge) -> tuple[Challenge, ...]:
        is_words = challenge.attack is Attack.DISPUTES
        return () if is_words else self._standings[challenge.claim].challenges

    def _parts(self, challenge: Challenge) -> Iterator[_Reply]:
        """Yield what holds against a challenge itself, then what holds against the claim that makes it."""
        direct = tuple(reply.claim for reply in challenge.replies if reply.force is Force.HOLDS)
        yield _Reply(direct, _union(map(self._voices, direct)))
        if challenge.attack is not Attack.DISPUTES and self._standings[challenge.claim].state is State.CONTRADICTED:
            yield self._against(challenge.claim)

    def _against(self, id_: str) -> _Reply:
        if id_ not in self._against_claim:
            holding = [c for c in self._standings[id_].challenges if c.force is Force.HOLDS]
            undercutters = tuple(c.claim for c in holding if c.attack is Attack.UNDERCUTS)
            voices = _union(
                self._voices(c.claim) if c.item is None else {self._names.spoken(c.claim, c.item).voice}
                for c in holding
            )
            self._against_claim[id_] = _Reply(undercutters, voices)
        return self._against_claim[id_]

    def _voices(self, id_: str) -> frozenset[str]:
        """Return the voices that are quoted or cited asserting a claim."""
        if id_ not in self._voices_of:
            items = self._standings[id_].attested_by
            self._voices_of[id_] = frozenset(self._names.spoken(id_, item).voice for item in items)
        return self._voices_of[id_]


def _union(sets: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _is_from_another(id_: str, challenge: Challenge) -> bool:
    return challenge.attack is Attack.DISPUTES or challenge.claim != id_
