"""What data there are, in which version: for the page of data, and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.data.api import forms as form
from claimgraph.data.api.claims import FOLDER
from claimgraph.data.api.schemas import API_VERSION, form_rows
from claimgraph.data.formats.material import LICENCE
from claimgraph.data.listed import DataField, DataFile, DataPage, DataRecord
from claimgraph.index.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

EXPORT_FOLDER: Final = "data/"
INDEX: Final = f"{FOLDER}index.json"

_HOLDS: Final = {
    "claims.csv": ("CSV", "One row a claim: its assertion, kind, scope, whether it is a thesis"),
    "quotes.csv": ("CSV", "One row a quote: its words, source, voice, whether it is verified"),
    "citations.csv": ("CSV", "One row a fact found in a source, in the editors’ words"),
    "figures.csv": ("CSV", "One row a number that a source gives"),
    "links.csv": ("CSV", "One row a link between two claims, with its reason"),
    "topics.csv": ("CSV", "One row a topic: its question, theses and background"),
    "claims.graphml": ("GraphML", "The network of claims, for Gephi, yEd, igraph and NetworkX"),
    "claims.node-link.json": ("JSON", "The network of claims in NetworkX's node-link form"),
    "sources.csl.json": ("CSL-JSON", "The sources, for Zotero, Pandoc and citeproc"),
    "sources.bib": ("BibTeX", "The sources, for LaTeX and JabRef"),
    "sources.ris": ("RIS", "The sources, for EndNote, Mendeley and Zotero"),
    "claims.json": ("JSON", "All claims: assertion, kind, scope, how each stands and why, the reasons on each side"),
    "sources.json": ("JSON", "All sources, with the claims that quote or cite each"),
    "topics.json": ("JSON", "All topics, with the theses that answer each question"),
    "voices.json": ("JSON", "All voices, with what quotes them"),
    "debate.json": (
        "JSON",
        "The whole debate: theses weighed, what nobody answers, what rests on what or on one voice",
    ),
    "schemes.json": ("JSON", "The kinds of reason, each with its critical questions"),
    "index.json": ("JSON", "This list for programs, with versions and counts"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What there is of a site's data.

    `name` is that of the site; `home` leads from the index to the site's home. `version` is made of the contents.
    `as_of` is the day of which standings are told. `sizes` are those of all files, by address, in bytes.
    """

    name: str
    home: str
    version: str
    as_of: date
    counts: form.Counts
    sizes: Mapping[str, int]

    def index(self) -> form.Index:
        """Return it for programs."""
        return form.Index(
            name=self.name,
            api_version=API_VERSION,
            data_version=self.version,
            as_of=self.as_of.isoformat(),
            licence=LICENCE,
            counts=self.counts,
            files=tuple(
                form.Listed(
                    url=f"{self.home}{file.address}",
                    holds=file.holds,
                    bytes=file.size,
                    schema=f"{self.home}{file.schema}" if file.schema else "",
                )
                for file in self._files()
            ),
        )

    def page(self, index_size: int) -> DataPage:
        """Return it for the page of data; `index_size` is the size of the index, in bytes."""
        return DataPage(
            api_version=API_VERSION,
            data_version=self.version,
            as_of=day_in_words(self.as_of),
            licence=LICENCE,
            counts=tuple((name, getattr(self.counts, name)) for name in form.Counts.__slots__),
            files=(_described(INDEX, index_size), *self._files()),
            records=tuple(
                DataRecord(
                    name=rows.name,
                    meaning=rows.meaning,
                    fields=tuple(DataField(name=row.name, type=row.type, meaning=row.meaning) for row in rows.fields),
                )
                for rows in form_rows()
            ),
        )

    def _files(self) -> Iterator[DataFile]:
        for name in ("claims", "sources", "topics", "voices", "debate", "schemes"):
            address = f"{FOLDER}{name}.json"
            yield _described(address, self.sizes[address])
        for kind, holds in (
            ("claim", "Everything on one claim: quotes with their places, citations, figures, links both ways"),
            ("topic", "One topic with its claims"),
        ):
            sizes = sorted(size for address, size in self.sizes.items() if address.startswith(f"{FOLDER}{kind}s/"))
            address, schema = f"{FOLDER}{kind}s/<id>.json", f"{FOLDER}schema/{kind}.json"
            typical = sizes[len(sizes) // 2] if sizes else 0
            yield DataFile(address=address, form="JSON", holds=holds, size=typical, schema=schema)
        for address in sorted(self.sizes):
            if address.startswith(EXPORT_FOLDER):
                yield _described(address, self.sizes[address])


def _described(address: str, size: int) -> DataFile:
    name = address.rpartition("/")[2]
    kind, holds = _HOLDS[name]
    schema = f"{FOLDER}schema/{name}" if address.startswith(FOLDER) else ""
    return DataFile(address=address, form=kind, holds=holds, size=size, schema=schema)
