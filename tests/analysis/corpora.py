"""Small corpora for the tests of who is behind what."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.claim import Claim
from claimgraph.model.corpus import Corpus, Entry
from claimgraph.model.source import Source
from claimgraph.model.topic import Topic
from claimgraph.model.verdict import Outcome, Verdict
from claimgraph.model.voice import Voice

MARK = Mark(1, 1, None, {})
VERIFIED = Verdict(outcome=Outcome.VERIFIED)
ABSENT = Verdict(outcome=Outcome.ABSENT)


def entry(record: type[Any], id_: str, **fields: object) -> Entry[Any]:
    return Entry(id=id_, path=f"{id_}.yml", record=adapter(record).validate_python(fields), mark=MARK)


def source(id_: str, author: str = "", **fields: object) -> Entry[Source]:
    authors = {"author": [{"literal": author}]} if author else {}
    return entry(Source, id_, type="report", title=id_.capitalize(), depth="none", **authors, **fields)


def claim(id_: str, **fields: object) -> Entry[Claim]:
    scope = {"place": "Harbour Town", "period": "2021"}
    return entry(
        Claim, id_, **{"title": id_.capitalize(), "assertion": "A.", "kind": "factual", "scope": scope, **fields}
    )


def quote(source_id: str, exact: str = "Q.", **fields: str) -> dict[str, str]:
    return {"source": source_id, "exact": exact, **fields}


def citation(source_id: str, finding: str = "F.", **fields: str) -> dict[str, str]:
    return {"source": source_id, "finding": finding, **fields}


def topic(id_: str, *theses: str, order: int = 1) -> Entry[Topic]:
    return entry(Topic, id_, title=id_, question="Q?", summary="S.", order=str(order), theses=list(theses))


def voice(id_: str, name: str) -> Entry[Voice]:
    return entry(Voice, id_, name=name)


def corpus(*entries: Entry[Any], folders: dict[str, str] | None = None) -> Corpus:
    """Return a corpus of some entries; claims are in the folder `topic` where `folders` does not say another."""

    def of(kind: type[Any]) -> MappingProxyType[str, Entry[Any]]:
        return MappingProxyType({e.id: e for e in entries if isinstance(e.record, kind)})

    claims = of(Claim)
    return Corpus(
        claims=claims,
        topics=of(Topic),
        sources=of(Source),
        voices=of(Voice),
        topic_of=MappingProxyType({id_: (folders or {}).get(id_, "topic") for id_ in claims}),
    )


def verified(found: Corpus) -> dict[tuple[str, int], Verdict]:
    """Return a verdict for each quote: it is verified unless its words are `Wrong.`."""
    return {
        (id_, index): ABSENT if said.exact == "Wrong." else VERIFIED
        for id_, each in found.claims.items()
        for index, said in enumerate(each.record.quotes)
    }
