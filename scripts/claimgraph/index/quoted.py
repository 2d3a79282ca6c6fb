"""Facts about quotes: the anchor on the claim's page, the address in the source, and whether it is verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.index.links import text_fragment
from claimgraph.voices import poster

if TYPE_CHECKING:
    from claimgraph.index.links import SafeUrl
    from claimgraph.index.view import View


def quote_anchor(view: View, claim_id: str, index: int) -> str:
    """Return the id of a quote's element on its claim's page, made of the quote's id or else its number from 1."""
    quote = view.corpus.claims[claim_id].record.quotes[index]
    return f"quote-{quote.id or index + 1}"


def posted_by(view: View, claim_id: str, index: int) -> str:
    """Return who posted the words of somebody else in a source; empty if a voice posted its own words."""
    quote = view.corpus.claims[claim_id].record.quotes[index]
    source, verdict = view.corpus.sources.get(quote.source), view.verdicts.get((claim_id, index))
    if source is None or verdict is None or verdict.place is None:
        return ""
    posting = poster(source, verdict.place)
    return posting.name if posting else ""


def is_verified(view: View, claim_id: str, index: int) -> bool:
    """Tell whether the capture of a quote's source has its words."""
    verdict = view.verdicts.get((claim_id, index))
    return verdict is not None and verdict.is_verified


def is_proven(view: View, claim_id: str, index: int) -> bool:
    """Tell whether a quote is verified against a capture that somebody has compared with the source."""
    source = view.corpus.claims[claim_id].record.quotes[index].source
    return is_verified(view, claim_id, index) and source in view.corpus.proven


def words_url(view: View, claim_id: str, index: int) -> SafeUrl | None:
    """Return the address that leads to a quote's words in its source; None if the source has no safe address."""
    quote = view.corpus.claims[claim_id].record.quotes[index]
    source = view.corpus.sources.get(quote.source)
    if source is None or not source.record.url:
        return None
    return text_fragment(source.record.url, quote.exact, prefix=quote.prefix, suffix=quote.suffix)
