"""Finds what another capture of a source would change: differing lines, and quotes that would no longer stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.captures.differing import differing_lines
from claimgraph.quotes.prepared import prepare
from claimgraph.quotes.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.captures.capture import Capture
    from claimgraph.model.claim import Quote
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.verdict import Verdict
    from claimgraph.quotes.prepared import PreparedSource


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenQuote:
    """A quote that is verified by the stored capture, but not by the other.

    `number` counts the claim's quotes from 1. `verdict` is the verdict by the other capture.
    """

    claim: str
    number: int
    quote: Quote
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureDifference:
    """How the capture of another text differs from the stored one.

    `lines` are the numbers of the lines whose fingerprints differ, in order. `fallen` are in order of claims.
    """

    lines: tuple[int, ...]
    fallen: tuple[BrokenQuote, ...]


def compare_captures(  # noqa: PLR0913
    source_id: str,
    *,
    stored: bytes,
    written: bytes,
    made: Capture,
    corpus: Corpus,
    verdicts: Mapping[tuple[str, int], Verdict],
    prepared_sources: Mapping[str, PreparedSource],
) -> CaptureDifference:
    """Compare the stored capture of a source with the capture of another text.

    Args:
        source_id: The source.
        stored: The content of the stored capture file.
        written: The content of the other capture's file.
        made: The other capture.
        corpus: The claims and sources of the checkout.
        verdicts: The verdicts by the stored captures.
        prepared_sources: The sources with their stored captures.

    """
    fallen: tuple[BrokenQuote, ...] = ()
    if source_id in prepared_sources:
        prepared = prepare(corpus.sources[source_id], made)
        fallen = tuple(_fallen(corpus, verdicts, prepared, {**prepared_sources, source_id: prepared}))
    return CaptureDifference(lines=differing_lines(stored, written), fallen=fallen)


def _fallen(
    corpus: Corpus,
    verdicts: Mapping[tuple[str, int], Verdict],
    prepared: PreparedSource,
    prepared_sources: Mapping[str, PreparedSource],
) -> Iterator[BrokenQuote]:
    for (claim, index), verdict in verdicts.items():
        quote = corpus.claims[claim].record.quotes[index]
        if quote.source != prepared.entry.id or not verdict.is_verified:
            continue
        now = verify(quote, prepared, prepared_sources.values())
        if not now.is_verified:
            yield BrokenQuote(claim=claim, number=index + 1, quote=quote, verdict=now)
