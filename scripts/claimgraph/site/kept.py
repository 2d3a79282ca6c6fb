"""Keeps the files of a site from build to build.

Two folders take turns. While one is the site, the other, which was the site before, waits among what is kept. A build
links into it the few files in which it differs from the site, writes what changed, and exchanges the two.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.incremental.artefacts import Output, Written, follow
from claimgraph.incremental.digests import digest_of
from claimgraph.incremental.traces import Traces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimgraph.incremental.pieces import Lengths
    from claimgraph.incremental.store import Store

_WRITTEN: Final = "site"
"""The name under which the files of the last build are kept, with their folder."""

_Behind: TypeAlias = "dict[str, Written | None]"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSite:
    """What the last build wrote to `place`.

    `written` are the files there, and `folders` is the digest of its folders, empty if unknown. `behind` has the files
    that the folder of the build before has instead, None for one that it lacks, and `folders_behind` is the digest of
    its folders.
    """

    place: str
    written: Mapping[str, Written]
    traces: tuple[object, ...]
    lengths: Lengths
    folders: bytes
    behind: _Behind
    folders_behind: bytes

    def output(self, folder: Path) -> Output:
        """Return these files in `folder`, which is empty or the folder of the build before.

        Files that somebody else has changed since, or that cannot be linked, are left out.
        """
        there = {path: known for path, known in {**self.written, **self.behind}.items() if known is not None}
        if not self.folders_behind or _digest_of_folders(folder, there) != self.folders_behind:
            there = {}
            emptied(folder)
        found = follow(folder, there, self.place, self.written)
        return Output(folder, found, Traces.restored(self.traces), self.lengths)


def kept_site(store: Store, place: str | None = None) -> KeptSite | None:
    """Return what the last build wrote; None if there was none, or none at this `place`."""
    kept = store.load(_WRITTEN)
    if kept is None or place not in {None, kept[0]}:
        return None
    names = KeptSite.__slots__
    return KeptSite(**dict(zip(names, kept, strict=True)))


def keep_site(store: Store, output: Output, place: str, former: KeptSite | None = None) -> None:
    """Keep what is known of the files that stand at `place`; `former` is what stood there before."""
    mine, theirs = output.written, former.written if former is not None else {}
    behind = {path: theirs.get(path) for path in mine.keys() | theirs.keys() if mine.get(path) != theirs.get(path)}
    before = former.folders if former is not None else b""
    stamp = _digest_of_folders(Path(place), mine)
    store.save(_WRITTEN, (place, mine, output.traces.kept, output.lengths, stamp, behind, before))


def emptied(folder: Path) -> Path:
    """Remove everything in a folder, and return it."""
    if any(folder.iterdir()):
        shutil.rmtree(folder)
        folder.mkdir()
    return folder


def _digest_of_folders(top: Path, paths: Iterable[str]) -> bytes:
    """Return a digest of the folders of some files, which changes when somebody adds or removes a file by hand.

    It is empty if a folder is missing.
    """
    folders = {""}
    for path in paths:
        while (path := path.rpartition("/")[0]) not in folders:
            folders.add(path)
    try:
        times = [os.lstat(f"{top}/{folder}").st_mtime_ns for folder in sorted(folders)]
    except OSError:
        return b""
    return digest_of(times)
