"""What a source's page says of its address: what the last look found there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.index.wording import date_in_words, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.looked import Answer, Look

_ANSWERED: Final[Mapping[Answer, str]] = {
    "there": "its address answered",
    "moved": "its address led elsewhere for good",
    "gone": "its address answered that the document is gone",
    "refused": "its address refused to answer a program",
    "silent": "its address did not answer",
}


def look_in_words(look: Look | None) -> str:
    """Return sentences on the last look at a source's address; empty if nobody has looked."""
    return "" if look is None else " ".join(_sentences(look))


def _sentences(look: Look) -> Iterator[str]:
    yield f"On {date_in_words(look.on)} {_ANSWERED[look.answer]}."
    if look.copy is not None and look.copy != "there":
        yield f"Of the archived copy, {_ANSWERED[look.copy]}."
    if look.lost:
        count = plural(len(look.lost), "quote")
        yield f"The words of {count} were not found in its text of that day; they were checked on an earlier text."


def notice_in_words(look: Look | None) -> str:
    """Return a sentence on what the register of DOIs said of a source; empty if nothing."""
    if look is None or not look.notice:
        return ""
    return f"The register of DOIs told on {date_in_words(look.on)} of a notice on this document: {look.notice}."
