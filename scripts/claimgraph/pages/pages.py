"""All poured pages of the site: what each is made of, and how it is made when it is wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from claimgraph.data.listed import DataPage
from claimgraph.index.account import account
from claimgraph.index.addresses import claim_address, source_address, topic_address, voice_address
from claimgraph.index.home import Home
from claimgraph.index.places import background_of, places
from claimgraph.index.reasoning import answered_in_words, shown_reason
from claimgraph.model.claim import Undercut
from claimgraph.pages.changes.page import ChangesPage
from claimgraph.pages.claim.page import claim_toc, claim_values, neighbours
from claimgraph.pages.head.linked_data import claim_data, linked_data, source_data
from claimgraph.pages.head.share_picture import share_tags
from claimgraph.pages.map.neighbourhood import neighbourhood
from claimgraph.pages.parts.citing import claim_section, source_section
from claimgraph.pages.parts.sides import shown_sides
from claimgraph.pages.parts.spoken import voices_of
from claimgraph.pages.search.search_index import SearchEntry
from claimgraph.pages.sources.page import source_values, voice_values
from claimgraph.pages.topic.page import topic_toc, topic_values
from claimgraph.publish.publisher import Prototype
from claimgraph.publish.shell import Pour, TocEntry
from claimgraph.templating.blocks import Blocks
from claimgraph.templating.templates import render, terms_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jinja2 import Environment

    from claimgraph.index.view import View
    from claimgraph.pages.lists.explore import TopicRows
    from claimgraph.pages.map.map_view import MapView
    from claimgraph.pages.rules.rule_list import RuleText
    from claimgraph.publish.shell import Shell

PROTOTYPES: Final = {
    "claim": Prototype(parent="claims/", tab="claims/"),
    "topic": Prototype(parent="topics/", tab="topics/"),
    "source": Prototype(parent="sources/", tab="sources/"),
    "voice": Prototype(parent="voices/", tab="voices/"),
}
"""The kinds of poured pages."""


_PICTURE_STYLE: Final = Markup('<link rel="stylesheet" href="../../assets/stylesheets/map.css">')
_NO_HEAD: Final = Markup("")
_NOWHERE: Final = Home(name="Claims")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """One poured page.

    While its `key`, which `find_key` finds, is equal, so is the page. `pieces` gives its HTML.
    """

    address: str
    kind: str
    find_key: Callable[[], tuple[object, ...]]
    pieces: Callable[[], list[str]]

    @property
    def key(self) -> tuple[object, ...]:
        """All that the page is made of."""
        return self.find_key()

    def make(self) -> str:
        """Return the whole HTML."""
        return "".join(self.pieces())

    def encoded(self) -> bytes:
        """Return the whole HTML in UTF-8."""
        return b"".join([piece.encode() for piece in self.pieces()])


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What the head of a page says: plain text, and the repository's path of the file behind it, None for no file."""

    title: str
    description: str
    path: str | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Press:
    """What turns a view into pages: templates, shells, what the map shows, and the texts of the rules.

    `data` and `changes` are what the pages of those show, `explore` the rows of the table of claims, empty until made.
    `blocks` are parts of pages that are made already, with these templates.
    """

    view: View
    templates: Environment
    shells: Mapping[str, Shell]
    map: MapView
    rules: tuple[RuleText, ...]
    home: Home = _NOWHERE
    data: DataPage = field(default_factory=DataPage)
    changes: ChangesPage = field(default_factory=ChangesPage)
    explore: tuple[TopicRows, ...] = ()
    blocks: Blocks = field(default_factory=Blocks)

    def pages(self) -> Iterator[Page]:
        """Yield every poured page, kind by kind, each kind in the order of ids."""
        kinds = (
            ("claim", claim_address, self.view.corpus.claims, self._claim_key, self._claim),
            ("topic", topic_address, self.view.corpus.topics, self._topic_key, self._topic),
            ("source", source_address, self.view.corpus.sources, self._source_key, self._source),
            ("voice", voice_address, self.view.heard, self._voice_key, self._voice),
        )
        for kind, address, ids, key, pieces in kinds:
            for id_ in ids:
                yield Page(address=address(id_), kind=kind, find_key=partial(key, id_), pieces=partial(pieces, id_))

    def _claim_key(self, id_: str) -> tuple[object, ...]:
        """Name what a claim's page shows: itself, its topic, its neighbours, sources, voices and verdicts."""
        corpus, claim = self.view.corpus, self.view.corpus.claims[id_]
        ties = (*self.view.made[id_], *self.view.met[id_], *self.view.cuts[id_], *self.view.joint[id_])
        others = [corpus.claims.get(third) for tie in ties for third in (tie.maker, tie.target, *_thirds(tie.link))]
        others.append(corpus.claims.get(claim.record.replaced_by or ""))
        cited = [citation.source for citation in claim.record.citations]
        cited += [figure.source for figure in claim.record.figures]
        sources = [corpus.sources.get(id_) for id_ in (*(quote.source for quote in claim.record.quotes), *cited)]
        voices = [self._heard(id_, index) for index in range(len(claim.record.quotes))]
        verdicts = [self.view.verdicts.get((id_, index)) for index in range(len(claim.record.quotes))]
        topic = corpus.topics.get(corpus.topic_of[id_])
        stands = (self.view.stands(id_), self.view.evidence(id_), account(self.view, id_))
        shown = (*self._frame("claim"), *stands, claim, topic, corpus.measures)
        theirs = tuple(self._of_other(other.id) for other in others if other)
        reasons = tuple((shown_reason(self.view, tie), *answered_in_words(self.view, tie)) for tie in ties)
        proven = tuple(corpus.proven.get(quote.source) for quote in claim.record.quotes)
        leads = (places(self.view, id_), background_of(self.view, id_))
        sides = shown_sides(self.view, id_) if claim.record.thesis else None
        return (*shown, *others, *theirs, reasons, *leads, sides, *sources, None, *voices, None, *verdicts, proven)

    def _of_other(self, id_: str) -> tuple[object, ...]:
        """Return what the page of one claim shows of how another stands that is linked with it."""
        standing = self.view.analysis.standings[id_]
        return standing.backing, standing.is_voiced, standing.state, voices_of(self.view, standing.backing.voices)

    def _topic_key(self, id_: str) -> tuple[object, ...]:
        values = topic_values(self.view, id_)
        shown = (tuple(value) if isinstance(value, list) else value for key, value in values.items() if key != "marked")
        return (*self._frame("topic"), self.view.corpus.topics[id_], *shown)

    def _source_key(self, id_: str) -> tuple[object, ...]:
        claims = self.view.corpus.claims
        cited = (claims[claim] for claim, _ in self.view.cited.get(id_, ()))
        said = self._said(self.view.quoted.get(id_, ()))
        shown = (self.view.corpus.sources[id_], self.view.corpus.proven.get(id_))
        return (*self._frame("source"), *shown, *said, *cited)

    def _voice_key(self, id_: str) -> tuple[object, ...]:
        heard = self.view.heard[id_]
        interests = heard.entry.record.interests if heard.entry else ()
        named = (self.view.corpus.sources.get(interest.source) for interest in interests)
        return (*self._frame("voice"), heard.entry, *named, None, *self._said(heard.speaks))

    def _frame(self, kind: str) -> tuple[object, ...]:
        """Return what every page of a kind shows: its shell, the site's name, the day, the terms of the glossary."""
        return self.shells[kind], self.home, self.view.as_of, self.view.corpus.glossary

    def _said(self, quotes: Iterable[tuple[str, int]]) -> Iterator[object]:
        """Yield what a page shows that holds the given quotes."""
        for claim_id, index in quotes:
            claim = self.view.corpus.claims[claim_id]
            yield claim
            yield self.view.verdicts.get((claim_id, index))
            yield self.view.corpus.sources.get(claim.record.quotes[index].source)
            yield self.view.corpus.proven.get(claim.record.quotes[index].source)
            yield self._heard(claim_id, index)

    def _heard(self, claim_id: str, index: int) -> tuple[str, str, str] | None:
        """Return what is shown of a quote's voice: the name may come from another source than the quote."""
        voicing = self.view.voicing(claim_id, index)
        heard = self.view.heard.get(voicing.id) if voicing else None
        return None if heard is None else (heard.id, heard.name, heard.role)

    def _claim(self, id_: str) -> list[str]:
        values = claim_values(self.view, id_)
        picture = neighbourhood(values["claim"]["title"], neighbours(self.view, id_), self.templates)
        claim = self.view.corpus.claims[id_]
        cite = claim_section(self.templates, self.blocks, self.home, self.view.as_of, claim)
        marked = terms_of(self.templates).through_pieces()
        content = render(self.templates, "claim.html", **values, marked=marked, picture=picture, cite=cite)
        toc = claim_toc(values, has_picture=picture is not None)
        told = linked_data(claim_data(self.view, self.home, id_))
        pour = Pour(
            title=claim.record.title,
            description=claim.record.assertion,
            content=content,
            toc=toc,
            edit_path=claim.path,
            head=(_PICTURE_STYLE if picture else _NO_HEAD) + told + self._share(self.view.corpus.topic_of[id_]),
        )
        return self.shells["claim"].pieces(claim_address(id_), pour)

    def _share(self, topic_id: str) -> Markup:
        topic = self.view.corpus.topics.get(topic_id)
        return share_tags(self.home, topic_id, topic.record if topic else None)

    def _topic(self, id_: str) -> list[str]:
        marked = terms_of(self.templates).through_pieces()
        topic, values = self.view.corpus.topics[id_], topic_values(self.view, id_, marked)
        about = _About(title=topic.record.title, description=topic.record.question, path=topic.path)
        return self._poured("topic", values, about, topic_toc(values), self._share(id_))

    def _source(self, id_: str) -> list[str]:
        source, values = self.view.corpus.sources[id_], source_values(self.view, id_)
        toc = _toc(
            ("voices", "Who is quoted", values["voices"]),
            ("quotes", "Quoted from it", values["quotes"]),
            ("citations", "Cited from it", values["citations"]),
            ("cite", "Cite this source", True),
        )
        values["cite"] = source_section(self.templates, source)
        description = f"What is quoted and cited here from: {source.record.title}"
        about = _About(title=source.record.title, description=description, path=source.path)
        return self._poured("source", values, about, toc, linked_data(source_data(source.record)))

    def _voice(self, id_: str) -> list[str]:
        heard, values = self.view.heard[id_], voice_values(self.view, id_)
        toc = _toc(
            ("interests", "Interests", values["interests"]),
            ("sources", "Quoted from", values["sources"]),
            ("words", "The exact words", values["quotes"]),
        )
        description = f"What {heard.name} is quoted as saying here, and where."
        about = _About(title=heard.name, description=description, path=heard.entry.path if heard.entry else None)
        return self._poured("voice", values, about, toc)

    def _poured(
        self, kind: str, values: dict[str, Any], about: _About, toc: tuple[TocEntry, ...], head: Markup = _NO_HEAD
    ) -> list[str]:
        content = render(self.templates, f"{kind}.html", **values)
        pour = Pour(
            title=about.title,
            description=about.description,
            content=content,
            toc=toc,
            edit_path=about.path,
            head=head,
        )
        return self.shells[kind].pieces(values["here"], pour)

    def search_entries(self) -> Iterator[SearchEntry]:
        """Yield what the search finds: claims by title, assertion and quotes; topics, sources and voices by name."""
        corpus = self.view.corpus
        for id_, claim in corpus.claims.items():
            text = " … ".join((claim.record.assertion, *(quote.exact for quote in claim.record.quotes)))
            yield SearchEntry(location=claim_address(id_), title=claim.record.title, text=text)
        for id_, topic in corpus.topics.items():
            yield SearchEntry(location=topic_address(id_), title=topic.record.title, text=topic.record.question)
        for id_, source in corpus.sources.items():
            by = "; ".join(map(str, source.record.author))
            yield SearchEntry(location=source_address(id_), title=source.record.title, text=by)
        for id_, heard in self.view.heard.items():
            sources = "; ".join(self.view.source(source).title for source in self.view.sources_of(heard))
            yield SearchEntry(location=voice_address(id_), title=heard.name, text=heard.role or sources)


def _toc(*parts: tuple[str, str, object]) -> tuple[TocEntry, ...]:
    """Return the contents of a page: of parts by id and title, those that are shown."""
    return tuple(TocEntry(anchor=anchor, text=text) for anchor, text, shown in parts if shown)


def _thirds(link: object) -> tuple[str, ...]:
    """Return the ids of further claims that a link names."""
    third = (link.third[1],) if isinstance(link, Undercut) and link.third else ()
    return (*getattr(link, "together", ()), *third)
