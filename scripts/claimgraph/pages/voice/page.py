"""The page of a voice: who it is, and what it is quoted as saying."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.index.addresses import Ref, voice_address
from claimgraph.pages.parts.quotes_of_claims import QuoteOfClaim, quotes_of
from claimgraph.publish.shell import Content, shown_toc
from claimgraph.templating.templates import fields_of, render

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.publish.rendering import Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceHead:
    """Who a voice is; `role` is empty where nobody wrote it down."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInterest:
    """An interest that a voice has, and the source that says so."""

    text: str
    source: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicePage:
    """All that the page of a voice is made of; see the head of its template.

    `path` is the repository's path of its file, None where it has none.
    """

    here: str
    path: str | None
    voice: VoiceHead
    interests: tuple[ShownInterest, ...]
    sources: tuple[Ref, ...]
    quotes: tuple[QuoteOfClaim, ...]


def voice_page(view: View, voice_id: str) -> VoicePage:
    """Return what the page of a voice shows."""
    voice = view.voices[voice_id]
    interests = voice.entry.record.interests if voice.entry else ()
    return VoicePage(
        here=voice_address(voice_id),
        path=voice.entry.path if voice.entry else None,
        voice=VoiceHead(name=voice.name, role=voice.role),
        interests=tuple(ShownInterest(text=each.text, source=view.source(each.source)) for each in interests),
        sources=tuple(view.source(id_) for id_ in view.sources_of(voice)),
        quotes=quotes_of(view, voice.quotes),
    )


def voice_html(renderer: Renderer, page: VoicePage) -> Content:
    """Return what is put into the shell of a voice's page."""
    return Content(
        title=page.voice.name,
        description=f"What {page.voice.name} is quoted as saying here, and where.",
        content=render(renderer.templates, "voice.html", **fields_of(page)),
        toc=shown_toc(
            ("interests", "Interests", page.interests),
            ("sources", "Quoted from", page.sources),
            ("words", "The exact words", page.quotes),
        ),
        edit_path=page.path,
    )
