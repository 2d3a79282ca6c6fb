"""The files of a site: each has a value and a renderer, and is written only if one of them has changed."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from claimgraph.incremental.digests import digest_of
from claimgraph.incremental.parallel import WORTHWHILE, parallel_map
from claimgraph.incremental.tables import Recorder
from claimgraph.incremental.traces import Traces

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from claimgraph.incremental.pieces import Lengths, Pieced
    from claimgraph.incremental.traces import Compact


class Renderers(Protocol):
    """Turns values into the contents of files."""

    def key(self, kind: str) -> bytes:
        """Return a digest that changes whenever the renderer of this kind does."""

    def render(self, kind: str, address: str, value: object) -> bytes:
        """Return the contents of the file at this address."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Artefact:
    """A file of the site: its path below the site's home, the kind of its renderer, and the maker of its value.

    `of` is the digest of those inputs of `value` that are not in tables: if it changes, the value is made again. A file
    that is `whole` tells of all claims, so that it takes as long as many others.
    """

    path: str
    kind: str
    value: Callable[[], object]
    of: bytes = b""
    is_whole: bool = False


class Written(NamedTuple):
    """A file as it was written.

    `key` is the digest of its value and renderer, `size` is in bytes, and `digest` is the SHA-256 of the contents.
    `mtime` is the time of writing in nanoseconds; it differs if somebody else has changed the file since.
    """

    key: bytes
    size: int
    mtime: int
    digest: bytes


