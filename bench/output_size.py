"""Measures how large a built site is."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

SEARCH: Final = "search/*.json"
MAP: Final = "map/**/*"


@dataclass(frozen=True, kw_only=True, slots=True)
class Data:
    """Bytes of some files, as they are and compressed by gzip; 0 where there are none."""

    plain: int
    compressed: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OutputSize:
    """A site's number of files, its bytes, and the bytes of a claim's page in the middle of all claims' pages."""

    files: int
    total: int
    page: Data
    search: Data
    map: Data


def output_size(site: Path) -> OutputSize:
    """Measure the site in a folder."""
    files = [path for path in site.rglob("*") if path.is_file()]
    by_size = sorted(site.glob("claims/*/index.html"), key=lambda path: path.stat().st_size)
    return OutputSize(
        files=len(files),
        total=sum(path.stat().st_size for path in files),
        page=_data(by_size[len(by_size) // 2 :][:1]),
        search=_data(list(site.glob(SEARCH))),
        map=_data([path for path in site.glob(MAP) if path.is_file()]),
    )


def _data(files: list[Path]) -> Data:
    contents = [path.read_bytes() for path in files]
    return Data(plain=sum(map(len, contents)), compressed=sum(len(gzip.compress(content)) for content in contents))
