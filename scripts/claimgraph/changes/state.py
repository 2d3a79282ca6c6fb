"""A state of a checkout, to compare with another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from claimgraph.captures.store import capture_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from claimgraph.findings import Finding
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.verdict import Verdict

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Everything in a checkout that is compared.

    `verdicts` are by the claim's id and the quote's index in it. `captures` are the bytes of each capture file, damaged
    or not, by the source's id.
    """

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    findings: tuple[Finding, ...]
    captures: Mapping[str, bytes]

    def is_refused(self, path: str) -> bool:
        """Tell whether there is a file at a path that could not be read."""
        return any(finding.location.path == path for finding in self.corpus.findings)


def capture_files(root: Path, source_ids: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of the capture files of some sources, by the source's id."""
    files = {id_: root / capture_path(id_) for id_ in sorted(source_ids)}
    return {id_: file.read_bytes() for id_, file in files.items() if file.is_file() and not file.is_symlink()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The ids of one record in both states, None if it is not in a state."""

    before: str | None
    after: str | None


def pairs(before: Mapping[str, Entry[R]], after: Mapping[str, Entry[R]]) -> tuple[Pair, ...]:
    """Return the pairs of records of two states, matched by present or former id, in order of the present id."""
    former = {
        alias: entry.id
        for entry in after.values()
        if entry.id not in before
        for alias in getattr(entry.record, "aliases", ())
        if alias in before and alias not in after
    }
    renamed = {new: old for old, new in former.items()}
    found = [Pair(before=id_ if id_ in before else renamed.get(id_), after=id_) for id_ in after]
    matched = {pair.before for pair in found}
    found += [Pair(before=id_, after=None) for id_ in before if id_ not in matched]
    return tuple(sorted(found, key=lambda pair: pair.after or pair.before or ""))
