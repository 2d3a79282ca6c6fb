"""All files of data that a site has, each as what it says: the API, and the exports that cost little."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from claimgraph.data.api.encoding import One, encoded
from claimgraph.data.api.files import RECORDS, api_files
from claimgraph.data.api.listing import EXPORT_FOLDER, INDEX, Listing
from claimgraph.data.formats.formats import FORMATS
from claimgraph.incremental.artefacts import Artefact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimgraph.data.dataset import Dataset
    from claimgraph.data.listed import DataPage
    from claimgraph.data.manifest import Filed

EXPORTS: Final = ("csv", "graphml", "node-link", "csl-json", "bibtex", "ris")
"""The formats of `claimgraph export` that stand in the site: those that cost little even at ten thousand claims."""

MOST_LIVE: Final = 1_000
"""Up to how many claims the preview makes the exports anew after an edit: beyond, they would take most of its time."""


def data_files(dataset: Dataset) -> Iterator[Artefact]:
    """Yield every file of the site's data, but for the API's index.

    Of more than `MOST_LIVE` claims, the preview keeps the exports of its start: what they read is not noted.
    """
    yield from api_files(dataset)
    is_live = len(dataset.corpus.claims) <= MOST_LIVE
    for form in EXPORTS:
        for name, write in FORMATS[form].items():
            value = partial(write, dataset) if is_live else partial(_unnoted, write, dataset)
            yield Artefact(path=f"{EXPORT_FOLDER}{name}", kind="text", value=value, of=dataset.settings)


def _unnoted(write: Callable[[Dataset], str], dataset: Dataset) -> str:
    dataset.view.tables.recorder.reads = None
    return write(dataset)


def data_index(dataset: Dataset, manifest: Iterable[Filed]) -> tuple[Artefact, DataPage]:
    """Return the API's index of the files in a manifest, and the same for the page of data."""
    listing = Listing(dataset=dataset, manifest=tuple(manifest))
    said = One(kind="Index", record=listing.index(), indent=2)
    return Artefact(path=INDEX, kind=RECORDS, value=lambda: said), listing.page(len(encoded(said)))
