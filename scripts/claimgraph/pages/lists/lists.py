"""The lists of all topics and sources."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import claim_address, source_address, topic_address
from claimgraph.index.wording import date_in_words, date_of_event, joined, plural, type_in_words
from claimgraph.model.standing import State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.parts.spoken import reasons_in_words
from claimgraph.pages.parts.standings import StateCount, counted_states
from claimgraph.voices import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.index.view import View
    from claimgraph.model.standing import Side
    from claimgraph.pages.drawing.standing_marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ThesisLine:
    """A thesis in a list of topics, with its state and mark.

    `pro` and `con` count the unanswered reasons on each side and who gives them, in words; empty if there are none.
    """

    title: str
    address: str
    state: str
    mark: Mark
    pro: str
    con: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCard:
    """A topic in a list, with its theses in order, and how many of them are in each state."""

    title: str
    address: str
    question: str
    theses: tuple[ThesisLine, ...]
    states: tuple[StateCount, ...]
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page in a plain list."""

    title: str
    address: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Part of a list under a title, closed until somebody opens it; in the open, without a title, if that is empty.

    `line` says how much it holds.
    """

    anchor: str
    title: str
    line: str
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
            states=counted_states(view, (thesis for thesis in topic.theses if thesis in view.corpus.claims)),
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
        pro=_side(standing.pro),
        con=_side(standing.con),
    )


def _side(side: Side) -> str:
    return reasons_in_words(len(side.standing), side.backing) if side.standing else ""


def _count_line(view: View, topic_id: str) -> str:
    ids = view.by_topic.get(topic_id) or ()
    places = [(id_, index) for id_ in ids for index in range(len(view.corpus.claims[id_].record.quotes))]
    voices = {voicing.id for id_, index in places if (voicing := view.voicing(id_, index)) is not None}
    quoted = f"{plural(len(voices), 'voice')} quoted" if voices else "nobody quoted yet"
    return "; ".join((f"{plural(len(ids), 'claim')}, {quoted}", *_states(view, ids)))


_COUNTED: Final = {
    State.OPEN: "in open dispute",
    State.CONTRADICTED: "contradicted, with no reply here",
    State.CONTESTED: "contested",
    State.OUTLASTING: "challenged, with other grounds",
    State.ANSWERED: "challenged and answered",
}


def _states(view: View, ids: Iterable[str]) -> Iterator[str]:
    """Yield the number of challenged claims in each state, in words."""
    count = Counter(view.analysis.standings[id_].state for id_ in ids)
    return (f"{count[state]} {words}" for state, words in _COUNTED.items() if count[state])


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """How many of all sources name an archived copy, and the day of the last look at their addresses, or nothing."""

    count: int
    total: int
    looked: str


def copies(view: View) -> Copies:
    """Return how many sources name an archived copy."""
    sources = view.corpus.sources.values()
    last = max((look.on for look in view.looks.values()), default="")
    count = sum(source.record.archived is not None for source in sources)
    return Copies(count=count, total=len(view.corpus.sources), looked=date_in_words(last) if last else "")


def source_groups(view: View) -> tuple[Group, ...]:
    """Return all sources by type, those of which most is quoted first, and each type by title."""
    by_type: dict[str, list[str]] = {}
    for id_, source in view.corpus.sources.items():
        by_type.setdefault(type_in_words(source.record.type), []).append(id_)
    quotes = {words: sum(len(view.quoted.get(id_) or ()) for id_ in ids) for words, ids in by_type.items()}
    return tuple(
        Group(
            anchor=f"type-{slug(words)}",
            title=f"{words[:1].upper()}{words[1:]}",
            line=joined(plural(len(by_type[words]), "source"), plural(count, "quote") if count else ""),
            entries=_in_order(_source(view, id_) for id_ in by_type[words]),
        )
        for words, count in sorted(quotes.items(), key=lambda found: (-found[1], found[0]))
    )


def _source(view: View, id_: str) -> Listed:
    source = view.corpus.sources[id_].record
    return Listed(
        title=source.title,
        address=source_address(id_),
        line=joined(
            date_of_event(source.issued or source.event_date),
            plural(len(view.quoted[id_]), "quote") if id_ in view.quoted else "",
            plural(len(view.cited[id_]), "citation") if id_ in view.cited else "",
        ),
    )


def _in_order(entries: Iterable[Listed]) -> tuple[Listed, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.title.casefold(), entry.address)))
