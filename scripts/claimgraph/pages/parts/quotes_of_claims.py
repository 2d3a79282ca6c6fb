"""Quotes on pages other than those of their claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.pages.parts.quotes import ShownQuote, shown_quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteOfClaim:
    """A quote on a page other than its claim's, with the id of its element there."""

    claim: Ref
    quote: ShownQuote
    anchor: str


def quotes_of(view: View, places: Iterable[tuple[str, int]]) -> tuple[QuoteOfClaim, ...]:
    """Return quotes by the claim's id and the quote's index."""
    return tuple(
        QuoteOfClaim(claim=view.claim(id_), quote=shown_quote(view, id_, index), anchor=f"{id_}-quote-{index + 1}")
        for id_, index in places
    )
