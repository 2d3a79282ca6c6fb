"""The list of all files of data with their version, for the page of data and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.data.api import records
from claimgraph.data.api.claims import FOLDER
from claimgraph.data.api.others import counts
from claimgraph.data.api.schemas import API_VERSION, described_records
from claimgraph.data.dataset import LICENCE
from claimgraph.data.listed import DataFile, DataPage
from claimgraph.data.manifest import version_of
from claimgraph.index.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.data.dataset import Dataset
    from claimgraph.data.manifest import Filed

EXPORT_FOLDER: Final = "data/"
INDEX: Final = f"{FOLDER}index.json"
CHANGES: Final = f"{FOLDER}changes.json"

_HOLDS: Final = {
    "claims.csv": ("CSV", "One row a claim: its assertion, kind, scope, whether it is a thesis"),
    "quotes.csv": ("CSV", "One row a quote: its words, source, voice, whether it is verified"),
    "citations.csv": ("CSV", "One row a fact found in a source, in the editors’ words"),
    "figures.csv": ("CSV", "One row a number that a source gives"),
    "links.csv": ("CSV", "One row a link between two claims, with its reason"),
    "topics.csv": ("CSV", "One row a topic: its question, theses and background"),
    "claims.graphml": ("GraphML", "The network of claims, for Gephi, yEd, igraph and NetworkX"),
    "claims.node-link.json": ("JSON", "The network of claims in NetworkX's node-link format"),
    "sources.csl.json": ("CSL-JSON", "The sources, for Zotero, Pandoc and citeproc"),
    "sources.bib": ("BibTeX", "The sources, for LaTeX and JabRef"),
    "sources.ris": ("RIS", "The sources, for EndNote, Mendeley and Zotero"),
    "claims.json": ("JSON", "All claims: assertion, kind, scope, how each stands and why, the reasons on each side"),
    "shards.json": ("JSON", "Which shard has which claims"),
    "sources.json": ("JSON", "All sources, with the claims that quote or cite each"),
    "topics.json": ("JSON", "All topics, with the theses that answer each question"),
    "voices.json": ("JSON", "All voices, with what quotes them"),
    "debate.json": (
        "JSON",
        "The whole debate: theses weighed, what nobody answers, what rests on what or on one voice",
    ),
    "schemes.json": ("JSON", "The kinds of reason, each with its critical questions"),
    "changes.json": ("JSON", "The newest changes of claims, as the page of changes shows them"),
    "index.json": ("JSON", "This list for programs, with versions and counts"),
}

_SEVERAL: Final = (
    ("shards", "shard", "The rest on some claims: quotes with their places, citations, figures, links both ways"),
    ("claims", "id", "Everything on one claim: quotes with their places, citations, figures, links both ways"),
    ("topics", "id", "One topic with its claims"),
)
"""The folders with many files of a kind: the folder, the placeholder for a file's name, and its contents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The list of a site's files of data. `manifest` has every file except the index.

    The version of the data leaves out the changes, which git's history makes, so that the same claims have one version.
    """

    dataset: Dataset
    manifest: tuple[Filed, ...]

    def index(self) -> records.Index:
        """Return the list for programs."""
        home = self.dataset.to_home(INDEX)
        return records.Index(
            name=self.dataset.home.name,
            api_version=API_VERSION,
            data_version=version_of(one for one in self.manifest if one.address != CHANGES),
            as_of=self.dataset.view.as_of.isoformat(),
            licence=LICENCE,
            counts=counts(self.dataset),
            files=tuple(
                records.Listed(
                    url=f"{home}{file.address}",
                    holds=file.holds,
                    bytes=file.size,
                    schema=f"{home}{file.schema}" if file.schema else "",
                )
                for file in self._files()
            ),
        )

    def page(self, index_size: int) -> DataPage:
        """Return the list for the page of data; `index_size` is the size of the index, in bytes."""
        index = self.index()
        return DataPage(
            api_version=index.api_version,
            data_version=index.data_version,
            as_of=day_in_words(self.dataset.view.as_of),
            licence=index.licence,
            counts=tuple((name, getattr(index.counts, name)) for name in records.Counts.__slots__),
            files=(_described(INDEX, index_size), *self._files()),
            records=described_records(),
        )

    def _files(self) -> Iterator[DataFile]:
        sizes = {one.address: one.size for one in self.manifest}
        for name in ("claims", "shards", "sources", "topics", "voices", "debate", "schemes", "changes"):
            address = f"{FOLDER}{name}.json"
            if address in sizes:
                yield _described(address, sizes[address])
        for folder, name, holds in _SEVERAL:
            found = sorted(size for address, size in sizes.items() if address.startswith(f"{FOLDER}{folder}/"))
            if found:
                schema = f"{FOLDER}schema/{folder.removesuffix('s')}.json"
                address, typical = f"{FOLDER}{folder}/<{name}>.json", found[len(found) // 2]
                yield DataFile(address=address, format="JSON", holds=holds, size=typical, schema=schema)
        for address in sorted(sizes):
            if address.startswith(EXPORT_FOLDER):
                yield _described(address, sizes[address])


def _described(address: str, size: int) -> DataFile:
    name = address.rpartition("/")[2]
    kind, holds = _HOLDS[name]
    schema = f"{FOLDER}schema/{name}" if address.startswith(FOLDER) else ""
    return DataFile(address=address, format=kind, holds=holds, size=size, schema=schema)
