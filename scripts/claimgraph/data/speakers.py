"""The voice of a quote or citation and its side, for data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.model.claim import Quote
from claimgraph.voices import side_of as side_of_speaker
from claimgraph.voices import voicing, voicing_of_quote

if TYPE_CHECKING:
    from claimgraph.model.claim import Citation
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.source import Side


def voice_id(corpus: Corpus, quote: Quote) -> str:
    """Return the id of the voice of a quote; empty if its source is unknown."""
    source = corpus.sources.get(quote.source)
    return voicing_of_quote(source, quote).id if source is not None else ""


def side_of(corpus: Corpus, record: Quote | Citation) -> Side | None:
    """Return the side of the speaker of a quote or citation; None if its source is unknown.

    It is the speaker's side in the source file, or else the source's.
    """
    source = corpus.sources.get(record.source)
    if source is None:
        return None
    voice = voicing_of_quote(source, record) if isinstance(record, Quote) else voicing(source, "")
    return side_of_speaker(source, voice) or source.record.side