class Output:
    """The files of one folder, with what the value of each read."""

    def __init__(
        self,
        folder: Path,
        written: Mapping[str, Written] | None = None,
        traces: Traces | None = None,
        lengths: Lengths | None = None,
    ) -> None:
        """Begin with the files known to be in `folder` and what their values have read; None if it is empty."""
        self.folder = folder
        self.written: dict[str, Written] = dict(written or {})
        self.traces = traces or Traces()
        self.trusted: frozenset[str] = frozenset()
        """The paths of files that were made of the same inputs elsewhere, so that their values need not be made."""
        self.lengths: Lengths = lengths or {}
        """The lengths of the pieces of files that have a piece for each claim."""

    def update(self, artefacts: Sequence[Artefact], renderers: Renderers, recorder: Recorder | None) -> list[Artefact]:
        """Bring files up to date; return those that were written.

        Raises OSError, and whatever the making or rendering of a value raises. Then a few files stay as they were; of
        many files, nothing is known any more.

        Args:
            artefacts: The files. One whose value still stands, with a renderer that does, is skipped.
            renderers: What turns values into contents.
            recorder: What notes the reads; None for values that read more than tables, which are always made.
        """
        keys = {kind: renderers.key(kind) for kind in {artefact.kind for artefact in artefacts}}
        stale = [artefact for artefact in artefacts if not self._still_stands(artefact, keys, recorder)]
        former = {artefact.path: self.written.get(artefact.path) for artefact in stale}
        is_held = len(stale) < WORTHWHILE  # a few files are written when all are made, so that a failure leaves all
        if not is_held:
            self.written = {path: written for path, written in self.written.items() if path not in former}

        def make(artefact: Artefact) -> tuple[Written | bytes, Compact, bytes]:
            with (recorder or _NOWHERE).noting() as reads:
                value = artefact.value()
            compact = self.traces.compact(reads)
            key = digest_of((artefact.kind, keys[artefact.kind], value))
            known = former[artefact.path]
            if known is not None and known.key == key:
                return known, compact, key
            content = renderers.render(artefact.kind, artefact.path, value)
            return content if is_held else put(self.folder, artefact.path, content, key), compact, key

        fresh: list[Artefact] = []
        weights = [_WHOLE if artefact.is_whole else 1 for artefact in stale]
        for artefact, (made, reads, key) in zip(stale, parallel_map(make, stale, weights=weights), strict=True):
            written = put(self.folder, artefact.path, made, key) if isinstance(made, bytes) else made
            self.written[artefact.path] = written
            if recorder is not None:
                self.traces.note(artefact.path, artefact.of + keys[artefact.kind], reads)
            if written != former[artefact.path]:  # not "is": it may come from another process
                fresh.append(artefact)
        return fresh

    def _still_stands(self, artefact: Artefact, keys: Mapping[str, bytes], recorder: Recorder | None) -> bool:
        path = artefact.path
        if path in self.trusted:
            return True
        if recorder is None or path not in self.written:
            return False
        return self.traces.stands(path, artefact.of + keys[artefact.kind])

    def update_pieces(self, pieced: Pieced, recorder: Recorder) -> None:
        """Bring files with a piece for each claim up to date.

        Raises OSError, and whatever the making of a piece raises; then the files stay as they were.
        """
        known = {file.path: self.written.get(file.path) for file in pieced.files}
        if self.trusted.issuperset(known):
            return
        is_there = all(one and _is_as_written(f"{self.folder}/{path}", one) for path, one in known.items())
        lengths = self.lengths if is_there else {}
        stale = [key for key in pieced.keys if key not in lengths or not self.traces.stands(_trace(key), pieced.of)]
        if not stale and pieced.keys == tuple(lengths):
            return

        def make(key: str) -> tuple[tuple[bytes, ...], Compact]:
            with recorder.noting() as reads:
                made = pieced.make(key)
            return made, self.traces.compact(reads)

        found = dict(zip(stale, parallel_map(make, stale), strict=True))
        made = {key: pieces for key, (pieces, _) in found.items()}
        contents = pieced.contents(self._content if lengths else _nothing, lengths, made)
        for path, content in list(contents):
            self.written[path] = put(self.folder, path, content, pieced.of)
        for key, (_, reads) in found.items():
            self.traces.note(_trace(key), pieced.of, reads)
        for key in self.lengths.keys() - set(pieced.keys):
            self.traces.forget(_trace(key))
        self.lengths = {key: tuple(map(len, made[key])) if key in made else lengths[key] for key in pieced.keys}

    def _content(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()

    def keep(self, paths: set[str]) -> None:
        """Remove all known files that are not in `paths`, and folders that become empty."""
        for path in self.written.keys() - paths:
            del self.written[path]
            self.traces.forget(path)
            _remove(self.folder, path)


def follow(
    folder: Path, there: Mapping[str, Written], former: str, written: Mapping[str, Written]
) -> dict[str, Written]:
    """Bring a folder up to date by hard links to files that were written to the folder `former`; return its files.

    Args:
        folder: The folder.
        there: The files that were written to it.
        former: The folder with the files that it is to have.
        written: These files. Those that somebody else has changed since, or that cannot be linked, are left out.
    """
    for path in there.keys() - written.keys():
        _remove(folder, path)
    found = {}
    for path, known in written.items():
        name = f"{folder}/{path}"
        if (there.get(path) == known and _is_as_written(name, known)) or _link(f"{former}/{path}", name, known):
            found[path] = known
    return found


def _trace(key: str) -> str:
    """Return the name under which traces have what the pieces of a key read; no file has it."""
    return f"/{key}"


def _nothing(_path: str) -> None:
    """Return the former contents of a file where there is none."""


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and folders that become empty."""
    file = folder / path
    file.unlink(missing_ok=True)
    for above in file.parents:
        if above == folder or any(above.iterdir()):
            break
        above.rmdir()


def _is_as_written(path: str, known: Written) -> bool:
    """Tell whether a file is as it was written."""
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return (status.st_mtime_ns, status.st_size) == (known.mtime, known.size)


def _link(former: str, path: str, known: Written) -> bool:
    """Link `path` to a file if that is as it was written, and make the folders above; tell whether it was linked."""
    with suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108  as in `put`
    if not _is_as_written(former, known):
        return False
    try:
        try:
            os.link(former, path)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120  as in `put`
            os.link(former, path)
    except OSError:
        return False
    return True


def put(folder: Path, path: str, content: bytes, key: bytes) -> Written:
    """Write a new file, with the folders above it; other hard links to a former file keep its contents.

    A site has as many folders as pages, so the file is opened first, without asking what is there.
    """
    name = f"{folder}/{path}"
    try:
        descriptor = os.open(name, _NEW, _MODE)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(name), exist_ok=True)  # noqa: PTH103, PTH120  a Path would cost more than writing
        mtime = _write(os.open(name, _NEW, _MODE), content)
    except FileExistsError:
        aside = f"{name}.new"
        mtime = _write(os.open(aside, _AGAIN, _MODE), content)
        os.replace(aside, name)  # noqa: PTH105  as above
    else:
        mtime = _write(descriptor, content)
    return Written(key=key, size=len(content), mtime=mtime, digest=sha256(content).digest())


def _write(descriptor: int, content: bytes) -> int:
    """Write and close a file; return its time of writing in nanoseconds."""
    with open(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        return os.fstat(descriptor).st_mtime_ns


_WHOLE: Final = 100
"""How many other files a file that tells of all claims counts for."""
_NOWHERE: Final = Recorder()
"""Notes what is read by values that are always made: nothing, since no table knows it."""
_AGAIN: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_MODE: Final = 0o666
