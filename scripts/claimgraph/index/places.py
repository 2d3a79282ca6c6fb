"""Where a claim stands in the argument: from a topic's question over a thesis, reason by reason, down to the claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import Ref, topic_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.index.view import View
    from claimgraph.model.links import LinkKind

_SAYS: Final[Mapping[LinkKind, str]] = {
    "supports": "for it",
    "counts_against": "against it",
    "opposes": "against it",
    "limits": "a limit of it",
    "undercuts": "a doubt about it",
}


_NEAR: Final = 3
"""So many links away a thesis is at most that is near."""

NEAREST: Final = 3
"""How many ways a claim is shown with: those to the nearest theses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A claim on the way down, and how it bears on the one above it."""

    says: str
    claim: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The shortest way from one thesis to a claim.

    `question` is a topic's, with the topic's address. `rungs` end with the claim itself, and are empty for the thesis.
    """

    question: Ref
    thesis: Ref
    rungs: tuple[Rung, ...]

    @property
    def is_far(self) -> bool:
        """Whether more than two claims stand between the claim and the thesis."""
        return len(self.rungs) > _NEAR


def places(view: View, claim_id: str) -> tuple[Place, ...]:
    """Return where a claim stands: the `NEAREST` ways, shortest first, then in the topics' order; none without any."""
    return tuple(_place(view, claim_id, thesis) for thesis in _by_length(view, claim_id)[:NEAREST])


def further_theses(view: View, claim_id: str) -> tuple[Ref, ...]:
    """Return the theses to which a claim leads beside those of its places, in the same order."""
    return tuple(view.claim(thesis) for thesis in _by_length(view, claim_id)[NEAREST:])


def background_of(view: View, claim_id: str) -> tuple[Ref, ...]:
    """Return the questions to which a claim is background, in the topics' order."""
    return tuple(_question(view, topic) for topic in view.background.get(claim_id) or ())


def _by_length(view: View, claim_id: str) -> list[str]:
    found = view.ways.get(claim_id) or {}
    return sorted(found, key=lambda thesis: found[thesis].length)


def _place(view: View, claim_id: str, thesis: str) -> Place:
    rungs: list[Rung] = []
    here = claim_id
    while here != thesis:
        way = view.ways[here][thesis]
        rungs.append(Rung(says=_SAYS[way.kind], claim=view.claim(here)))
        here = way.onward
    return Place(question=_question(view, view.asked_by[thesis]), thesis=view.claim(thesis), rungs=tuple(rungs[::-1]))


def _question(view: View, topic: str) -> Ref:
    return Ref(title=view.corpus.topics[topic].record.question, address=topic_address(topic))
