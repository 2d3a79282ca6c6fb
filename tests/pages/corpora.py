"""Small corpora to make pages of: entries given in Python, and a checkout that shows every kind of thing once."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from claimgraph.analysis.whole import Analysis
from claimgraph.captures.capture import capture_text
from claimgraph.captures.files import write_capture
from claimgraph.captures.store import capture_path
from claimgraph.data.listed import DataPage
from claimgraph.incremental.digests import digest_of
from claimgraph.index.home import Home
from claimgraph.index.view import View, view_of
from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.claim import Claim
from claimgraph.model.compared import Comparison
from claimgraph.model.corpus import Corpus, Entry
from claimgraph.model.source import Source
from claimgraph.model.terms import Glossary, Measures
from claimgraph.model.topic import Topic
from claimgraph.model.verdict import Outcome, Place, Verdict
from claimgraph.model.voice import Voice
from claimgraph.pages.changes.page import ChangesPage
from claimgraph.pages.map.map_view import MapView
from claimgraph.pages.pages import PROTOTYPES, page_html, pages
from claimgraph.pages.written import Site, part, part_html
from claimgraph.publish.rendering import Renderer
from claimgraph.publish.shell import Chunks, Shell
from claimgraph.templating.templates import environment, fields_of
from tests.rules.laying import compare_captures, lay_corpus

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from claimgraph.pages.rules.rule_list import RuleText
    from claimgraph.publish.shell import SlotContent

TEMPLATES = environment(Path(__file__).parents[2])
NOWHERE = Home(name="Claims")
EMPTY_MAP = MapView(topics=(), claims=(), links=())
AS_OF = date(2026, 3, 1)
COMPARISON = Comparison(capture="0" * 64, on="2026-02-01", by="maintainers")
MARK = Mark(1, 1, None, {})

OVERLAY = Path(__file__).parent / "corpus"
"""What is laid over the base corpus of the rules, so that it shows every kind of thing once; the claims are its own."""


def claim(id_: str, topic: str = "buses", /, **fields: object) -> Entry[Claim]:
    """A claim with what every claim has, and these fields as a file gives them."""
    scope = {"place": "Harbour Town", "period": "2021"}
    given = {"title": f"Title of {id_}", "assertion": f"Assertion of {id_}.", "kind": "factual", "scope": scope}
    return _entry(Claim, id_, f"claims/{topic}/{id_}.yml", {**given, **fields})


def topic(id_: str = "buses", /, **fields: object) -> Entry[Topic]:
    """A topic."""
    given = {"title": "Late buses", "question": "Are the buses late?", "order": 1, "summary": "Some say so."}
    return _entry(Topic, id_, f"claims/{id_}/_topic.yml", {**given, **fields})


def source(id_: str = "hearing", /, **fields: object) -> Entry[Source]:
    """A source whose text was captured."""
    return _entry(
        Source, id_, f"sources/{id_}.yml", {"type": "hearing", "title": "The hearing", "depth": "full", **fields}
    )


def voice(id_: str, /, **fields: object) -> Entry[Voice]:
    """A voice with a file."""
    return _entry(Voice, id_, f"voices/{id_}.yml", {"name": f"Name of {id_}", **fields})


def glossary(*given: Mapping[str, object]) -> Entry[Glossary]:
    """The file of the terms."""
    return _entry(Glossary, "_glossary", "claims/_glossary.yml", {"terms": list(given)})


def measures(*given: Mapping[str, str], disputes: Sequence[Mapping[str, object]] = ()) -> Entry[Measures]:
    """The file of the measures."""
    fields = {"measures": list(given), "disputes": list(disputes)}
    return _entry(Measures, "_measures", "claims/_measures.yml", fields)


def _entry(kind: type[Any], id_: str, path: str, fields: Mapping[str, object]) -> Entry[Any]:
    return Entry(id=id_, path=path, record=adapter(kind).validate_python(fields), mark=MARK)


def quote(speaker: str = "A driver", /, **fields: object) -> dict[str, object]:
    """A quote from the source `hearing`."""
    return {"source": "hearing", "speaker": speaker, "exact": "Half of the buses were late.", **fields}


def citation(**fields: object) -> dict[str, object]:
    """A citation of the source `hearing`."""
    return {"source": "hearing", "finding": "Of 100 buses, 48 came late.", **fields}


def verified(line: int = 3, to: int = 0, **place: Any) -> Verdict:  # noqa: ANN401  the fields of a place
    """A verdict that the words stand in these lines."""
    fields = {"words": ((0, 6),), "speaker": "A driver", "posted_by": "", "marks": ()} | place
    found = Place(first_line=line, last_line=to or line, is_whole=not fields["marks"], **fields)
    return Verdict(outcome=Outcome.VERIFIED, place=found, places=(found,))


def corpus_of(*entries: Entry[Any], not_compared: Collection[str] = ()) -> Corpus:
    """A corpus of these entries, in the order of their ids; a claim's topic is its folder.

    The captures of all sources were compared with their texts, but for those of the sources named.
    """

    def of(kind: type[Any]) -> MappingProxyType[str, Entry[Any]]:
        found = {entry.id: entry for entry in entries if isinstance(entry.record, kind)}
        return MappingProxyType(dict(sorted(found.items())))

    claims, sources = of(Claim), of(Source)
    return Corpus(
        claims=claims,
        topics=of(Topic),
        sources=sources,
        voices=of(Voice),
        topic_of=MappingProxyType({id_: entry.path.split("/")[1] for id_, entry in claims.items()}),
        glossary=of(Glossary).get("_glossary"),
        measures=of(Measures).get("_measures"),
        proven=MappingProxyType({id_: COMPARISON for id_ in sources if id_ not in not_compared}),
    )


def view(
    *entries: Entry[Any],
    verdicts: Mapping[tuple[str, int], Verdict | None] | None = None,
    not_compared: Collection[str] = (),
) -> View:
    """A view of these entries; each quote is verified unless `verdicts` says otherwise, None for unchecked."""
    corpus = corpus_of(*entries, not_compared=not_compared)
    found: dict[tuple[str, int], Verdict | None] = {
        (id_, index): verified() for id_, entry in corpus.claims.items() for index in range(len(entry.record.quotes))
    }
    found |= verdicts or {}
    checked = {at: verdict for at, verdict in found.items() if verdict is not None}
    return view_of(Analysis(corpus=corpus, verdicts=checked), AS_OF)


CONTENT_ALONE = Chunks(texts=("", ""), slots=("content",))
EVERYTHING = Chunks(
    texts=("", "\n", "\n", "\n", "\n", "\n", ""), slots=("title", "description", "head", "content", "toc", "actions")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A page that was made: its value's digest, and its HTML."""

    address: str
    kind: str
    key: bytes
    html: str

    def make(self) -> str:
        """The whole HTML."""
        return self.html


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """Makes the pages of a view at once, with shells that are nothing but chunks; the map is empty."""

    view: View
    chunks: Chunks = EVERYTHING
    rules: tuple[RuleText, ...] = ()
    home: Home = NOWHERE
    data: DataPage = field(default_factory=DataPage)
    changes: ChangesPage = field(default_factory=ChangesPage)
    map: MapView = EMPTY_MAP

    @property
    def renderer(self) -> Renderer:
        """The templates of this project, in the shells."""
        shell = Shell(chunks=self.chunks, depth=2, repository="https://forge.example/map")
        return Renderer(templates=TEMPLATES, shells=dict.fromkeys(PROTOTYPES, shell))

    def pages(self) -> Iterator[Made]:
        """Every page, as it is found."""
        renderer = self.renderer
        for page in pages(self.view, self.home):
            value = page.value()
            html = page_html(renderer, page.kind, page.address, value).decode()
            yield Made(address=page.address, kind=page.kind, key=digest_of(value), html=html)

    def fill(self, name: str, here: str) -> SlotContent:
        """What stands at a place of the written page at `here`."""
        site = Site(
            view=self.view, home=self.home, map=self.map, rules=self.rules, data=self.data, changes=self.changes
        )
        return part_html(self.renderer, part(site, name), here)


def press(shown: View, chunks: Chunks = EVERYTHING, rules: tuple[RuleText, ...] = ()) -> Press:
    """What makes the pages of a view."""
    return Press(view=shown, chunks=chunks, rules=rules)


def shown_values(page: Any) -> dict[str, Any]:  # noqa: ANN401  a page of any kind
    """What a page's template gets, as plain lists; what the page says of itself is a mapping."""
    given: dict[str, Any] = fields_of(page)
    heads: dict[str, Any] = {name: fields_of(given[name]) for name in ("claim", "source", "voice") if name in given}
    return {**{name: [*value] if isinstance(value, tuple) else value for name, value in given.items()}, **heads}


def lay_harbour(root: Path) -> None:
    """Write the base corpus of the rules, with its claims replaced and more laid over it, and captures of its texts."""
    lay_corpus(root)
    shutil.rmtree(root / "claims")
    shutil.copytree(OVERLAY, root, dirs_exist_ok=True)
    for text in (OVERLAY / "texts").glob("*.txt"):
        capture = write_capture(capture_text(text.read_text("utf-8"), text.stem))
        (root / capture_path(text.stem)).write_text(capture, "utf-8")
    compare_captures(root)
