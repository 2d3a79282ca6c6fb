"""The manifest of some files: the size and SHA-256 of each, and a version made from these."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One file. `address` is its name if all files are in one folder; `size` is in bytes, `digest` a SHA-256 in hex."""

    address: str
    size: int
    digest: str


def filed(address: str, content: bytes) -> Filed:
    """Return the entry of one file."""
    return Filed(address=address, size=len(content), digest=hashlib.sha256(content).hexdigest())


def manifest_of(files: Mapping[str, bytes]) -> tuple[Filed, ...]:
    """Return an entry for each file, sorted by address."""
    return tuple(filed(address, files[address]) for address in sorted(files))


def sums(manifest: Iterable[Filed]) -> str:
    """Return the checksums as `sha256sum --check` reads them, sorted by address."""
    return "".join(f"{one.digest}  {one.address}\n" for one in sorted(manifest, key=lambda one: one.address))


def version_of(manifest: Iterable[Filed]) -> str:
    """Return a version made from the contents alone: the first 12 digits of the SHA-256 of all checksums."""
    return hashlib.sha256(sums(manifest).encode()).hexdigest()[:12]
