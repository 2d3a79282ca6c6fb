"""The page of a topic: its question, its theses with the reasons on both sides, and the claims beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from claimgraph.index.addresses import Ref, topic_address
from claimgraph.index.links import relative
from claimgraph.index.wording import day_in_words, differences_in_words, plural
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.parts.cards import card
from claimgraph.pages.parts.sides import Sides, makers_of, shown_sides
from claimgraph.publish.shell import TocEntry
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimgraph.index.view import Stands, View
    from claimgraph.pages.drawing.standing_marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownThesis:
    """A thesis with both its sides; `anchor` is the id of its heading on the topic's page."""

    anchor: str
    title: str
    address: str
    assertion: str
    stands: Stands
    mark: Mark
    sides: Sides


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalPair:
    """Two claims that give figures for the same thing, in what these differ, and how that makes them differ."""

    one: Ref
    other: Ref
    differs: str
    because: str


def topic_values(view: View, topic_id: str, marked: Callable[[str], str] = escape) -> dict[str, Any]:
    """Return what the template of a topic's page needs; `marked` turns its texts into HTML, in order."""
    topic, here = view.corpus.topics[topic_id].record, topic_address(topic_id)
    known, own = view.corpus.claims, view.by_topic.get(topic_id, ())
    theses = [id_ for id_ in topic.theses if id_ in known]
    told = {*theses, *topic.background}.union(*(makers_of(view, id_) for id_ in theses))
    return {
        "here": here,
        "topic": topic,
        "summary": linked_text(view, topic.summary, here, marked),
        "marked": marked,
        "theses": [shown_thesis(view, id_) for id_ in theses],
        "rivals": [*_rivals(view, topic_id)],
        "background": [card(view, id_) for id_ in topic.background if id_ in known],
        "others": [card(view, id_) for id_ in own if id_ not in told],
        "related": [card(view, id_) for id_ in topic.related if id_ in known and id_ not in told],
        "evidence": topic_evidence(view, topic_id),
        "as_of": day_in_words(view.as_of),
    }


def topic_toc(values: dict[str, Any]) -> tuple[TocEntry, ...]:
    """Return the contents of a topic's page."""
    parts = (
        ("rivals", "Other figures for the same thing"),
        ("background", "Background"),
        ("others", "Other claims"),
        ("related", "Related claims"),
    )
    theses = tuple(TocEntry(anchor=thesis.anchor, text=thesis.title) for thesis in values["theses"])
    return theses + tuple(TocEntry(anchor=anchor, text=text) for anchor, text in parts if values[anchor])


def shown_thesis(view: View, thesis: str) -> ShownThesis:
    """Return a thesis with both its sides."""
    claim, ref = view.corpus.claims[thesis].record, view.claim(thesis)
    return ShownThesis(
        anchor=f"thesis-{thesis}",
        title=ref.title,
        address=ref.address or "",
        assertion=claim.assertion,
        stands=view.stands(thesis),
        mark=MARKS[view.stands(thesis).standing.state],
        sides=shown_sides(view, thesis),
    )


def _rivals(view: View, topic_id: str) -> Iterator[RivalPair]:
    """Yield each pair of rivals of which the topic has one claim or both, in the order of the claims that say so."""
    for maker in view.corpus.claims:
        for tie in view.made[maker]:
            if tie.kind == "rivals" and topic_id in (view.corpus.topic_of[maker], view.corpus.topic_of[tie.target]):
                yield RivalPair(
                    one=view.claim(maker),
                    other=view.claim(tie.target),
                    differs=differences_in_words(tie.link),
                    because=tie.link.because,
                )


def topic_evidence(view: View, topic_id: str) -> str:
    """Return where the evidence of a topic's own claims comes from, in a sentence or two; empty where there is none."""
    found, own = view.analysis.topics.get(topic_id), view.by_topic.get(topic_id, ())
    if not found:
        return ""
    alone = view.one_voice(own)
    many = (
        f"{alone:,} of its {plural(len(own), 'claim')} rest{'s' * (alone == 1)}" if len(own) > 1 else "Its claim rests"
    )
    said = f" {many} on one voice{' each' * (alone > 1)}." if alone else ""
    return f"{found}.{said}"


def linked_text(view: View, text: str, here: str, marked: Callable[[str], str] = escape) -> Markup:
    """Return plain text as HTML with each `[[id]]` as a link with the claim's title; an unknown id stays as written.

    `marked` turns what stands between the links into HTML.
    """
    made: list[str] = []
    for piece in pieces(text):
        if isinstance(piece, WikiLink):
            made.append(claim_link(view, piece.id, here))
        else:
            made.append(str(marked(piece)))
    return Markup("".join(made))  # noqa: S704  every piece is escaped


def claim_link(view: View, id_: str, here: str) -> Markup:
    """Return a link to a claim by its title; an unknown id as written."""
    if id_ not in view.corpus.claims:
        return escape(f"[[{id_}]]")
    ref = view.claim(id_)
    return Markup('<a href="{}">{}</a>').format(relative(here, ref.address or ""), ref.title)
