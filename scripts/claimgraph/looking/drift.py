"""Finds the quotes whose words no longer stand in a source's text of today.

Who speaks where is not asked: a page may have new lines above the quote, and the segments of the source's file count
lines of the text that was captured.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimgraph.captures.capture import capture_text
from claimgraph.importing.documents import read_document
from claimgraph.model.source import Source
from claimgraph.model.verdict import Outcome
from claimgraph.quotes.prepared import prepare
from claimgraph.quotes.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.corpus import Corpus
    from claimgraph.model.verdict import Verdict

_STANDS: Final = frozenset(
    {Outcome.VERIFIED, Outcome.AMBIGUOUS, Outcome.WRONG_SPEAKER, Outcome.DOUBTFUL_SPEAKER, Outcome.CROSSES_BOUND}
)
"""What the check says of words that stand in the text, whoever speaks there."""


def lost_quotes(
    corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict], source_id: str, content: bytes
) -> tuple[str, ...]:
    """Return the verified quotes of a source whose words are not in a document, each as `half-late 2`, in order.

    Raises UnreadableError if the document is no text.
    """
    text = read_document(source_id, content).text
    entry = corpus.sources[source_id]
    record = entry.record
    plain = replace(entry, record=Source(type=record.type, title=record.title, depth=record.depth))
    prepared = prepare(plain, capture_text(text, source_id))
    found: list[str] = []
    for claim_id, index in _quoted(corpus, verdicts, source_id):
        quote = replace(corpus.claims[claim_id].record.quotes[index], speaker="", prefix="", suffix="")
        if verify(quote, prepared).outcome not in _STANDS:
            found.append(f"{claim_id} {index + 1}")
    return tuple(found)


def is_quoted(corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict], source_id: str) -> bool:
    """Tell whether a verified quote is from a source."""
    return any(True for _ in _quoted(corpus, verdicts, source_id))


def _quoted(corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict], source_id: str) -> Iterator[tuple[str, int]]:
    for (claim_id, index), verdict in verdicts.items():
        if verdict.is_verified and corpus.claims[claim_id].record.quotes[index].source == source_id:
            yield claim_id, index
