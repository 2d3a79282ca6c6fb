"""The page of a voice: its role and interests, and its quotes."""

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
    """The name and the role of a voice; `role` is empty if it is not recorded."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInterest:
    """An interest of a voice, and the source that states it."""

    text: str
    source: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicePage:
    """The value of the page of a voice; see the head of its template.

    `path` is the path of its file in the repository, None if it has none.
    """

    here: str
    path: str | None
    voice: VoiceHead
    interests: tuple[ShownInterest, ...]
    sources: tuple[Ref, ...]
    quotes: tuple[QuoteOfClaim, ...]


def voice_page(view: View, voice_id: str) -> VoicePage:
    """Return the value of the page of a voice."""
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
    """Return the content of a voice's page for its shell."""
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
