"""All files of data that a site has: the API, and the exports that cost little."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from claimgraph.data.api.encoding import One, encoded
from claimgraph.data.api.files import RECORDS, api_files
from claimgraph.data.api.listing import EXPORT_FOLDER, INDEX, Listing
from claimgraph.data.formats.formats import FORMATS
from claimgraph.incremental.artefacts import Artefact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.data.dataset import Dataset
    from claimgraph.data.listed import DataPage
    from claimgraph.data.manifest import Filed

EXPORTS: Final = ("csv", "graphml", "node-link", "csl-json", "bibtex", "ris")
"""The formats of `claimgraph export` that the site has: those that cost little even with ten thousand claims."""

MOST_LIVE: Final = 1_000
"""The number of claims up to which the preview makes the exports again after an edit. With more, they take too long."""


def data_files(dataset: Dataset) -> Iterator[Artefact]:
    """Yield every file of the site's data except the API's index.

    With more than `MOST_LIVE` claims, the preview keeps the exports from its start.
    """
    yield from api_files(dataset)
    is_live = len(dataset.corpus.claims) <= MOST_LIVE
    for format_ in EXPORTS:
        for name, write in FORMATS[format_].items():
            path, value = f"{EXPORT_FOLDER}{name}", partial(write, dataset)
            yield Artefact(path=path, kind="text", value=value, of=dataset.settings, is_live=is_live, is_whole=True)


def data_index(dataset: Dataset, manifest: Iterable[Filed]) -> tuple[Artefact, DataPage]:
    """Return the API's index of the files in a manifest, and the list of them for the page of data."""
    listing = Listing(dataset=dataset, manifest=tuple(manifest))
    index = One(kind="Index", record=listing.index(), indent=2)
    return Artefact(path=INDEX, kind=RECORDS, value=lambda: index), listing.page(len(encoded(index)))
