"""All files of data that a site has: the API, and the exports that cost little."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from claimgraph.data.api.claims import CLAIMS, Claims
from claimgraph.data.api.encoding import One, encoded, line
from claimgraph.data.api.files import RECORDS, api_files
from claimgraph.data.api.listing import EXPORT_FOLDER, INDEX, Listing
from claimgraph.data.formats.by_claims import ByClaims
from claimgraph.data.formats.formats import FORMATS
from claimgraph.incremental.artefacts import Artefact
from claimgraph.incremental.pieces import Pieced, PiecedFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimgraph.data.dataset import Dataset
    from claimgraph.data.formats.by_claims import Piece
    from claimgraph.data.listed import DataPage
    from claimgraph.data.manifest import Filed

EXPORTS: Final = ("csv", "graphml", "node-link", "csl-json", "bibtex", "ris")
"""The formats of `claimgraph export` that the site has: those that cost little even with ten thousand claims."""


def data_files(dataset: Dataset) -> Iterator[Artefact]:
    """Yield every file of the site's data, except the API's index and those of `pieced_files`."""
    yield from api_files(dataset)
    for path, write in _exports():
        if not isinstance(write, ByClaims):
            yield Artefact(path=path, kind="text", value=partial(write, dataset), of=dataset.settings)


def pieced_files(dataset: Dataset) -> Pieced:
    """Return the files of data with a piece for each claim."""
    claims = Claims(dataset)

    def entry(_: Dataset, id_: str) -> str:
        return line("ClaimEntry", claims.entry(id_, CLAIMS))

    listed = ByClaims(layout=("[", entry, "\n]\n"), between=",")
    by_claims = {CLAIMS: listed, **{path: write for path, write in _exports() if isinstance(write, ByClaims)}}
    pieces: list[Piece] = []
    files: list[PiecedFile] = []
    for path, file in by_claims.items():
        layout: list[bytes | int] = []
        for part in file.layout:
            layout.append(part.encode() if isinstance(part, str) else len(pieces))
            if not isinstance(part, str):
                pieces.append(part)
        files.append(PiecedFile(path=path, layout=tuple(layout), between=file.between.encode()))
    return Pieced(
        keys=tuple(dataset.corpus.claims),
        make=lambda id_: tuple(piece(dataset, id_).encode() for piece in pieces),
        files=tuple(files),
        of=dataset.settings,
    )


def _exports() -> Iterator[tuple[str, Callable[[Dataset], str]]]:
    for format_ in EXPORTS:
        for name, write in FORMATS[format_].items():
            yield f"{EXPORT_FOLDER}{name}", write


def data_index(dataset: Dataset, manifest: Iterable[Filed]) -> tuple[Artefact, DataPage]:
    """Return the API's index of the files in a manifest, and the list of them for the page of data."""
    listing = Listing(dataset=dataset, manifest=tuple(manifest))
    index = One(kind="Index", record=listing.index(), indent=2)
    return Artefact(path=INDEX, kind=RECORDS, value=lambda: index), listing.page(len(encoded(index)))
