"""Finds what answers a challenge, and whose answers they are.

Voiced claims that oppose each other attack both ways, and so do a claim and what disputes it: neither is in unless the
other is out already. So only an undercut can answer a challenge, either of the challenge itself or of the evidence of
the claim that makes it. What opposes that claim stands because of the answer and is not the answer.
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
"""How many challenges one claim can make to another: it opposes it, and undercuts its evidence."""


@dataclass(frozen=True, slots=True)
class _Reply:
    """The claims that answer a challenge, and the voices of all that holds against it; an unknown voice is empty."""

    by: tuple[str, ...]
    voices: frozenset[str]


class Replies:
    """Looks up the replies to challenges."""

    def __init__(self, standings: Mapping[str, Standing], names: Names) -> None:
        """Take the standings of the whole corpus; of `names`, only the voices matter."""
        self._standings = standings
        self._names = names
        self._voices_of: dict[str, frozenset[str]] = {}
        self._against_claim: dict[str, _Reply] = {}

    def is_replied(self, id_: str, challenge: Challenge) -> bool:
        """Tell whether a reply to a challenge to a claim is recorded that is not from that claim."""
        return bool(challenge.replies) or any(
            _is_from_another(id_, against) for against in self._challenges_to_maker(challenge)
        )

    def answers(self, id_: str, challenge: Challenge) -> list[str]:
        """Return the claims that answer an answered challenge to a claim, at most one more than are named.

        The claim itself is returned only if no other claim answers.
        """
        others = (by for reply in self._parts(challenge) for by in reply.by if by != id_)
        return [*dict.fromkeys(islice(others, 2 * NAMED + 2))][: NAMED + 1] or [id_]  # A claim may be in both parts.

    def is_own(self, id_: str, challenge: Challenge) -> bool:
        """Tell whether everything that holds against a challenge to a claim comes from the voices that assert it."""
        own = self._voices(id_)
        return all(reply.voices <= own and "" not in reply.voices for reply in self._parts(challenge))

    def has_failed(self, id_: str, challenge: Challenge) -> bool:
        """Tell whether a reply to a challenge to a claim is recorded that does not hold."""
        return any(reply.force is not Force.HOLDS for reply in challenge.replies) or any(
            against.force is not Force.HOLDS and _is_from_another(id_, against)
            for against in self._challenges_to_maker(challenge)[-_MOST - 1 :]  # What does not hold comes last.
        )

    def _challenges_to_maker(self, challenge: Challenge) -> tuple[Challenge, ...]:
        is_words = challenge.attack is Attack.DISPUTES
        return () if is_words else self._standings[challenge.claim].challenges

    def _parts(self, challenge: Challenge) -> Iterator[_Reply]:
        """Yield the reply that holds against a challenge itself, then the one against the claim that makes it."""
        direct = tuple(reply.claim for reply in challenge.replies if reply.force is Force.HOLDS)
        yield _Reply(direct, _union(map(self._voices, direct)))
        if challenge.attack is not Attack.DISPUTES and self._standings[challenge.claim].state is State.CONTRADICTED:
            yield self._against(challenge.claim)

    def _against(self, id_: str) -> _Reply:
        if id_ not in self._against_claim:
            holding = [c for c in self._standings[id_].challenges if c.force is Force.HOLDS]
            undercutters = tuple(c.claim for c in holding if c.attack is Attack.UNDERCUTS)
            voices = _union(
                self._voices(c.claim) if c.item is None else {self._names.attribution(c.claim, c.item).voice}
                for c in holding
            )
            self._against_claim[id_] = _Reply(undercutters, voices)
        return self._against_claim[id_]

    def _voices(self, id_: str) -> frozenset[str]:
        """Return the voices that are quoted or cited asserting a claim."""
        if id_ not in self._voices_of:
            items = self._standings[id_].attested_by
            self._voices_of[id_] = frozenset(self._names.attribution(id_, item).voice for item in items)
        return self._voices_of[id_]


def _union(sets: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _is_from_another(id_: str, challenge: Challenge) -> bool:
    return challenge.attack is Attack.DISPUTES or challenge.claim != id_
