"""The pages of topics, sources and voices, and the lists of all of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from claimgraph.rendering.claim_page import Card, Other, card, other
from claimgraph.rendering.evidence import ShownCitation, ShownQuote, measure_anchor, shown_citation, shown_quote
from claimgraph.rendering.links import external, relative
from claimgraph.rendering.view import Ref, View, source_address, topic_address, voice_address
from claimgraph.rendering.wording import DEPTHS, date_of_event, plural, type_in_words
from claimgraph.voices import slug
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from claimgraph.model.source import Source
    from claimgraph.voices import Heard


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteOfClaim:
    """A quote on a page that is not its claim's."""

    claim: Ref
    quote: ShownQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationOfClaim:
    """A citation on a page that is not its claim's."""

    claim: Ref
    citation: ShownCitation


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCards:
    """One answer to a topic's question."""

    answer: str
    claims: list[Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCard:
    """A topic in a list."""

    title: str
    address: str
    question: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page in a plain list."""

    title: str
    address: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Part of a list under a heading; an empty title is no heading. `address` leads to the group's own page."""

    anchor: str
    title: str
    address: str | None
    claims: list[Other]
    entries: list[Listed]


def linked_text(view: View, text: str, here: str) -> Markup:
    """Return plain text as HTML with each `[[id]]` as a link with the claim's title; an unknown id stays as written."""
    made: list[str] = []
    for piece in pieces(text):
        if isinstance(piece, WikiLink):
            made.append(claim_link(view, piece.id, here))
        else:
            made.append(str(escape(piece)))
    return Markup("".join(made))  # noqa: S704  every piece is escaped


def claim_link(view: View, id_: str, here: str) -> Markup:
    """Return a link to a claim by its title; an unknown id as written."""
    if id_ not in view.corpus.claims:
        return escape(f"[[{id_}]]")
    ref = view.claim(id_)
    return Markup('<a href="{}">{}</a>').format(relative(here, ref.address or ""), ref.title)


def topic_values(view: View, topic_id: str) -> dict[str, Any]:
    """Return what the template of a topic's page needs."""
    topic, here = view.corpus.topics[topic_id].record, topic_address(topic_id)
    known, own = view.corpus.claims, view.by_topic.get(topic_id, ())
    answered = {id_ for answer in topic.answers for id_ in answer.claims}
    return {
        "here": here,
        "topic": topic,
        "summary": linked_text(view, topic.summary, here),
        "answers": [
            AnswerCards(answer=answer.answer, claims=[card(view, id_) for id_ in answer.claims if id_ in known])
            for answer in topic.answers
        ],
        "others": [card(view, id_) for id_ in own if id_ not in answered],
        "related": [card(view, id_) for id_ in topic.related if id_ in known],
    }


def topic_cards(view: View) -> list[TopicCard]:
    """Return every topic in the order of its title."""
    found = sorted(view.corpus.topics.items(), key=lambda item: (item[1].record.title.casefold(), item[0]))
    return [
        TopicCard(
            title=topic.record.title,
            address=topic_address(id_),
            question=topic.record.question,
            line=_count_line(view, id_),
        )
        for id_, topic in found
    ]


def _count_line(view: View, topic_id: str) -> str:
    ids = view.by_topic.get(topic_id, ())
    places = [(id_, index) for id_ in ids for index in range(len(view.corpus.claims[id_].record.quotes))]
    voices = {voicing.id for id_, index in places if (voicing := view.voicing(id_, index)) is not None}
    quoted = f"{plural(len(voices), 'voice')} quoted" if voices else "nobody quoted yet"
    return f"{plural(len(ids), 'claim')}, {quoted}"


def source_values(view: View, source_id: str) -> dict[str, Any]:
    """Return what the template of a source's page needs."""
    source, quoted = view.corpus.sources[source_id].record, view.quoted.get(source_id, ())
    names = {said_by.id: view.voice(said_by) for place in quoted if (said_by := view.voicing(*place)) is not None}
    return {
        "here": source_address(source_id),
        "source": {
            "title": source.title,
            "kind": type_in_words(source.type),
            "url": external(source.url) if source.url else None,
            "archived": external(source.archived) if source.archived else None,
        },
        "record": _record(source),
        "depth": DEPTHS[source.depth],
        "voices": sorted(names.values(), key=lambda ref: (ref.title.casefold(), ref.address or "")),
        "quotes": [
            QuoteOfClaim(claim=view.claim(id_), quote=shown_quote(view, id_, index, f"{id_}-quote-{index + 1}"))
            for id_, index in quoted
        ],
        "citations": [
            CitationOfClaim(
                claim=view.claim(id_), citation=shown_citation(view, id_, index, f"{id_}-citation-{index + 1}")
            )
            for id_, index in view.cited.get(source_id, ())
        ],
    }


def _record(source: Source) -> list[tuple[str, str]]:
    number = f"{source.volume or ''}{f'({source.issue})' if source.issue else ''}"
    pages = source.page or ""
    page = f"{'page' if pages.isdigit() else 'pages'} {pages}" if pages else ""
    return [
        ("Form", source.genre),
        ("By", "; ".join(map(str, source.author))),
        ("Edited by", "; ".join(map(str, source.editor))),
        ("Published", date_of_event(source.issued)),
        ("Event", _listed(source.event_title, source.event_place, date_of_event(source.event_date))),
        ("In", _listed(source.container_title, number, page)),
        ("Publisher", _listed(source.publisher, source.publisher_place)),
        ("DOI", source.doi or ""),
        ("Address", source.url if source.url and external(source.url) is None else ""),
        ("Read by the editors", date_of_event(source.accessed)),
        ("Licence", source.licence),
        ("Side, as the editors see it", f"{source.side}; used for balance only"),
        ("Note", source.note),
    ]


def _listed(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def voice_values(view: View, voice_id: str) -> dict[str, Any]:
    """Return what the template of a voice's page needs."""
    heard = view.heard[voice_id]
    record = heard.entry.record if heard.entry else None
    return {
        "here": voice_address(voice_id),
        "voice": {"name": heard.name, "role": heard.role},
        "interests": [
            {"text": interest.text, "source": view.source(interest.source)}
            for interest in (record.interests if record else ())
        ],
        "sources": [view.source(id_) for id_ in view.sources_of(heard)],
        "quotes": [
            QuoteOfClaim(claim=view.claim(id_), quote=shown_quote(view, id_, index, f"{id_}-quote-{index + 1}"))
            for id_, index in heard.speaks
        ],
    }


def claim_groups(view: View) -> list[Group]:
    """Return every claim by topic, topics and claims in the order of their titles."""
    topics = sorted(view.by_topic, key=lambda id_: (view.topic(id_).title.casefold(), id_))
    return [
        Group(
            anchor=f"topic-{id_}",
            title=view.topic(id_).title,
            address=view.topic(id_).address,
            claims=sorted((other(view, claim) for claim in view.by_topic[id_]), key=lambda c: c.title.casefold()),
            entries=[],
        )
        for id_ in topics
    ]


def source_groups(view: View) -> list[Group]:
    """Return every source in one group, in the order of its title."""
    entries = [
        Listed(
            title=source.record.title,
            address=source_address(id_),
            line=_listed(
                type_in_words(source.record.type),
                date_of_event(source.record.issued or source.record.event_date),
                plural(len(view.quoted[id_]), "quote") if id_ in view.quoted else "",
                plural(len(view.cited[id_]), "citation") if id_ in view.cited else "",
            ),
        )
        for id_, source in view.corpus.sources.items()
    ]
    return [_one_group(entries)]


def voice_groups(view: View) -> list[Group]:
    """Return every voice in one group, in the order of its name."""
    entries = [
        Listed(
            title=heard.name,
            address=voice_address(id_),
            line=" · ".join(filter(None, (_quoted_from(view, heard), heard.role))),
        )
        for id_, heard in view.heard.items()
    ]
    return [_one_group(entries)]


def _quoted_from(view: View, heard: Heard) -> str:
    """Say how often a voice is quoted and from what, which tells two voices of one name apart."""
    sources = view.sources_of(heard)
    if not sources:
        return "not quoted yet"
    named = view.source(sources[0]).title if len(sources) == 1 else plural(len(sources), "source")
    return f"{plural(len(heard.speaks), 'quote')} from {named}"


def glossary_values(view: View) -> dict[str, Any]:
    """Return what the template of the glossary needs; terms in the order of the alphabet."""
    glossary, measures = view.corpus.glossary, view.corpus.measures
    terms = sorted(glossary.record.terms if glossary else (), key=lambda term: term.term.casefold())
    return {
        "terms": [
            {"anchor": f"term-{slug(term.term)}", "term": term.term, "aliases": term.aliases, "meaning": term.meaning}
            for term in terms
        ],
        "measures": [
            {
                "anchor": measure_anchor(measure.id),
                "name": measure.name,
                "unit": measure.unit,
                "definition": measure.definition,
                "note": measure.note,
            }
            for measure in (measures.record.measures if measures else ())
        ],
    }


def _one_group(entries: list[Listed]) -> Group:
    return Group(
        anchor="all",
        title="",
        address=None,
        claims=[],
        entries=sorted(entries, key=lambda e: (e.title.casefold(), e.address)),
    )
