"""The sources for programs that keep references: CSL-JSON, BibTeX, RIS."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimgraph.citing.bibtex import bibtex_entry
from claimgraph.citing.csl import csl_item
from claimgraph.citing.ris import ris_record

if TYPE_CHECKING:
    from claimgraph.data.dataset import Dataset


def csl_json(dataset: Dataset) -> str:
    """Return a JSON list of all sources, by id."""
    items = [csl_item(entry) for entry in dataset.corpus.sources.values()]
    return json.dumps(items, indent=2, ensure_ascii=False) + "\n"


def bibtex(dataset: Dataset) -> str:
    """Return an entry for each source."""
    return "\n".join(map(bibtex_entry, dataset.corpus.sources.values()))


def ris(dataset: Dataset) -> str:
    """Return a record for each source."""
    return "".join(map(ris_record, dataset.corpus.sources.values()))
