"""Loads a checkout's claims, topics, sources and voices into a corpus."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from claimgraph.findings import Finding, file_error
from claimgraph.loading.compared import COMPARED, captures_in, proven
from claimgraph.loading.csl_records import taken_document
from claimgraph.loading.cut_texts import cut_texts
from claimgraph.loading.files import CAPTURE_SUFFIX, SCHEMA_SUFFIX, DataFile, data_files, unexpected
from claimgraph.loading.looked import LOOKED
from claimgraph.loading.validation import validate
from claimgraph.model.claim import Claim
from claimgraph.model.compared import Comparisons
from claimgraph.model.corpus import Corpus, Entry
from claimgraph.model.looked import Looks
from claimgraph.model.rewording import wordless_digest
from claimgraph.model.source import Source
from claimgraph.model.terms import Glossary, Measures
from claimgraph.model.topic import Topic
from claimgraph.model.values import id_near, is_id
from claimgraph.model.voice import Voice
from claimgraph.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

_Read: TypeAlias = "Entry[Any] | tuple[Finding, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A file that was read: its stamp, the digest of its contents, empty if unreadable, and its record or findings."""

    stamp: tuple[int, int, int]
    digest: bytes
    read: _Read


@dataclass(slots=True)
class RecordCache:
    """What was read before, by path, so that only changed files are read again.

    `digests` are those of capture files.
    """

    read: dict[str, Known] = field(default_factory=dict)
    digests: dict[DataFile, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The kind of record, the id and the topic that the path of a file gives; `topic` is empty except for claims."""

    kind: type[Any]
    id: str
    topic: str = ""


def load(root: Path, cache: RecordCache | None = None) -> Corpus:
    """Return the corpus of the data files below `root`.

    A file that cannot be read becomes findings in the corpus, never an exception. `cache` is updated.
    """
    cache = cache if cache is not None else RecordCache()
    files, found = data_files(root)
    findings = list(found)
    entries: dict[type[Any], dict[str, Entry[Any]]] = {
        kind: {} for kind in (Claim, Topic, Source, Voice, Glossary, Measures, Comparisons, Looks)
    }
    topic_of: dict[str, str] = {}
    kept: dict[str, Known] = {}
    for file in files:
        place = _placed(file)
        if place is None:
            continue
        if isinstance(place, Finding):
            findings.append(place)
            continue
        known = kept[file.path] = _known(root, file, place, cache.read.get(file.path))
        read = known.read
        if not isinstance(read, Entry):
            findings.extend(read)
        elif place.id in entries[place.kind]:
            message = f"the id '{place.id}' is taken by {entries[place.kind][place.id].path}"
            hint = "give this file another name; an id is unique among all topics"
            findings.append(file_error("duplicate-id", file.path, message, hint))
        else:
            entries[place.kind][place.id] = read
            if place.kind is Claim:
                topic_of[place.id] = place.topic
    cache.read = kept
    compared = entries[Comparisons].get("compared")
    return Corpus(
        claims=_sorted(entries[Claim]),
        topics=_sorted(entries[Topic]),
        sources=_sorted(entries[Source]),
        voices=_sorted(entries[Voice]),
        topic_of=MappingProxyType(topic_of),
        glossary=entries[Glossary].get("_glossary"),
        measures=entries[Measures].get("_measures"),
        compared=compared,
        looked=entries[Looks].get("looked"),
        proven=MappingProxyType(proven(root, captures_in(files), compared.record if compared else None, cache.digests)),
        findings=tuple(findings),
    )


def _sorted(entries: dict[str, Entry[Any]]) -> MappingProxyType[str, Entry[Any]]:
    return MappingProxyType(dict(sorted(entries.items())))


def _placed(file: DataFile) -> _Place | Finding | None:
    """Return what the path of a file says, or a finding about it; None for a schema or capture."""
    if file.name.endswith((SCHEMA_SUFFIX, CAPTURE_SUFFIX)):
        return None
    stem, dot, suffix = file.name.rpartition(".")
    if file.path in _LISTS:
        return _Place(kind=_LISTS[file.path], id=stem)
    if suffix != "yml" or not dot:
        return unexpected(file.path, "a data file ends in .yml", _renamed(file))
    match file.folder.split("/"):
        case ["claims", topic] if is_id(topic) and stem == "_topic":
            return _Place(kind=Topic, id=topic)
        case ["claims", topic] if is_id(topic) and is_id(stem):
            return _Place(kind=Claim, id=stem, topic=topic)
        case ["sources"] if is_id(stem):
            return _Place(kind=Source, id=stem)
        case ["voices"] if is_id(stem):
            return _Place(kind=Voice, id=stem)
        case ["claims", _] | ["sources"] | ["voices"]:
            return unexpected(
                file.path, "its name is no id: small letters, digits and single hyphens, at most 80", _renamed(file)
            )
        case ["claims"]:
            why = "a claim stands in its topic's folder: claims/<topic>/<id>.yml"
            return unexpected(file.path, why, f"move it: claims/TOPIC/{file.name}")
        case _:
            return unexpected(file.path, "files stand at claims/<topic>/<id>.yml, sources/<id>.yml and voices/<id>.yml")


def _renamed(file: DataFile) -> str:
    """Return a hint with a path at which the file would be read, if its name is nearly right."""
    stem = re.sub(r"(?i)\.(?:ya?ml)?$", "", file.name)
    parts = [*file.folder.split("/"), stem]
    kind = {"claims": "claim", "sources": "source", "voices": "voice"}[parts[0]]
    near = [parts[0], *(id_near(part, kind) for part in parts[1:])]
    is_near = re.search(r"(?i)(?:\.ya?ml|^[^.]+)$", file.name) and all(map(is_id, near[1:]))
    return f"rename it: {'/'.join(near)}.yml" if is_near else "rename or remove the file"


_LISTS: Final[dict[str, type[Any]]] = {
    "claims/_glossary.yml": Glossary,
    "claims/_measures.yml": Measures,
    COMPARED: Comparisons,
    LOOKED: Looks,
}
"""The records of which there is only one file."""


def _known(root: Path, file: DataFile, place: _Place, former: Known | None) -> Known:
    """Read a file unless its stamp or, as in a fresh checkout, only its contents are unchanged."""
    if former is not None and former.stamp == file.stamp:
        return former
    try:
        content = (root / file.path).read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        finding = file_error("yaml-refused", file.path, message, "let yourself read it: chmod u+r")
        return Known(stamp=file.stamp, digest=b"", read=(finding,))
    digest = blake2b(content, digest_size=_DIGEST).digest()
    if former is not None and former.digest == digest:
        return Known(stamp=file.stamp, digest=digest, read=former.read)
    return Known(stamp=file.stamp, digest=digest, read=_read(file, place, content, digest))


_DIGEST: Final = 16


def _read(file: DataFile, place: _Place, content: bytes, digest: bytes) -> _Read:
    read = read_yaml(file.path, content)
    taken = taken_document(file.path, read) if place.kind is Source and not isinstance(read, Finding) else (read, ())
    if isinstance(taken, Finding):
        return (taken,)
    document, left_out = taken
    if isinstance(document, Finding):
        return (document,)
    record = validate(place.kind, file.path, document)
    cut = cut_texts(place.kind, file.path, document)
    if cut or isinstance(record, tuple):
        return (*cut, *(record if isinstance(record, tuple) else ()))
    first_line = content[:400].removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r")
    return Entry(
        id=place.id,
        path=file.path,
        record=record,
        mark=document.mark,
        first_line=first_line,
        digest=digest,
        wordless=wordless_digest(record) if isinstance(record, Claim) else b"",
        left_out=left_out,
    )
