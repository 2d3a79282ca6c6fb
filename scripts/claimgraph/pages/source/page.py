"""The page of a source: its record, the voices quoted from it, and its quotes and citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.index.addresses import Ref, source_address
from claimgraph.index.links import external
from claimgraph.index.wording import DEPTHS, comparison_in_words, date_of_event, joined, type_in_words
from claimgraph.pages.head.linked_data import linked_data, source_data
from claimgraph.pages.parts.citing import source_section
from claimgraph.pages.parts.quotes import ShownCitation, shown_citation
from claimgraph.pages.parts.quotes_of_claims import QuoteOfClaim, quotes_of
from claimgraph.pages.source.looked import look_in_words, notice_in_words
from claimgraph.publish.shell import Content, shown_toc
from claimgraph.templating.templates import fields_of, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from claimgraph.index.view import View
    from claimgraph.model.source import Source
    from claimgraph.publish.rendering import Renderer

_Place: TypeAlias = "tuple[str, int]"
"""A claim's id, and the index of its quote or citation."""

_FEW: Final = 6
"""The number of quotes and citations that a page shows in the open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHead:
    """The title and kind of a source, with its addresses; None for an address that is not safe to link to."""

    title: str
    kind: str
    url: str | None
    archived: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationOfClaim:
    """A citation on a page other than its claim's."""

    claim: Ref
    citation: ShownCitation


@dataclass(frozen=True, slots=True, kw_only=True)
class FromTopic:
    """What the claims of one topic quote from a source, or what they cite; of all topics, if `topic` is empty."""

    topic: str
    quotes: tuple[QuoteOfClaim, ...] = ()
    citations: tuple[CitationOfClaim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """The value of the page of a source; see the head of its template.

    On a page with many, `quotes` and `citations` are by topic, closed until somebody opens them. `path` is the path of
    its file in the repository. `id` and `cited` are its id and record, for the section on citing. `head` has elements
    of the page's head.
    """

    here: str
    path: str
    source: SourceHead
    record: tuple[tuple[str, str], ...]
    depth: str
    compared: str
    looked: str
    notice: str
    found_copy: str | None
    voices: tuple[Ref, ...]
    quotes: tuple[FromTopic, ...]
    citations: tuple[FromTopic, ...]
    id: str
    cited: Source
    head: Markup


def source_page(view: View, source_id: str) -> SourcePage:
    """Return the value of the page of a source."""
    entry = view.corpus.sources[source_id]
    quoted, cited = view.quoted.get(source_id) or (), view.cited.get(source_id) or ()
    source, look = entry.record, view.looks.get(source_id)
    grouped = _by_topic if len(quoted) + len(cited) > _FEW else _together
    names = {said_by.id: view.voice(said_by) for place in quoted if (said_by := view.voicing(*place)) is not None}
    return SourcePage(
        here=source_address(source_id),
        path=entry.path,
        source=SourceHead(
            title=source.title,
            kind=type_in_words(source.type),
            url=external(source.url) if source.url else None,
            archived=external(source.archived) if source.archived else None,
        ),
        record=_record(source),
        depth=DEPTHS[source.depth],
        compared="" if source.depth == "none" else comparison_in_words(view.corpus.proven.get(source_id)),
        looked=look_in_words(look),
        notice=notice_in_words(look),
        found_copy=external(look.found_copy) if look is not None and look.found_copy and not source.archived else None,
        voices=tuple(sorted(names.values(), key=lambda ref: (ref.title.casefold(), ref.address or ""))),
        quotes=tuple(FromTopic(topic=topic, quotes=quotes_of(view, places)) for topic, places in grouped(view, quoted)),
        citations=tuple(
            FromTopic(topic=topic, citations=tuple(_citation(view, *place) for place in places))
            for topic, places in grouped(view, cited)
        ),
        id=source_id,
        cited=source,
        head=linked_data(source_data(source)),
    )


def _by_topic(view: View, places: Sequence[_Place]) -> Iterator[tuple[str, Sequence[_Place]]]:
    """Yield each topic's title with the places in its claims, topics in their own order."""
    found: dict[str, list[_Place]] = {}
    for place in places:
        found.setdefault(view.corpus.topic_of[place[0]], []).append(place)
    return ((view.topic(topic).title, found[topic]) for topic in view.topics if topic in found)


def _together(_view: View, places: Sequence[_Place]) -> Iterator[tuple[str, Sequence[_Place]]]:
    """Yield all places under no title, if there are any."""
    if places:
        yield "", places


def _citation(view: View, id_: str, index: int) -> CitationOfClaim:
    citation = shown_citation(view, id_, index, f"{id_}-citation-{index + 1}")
    return CitationOfClaim(claim=view.claim(id_), citation=citation)


def _record(source: Source) -> tuple[tuple[str, str], ...]:
    number = f"{source.volume or ''}{f'({source.issue})' if source.issue else ''}"
    pages = source.page or ""
    page = f"{'page' if pages.isdigit() else 'pages'} {pages}" if pages else ""
    return (
        ("Form", source.genre),
        ("By", "; ".join(map(str, source.author))),
        ("Edited by", "; ".join(map(str, source.editor))),
        ("Published", date_of_event(source.issued)),
        ("Event", joined(source.event_title, source.event_place, date_of_event(source.event_date))),
        ("In", joined(source.container_title, number, page)),
        ("Publisher", joined(source.publisher, source.publisher_place)),
        ("DOI", source.doi or ""),
        ("Address", source.url if source.url and external(source.url) is None else ""),
        ("Read by the editors", date_of_event(source.accessed)),
        ("Licence", source.licence),
        ("Side, as the editors see it", f"{source.side}; used for balance only"),
        ("Note", source.note),
    )


def source_html(renderer: Renderer, page: SourcePage) -> Content:
    """Return the content of a source's page for its shell."""
    cite = source_section(renderer.templates, page.id, page.cited)
    return Content(
        title=page.source.title,
        description=f"What is quoted and cited here from: {page.source.title}",
        content=render(renderer.templates, "source.html", **fields_of(page), cite=cite),
        toc=shown_toc(
            ("voices", "Who is quoted", page.voices),
            ("quotes", "Quoted from it", page.quotes),
            ("citations", "Cited from it", page.citations),
            ("cite", "Cite this source", True),
        ),
        edit_path=page.path,
        head=page.head,
    )
