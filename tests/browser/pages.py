"""Which pages of a site stand for all: one of each kind that there are many of, and every other page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MANY = ("claims", "sources", "topics", "voices")

UNKNOWN = "no/such/page/"
"""An address at which there is no page."""


def every_page(site: Path) -> list[str]:
    """Return the addresses of all pages, the home page's empty, those that only lead on left out."""
    found = {path.parent.relative_to(site).as_posix(): path for path in site.rglob("index.html")}
    leading = {address for address, path in found.items() if 'http-equiv="refresh"' in path.read_text("utf-8")}
    return sorted("" if address == "." else f"{address}/" for address in found.keys() - leading)


def every_kind(site: Path) -> list[str]:
    """Return the addresses of pages that stand for all: of each kind the longest, which has most parts."""
    longest: dict[str, str] = {}
    others = []
    for address in every_page(site):
        kind = address.split("/")[0]
        if kind not in MANY or address.count("/") == 1:
            others.append(address)
        elif kind not in longest or _size(site, address) > _size(site, longest[kind]):
            longest[kind] = address
    return [*others, *longest.values(), UNKNOWN]


def _size(site: Path, address: str) -> int:
    return (site / address / "index.html").stat().st_size
