"""The pages of sources and voices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimgraph.index.addresses import Ref, source_address, voice_address
from claimgraph.index.links import external
from claimgraph.index.wording import (
    DEPTHS,
    comparison_in_words,
    date_of_event,
    joined,
    type_in_words,
)
from claimgraph.pages.parts.quotes import ShownCitation, ShownQuote, shown_citation, shown_quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.index.view import View
    from claimgraph.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteOfClaim:
    """A quote on a page that is not its claim's, with the id of its element there."""

    claim: Ref
    quote: ShownQuote
    anchor: str


def _quotes(view: View, places: Iterable[tuple[str, int]]) -> list[QuoteOfClaim]:
    return [
        QuoteOfClaim(claim=view.claim(id_), quote=shown_quote(view, id_, index), anchor=f"{id_}-quote-{index + 1}")
        for id_, index in places
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationOfClaim:
    """A citation on a page that is not its claim's."""

    claim: Ref
    citation: ShownCitation


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
        "compared": "" if source.depth == "none" else comparison_in_words(view.corpus.proven.get(source_id)),
        "voices": sorted(names.values(), key=lambda ref: (ref.title.casefold(), ref.address or "")),
        "quotes": _quotes(view, quoted),
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
        ("Event", joined(source.event_title, source.event_place, date_of_event(source.event_date))),
        ("In", joined(source.container_title, number, page)),
        ("Publisher", joined(source.publisher, source.publisher_place)),
        ("DOI", source.doi or ""),
        ("Address", source.url if source.url and external(source.url) is None else ""),
        ("Read by the editors", date_of_event(source.accessed)),
        ("Licence", source.licence),
        ("Side, as the editors see it", f"{source.side}; used for balance only"),
        ("Note", source.note),
    ]


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
        "quotes": _quotes(view, heard.speaks),
    }
