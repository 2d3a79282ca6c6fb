"""The generated parts of written pages: lists, the glossary, the rules, the map, and links to claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from claimgraph.index.wording import day_in_words
from claimgraph.model.schemes import SCHEMES
from claimgraph.pages.changes.page import ChangeSet, ChangesPage, newest
from claimgraph.pages.charts.dated import LINE, RAIL, WIDTH, dated_claims
from claimgraph.pages.charts.page import figures_html, figures_page
from claimgraph.pages.charts.whole import whole_balance
from claimgraph.pages.debate.page import TOC as DEBATE_TOC
from claimgraph.pages.debate.page import debate_values
from claimgraph.pages.drawing.standing_marks import MARKS, STATES
from claimgraph.pages.form.page import form_page
from claimgraph.pages.head.linked_data import dataset_data, linked_data
from claimgraph.pages.lists.claim_list import claim_list
from claimgraph.pages.lists.explore import FACETS, ORDERS, explore_rows
from claimgraph.pages.lists.glossary import glossary_values
from claimgraph.pages.lists.home import question_rows
from claimgraph.pages.lists.lists import copies, source_groups, topic_cards
from claimgraph.pages.lists.people import people_groups
from claimgraph.pages.map.outline import map_html, map_page
from claimgraph.pages.parts.face_offs import face_off
from claimgraph.pages.parts.linked_text import claim_ref
from claimgraph.publish.shell import SlotContent, TocEntry
from claimgraph.templating.templates import inside_link, render, terms_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimgraph.data.listed import DataPage
    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.pages.lists.claim_list import TopicClaims
    from claimgraph.pages.lists.explore import TopicRows
    from claimgraph.pages.map.map_view import MapView
    from claimgraph.pages.rules.rule_list import RuleText
    from claimgraph.publish.rendering import Renderer

CLAIM_PLACE: Final = "claim-"
"""The beginning of a slot for a link to a claim in a staged page: `<!-- pour: claim-waits-are-short -->`."""
FACE_OFF_PLACE: Final = "face-off-"
"""The beginning of a slot for the face-off of a thesis, for a line such as `face-off: [[waits-are-short]]`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Site:
    """What the parts of written pages show: the claims, the map, the rules, the data, and the changes.

    `history` has more of the changes, for feeds of single topics and theses.
    """

    view: View
    home: Home
    map: MapView
    rules: tuple[RuleText, ...]
    data: DataPage
    changes: ChangesPage = field(default_factory=ChangesPage)
    history: tuple[ChangeSet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The value of one slot of a written page: what its template shows, and its entries in the table of contents.

    `place` is the name of the slot, and the ids of the claims that it shows, if it takes any. `kind` is the name;
    all links to claims have the kind `CLAIM_PLACE`, and all face-offs `FACE_OFF_PLACE`.
    """

    place: str
    kind: str
    values: Mapping[str, object]
    toc: tuple[TocEntry, ...] = ()


def part(site: Site, name: str) -> Part:
    """Return the value of the slot with this name. Raises KeyError if there is no such part."""
    if name.startswith(CLAIM_PLACE):
        return Part(
            place=name, kind=CLAIM_PLACE, values={"claim": claim_ref(site.view, name.removeprefix(CLAIM_PLACE))}
        )
    if name.startswith(FACE_OFF_PLACE):
        return _face_off(site, name)
    kind, _, ids = name.partition(" ")
    if kind in _OF_CLAIMS:
        return Part(place=name, kind=kind, values=_OF_CLAIMS[kind](site, ids.split()))
    values = dict(_VALUES[name](site))
    return Part(place=name, kind=name, toc=values.pop("toc", ()), values=values)


def part_html(renderer: Renderer, made: Part, here: str) -> SlotContent:
    """Return the HTML of a part of the written page at `here`."""
    if made.kind in _HTML:
        content = _HTML[made.kind](renderer, here, made.values)
    else:
        content = _render(renderer, here, _TEMPLATES.get(made.kind, f"{made.kind}.html"), made.values)
    return SlotContent(content=content, toc=made.toc)


def _topics(site: Site) -> dict[str, Any]:
    return {"topics": topic_cards(site.view), "level": 2}


def _new(site: Site) -> dict[str, Any]:
    changes = site.changes
    return {
        "news": newest(changes),
        "states": changes.states,
        "note": changes.note,
        "has_feed": changes.has_feed,
    }


def _claims(site: Site) -> dict[str, Any]:
    topics = claim_list(site.view)
    return {
        "topics": topics,
        "marks": tuple((STATES[state], mark) for state, mark in MARKS.items()),
        "toc": tuple(TocEntry(anchor=topic.anchor, text=topic.title) for topic in topics),
    }


def _explore(site: Site) -> dict[str, Any]:
    topics = explore_rows(site.view)
    return {
        "topics": topics,
        "total": sum(len(topic.rows) for topic in topics),
        "as_of": day_in_words(site.view.as_of),
        "facets": FACETS,
        "orders": ORDERS,
    }


def _rules(site: Site) -> dict[str, Any]:
    return {"rules": site.rules, "toc": tuple(TocEntry(anchor=rule.id, text=rule.id) for rule in site.rules)}


def _schemes(_site: Site) -> dict[str, Any]:
    schemes = tuple(SCHEMES.values())
    return {"schemes": schemes, "toc": tuple(TocEntry(anchor=scheme.id, text=scheme.name) for scheme in schemes)}


def _data(site: Site) -> dict[str, Any]:
    return {"data": site.data, "head": linked_data(dataset_data(site.data, site.home))}


def _face_off(site: Site, place: str) -> Part:
    """Return the slot of a face-off; of a claim that is no thesis, or is unknown, a link."""
    thesis = place.removeprefix(FACE_OFF_PLACE)
    known = site.view.corpus.claims.get(thesis)
    if known is None or not known.record.thesis:
        return Part(place=place, kind=CLAIM_PLACE, values={"claim": claim_ref(site.view, thesis)})
    face = face_off(site.view, thesis, is_short=True)
    contents = (TocEntry(anchor=face.anchor, text=face.title),)
    return Part(place=place, kind=FACE_OFF_PLACE, values={"face": face}, toc=contents)


_VALUES: Final[Mapping[str, Callable[[Site], Mapping[str, Any]]]] = {
    "changes": lambda site: {"changes": site.changes},
    "balance": lambda site: {"balance": whole_balance(site.view, site.view.analysis.origins)},
    "claims": _claims,
    "data": _data,
    "data-fields": lambda site: {"records": site.data.records},
    "debate": lambda site: {"toc": DEBATE_TOC, **debate_values(site.view)},
    "explore": _explore,
    "figures": lambda site: figures_page(site.view),
    "form": lambda site: form_page(site.home.repository),
    "glossary": lambda site: glossary_values(site.view),
    "home": lambda site: {"topics": question_rows(site.view)},
    "map": lambda site: map_page(site.map, site.view.as_of),
    "new": _new,
    "rules": _rules,
    "schemes": _schemes,
    "sources": lambda site: {"groups": source_groups(site.view), "copies": copies(site.view)},
    "topics": _topics,
    "voices": lambda site: {"groups": people_groups(site.view)},
}

PLACES: Final = tuple(_VALUES)
"""The parts that a written page can have besides links to claims, as in `<!-- pour: claims -->`."""

_OF_CLAIMS: Final[Mapping[str, Callable[[Site, Sequence[str]], Mapping[str, object]]]] = {
    "timeline": lambda site, ids: {"shown": dated_claims(site.view, ids), "width": WIDTH, "line": LINE, "rail": RAIL},
}

PLACES_OF_CLAIMS: Final = tuple(_OF_CLAIMS)
"""The parts that show several claims, which a page names in a paragraph such as `timeline: [[a]] [[b]]`."""

BEYOND_CLAIMS: Final = frozenset({"changes", "data", "data-fields", "map", "new"})
"""The parts that need more than the view: git's history, other files, or the drawn map."""

_TEMPLATES: Final = {
    "data-fields": "data_fields.html",
    "home": "questions.html",
    "sources": "listing.html",
    "voices": "people.html",
}


def _render(renderer: Renderer, here: str, template: str, values: Mapping[str, object]) -> Markup:
    return render(renderer.templates, template, here=here, **values)


def _link(_renderer: Renderer, here: str, values: Mapping[str, Any]) -> Markup:
    return inside_link(here, values["claim"])


def _marked(template: str, renderer: Renderer, here: str, values: Mapping[str, Any]) -> Markup:
    """Return a part in which each term of the glossary is marked once."""
    marked = terms_of(renderer.templates).through_pieces(here)
    return _render(renderer, here, template, {**values, "marked": marked})


def _claims_html(renderer: Renderer, here: str, values: Mapping[str, Any]) -> Markup:
    """Return the list of all claims, topic by topic, after the shapes of the states, which it draws once."""

    def rendered(topic: TopicClaims) -> Markup:
        return _render(renderer, here, "claims.html", {"topic": topic})

    blocks = renderer.blocks
    shapes = _render(renderer, here, "shapes.html", {"marks": values["marks"]})
    parts = [blocks.get(("claims", topic.anchor), topic, partial(rendered, topic)) for topic in values["topics"]]
    return Markup("\n").join([shapes, *parts, ""])


def _explore_html(renderer: Renderer, here: str, values: Mapping[str, Any]) -> Markup:
    def rendered(topic: TopicRows) -> Markup:
        return _render(renderer, here, "explore_rows.html", {"topic": topic})

    blocks = renderer.blocks
    bodies = [blocks.get(("explore", topic.id), topic, partial(rendered, topic)) for topic in values["topics"]]
    return _render(renderer, here, "explore.html", {**values, "bodies": Markup("").join(bodies)})


def _data_html(renderer: Renderer, here: str, values: Mapping[str, Any]) -> Markup:
    head: Markup = values["head"]
    return _render(renderer, here, "data.html", {"data": values["data"]}) + head


_HTML: Final[Mapping[str, Callable[[Renderer, str, Mapping[str, Any]], Markup]]] = {
    CLAIM_PLACE: _link,
    "claims": _claims_html,
    FACE_OFF_PLACE: partial(_marked, "face_off.html"),
    "data": _data_html,
    "explore": _explore_html,
    "figures": figures_html,
    "map": map_html,
}
