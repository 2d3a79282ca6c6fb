"""Reads from git which claims the newest commits added, changed and removed, within bounds.

A merge is one change: that of the branch it goes into. The same commit gives the same history.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.changes.git import contents_of, git
from claimgraph.changes.records import RecordChange, changed_records
from claimgraph.changes.state import State
from claimgraph.findings import Finding
from claimgraph.loading.validation import validate
from claimgraph.model.claim import Claim
from claimgraph.model.corpus import Corpus, Entry
from claimgraph.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

COMMITS: Final = 200
"""How many commits that touch claims are read at most."""

ENTRIES: Final = 400
"""How many changed claims are returned at most."""

EACH: Final = 200
"""How many claims of one commit are returned at most."""

SHOWN: Final = 50
"""How many changed claims a page shows at most."""

SHOWN_EACH: Final = 12
"""How many claims of one commit a page shows at most."""

_CANDIDATES: Final = 900
_CLAIM: Final = re.compile(r"claims/([a-z0-9-]+)/([a-z][a-z0-9-]*)\.yml")
_PLAIN: Final = {"000000", "100644", "100755"}


class NoHistoryError(Exception):
    """There is no git, or no history of these files; the message says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The change of one claim; `assertion` is that of a new claim, otherwise empty."""

    record: RecordChange
    assertion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """One commit with the claims that it changed; `more` counts changed claims that are left out."""

    name: str
    time: datetime
    changes: tuple[Change, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The newest commits, newest first. `is_shallow` tells that the clone has no older commits."""

    head: str
    commits: tuple[Commit, ...]
    is_shallow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """One file that a commit changed: its path, its claim's id, and the blobs before and after, None for no file."""

    path: str
    id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    name: str
    time: datetime
    files: tuple[_File, ...]


def head_of(root: Path) -> str:
    """Return the hash of the commit that is checked out at `root`. Raises NoHistoryError."""
    return _git(root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).decode().strip()


def history(root: Path) -> History:
    """Return the newest changes of the claims in the checkout at `root`. Raises NoHistoryError."""
    head = head_of(root)
    edge = _edge(root)
    listed = [each for each in _log(root, head) if each.name not in edge]
    chosen = list(_chosen(listed))
    names = [name for _, files in chosen for file in files for name in (file.before, file.after) if name]
    contents = dict(zip(names, contents_of(root, [name.encode() for name in names]), strict=True))
    return History(head=head, commits=tuple(_commits(chosen, contents)), is_shallow=bool(edge))


def for_page(found: History) -> History:
    """Return the part of a history that a page shows; of one commit, new claims before others, each in its place."""
    left, commits = SHOWN, list[Commit]()
    for commit in found.commits:
        order = sorted(commit.changes, key=lambda change: change.record.how != "added")
        kept = {id(change) for change in order[: min(SHOWN_EACH, left)]}
        changes = tuple(change for change in commit.changes if id(change) in kept)
        left -= len(changes)
        commits.append(replace(commit, changes=changes, more=commit.more + len(commit.changes) - len(changes)))
        if not left:
            break
    return replace(found, commits=tuple(commits))


def _chosen(listed: Iterable[_Listed]) -> Iterator[tuple[_Listed, tuple[_File, ...]]]:
    """Yield each commit with the files to read: all files of a claim, new claims first."""
    left = _CANDIDATES
    for each in listed:
        by_id: dict[str, list[_File]] = {}
        for file in each.files:
            by_id.setdefault(file.id, []).append(file)
        order = sorted(by_id, key=lambda id_: (any(file.before for file in by_id[id_]), id_))
        files = tuple(file for id_ in order[:EACH] for file in by_id[id_])
        left -= len(files)
        if left < 0:
            return
        yield each, files


