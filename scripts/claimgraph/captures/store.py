"""Reads the captures that stand beside the source files."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.captures.files import CaptureError, read_capture
from claimgraph.captures.marks import LISTS_VERSION
from claimgraph.findings import Finding, Severity
from claimgraph.location import Location

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from claimgraph.captures.capture import Capture


_SUFFIX: Final = ".capture.json"


@dataclass(slots=True)
class Memory:
    """Captures that were read before, by source, with the file's time of change in nanoseconds, size and inode."""

    read: dict[str, tuple[tuple[int, int, int], Capture]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Captures:
    """The captures that could be read, by the source's id, and findings about the others."""

    by_source: Mapping[str, Capture]
    findings: tuple[Finding, ...] = ()


def capture_path(source_id: str) -> str:
    """Return where a source's capture stands, relative to the checkout."""
    return f"sources/{source_id}.capture.json"


def captured(root: Path) -> frozenset[str]:
    """Return the ids for which a capture file stands in the checkout, readable or not, with or without a source."""
    files = (root / "sources").glob(f"*{_SUFFIX}")
    return frozenset(file.name.removesuffix(_SUFFIX) for file in files if file.is_file() and not file.is_symlink())


def read_captures(root: Path, sources: Mapping[str, Collection[str]], memory: Memory | None = None) -> Captures:
    """Read the captures of the sources, each given with its former ids: a capture may be made under one of them.

    A source without a capture is simply missing from the answer.
    """
    memory = memory if memory is not None else Memory()
    captures: dict[str, Capture] = {}
    findings: list[Finding] = []
    kept: dict[str, tuple[tuple[int, int, int], Capture]] = {}
    for source_id, former_ids in sources.items():
        path = root / capture_path(source_id)
        if path.is_symlink() or not path.is_file():
            continue
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
        known = memory.read.get(source_id)
        if known is not None and known[0] == stamp:
            capture = known[1]
        else:
            read = _read(path, source_id)
            if isinstance(read, Finding):
                findings.append(read)
                continue
            capture = read
        if capture.source != source_id and capture.source not in former_ids:
            findings.append(_of_another(source_id, capture.source))
            continue
        kept[source_id] = (stamp, capture)
        captures[source_id] = capture
        if capture.lists != LISTS_VERSION:
            findings.append(_outdated(source_id, capture.lists))
    memory.read = kept
    return Captures(by_source=MappingProxyType(captures), findings=tuple(findings))


def _of_another(source_id: str, made_for: str) -> Finding:
    return Finding(
        rule="capture-damaged",
        severity=Severity.ERROR,
        location=Location(path=capture_path(source_id)),
        message=f"the capture of '{source_id}' was made for '{made_for}'",
        hint=f"make it again: claimgraph capture TEXT --source {source_id}",
    )


def _read(path: Path, source_id: str) -> Capture | Finding:
    try:
        return read_capture(path.read_bytes())
    except (CaptureError, OSError) as error:
        return Finding(
            rule="capture-damaged",
            severity=Severity.ERROR,
            location=Location(path=capture_path(source_id)),
            message=f"the capture of '{source_id}' cannot be read: {getattr(error, 'strerror', error)}",
            hint=f"make it again: claimgraph capture TEXT --source {source_id}",
        )


def _outdated(source_id: str, lists: int) -> Finding:
    return Finding(
        rule="capture-outdated",
        severity=Severity.WARNING,
        location=Location(path=capture_path(source_id)),
        message=f"the capture of '{source_id}' was made by word lists {lists}; the present ones are {LISTS_VERSION}",
        hint=f"make it again: claimgraph capture TEXT --source {source_id}",
    )
