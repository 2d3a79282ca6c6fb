"""The list of all claims: topic by topic, with the question and how its theses stand, and below, closed, its claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from claimgraph.index.addresses import claim_address
from claimgraph.pages.drawing.standing_marks import STATES
from claimgraph.pages.parts.spoken import best_words, voices_of
from claimgraph.pages.parts.standings import StateCount, counted_states

if TYPE_CHECKING:
    from claimgraph.index.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim in a line: who says it, in words, and its state, in words and by the name of its mark."""

    id: str
    title: str
    address: str
    by: str
    state: str
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicClaims:
    """The claims of one topic: its theses in their order, then the others by title.

    Without a topic file, `address` is None, and `question` and `states`, which are those of the theses, are empty.
    """

    anchor: str
    title: str
    address: str | None
    question: str
    states: tuple[StateCount, ...]
    claims: tuple[ClaimLine, ...]


def claim_list(view: View) -> tuple[TopicClaims, ...]:
    """Return all claims by topic, topics in their own order."""
    return tuple(
        view.tables.once("claims of a topic", partial(_topic, view), id_) for id_ in view.topics if id_ in view.by_topic
    )


def _topic(view: View, id_: str) -> TopicClaims:
    topic, ids = view.topic_record(id_), view.by_topic[id_]
    theses = [thesis for thesis in topic.theses if thesis in view.corpus.claims] if topic else []
    others = [_line(view, claim) for claim in ids if claim not in theses]
    return TopicClaims(
        anchor=f"topic-{id_}",
        title=view.topic(id_).title,
        address=view.topic(id_).address,
        question=topic.question if topic else "",
        states=counted_states(view, theses),
        claims=(
            *(_line(view, thesis) for thesis in theses),
            *sorted(others, key=lambda line: (line.title.casefold(), line.id)),
        ),
    )


def _line(view: View, id_: str) -> ClaimLine:
    state = view.analysis.standings[id_].state
    return ClaimLine(
        id=id_,
        title=view.corpus.claims[id_].record.title,
        address=claim_address(id_),
        by=_said_by(view, id_),
        state=state.value,
        shape=STATES[state],
    )


def _said_by(view: View, id_: str) -> str:
    """Return who says a claim: one voice by name, and how many more there are; or that the editors word or infer it."""
    standing = view.analysis.standings[id_]
    if standing.is_thesis:
        return "A thesis, worded by the editors"
    if not standing.is_voiced:
        return "Inferred by the editors" if view.is_inferred(id_) else "Nobody is quoted with it yet"
    names = [voice.title for voice in voices_of(view, standing.backing.voices)]
    if not names:
        words = best_words(view, id_)
        return words.by.title if words else ""
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