def _commits(chosen: Iterable[tuple[_Listed, tuple[_File, ...]]], contents: Mapping[str, bytes]) -> Iterator[Commit]:
    left = ENTRIES
    for each, files in chosen:
        found = tuple(_changes(files, contents))
        changes = found[:left]
        left -= len(changes)
        if changes:
            unread = len({file.id for file in each.files}) - len({file.id for file in files})
            more = unread + len(found) - len(changes)
            yield Commit(name=each.name, time=each.time, changes=changes, more=more)
        if not left:
            return


def _changes(files: Sequence[_File], contents: Mapping[str, bytes]) -> Iterator[Change]:
    """Yield the changes of claims by id, without files that are not a valid claim before or after."""
    read = {
        (file.path, blob): _entry(file, contents[blob]) for file in files for blob in (file.before, file.after) if blob
    }
    lost = {path for (path, _), entry in read.items() if entry is None}
    whole = [file for file in files if file.path not in lost]
    before = [entry for file in whole if file.before and (entry := read[file.path, file.before])]
    after = [entry for file in whole if file.after and (entry := read[file.path, file.after])]
    said = {entry.id: entry.record.assertion for entry in after}
    for record in changed_records(_state(before), _state(after)):
        yield Change(record=record, assertion=said[record.id] if record.how == "added" else "")


def _entry(file: _File, content: bytes) -> Entry[Claim] | None:
    document = read_yaml(file.path, content)
    if isinstance(document, Finding):
        return None
    record = validate(Claim, file.path, document)
    if isinstance(record, tuple):
        return None
    return Entry(id=file.id, path=file.path, record=record, mark=document.mark)


def _state(entries: Iterable[Entry[Claim]]) -> State:
    claims = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
    nothing: Mapping[str, Any] = MappingProxyType({})
    corpus = Corpus(
        claims=MappingProxyType(claims),
        topics=nothing,
        sources=nothing,
        voices=nothing,
        topic_of=MappingProxyType({id_: entry.path.split("/")[1] for id_, entry in claims.items()}),
    )
    return State(corpus=corpus, verdicts={}, findings=(), captures={})


def _edge(root: Path) -> frozenset[str]:
    """Return the oldest commits of a shallow clone, whose parents are missing; none in a full clone."""
    if _git(root, ["rev-parse", "--is-shallow-repository"]).strip() != b"true":
        return frozenset()
    path = root / os.fsdecode(_git(root, ["rev-parse", "--git-path", "shallow"]).strip())
    return frozenset(path.read_text("ascii").split())


def _log(root: Path, head: str) -> Iterator[_Listed]:
    """Yield the newest commits that touch claims, newest first, with the claim files that each changed."""
    shown = ["--raw", "--no-renames", "--no-abbrev", "-z", "--relative", "--no-show-signature", "--format=%H %ct"]
    told = _git(root, ["log", "-m", "--first-parent", *shown, f"--max-count={COMMITS}", head, "--", "claims"])
    name, time, files = "", 0, list[_File]()
    fields = iter(told.split(b"\0"))
    for field in fields:
        text = field.lstrip(b"\n")
        if text.startswith(b":"):
            file = _file(text.decode().split(), os.fsdecode(next(fields)))
            files += [file] if file else []
        elif text:
            if name:
                yield _Listed(name=name, time=datetime.fromtimestamp(time, UTC), files=tuple(files))
            name, files = text.split()[0].decode(), []
            time = int(text.split()[1])
    if name:
        yield _Listed(name=name, time=datetime.fromtimestamp(time, UTC), files=tuple(files))


def _file(raw: Sequence[str], path: str) -> _File | None:
    """Return a file from the fields of `git log --raw`: modes, blobs and status; None if it is not a claim."""
    named = _CLAIM.fullmatch(path)
    old_mode, new_mode, old, new, _ = raw
    if named is None or not {old_mode.lstrip(":"), new_mode} <= _PLAIN:
        return None
    before, after = (None if set(blob) == {"0"} else blob for blob in (old, new))
    return _File(path=path, id=named[2], before=before, after=after)


def _git(root: Path, arguments: Sequence[str]) -> bytes:
    try:
        return git(root, arguments)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoHistoryError(f"git tells nothing of {root}") from error
