"""Who speaks in a quote or citation, as the data say it: the voice, and its side."""

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
    """Return the id of the voice that a quote counts for; empty where its source is unknown."""
    source = corpus.sources.get(quote.source)
    return voicing_of_quote(source, quote).id if source is not None else ""


def side_of(corpus: Corpus, record: Quote | Citation) -> Side | None:
    """Return where whoever speaks in a quote or citation stands in its source; None where the source is unknown.

    It is what the source file says of the speaker, else of the source.
    """
    source = corpus.sources.get(record.source)
    if source is None:
        return None
    voice = voicing_of_quote(source, record) if isinstance(record, Quote) else voicing(source, "")
    return side_of_speaker(source, voice) or source.record.side
