"""The contents of a claim's page: its sections, in order, and which of them the page has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.publish.shell import TocEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLES: Final[Mapping[str, str]] = {
    "words": "The exact words",
    "for-and-against": "For and against",
    "for": "For it",
    "against": "Against it",
    "limits": "Where it is said not to hold",
    "rivals": "Other figures for the same thing",
    "context": "What else to know",
    "leads-to": "Its place in the argument",
    "bears-on": "What it says about other claims",
    "why": "Why it has this status",
    "added": "Added by the editors",
    "scope": "Who, where and when",
    "figures": "Figures",
    "citations": "More from sources, in our words",
    "neighbourhood": "A picture of the claims around it",
    "note": "Editors’ note",
    "cite": "How to cite this page",
}
"""The headings of a claim's page by the id of what is below them, in order."""


TOLD: Final = "What its sources say, in our words"
"""The heading in the place of the exact words, where nobody is quoted."""


def contents(titles: Mapping[str, str], is_there: Mapping[str, object]) -> tuple[TocEntry, ...]:
    """Return the contents of a page, given what its sections show; one that is not named is always there."""
    return tuple(TocEntry(anchor=anchor, text=text) for anchor, text in titles.items() if is_there.get(anchor, True))
