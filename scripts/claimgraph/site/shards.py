"""Builds a site in parts, on several machines, and joins the parts: the same bytes as one build makes.

A part holds the files of its shard, and a list of them. Who joins makes the few files that tell of all others.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

from claimgraph.incremental.artefacts import Output, Written
from claimgraph.incremental.digests import digest_of
from claimgraph.site.building import Builder, BuildError
from claimgraph.site.output import PART_LIST, built_aside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimgraph.rules.rule import Examined
    from claimgraph.site.building import Built


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """One of `count` shards of a site's files; `number` counts from 1."""

    number: int
    count: int

    def has(self, path: str) -> bool:
        """Tell whether a file is in it: by its path alone, so that shards are alike on all machines."""
        return crc32(path.encode()) % self.count == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """A file of a part: the digest of its value and renderer, its bytes, and the SHA-256 of its contents."""

    key: bytes
    size: int
    digest: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What a part says of itself; `inputs` is the digest of all that the site is made of."""

    number: int
    count: int
    inputs: bytes
    files: dict[str, _Listed]


def build_part(  # noqa: PLR0913
    root: Path, output: Path, examined: Examined, inputs: bytes, shard: Shard, *, strict: bool | None = False
) -> Built:
    """Build the files of one shard aside, then put them at `output` in one step.

    `inputs` is the digest of the files that were checked. Raises PublishError, BuildError and OutputError.
    """
    with built_aside(output) as (made, scratch):
        files = Output(made)
        builder = Builder(root, files, scratch)
        built = builder.build(examined, strict=strict, only=shard.has)
        listed = {
            path: _Listed(key=each.key, size=each.size, digest=each.digest) for path, each in files.written.items()
        }
        whole = digest_of((inputs, builder.inputs))
        part = _Part(number=shard.number, count=shard.count, inputs=whole, files=dict(sorted(listed.items())))
        (made / PART_LIST).write_bytes(msgspec.json.encode(part))
    return built


def join(  # noqa: PLR0913
    root: Path, parts: Sequence[Path], output: Path, examined: Examined, inputs: bytes, *, strict: bool | None = False
) -> Built:
    """Join the parts of a site that were built elsewhere, and make the files that tell of all others.

    Raises PublishError, OutputError and BuildError, also where parts are missing, damaged, or of other files.
    """
    read = _in_order([(folder, _read(folder)) for folder in parts])
    with built_aside(output) as (made, scratch):
        files = Output(made)
        for folder, part in read:
            files.written |= _taken(folder, part, made)
        files.trusted = frozenset(files.written)
        builder = Builder(root, files, scratch)
        built = builder.build(examined, strict=strict)
        whole = digest_of((inputs, builder.inputs))
        for folder, part in read:
            if part.inputs != whole:
                message = (
                    "was built from other files, or by another program: build all parts and join them at one commit"
                )
                raise BuildError(f"{folder} {message}")
    return built


def _read(folder: Path) -> _Part:
    try:
        return msgspec.json.decode((folder / PART_LIST).read_bytes(), type=_Part)
    except (OSError, msgspec.MsgspecError) as error:
        message = f"{folder} is no part of a site: `claimgraph build --shard 1/2 --output {folder}` makes one"
        raise BuildError(message) from error


def _in_order(read: list[tuple[Path, _Part]]) -> list[tuple[Path, _Part]]:
    """Return the parts by number; raise BuildError unless each is there once."""
    count = read[0][1].count
    by_number: dict[int, tuple[Path, _Part]] = {}
    for folder, part in read:
        if part.count != count:
            raise BuildError(f"{folder} is one of {part.count} parts, and {read[0][0]} one of {count}: join one build")
        if part.number in by_number:
            raise BuildError(f"{folder} and {by_number[part.number][0]} are both part {part.number}: give each once")
        by_number[part.number] = folder, part
    if missing := [str(number) for number in range(1, count + 1) if number not in by_number]:
        raise BuildError(f"of {count} parts, these are missing: {', '.join(missing)}")
    return [by_number[number] for number in sorted(by_number)]


def _taken(folder: Path, part: _Part, made: Path) -> dict[str, Written]:
    """Link or copy the files of a part; raise BuildError where one is not as it was written."""
    return dict(_each_taken(folder, part, made))


def _each_taken(folder: Path, part: _Part, made: Path) -> Iterator[tuple[str, Written]]:
    for path, listed in part.files.items():
        source, target = folder / path, made / path
        if not target.resolve().is_relative_to(made.resolve()):
            raise BuildError(f"{folder / PART_LIST} lists a file outside of the part: {path}")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(source, target, follow_symlinks=False)
            content = target.read_bytes()
        except OSError as error:
            raise BuildError(f"{source} cannot be read: {error.strerror}") from error
        if sha256(content).digest() != listed.digest:
            raise BuildError(f"{source} is not as it was written: build the part again")
        mtime = os.stat(target).st_mtime_ns  # noqa: PTH116  as everywhere in outputs
        yield path, Written(key=listed.key, size=listed.size, mtime=mtime, digest=listed.digest)
