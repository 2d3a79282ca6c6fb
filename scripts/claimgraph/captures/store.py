"""Reads the captures beside the source files."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A capture that was read: its file's time of change in nanoseconds, size and inode, and its contents' digest."""

    stamp: tuple[int, int, int]
    digest: bytes
    capture: Capture


@dataclass(slots=True)
class CaptureCache:
    """Captures that were read before, by source."""

    read: dict[str, Known] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Captures:
    """The captures that could be read, by the source's id, and the findings about all of them."""

    by_source: Mapping[str, Capture]
    findings: tuple[Finding, ...] = ()


def capture_path(source_id: str) -> str:
    """Return the path of a source's capture, relative to the checkout."""
    return f"sources/{source_id}.capture.json"


def captured(root: Path) -> frozenset[str]:
    """Return the ids of all capture files in the checkout, readable or not, with or without a source."""
    files = (root / "sources").glob(f"*{_SUFFIX}")
    return frozenset(file.name.removesuffix(_SUFFIX) for file in files if file.is_file() and not file.is_symlink())


def read_captures(root: Path, sources: Mapping[str, Collection[str]], cache: CaptureCache | None = None) -> Captures:
    """Read the captures of some sources; a source without a capture is missing from the result.

    `sources` maps each id to the source's former ids: a capture may have been made under one of them.
    """
    cache = cache if cache is not None else CaptureCache()
    captures: dict[str, Capture] = {}
    findings: list[Finding] = []
    kept: dict[str, Known] = {}
    for source_id, former_ids in sources.items():
        path = root / capture_path(source_id)
        if path.is_symlink() or not path.is_file():
            continue
        known = _known(path, source_id, cache.read.get(source_id))
        if isinstance(known, Finding):
            findings.append(known)
            continue
        capture = known.capture
        if capture.source != source_id and capture.source not in former_ids:
            message = f"the capture of '{source_id}' was made for '{capture.source}'"
            findings.append(_finding("capture-damaged", Severity.ERROR, source_id, message))
            continue
        kept[source_id] = known
        captures[source_id] = capture
        if capture.lists != LISTS_VERSION:
            message = f"the capture of '{source_id}' was made by word lists {capture.lists}; the present ones are "
            findings.append(_finding("capture-outdated", Severity.WARNING, source_id, f"{message}{LISTS_VERSION}"))
    cache.read = kept
    return Captures(by_source=MappingProxyType(captures), findings=tuple(findings))


def _known(path: Path, source_id: str, former: Known | None) -> Known | Finding:
    """Read a capture, unless its file's stamp or contents are those of before."""
    status = path.stat()
    stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
    if former is not None and former.stamp == stamp:
        return former
    try:
        content = path.read_bytes()
        digest = blake2b(content, digest_size=16).digest()
        is_same = former is not None and former.digest == digest
        capture = former.capture if former is not None and is_same else read_capture(content)
    except (CaptureError, OSError) as error:
        message = f"the capture of '{source_id}' cannot be read: {getattr(error, 'strerror', error)}"
        return _finding("capture-damaged", Severity.ERROR, source_id, message)
    return Known(stamp=stamp, digest=digest, capture=capture)


def _finding(rule: str, severity: Severity, source_id: str, message: str) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        location=Location(path=capture_path(source_id)),
        message=message,
        hint=f"make it again: claimgraph capture TEXT --source {source_id}",
    )
