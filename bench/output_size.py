"""Measures the size of a built site."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

SEARCH: Final = "search/*.json"
MAP: Final = "map/**/*"
_GZIP: Final = 31
"""zlib's number for the gzip format with the largest window."""
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Data:
    """The bytes of some files, plain and compressed by gzip; 0 if there are none."""

    plain: int
    compressed: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OutputSize:
    """A site's number of files and bytes, with the bytes of the claim's page of median size, of search and of map."""

    files: int
    total: int
    page: Data
    search: Data
    map: Data


def output_size(site: Path) -> OutputSize:
    """Measure the site in a folder. No file is read whole: a parent's memory would count for measured commands."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    by_size = sorted(site.glob("claims/*/index.html"), key=lambda path: path.stat().st_size)
    return OutputSize(
        files=len(sizes),
        total=sum(sizes),
        page=_data(by_size[len(by_size) // 2 :][:1]),
        search=_data(list(site.glob(SEARCH))),
        map=_data([path for path in site.glob(MAP) if path.is_file()]),
    )


def _data(files: list[Path]) -> Data:
    return Data(plain=sum(file.stat().st_size for file in files), compressed=sum(map(_compressed, files)))


def _compressed(path: Path) -> int:
    packer = zlib.compressobj(9, zlib.DEFLATED, _GZIP)
    with path.open("rb") as file:
        packed = sum(len(packer.compress(chunk)) for chunk in iter(lambda: file.read(_CHUNK), b""))
    return packed + len(packer.flush())
