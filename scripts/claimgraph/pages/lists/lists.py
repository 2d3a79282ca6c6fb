"""The lists of all claims, topics, sources and voices, and the glossary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimgraph.index.addresses import claim_address, source_address, topic_address, voice_address
from claimgraph.index.wording import date_of_event, joined, plural, type_in_words
from claimgraph.model.standing import State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.parts.cards import Card, Other, card, other
from claimgraph.pages.parts.quotes import measure_anchor
from claimgraph.pages.parts.spoken import count_in_words
from claimgraph.templating.terms import term_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.index.view import View
    from claimgraph.pages.drawing.standing_marks import Mark
    from claimgraph.voices import QuotedVoice


_CONTESTED: Final = 4
"""The number of most contested claims on the home page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThesisLine:
    """A thesis in a list of topics, with its state and mark.

    `pro` and `con` are the numbers behind the unanswered reasons on each side, in words; empty if there are none.
    """

    title: str
    address: str
    state: str
    mark: Mark
    pro: str
    con: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCard:
    """A topic in a list, with its theses in order."""

    title: str
    address: str
    question: str
    theses: tuple[ThesisLine, ...]
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page in a plain list."""

    title: str
    address: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Part of a list under a heading; no heading if `title` is empty. `address` is that of the group's own page."""

    anchor: str
    title: str
    address: str | None
    claims: tuple[Other, ...]
    entries: tuple[Listed, ...]


def topic_cards(view: View) -> tuple[TopicCard, ...]:
    """Return every topic that has a file, in the topics' order."""
    found = [(id_, view.corpus.topics[id_].record) for id_ in view.topics if id_ in view.corpus.topics]
    return tuple(
        TopicCard(
            title=topic.title,
            address=topic_address(id_),
            question=topic.question,
            theses=tuple(_thesis(view, thesis) for thesis in topic.theses if thesis in view.corpus.claims),
            line=_count_line(view, id_),
        )
        for id_, topic in found
    )


def _thesis(view: View, id_: str) -> ThesisLine:
    standing = view.analysis.standings[id_]
    return ThesisLine(
        title=view.corpus.claims[id_].record.title,
        address=claim_address(id_),
        state=standing.state.value,
        mark=MARKS[standing.state],
        pro=count_in_words(standing.pro.backing) if standing.pro.standing else "",
        con=count_in_words(standing.con.backing) if standing.con.standing else "",
    )


def _count_line(view: View, topic_id: str) -> str:
    ids = view.by_topic.get(topic_id) or ()
    places = [(id_, index) for id_ in ids for index in range(len(view.corpus.claims[id_].record.quotes))]
    voices = {voicing.id for id_, index in places if (voicing := view.voicing(id_, index)) is not None}
    quoted = f"{plural(len(voices), 'voice')} quoted" if voices else "nobody quoted yet"
    return "; ".join((f"{plural(len(ids), 'claim')}, {quoted}", *_states(view, ids)))


_COUNTED: Final = {
    State.OPEN: "in open dispute",
    State.CONTRADICTED: "contradicted without a recorded reply",
    State.CONTESTED: "contested",
    State.OUTLASTING: "challenged, with other grounds",
    State.ANSWERED: "challenged and answered",
}


def _states(view: View, ids: Iterable[str]) -> Iterator[str]:
    """Yield the number of challenged claims in each state, in words."""
    count = Counter(view.analysis.standings[id_].state for id_ in ids)
    return (f"{count[state]} {words}" for state, words in _COUNTED.items() if count[state])


def contested(view: View) -> tuple[Card, ...]:
    """Return cards of the most contested claims: those in open dispute first, then by number of challenges."""
    ranks = {state: rank for rank, state in enumerate(_COUNTED)}
    challenged = [(id_, standing) for id_, standing in view.analysis.standings.items() if standing.state in ranks]
    challenged.sort(
        key=lambda found: (ranks[found[1].state], -len(found[1].challenges) - len(found[1].con.standing), found[0])
    )
    return tuple(card(view, id_) for id_, _ in challenged[:_CONTESTED])


def claim_groups(view: View) -> tuple[Group, ...]:
    """Return all claims by topic, topics in their own order and claims by title."""
    return tuple(
        Group(
            anchor=f"topic-{id_}",
            title=view.topic(id_).title,
            address=view.topic(id_).address,
            claims=tuple(
                sorted((other(view, claim) for claim in view.by_topic[id_]), key=lambda c: c.title.casefold())
            ),
            entries=(),
        )
        for id_ in view.topics
        if id_ in view.by_topic
    )


def source_groups(view: View) -> tuple[Group, ...]:
    """Return all sources in one group, by title."""
    entries = [
        Listed(
            title=source.record.title,
            address=source_address(id_),
            line=joined(
                type_in_words(source.record.type),
                date_of_event(source.record.issued or source.record.event_date),
                plural(len(view.quoted[id_]), "quote") if id_ in view.quoted else "",
                plural(len(view.cited[id_]), "citation") if id_ in view.cited else "",
            ),
        )
        for id_, source in view.corpus.sources.items()
    ]
    return (_one_group(entries),)


def voice_groups(view: View) -> tuple[Group, ...]:
    """Return all voices in one group, by name."""
    entries = [
        Listed(
            title=voice.name,
            address=voice_address(id_),
            line=" · ".join(filter(None, (_quoted_from(view, voice), voice.role))),
        )
        for id_, voice in view.voices.items()
    ]
    return (_one_group(entries),)


def _quoted_from(view: View, voice: QuotedVoice) -> str:
    """Return how often and from what a voice is quoted, which tells two voices of the same name apart."""
    sources = view.sources_of(voice)
    if not sources:
        return "not quoted yet"
    named = view.source(sources[0]).title if len(sources) == 1 else plural(len(sources), "source")
    return f"{plural(len(voice.quotes), 'quote')} from {named}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTerm:
    """A term of the glossary; `anchor` is the id of its element."""

    anchor: str
    term: str
    aliases: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMeasure:
    """A measure; `anchor` is the id of its element."""

    anchor: str
    name: str
    unit: str
    definition: str
    note: str


def glossary_values(view: View) -> dict[str, Any]:
    """Return the values for the template of the glossary; terms in alphabetical order."""
    glossary = view.glossary.get("")
    terms = sorted(glossary.record.terms if glossary else (), key=lambda term: term.term.casefold())
    return {
        "terms": tuple(
            ShownTerm(anchor=term_anchor(term.term), term=term.term, aliases=term.aliases, meaning=term.meaning)
            for term in terms
        ),
        "measures": tuple(
            ShownMeasure(
                anchor=measure_anchor(measure.id),
                name=measure.name,
                unit=measure.unit,
                definition=measure.definition,
                note=measure.note,
            )
            for measure in view.measures.values()
        ),
    }


def _one_group(entries: list[Listed]) -> Group:
    return Group(
        anchor="all",
        title="",
        address=None,
        claims=(),
        entries=tuple(sorted(entries, key=lambda e: (e.title.casefold(), e.address))),
    )
