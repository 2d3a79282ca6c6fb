"""The page of a voice: who it is, what it holds, and its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import Ref, voice_address
from claimgraph.index.wording import date_of_event, plural
from claimgraph.pages.parts.people import holding, side_in_words, weight_in_words
from claimgraph.pages.parts.quotes_of_claims import QuoteOfClaim, quotes_of
from claimgraph.publish.shell import Content, shown_toc
from claimgraph.templating.templates import fields_of, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.analysis.holdings import Holding
    from claimgraph.index.view import View
    from claimgraph.publish.rendering import Renderer

SHOWN: Final = 3
"""How many quotes are shown before the rest is folded by topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceHead:
    """Who a voice is. `role` is empty if it is not recorded, `side` and `weight` if the voice gives no evidence."""

    name: str
    role: str
    side: str
    weight: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInterest:
    """An interest of a voice, and the source that states it."""

    text: str
    source: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The theses on one side of a voice, those with most of its reasons first."""

    says: str
    theses: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesOnTopic:
    """Quotes on claims of one topic; `says` is the topic with their number."""

    says: str
    quotes: tuple[QuoteOfClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedClaim:
    """A claim for which a document of the voice is cited, with that document and its date in words, or empty."""

    claim: Ref
    source: Ref
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicePage:
    """The value of the page of a voice; see the head of its template.

    `path` is the path of its file in the repository, None if it has none.
    """

    here: str
    path: str | None
    voice: VoiceHead
    interests: tuple[ShownInterest, ...]
    held: tuple[Held, ...]
    quotes: tuple[QuoteOfClaim, ...]
    more: tuple[QuotesOnTopic, ...]
    cited: tuple[CitedClaim, ...]
    sources: tuple[Ref, ...]


def voice_page(view: View, voice_id: str) -> VoicePage:
    """Return the value of the page of a voice."""
    voice, carried = view.voices[voice_id], holding(view, voice_id)
    interests, spoken = voice.entry.record.interests if voice.entry else (), _most_first(view, voice.quotes)
    return VoicePage(
        here=voice_address(voice_id),
        path=voice.entry.path if voice.entry else None,
        voice=VoiceHead(name=voice.name, role=voice.role, side=side_in_words(carried), weight=weight_in_words(carried)),
        interests=tuple(ShownInterest(text=each.text, source=view.source(each.source)) for each in interests),
        held=tuple(_held(view, carried)),
        quotes=quotes_of(view, spoken[:SHOWN]),
        more=tuple(_by_topic(view, spoken[SHOWN:])),
        cited=tuple(_cited(view, id_, index) for id_, index in voice.citations),
        sources=tuple(view.source(id_) for id_ in view.sources_of(voice)),
    )


def _held(view: View, carried: Holding) -> Iterator[Held]:
    sides = (
        ("Gives reasons for", carried.pro),
        ("Gives reasons against", carried.con),
        ("Gives reasons on both sides", carried.both),
    )
    for says, theses in sides:
        if theses:
            yield Held(says=says, theses=tuple(map(view.claim, theses)))


def _most_first(view: View, places: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return quotes by the topic of their claims: first the topic with most of them, then in the order of topics."""
    count = Counter(view.corpus.topic_of[id_] for id_, _ in places)
    rank = {topic: (-count[topic], at) for at, topic in enumerate(view.topics)}
    return sorted(places, key=lambda place: (rank[view.corpus.topic_of[place[0]]], place))


def _by_topic(view: View, places: Sequence[tuple[str, int]]) -> Iterator[QuotesOnTopic]:
    """Yield quotes that are in order of topics by the topic of their claims."""
    for topic, own in groupby(places, key=lambda place: view.corpus.topic_of[place[0]]):
        quotes = quotes_of(view, own)
        yield QuotesOnTopic(says=f"{view.topic(topic).title}: {plural(len(quotes), 'quote')}", quotes=quotes)


def _cited(view: View, claim_id: str, index: int) -> CitedClaim:
    source_id = view.corpus.claims[claim_id].record.citations[index].source
    source = view.corpus.sources.get(source_id)
    return CitedClaim(
        claim=view.claim(claim_id),
        source=view.source(source_id),
        date=date_of_event(source.record.issued or source.record.event_date) if source else "",
    )


def voice_html(renderer: Renderer, page: VoicePage) -> Content:
    """Return the content of a voice's page for its shell."""
    return Content(
        title=page.voice.name,
        description=f"What {page.voice.name} is quoted as saying here, and where.",
        content=render(renderer.templates, "voice.html", **fields_of(page)),
        toc=shown_toc(
            ("interests", "Interests", page.interests),
            ("holds", "What this voice argues", page.held),
            ("words", "The exact words", page.quotes),
            ("cited", "Told from documents", page.cited),
            ("sources", "Sources", page.sources),
        ),
        edit_path=page.path,
    )
