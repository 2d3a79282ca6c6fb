"""The place of a claim in the argument: from a topic's question to a thesis, and reason by reason down to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import Ref, topic_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.index.view import View
    from claimgraph.model.links import LinkKind

_SAYS: Final[Mapping[LinkKind, str]] = {
    "supports": "a reason for it",
    "counts_against": "a reason against it",
    "opposes": "a reason against it",
    "limits": "a limit of it",
    "undercuts": "a doubt about it",
}


_NEAR: Final = 3
"""So many links away a thesis is at most that is near."""

NEAREST: Final = 3
"""How many of its ways to theses a claim is shown with; the shortest ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """A claim on the way down; `says` is how it bears on the claim above it, such as `against it`."""

    says: str
    claim: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The shortest way from one thesis to a claim.

    `question` is the topic's question with the topic's address. `steps` end with the claim itself; the thesis has none.
    """

    question: Ref
    thesis: Ref
    steps: tuple[PathStep, ...]

    @property
    def is_far(self) -> bool:
        """Whether more than two claims stand between the claim and the thesis."""
        return len(self.steps) > _NEAR


def places(view: View, claim_id: str) -> tuple[Place, ...]:
    """Return the `NEAREST` shortest ways to a claim; equally short ones in the topics' order."""
    return tuple(_place(view, claim_id, thesis) for thesis in nearest_theses(view, claim_id)[:NEAREST])


def further_theses(view: View, claim_id: str) -> tuple[Ref, ...]:
    """Return the theses that a claim leads to and `places` does not show, in the same order."""
    return tuple(view.claim(thesis) for thesis in nearest_theses(view, claim_id)[NEAREST:])


def background_of(view: View, claim_id: str) -> tuple[Ref, ...]:
    """Return the questions of the topics that list a claim as background, in the topics' order."""
    return tuple(question_of(view, topic) for topic in view.background.get(claim_id) or ())


def nearest_theses(view: View, claim_id: str) -> list[str]:
    """Return the theses that a claim leads to, the nearest first; equally near ones in the topics' order."""
    found = view.ways.get(claim_id) or {}
    return sorted(found, key=lambda thesis: found[thesis].length)


def bearing_in_words(kind: LinkKind) -> str:
    """Return how a link of a kind that leads onward bears on the claim above, such as `against it`."""
    return _SAYS[kind]


def _place(view: View, claim_id: str, thesis: str) -> Place:
    steps: list[PathStep] = []
    here = claim_id
    while here != thesis:
        way = view.ways[here][thesis]
        steps.append(PathStep(says=bearing_in_words(way.kind), claim=view.claim(here)))
        here = way.onward
    return Place(question=question_of(view, view.asked_by[thesis]), thesis=view.claim(thesis), steps=tuple(steps[::-1]))


def question_of(view: View, topic: str) -> Ref:
    """Return a topic's question, with the topic's address."""
    return Ref(title=view.corpus.topics[topic].record.question, address=topic_address(topic))
