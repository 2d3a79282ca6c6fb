"""Files made of a piece for each claim: after an edit, they are spliced from their former contents and new pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Lengths: TypeAlias = "Mapping[str, tuple[int, ...]]"
"""The length of each piece in bytes, by key in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PiecedFile:
    """A file: texts, and the numbers of pieces, each of which stands for these pieces of all keys.

    `between` stands between two pieces that are not empty.
    """

    path: str
    layout: tuple[bytes | int, ...]
    between: bytes = b""

    def joined(self, pieces: Mapping[str, Mapping[int, bytes]]) -> bytes:
        """Return the contents of the file; `pieces` are by key and number."""
        return b"".join(
            part
            if isinstance(part, bytes)
            else self.between.join(filter(None, (piece[part] for piece in pieces.values())))
            for part in self.layout
        )

    def cut(self, content: bytes, lengths: Lengths) -> dict[str, dict[int, bytes]]:
        """Return the pieces of which the contents were joined, by key and number."""
        found: dict[str, dict[int, bytes]] = {key: {} for key in lengths}
        at = 0
        for part in self.layout:
            if isinstance(part, bytes):
                at += len(part)
                continue
            begun = at
            for key, each in lengths.items():
                length = each[part]
                if length and at > begun:
                    at += len(self.between)
                found[key][part] = content[at : at + length]
                at += length
        return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pieced:
    """Some files with pieces of the same keys.

    `make` returns all pieces of a key, each with its number. `of` is the digest of what they are made of beside tables.
    """

    keys: tuple[str, ...]
    make: Callable[[str], tuple[bytes, ...]]
    files: tuple[PiecedFile, ...]
    of: bytes

    def contents(
        self, former: Callable[[str], bytes | None], lengths: Lengths, made: Mapping[str, tuple[bytes, ...]]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield the path and contents of each file that differs from its former contents.

        Args:
            former: Returns the former contents of a file, of pieces with these lengths; None where all pieces are new.
            lengths: The lengths of the former pieces.
            made: The new pieces; those of other keys are as they were.
        """
        new = {key: dict(enumerate(pieces)) for key, pieces in made.items()}
        for file in self.files:
            content = former(file.path)
            old = file.cut(content, lengths) if content is not None else {}
            joined = file.joined({key: new[key] if key in new else old[key] for key in self.keys})
            if joined != content:
                yield file.path, joined
