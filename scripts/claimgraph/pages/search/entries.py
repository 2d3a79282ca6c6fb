"""What the search finds: every page, with the words that it is found by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.index.addresses import claim_address, source_address, topic_address, voice_address
from claimgraph.pages.search.search_index import SearchEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.view import View


def search_entries(view: View) -> Iterator[SearchEntry]:
    """Yield claims by title, assertion and quotes; topics, sources and voices by name."""
    corpus = view.corpus
    for id_, claim in corpus.claims.items():
        text = " … ".join((claim.record.assertion, *(quote.exact for quote in claim.record.quotes)))
        yield SearchEntry(location=claim_address(id_), title=claim.record.title, text=text)
    for id_, topic in corpus.topics.items():
        yield SearchEntry(location=topic_address(id_), title=topic.record.title, text=topic.record.question)
    for id_, source in corpus.sources.items():
        by = "; ".join(map(str, source.record.author))
        yield SearchEntry(location=source_address(id_), title=source.record.title, text=by)
    for id_, heard in view.heard.items():
        sources = "; ".join(view.source(source).title for source in view.sources_of(heard))
        yield SearchEntry(location=voice_address(id_), title=heard.name, text=heard.role or sources)
