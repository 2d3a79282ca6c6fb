"""The manifest of some files: each with its size and its SHA-256, and the version that follows from these."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One file by its address (or by its name, where all are in one folder): bytes, and the SHA-256 in hexadecimal."""

    address: str
    size: int
    digest: str


def filed(address: str, content: bytes) -> Filed:
    """Return the entry of one file."""
    return Filed(address=address, size=len(content), digest=hashlib.sha256(content).hexdigest())


def manifest_of(files: Mapping[str, bytes]) -> tuple[Filed, ...]:
    """Return an entry for each file, in order of their addresses."""
    return tuple(filed(address, files[address]) for address in sorted(files))


def sums(manifest: Iterable[Filed]) -> str:
    """Return the checksums in order of the addresses, as `sha256sum --check` reads them."""
    return "".join(f"{one.digest}  {one.address}\n" for one in sorted(manifest, key=lambda one: one.address))


def version_of(manifest: Iterable[Filed]) -> str:
    """Return a version that is made of the contents alone: the first 12 digits of the SHA-256 of all checksums."""
    return hashlib.sha256(sums(manifest).encode()).hexdigest()[:12]
