"""The API's records as an export: all whole claims, topics and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.data.api import others
from claimgraph.data.api.claims import Claims
from claimgraph.data.api.encoding import Several, encoded

if TYPE_CHECKING:
    from claimgraph.data.dataset import Dataset


def claims_json(dataset: Dataset) -> str:
    """Return a JSON list of all claims as `WholeClaim` records, by id."""
    claims = Claims(dataset)
    records = tuple(claims.whole(id_, "claims.json") for id_ in dataset.corpus.claims)
    return encoded(Several(kind="WholeClaim", records=records)).decode()


def topics_json(dataset: Dataset) -> str:
    """Return a JSON list of all topics as `Topic` records, by id."""
    return encoded(Several(kind="Topic", records=others.topics(dataset, "topics.json"))).decode()


def sources_json(dataset: Dataset) -> str:
    """Return a JSON list of all sources as `Source` records, by id."""
    return encoded(Several(kind="Source", records=others.sources(dataset, "sources.json"))).decode()
