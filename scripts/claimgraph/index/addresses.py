"""The address of each page below the site's home, and references to pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

GLOSSARY: Final = "glossary/"
"""The address of the glossary."""

REASONS_PAGE: Final = "contribute/reasons/"
"""The address of the page that lists kinds of reason and says how to answer a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """The title and address of a page of the site. If `address` is None, the title is shown without a link."""

    title: str
    address: str | None


def claim_address(id_: str) -> str:
    """Return the address of a claim's page."""
    return f"claims/{id_}/"


def topic_address(id_: str) -> str:
    """Return the address of a topic's page."""
    return f"topics/{id_}/"


def source_address(id_: str) -> str:
    """Return the address of a source's page."""
    return f"sources/{id_}/"


def voice_address(id_: str) -> str:
    """Return the address of a voice's page."""
    return f"voices/{id_}/"
