"""The page of a topic: its question, its theses with the reasons on both sides, and its other claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.index.addresses import Ref, topic_address
from claimgraph.index.wording import day_in_words, differences_in_words, plural
from claimgraph.pages.head.feed import feed_link
from claimgraph.pages.head.share_picture import share_tags
from claimgraph.pages.map.poster import poster_forms
from claimgraph.pages.parts.cards import card
from claimgraph.pages.parts.face_offs import open_ends
from claimgraph.pages.parts.linked_text import linked_html, linked_text
from claimgraph.pages.parts.sides import makers_of
from claimgraph.pages.parts.theses import shown_thesis
from claimgraph.pages.topic.sources import sources_of
from claimgraph.publish.shell import Content, TocEntry
from claimgraph.templating.templates import fields_of, render, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from claimgraph.index.edges import Edge
    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.pages.parts.cards import Card
    from claimgraph.pages.parts.theses import ShownThesis
    from claimgraph.pages.topic.sources import ShownSource
    from claimgraph.publish.rendering import Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalPair:
    """Two claims with different figures for the same thing, the respects in which they differ, and why."""

    one: Ref
    other: Ref
    differs: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicHead:
    """The title and the question of a topic."""

    title: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """The value of the page of a topic; see the head of its template.

    `text` is the summary in pieces: plain text, and the pages of the claims that it names. `path` is the path of its
    file in the repository. `posters` are the forms of its poster. `open_ends` are the strongest reasons that
    nothing here answers. `head` has elements of the page's head.
    """

    here: str
    id: str
    path: str
    posters: tuple[str, ...]
    topic: TopicHead
    text: tuple[str | Ref, ...]
    theses: tuple[ShownThesis, ...]
    open_ends: tuple[Ref, ...]
    rivals: tuple[RivalPair, ...]
    background: tuple[Card, ...]
    others: tuple[Card, ...]
    related: tuple[Card, ...]
    evidence: str
    sources: tuple[ShownSource, ...]
    as_of: str
    head: Markup


def topic_page(view: View, home: Home, topic_id: str) -> TopicPage:
    """Return the value of the page of a topic."""
    entry = view.corpus.topics[topic_id]
    topic, known, own = entry.record, view.corpus.claims, view.by_topic.get(topic_id) or ()
    theses = [id_ for id_ in topic.theses if id_ in known]
    shown = {*theses, *topic.background}.union(*(makers_of(view, id_) for id_ in theses))
    return TopicPage(
        here=topic_address(topic_id),
        id=topic_id,
        posters=poster_forms(len(view.corpus.topics)),
        path=entry.path,
        topic=TopicHead(title=topic.title, question=topic.question),
        text=linked_text(view, topic.summary),
        theses=tuple(shown_thesis(view, id_) for id_ in theses),
        open_ends=tuple(dict.fromkeys(end for id_ in theses for end in open_ends(view, id_))),
        rivals=tuple(_rivals(view, topic_id)),
        background=tuple(card(view, id_) for id_ in topic.background if id_ in known),
        others=tuple(card(view, id_) for id_ in own if id_ not in shown),
        related=tuple(card(view, id_) for id_ in topic.related if id_ in known and id_ not in shown),
        evidence=topic_evidence(view, topic_id),
        sources=sources_of(view, set[str]().union(*(makers_of(view, id_) for id_ in theses))),
        as_of=day_in_words(view.as_of),
        head=share_tags(home, topic_id, topic) + feed_link(home, view.corpus.topics, topic.title),
    )


def topic_html(renderer: Renderer, page: TopicPage) -> Content:
    """Return the content of a topic's page for its shell; each term of the glossary is marked once on it."""
    marked = terms_of(renderer.templates).through_pieces()
    summary = linked_html(page.text, page.here, marked)
    content = render(renderer.templates, "topic.html", **fields_of(page), summary=summary, marked=marked)
    return Content(
        title=page.topic.title,
        description=page.topic.question,
        content=content,
        toc=_toc(page),
        edit_path=page.path,
        head=page.head,
    )


def _toc(page: TopicPage) -> tuple[TocEntry, ...]:
    """Return the table of contents of a topic's page."""
    parts = (
        ("in-short", "In short", page.text),
        ("open-ends", "What nobody answers here", page.open_ends),
        ("rivals", "Figures that differ", page.rivals),
        ("background", "Background", page.background),
        ("others", "More on this question", page.others),
        ("related", "Claims under other questions", page.related),
        ("evidence", "Evidence and sources", page.evidence or page.sources),
    )
    theses = tuple(TocEntry(anchor=thesis.face.anchor, text=thesis.face.title) for thesis in page.theses)
    return theses + tuple(TocEntry(anchor=anchor, text=text) for anchor, text, shown in parts if shown)


def _rivals(view: View, topic_id: str) -> Iterator[RivalPair]:
    """Yield each pair of rivals with a claim of the topic, in the order of the claims that make the links."""
    own = view.by_topic.get(topic_id) or ()
    edges = {(edge.maker, at): edge for id_ in own for edge, at in _rivalries(view, id_)}
    for _, edge in sorted(edges.items(), key=lambda item: item[0]):
        yield RivalPair(
            one=view.claim(edge.maker),
            other=view.claim(edge.target),
            differs=differences_in_words(edge.link),
            because=edge.link.because,
        )


def _rivalries(view: View, claim_id: str) -> Iterator[tuple[Edge, int]]:
    """Yield the edges between a claim and its rivals, each with its index among the edges of its maker."""
    for edge in (*view.outgoing[claim_id], *view.incoming[claim_id]):
        if edge.kind == "rivals":
            yield edge, view.outgoing[edge.maker].index(edge)


def topic_evidence(view: View, topic_id: str) -> str:
    """Return a sentence or two on the origins of the evidence for a topic's own claims; empty if there is none."""
    found, own = view.analysis.topics.get(topic_id), view.by_topic.get(topic_id) or ()
    if not found:
        return ""
    alone = view.one_voice(own)
    many = (
        f"{alone:,} of its {plural(len(own), 'claim')} rest{'s' * (alone == 1)}" if len(own) > 1 else "Its claim rests"
    )
    single = f" {many} on one voice{' each' * (alone > 1)}." if alone else ""
    return f"{found}.{single}"
