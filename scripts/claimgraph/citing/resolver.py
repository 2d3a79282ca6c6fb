"""The address of a document by its DOI."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

_RESOLVER: Final = "https://doi.org/"
_KEPT: Final = "/:;().,%"
"""What needs no code in a path, and `%`: a record writes it only where it begins a code."""


def doi_address(doi: str) -> str:
    """Return the address that a DOI has at its resolver, special characters by their codes (DOI Handbook, 2.5.2.4)."""
    return _RESOLVER + quote(doi, safe=_KEPT)
