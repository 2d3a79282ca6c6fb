"""The parts of claims that exports name: quotes, citations and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from claimgraph.loading.adapters import adapter
from claimgraph.model.claim import Citation, Quote
from claimgraph.model.links import LINK_KINDS, THIRDS, Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.links import Undercut
    from claimgraph.model.topic import Topic

_OF_THEIR_OWN: Final = ("quotes", "citations", *LINK_KINDS)


R_co = TypeVar("R_co", bound=Quote | Citation | Link, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[R_co]):
    """A quote, citation or link of the claim `claim`: the one with `number`, from 1, in its field `kind`."""

    claim: str
    kind: str
    number: int
    record: R_co

    @property
    def name(self) -> str:
        """A name that no other part has, such as `waits-are-short.quotes.1`."""
        return f"{self.claim}.{self.kind}.{self.number}"

    @property
    def fragment(self) -> str:
        """The name within the claim, such as `quotes.1`."""
        return f"{self.kind}.{self.number}"


def evidence(corpus: Corpus) -> Iterator[Part[Quote | Citation]]:
    """Yield every quote and citation, by claim."""
    for id_, entry in corpus.claims.items():
        for kind in ("quotes", "citations"):
            for number, record in enumerate(getattr(entry.record, kind), start=1):
                yield Part(claim=id_, kind=kind, number=number, record=record)


def links(corpus: Corpus) -> Iterator[Part[Link]]:
    """Yield every link to a known claim, by the claim that makes it."""
    for id_, entry in corpus.claims.items():
        for kind in LINK_KINDS:
            for number, record in enumerate(getattr(entry.record, kind), start=1):
                if record.claim in corpus.claims:
                    yield Part(claim=id_, kind=kind, number=number, record=record)


def hit(corpus: Corpus, undercut: Undercut) -> tuple[str, ...]:
    """Return the names of the parts that an undercut hits: all that rest on one study, or at most one other part.

    A conflict between two claims may be in the file of either.
    """
    return tuple(f"{id_}.{kind}.{number}" for id_, kind, number in _hit(corpus, undercut))


def _hit(corpus: Corpus, undercut: Undercut) -> Iterator[tuple[str, str, int]]:
    record = corpus.claims[undercut.claim].record
    for kind, wanted in (("quotes", undercut.quote), ("citations", undercut.citation)):
        for number, item in enumerate(getattr(record, kind), start=1):
            is_study = undercut.rests_on is not None and item.rests_on == undercut.rests_on
            if is_study or (wanted is not None and item.id == wanted):
                yield undercut.claim, kind, number
    for kind in THIRDS:
        for number, link in enumerate(getattr(record, kind), start=1):
            if link.claim == getattr(undercut, kind):
                yield undercut.claim, kind, number
                return
    other = corpus.claims.get(undercut.opposes or "")
    for number, conflict in enumerate(other.record.opposes if other is not None else (), start=1):
        if other is not None and conflict.claim == undercut.claim:
            yield other.id, "opposes", number


def given(record: Claim | Topic | Quote | Citation | Link) -> dict[str, Any]:
    """Return the fields that a record's file gives, by their names there."""
    found: dict[str, Any] = adapter(type(record)).dump_python(record, mode="json", by_alias=True, exclude_defaults=True)
    return found


def own_fields(record: Claim) -> dict[str, Any]:
    """Return the fields that a claim's file gives, without its assertion and its parts."""
    return {name: value for name, value in given(record).items() if name not in {"assertion", *_OF_THEIR_OWN}}
