"""Where a claim stands in the argument: from a topic's question over a thesis, reason by reason, down to the claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import Ref, topic_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.index.view import View
    from claimgraph.model.claim import LinkKind

_SAYS: Final[Mapping[LinkKind, str]] = {
    "supports": "for it",
    "counts_against": "against it",
    "opposes": "against it",
    "limits": "a limit of it",
    "undercuts": "a doubt about it",
}


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


def places(view: View, claim_id: str) -> tuple[Place, ...]:
    """Return where a claim stands, the shortest way first, then in the topics' order; none where it leads nowhere."""
    found = [_place(view, claim_id, thesis) for thesis in view.ways.get(claim_id, ())]
    return tuple(sorted(found, key=lambda place: len(place.rungs)))


def background_of(view: View, claim_id: str) -> tuple[Ref, ...]:
    """Return the questions to which a claim is background, in the topics' order."""
    listing = [topic for topic in view.corpus.topics.values() if claim_id in topic.record.background]
    return tuple(_question(view, topic.id) for topic in sorted(listing, key=lambda topic: topic.record.order))


def _place(view: View, claim_id: str, thesis: str) -> Place:
    rungs: list[Rung] = []
    here = claim_id
    while here != thesis:
        onward, kind = view.ways[here][thesis]
        rungs.append(Rung(says=_SAYS[kind], claim=view.claim(here)))
        here = onward
    topic = next(id_ for id_, topic in view.corpus.topics.items() if thesis in topic.record.theses)
    return Place(question=_question(view, topic), thesis=view.claim(thesis), rungs=tuple(rungs[::-1]))


def _question(view: View, topic: str) -> Ref:
    return Ref(title=view.corpus.topics[topic].record.question, address=topic_address(topic))
