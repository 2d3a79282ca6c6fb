"""The export formats, each with its files."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.data.api.whole import claims_json, sources_json, topics_json
from claimgraph.data.formats.aif import aif
from claimgraph.data.formats.annotations import web_annotations
from claimgraph.data.formats.argdown import argdown
from claimgraph.data.formats.bibliography import bibtex, csl_json, ris
from claimgraph.data.formats.croissant import croissant
from claimgraph.data.formats.dcat import dcat
from claimgraph.data.formats.graphs import GRAPHML, NODE_LINK
from claimgraph.data.formats.tables import TABLES
from claimgraph.data.manifest import manifest_of, version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimgraph.data.dataset import Dataset

    Write = Callable[[Dataset], str]


def _turtle(dataset: Dataset) -> str:
    from claimgraph.data.formats.rdf import turtle  # noqa: PLC0415  rdflib takes half a second to import

    return turtle(dataset)


def _croissant(dataset: Dataset) -> str:
    manifest = manifest_of(written(dataset, "csv"))
    return croissant(dataset, manifest, version_of(manifest))


def _dcat(dataset: Dataset) -> str:
    manifest = manifest_of(everything(dataset, but=frozenset({"dcat"})))
    return dcat(dataset, manifest, version_of(manifest))


FORMATS: Final[Mapping[str, Mapping[str, Write]]] = MappingProxyType(
    {
        "json": {"claims.json": claims_json, "topics.json": topics_json, "sources.json": sources_json},
        "csv": TABLES,
        "graphml": {"claims.graphml": GRAPHML},
        "node-link": {"claims.node-link.json": NODE_LINK},
        "aif": {"claims.aif.json": aif},
        "argdown": {"claims.argdown": argdown},
        "annotations": {"annotations.jsonld": web_annotations},
        "csl-json": {"sources.csl.json": csl_json},
        "bibtex": {"sources.bib": bibtex},
        "ris": {"sources.ris": ris},
        "turtle": {"claims.ttl": _turtle},
        "croissant": {"croissant.jsonld": _croissant},
        "dcat": {"dcat.jsonld": _dcat},
    }
)
"""The functions that write the files of each format, by the format's name and the file's."""


def written(dataset: Dataset, name: str) -> dict[str, bytes]:
    """Return the files of the format `name`, by file name."""
    return {file: write(dataset).encode("utf-8") for file, write in FORMATS[name].items()}


def everything(dataset: Dataset, but: frozenset[str] = frozenset()) -> dict[str, bytes]:
    """Return the files of all formats except those named in `but`, by file name."""
    return {file: content for name in FORMATS if name not in but for file, content in written(dataset, name).items()}
