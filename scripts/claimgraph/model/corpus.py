"""The corpus: every record of a checkout, with the place of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from claimgraph.location import Location, Mark, Step, locate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.findings import Finding
    from claimgraph.model.claim import Claim
    from claimgraph.model.compared import Comparison, Comparisons
    from claimgraph.model.looked import Looks
    from claimgraph.model.source import Source
    from claimgraph.model.terms import Glossary, Measures
    from claimgraph.model.topic import Topic
    from claimgraph.model.voice import Voice

R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[R_co]):
    """One record with its id, its file and the place of every value.

    `path` is relative to the checkout, with forward slashes. `first_line` is the file's first line without its line
    end, `digest` is that of the file's contents, and `wordless` that of a claim without its own words; all are empty
    without a file. `left_out` names fields of the file
    that other programs write and the record does not have. An entry equals only itself.
    """

    id: str
    path: str
    record: R_co
    mark: Mark
    first_line: str = ""
    digest: bytes = b""
    wordless: bytes = b""
    left_out: tuple[str, ...] = ()

    def at(self, *steps: Step, key: bool = False) -> Location:
        """Return the place of the value at `steps`, or with `key` of its key; see `location.locate`."""
        return locate(self.path, self.mark, *steps, key=key)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All records that could be read, each kind by id in alphabetical order.

    `topic_of` gives the folder of each claim. `glossary`, `measures`, `compared` and `looked` are None if the file is
    missing.
    `proven` are the comparisons that count, by source: the capture file that was compared is still the present one.
    `findings` tell what could not be read; a record with a finding is left out.
    """

    claims: Mapping[str, Entry[Claim]]
    topics: Mapping[str, Entry[Topic]]
    sources: Mapping[str, Entry[Source]]
    voices: Mapping[str, Entry[Voice]]
    topic_of: Mapping[str, str]
    glossary: Entry[Glossary] | None = None
    measures: Entry[Measures] | None = None
    compared: Entry[Comparisons] | None = None
    looked: Entry[Looks] | None = None
    proven: Mapping[str, Comparison] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
