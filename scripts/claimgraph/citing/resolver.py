"""The address of a document by its DOI."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

_RESOLVER: Final = "https://doi.org/"
_KEPT: Final = "/:;().,%"
"""Characters of a path that need no encoding, and `%`, which in a record always begins an encoded character."""


def doi_address(doi: str) -> str:
    """Return the address of a DOI at its resolver, percent-encoded (DOI Handbook, 2.5.2.4)."""
    return _RESOLVER + quote(doi, safe=_KEPT)
