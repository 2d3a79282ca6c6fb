"""The page of the map: the frame that the script draws into; and an outline with the same content, a page a topic."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from claimgraph.index.wording import day_in_words
from claimgraph.pages.drawing.line_ends import RIGHT
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.drawing.standing_marks import MARKS, STATES, THESES
from claimgraph.pages.map.map_view import OUTLINE
from claimgraph.pages.map.poster import poster_forms
from claimgraph.publish.shell import Content
from claimgraph.templating.templates import render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimgraph.pages.map.map_view import MapView
    from claimgraph.publish.rendering import Renderer

MODULES: Final = tuple(
    (
        "address argument camera finder gestures levels links marks outline page painter panel plan pointing routes "
        "sight state texts"
    ).split()
)
"""What the map's script imports, so that the browser fetches all at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineLink:
    """A link that a claim makes: the kind in words, the other claim's id, title and page, and why."""

    says: str
    id: str
    title: str
    address: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineClaim:
    """A claim with the links that it makes, by kind in the order of LINK_STYLES and then by the other's title.

    `state` is how it stands, in words.
    """

    id: str
    title: str
    address: str
    state: str
    links: tuple[OutlineLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineTopic:
    """A topic with its claims, its theses first, and the forms of its poster.

    `address` is None where it has no page; then `question` and `posters` are empty.
    """

    id: str
    title: str
    question: str
    posters: tuple[str, ...]
    address: str | None
    claims: tuple[OutlineClaim, ...]


def outline(view: MapView) -> tuple[OutlineTopic, ...]:
    """Return everything that the map shows, as text: topics in their order, each with its claims, theses first."""
    posters = poster_forms(sum(topic.address is not None for topic in view.topics))
    claims = {claim.id: claim for claim in view.claims}
    order = {kind: rank for rank, kind in enumerate(LINK_STYLES)}
    links: defaultdict[str, list[OutlineLink]] = defaultdict(list)
    for link in sorted(view.links, key=lambda link: (order[link.kind], claims[link.target].title, link.target)):
        target = claims[link.target]
        links[link.source].append(
            OutlineLink(
                says=LINK_STYLES[link.kind].onward,
                id=target.id,
                title=target.title,
                address=target.address,
                because=link.because,
            )
        )
    return tuple(
        OutlineTopic(
            id=topic.id,
            title=topic.title,
            question=topic.question,
            posters=posters if topic.address is not None else (),
            address=topic.address,
            claims=tuple(
                OutlineClaim(
                    id=claim.id,
                    title=claim.title,
                    address=claim.address,
                    state=claim.state.value,
                    links=tuple(links[claim.id]),
                )
                for claim in claims
            ),
        )
        for topic, claims in view.in_order
    )


def outline_html(renderer: Renderer, topic: OutlineTopic) -> Content:
    """Return what is put into the shell of the outline's page of a topic."""
    return Content(
        title=f"The argument on: {topic.title}",
        description=f"The claims on: {topic.title}, as a network and in words, each with how it stands and its links.",
        content=render(
            renderer.templates,
            "outline.html",
            here=OUTLINE,
            topic=topic,
            styles=tuple(LINK_STYLES.values()),
            ends=RIGHT,
        ),
        head=Markup('<link rel="stylesheet" href="../../assets/stylesheets/map.css">'),
    )


def map_page(view: MapView, as_of: date) -> dict[str, Any]:
    """Return what the map's page shows: topics, each with the address of its outline and its number of claims.

    `poster` is the form in which all posters are there.

    `as_of` is the day of which it says how claims stand.
    """
    topics = tuple((topic, f"{OUTLINE}{topic.id}.html", len(claims)) for topic, claims in view.in_order)
    form = poster_forms(sum(topic.address is not None for topic in view.topics))[0]
    return {"topics": topics, "as_of": day_in_words(as_of), "poster": form}


def map_html(renderer: Renderer, here: str, values: Mapping[str, Any]) -> Markup:
    """Return the inside of the map's page: frame, key and the outline's topics, with their script and style sheet."""
    return render(
        renderer.templates,
        "map.html",
        here=here,
        topics=values["topics"],
        styles=tuple(LINK_STYLES.values()),
        ends=RIGHT,
        states=tuple(
            (
                legend,
                [
                    (STATES[state], state.value, mark)
                    for state, mark in MARKS.items()
                    if (state in THESES) is is_of_theses
                ],
            )
            for legend, is_of_theses in (
                ("Show theses by their reasons", True),
                ("Show claims by how they stand", False),
            )
        ),
        as_of=values["as_of"],
        poster=values["poster"],
        modules=MODULES,
    )
