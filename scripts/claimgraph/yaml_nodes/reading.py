"""Reads a file: quickly if it is plain, and with the places of values if it is not or once they are needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claimgraph.findings import Finding, Severity
from claimgraph.location import Location, Mark, Step
from claimgraph.yaml_nodes.characters import decode
from claimgraph.yaml_nodes.document import Document
from claimgraph.yaml_nodes.marked import read_marked
from claimgraph.yaml_nodes.quick import read_quickly
from claimgraph.yaml_nodes.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_yaml(path: str, content: bytes) -> Document | Finding:
    """Return the document in a file's bytes, or a finding of rule `yaml-refused` at the first place outside the subset.

    `path` is only named in the finding.
    """
    try:
        text = decode(content)
        quick = read_quickly(text)
        if quick is None:
            return read_marked(text)
    except RefusedError as refused:
        where = Location(path=path, line=refused.line, column=refused.column)
        return Finding(
            rule="yaml-refused",
            severity=Severity.ERROR,
            location=where,
            message=refused.message,
            hint=refused.hint,
        )
    data, line, column = quick
    return Document(data=data, mark=Mark(line, column, None, _Places(text)))


class _Places(Mapping[Step, Mark]):
    """The marks of a file's values, read when the first is needed."""

    __slots__ = ("_marks", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks: Mapping[Step, Mark] | None = None

    def _read(self) -> Mapping[Step, Mark]:
        if self._marks is None:
            self._marks, self._text = read_marked(self._text).mark.inside, ""
        return self._marks

    def __getitem__(self, step: Step) -> Mark:
        return self._read()[step]

    def __iter__(self) -> Iterator[Step]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())
