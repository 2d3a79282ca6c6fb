"""What another capture of a source would change: the lines that differ, and the quotes that would no longer stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.captures.differing import differing_lines
from claimgraph.quotes.ground import prepare
from claimgraph.quotes.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.captures.capture import Capture
    from claimgraph.model.claim import Quote
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.verdict import Verdict
    from claimgraph.quotes.ground import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """A quote that stands on the capture that is there, and would not on the other.

    `number` counts the claim's quotes from 1. `verdict` is what the check would find.
    """

    claim: str
    number: int
    quote: Quote
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How the capture of another text differs from the one that is there.

    `lines` are the numbers of the lines whose fingerprints differ, in order. `fallen` are in order of claims.
    """

    lines: tuple[int, ...]
    fallen: tuple[Fallen, ...]


def drift(  # noqa: PLR0913
    source_id: str,
    *,
    stored: bytes,
    written: bytes,
    made: Capture,
    corpus: Corpus,
    verdicts: Mapping[tuple[str, int], Verdict],
    grounds: Mapping[str, Ground],
) -> Drift:
    """Compare the capture file that is there with the capture `made` of another text, which is `written` as a file.

    `verdicts` and `grounds` are those of the checkout as it is.
    """
    fallen: tuple[Fallen, ...] = ()
    if source_id in grounds:
        ground = prepare(corpus.sources[source_id], made)
        fallen = tuple(_fallen(corpus, verdicts, ground, {**grounds, source_id: ground}))
    return Drift(lines=differing_lines(stored, written), fallen=fallen)


def _fallen(
    corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict], ground: Ground, grounds: Mapping[str, Ground]
) -> Iterator[Fallen]:
    for (claim, index), verdict in verdicts.items():
        quote = corpus.claims[claim].record.quotes[index]
        if quote.source != ground.source.id or not verdict.is_verified:
            continue
        now = verify(quote, ground, grounds.values())
        if not now.is_verified:
            yield Fallen(claim=claim, number=index + 1, quote=quote, verdict=now)
