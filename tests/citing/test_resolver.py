"""Addresses of documents by their DOIs."""

from __future__ import annotations

import pytest

from claimgraph.citing.resolver import doi_address


@pytest.mark.parametrize(
    ("doi", "path"),
    [
        ("10.1000/x_(y)<z>", "10.1000/x_(y)%3Cz%3E"),
        ("10.1000/%7Bx%7D", "10.1000/%7Bx%7D"),
        ("10.1000/a#b?c[1]", "10.1000/a%23b%3Fc%5B1%5D"),
    ],
)
def test_special_characters_are_written_by_their_codes_once(doi: str, path: str) -> None:
    assert doi_address(doi) == f"https://doi.org/{path}"
