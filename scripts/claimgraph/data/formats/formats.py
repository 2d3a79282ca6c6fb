"""The formats, each with the files that it consists of."""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.data.formats.aif import aif
from claimgraph.data.formats.annotations import web_annotations
from claimgraph.data.formats.argdown import argdown
from claimgraph.data.formats.bibliography import bibtex, csl_json, ris
from claimgraph.data.formats.croissant import croissant
from claimgraph.data.formats.dcat import dcat
from claimgraph.data.formats.graphs import graphml, node_link, whole_graph
from claimgraph.data.formats.records import claims_json, sources_json, topics_json
from claimgraph.data.formats.tables import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimgraph.data.formats.material import Material

    Write = Callable[[Material], Mapping[str, str]]


def _json(material: Material) -> Mapping[str, str]:
    corpus = material.corpus
    claims = claims_json(corpus, material.verdicts)
    return {
        "claims.json": claims,
        "topics.json": topics_json(corpus),
        "sources.json": sources_json(corpus, material.captured),
    }


def _turtle(material: Material) -> Mapping[str, str]:
    from claimgraph.data.formats.rdf import turtle  # noqa: PLC0415  rdflib takes half a second to import

    return {"claims.ttl": turtle(material)}


def _croissant(material: Material) -> Mapping[str, str]:
    files = {name: text.encode("utf-8") for name, text in tables(material.corpus, material.verdicts).items()}
    return {"croissant.jsonld": croissant(material, files, version_of(files))}


def _dcat(material: Material) -> Mapping[str, str]:
    files = everything(material, but=frozenset({"dcat"}))
    return {"dcat.jsonld": dcat(material, files, version_of(files))}


FORMATS: Final[Mapping[str, Write]] = MappingProxyType(
    {
        "json": _json,
        "csv": lambda material: tables(material.corpus, material.verdicts),
        "graphml": lambda material: {"claims.graphml": graphml(whole_graph(material.corpus))},
        "node-link": lambda material: {"claims.node-link.json": node_link(whole_graph(material.corpus))},
        "aif": lambda material: {"claims.aif.json": aif(material)},
        "argdown": lambda material: {"claims.argdown": argdown(material)},
        "annotations": lambda material: {"annotations.jsonld": web_annotations(material)},
        "csl-json": lambda material: {"sources.csl.json": csl_json(material)},
        "bibtex": lambda material: {"sources.bib": bibtex(material)},
        "ris": lambda material: {"sources.ris": ris(material)},
        "turtle": _turtle,
        "croissant": _croissant,
        "dcat": _dcat,
    }
)
"""Each format's files by name, by the format's name."""


def everything(material: Material, but: frozenset[str] = frozenset()) -> dict[str, bytes]:
    """Return the files of all formats by name, but for the formats named in `but`."""
    return {
        name: text.encode("utf-8")
        for form, write in FORMATS.items()
        if form not in but
        for name, text in write(material).items()
    }


def version_of(files: Mapping[str, bytes]) -> str:
    """Return a version that is made of the contents alone: the first 12 digits of the SHA-256 of all checksums."""
    sums = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return hashlib.sha256(sums.encode()).hexdigest()[:12]
