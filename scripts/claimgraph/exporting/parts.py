"""The parts of claims that other claims bear on or are borne on by: quotes, citations and links, each by a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from claimgraph.loading.validation import adapter
from claimgraph.model.claim import LINK_KINDS, Citation, Opposition, Qualification, Quote, Support, Undercut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus

Link: TypeAlias = Support | Opposition | Qualification | Undercut

HIT: Final = ("quote", "citation", "supports", "opposes")
"""The fields of an undercut that say what it hits."""

_OF_THEIR_OWN: Final = ("quotes", "citations", *LINK_KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A quote, citation or link of the claim `claim`: the one with `number`, from 1, in its field `kind`."""

    claim: str
    kind: str
    number: int
    record: Quote | Citation | Link

    @property
    def name(self) -> str:
        """A name that no other part has, such as `waits-are-short.quotes.1`."""
        return f"{self.claim}.{self.kind}.{self.number}"

    @property
    def fragment(self) -> str:
        """The name within the claim, such as `quotes.1`."""
        return f"{self.kind}.{self.number}"


def evidence(corpus: Corpus) -> Iterator[Part]:
    """Yield every quote and citation, by claim."""
    for id_, entry in corpus.claims.items():
        for kind in ("quotes", "citations"):
            for number, record in enumerate(getattr(entry.record, kind), start=1):
                yield Part(claim=id_, kind=kind, number=number, record=record)


def links(corpus: Corpus) -> Iterator[Part]:
    """Yield every link to a claim that is there, by the claim that makes it."""
    for id_, entry in corpus.claims.items():
        for kind in LINK_KINDS:
            for number, record in enumerate(getattr(entry.record, kind), start=1):
                if record.claim in corpus.claims:
                    yield Part(claim=id_, kind=kind, number=number, record=record)


def hit(corpus: Corpus, undercut: Undercut) -> str | None:
    """Return the name of the part that an undercut hits; None where there is no such part."""
    record = corpus.claims[undercut.claim].record
    for kind, wanted in (("quotes", undercut.quote), ("citations", undercut.citation)):
        for number, item in enumerate(getattr(record, kind), start=1):
            if wanted is not None and item.id == wanted:
                return f"{undercut.claim}.{kind}.{number}"
    for kind, wanted in (("supports", undercut.supports), ("opposes", undercut.opposes)):
        for number, link in enumerate(getattr(record, kind), start=1):
            if wanted is not None and link.claim == wanted:
                return f"{undercut.claim}.{kind}.{number}"
    return None


def given(record: Claim | Quote | Citation | Link) -> dict[str, Any]:
    """Return the fields of a record that its file gives, by their names there."""
    found: dict[str, Any] = adapter(type(record)).dump_python(record, mode="json", by_alias=True, exclude_defaults=True)
    return found


def own_fields(record: Claim) -> dict[str, Any]:
    """Return the fields that a claim gives beside its assertion, without those whose items are parts."""
    return {name: value for name, value in given(record).items() if name not in {"assertion", *_OF_THEIR_OWN}}
