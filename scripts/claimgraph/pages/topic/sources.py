"""The sources of the reasons about a topic's theses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.index.links import external
from claimgraph.index.wording import date_of_event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.index.addresses import Ref
    from claimgraph.index.links import SafeUrl
    from claimgraph.index.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSource:
    """A source, its date in words, and its own address; the date is empty and the address None if it has none."""

    page: Ref
    date: str
    url: SafeUrl | None


def sources_of(view: View, claim_ids: Iterable[str]) -> tuple[ShownSource, ...]:
    """Return the sources of all quotes and citations of some claims, in the order of their titles."""
    claims = [view.corpus.claims[id_].record for id_ in claim_ids]
    ids = {quote.source for claim in claims for quote in claim.quotes}
    ids |= {citation.source for claim in claims for citation in claim.citations}
    found = [_shown(view, id_) for id_ in sorted(ids) if id_ in view.corpus.sources]
    return tuple(sorted(found, key=lambda each: each.page.title.casefold()))


def _shown(view: View, id_: str) -> ShownSource:
    record = view.corpus.sources[id_].record
    return ShownSource(
        page=view.source(id_),
        date=date_of_event(record.issued or record.event_date),
        url=external(record.url) if record.url else None,
    )
