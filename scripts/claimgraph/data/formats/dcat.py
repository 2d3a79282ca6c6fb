"""The data as a whole, described for catalogues of data: DCAT 3 (W3C Recommendation, 2024), as JSON-LD."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.formats.material import LICENCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.data.formats.material import Material

MEDIA_TYPES: Final[Mapping[str, str]] = {
    "argdown": "text/plain",  # none is registered
    "bib": "application/x-bibtex",
    "csv": "text/csv",
    "graphml": "application/graphml+xml",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ris": "application/x-research-info-systems",
    "ttl": "text/turtle",
}
"""The media type by the end of a file's name."""

_IANA: Final = "https://www.iana.org/assignments/media-types/"
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_RIGHTS: Final = "Quotations belong to those who wrote them; they are quoted for criticism and review."


def dcat(material: Material, files: Mapping[str, bytes], version: str) -> str:
    """Return the description of the data set and of each file; `files` are their contents by name."""
    whole = {
        "@context": _CONTEXT,
        "@id": f"{material.base}data/",
        "@type": "dcat:Dataset",
        "dcterms:title": material.name,
        "dcterms:description": _description(material),
        "dcterms:license": {"@id": LICENCE},
        "dcterms:rights": _RIGHTS,
        "dcat:landingPage": {"@id": f"{material.base}data/"},
        "dcat:version": version,
        "dcat:theme": [{"@id": material.address("topics", id_)} for id_ in material.corpus.topics],
        "dcat:distribution": [_distribution(material, name, files[name]) for name in sorted(files)],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _description(material: Material) -> str:
    corpus = material.corpus
    return (
        f"{len(corpus.claims)} claims on {len(corpus.topics)} topics, with their quotes from {len(corpus.sources)} "
        "sources, and how they support, count against, oppose, limit and undercut each other."
    )


def _distribution(material: Material, name: str, content: bytes) -> dict[str, Any]:
    checksum = {"@type": "spdx:Checksum", "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"}}
    value = {"@value": hashlib.sha256(content).hexdigest(), "@type": "xsd:hexBinary"}
    return {
        "@id": f"{material.base}data/{name}",
        "@type": "dcat:Distribution",
        "dcterms:title": name,
        "dcat:downloadURL": {"@id": f"{material.base}data/{name}"},
        "dcat:mediaType": {"@id": _IANA + MEDIA_TYPES[name.rpartition(".")[2]]},
        "dcat:byteSize": {"@value": str(len(content)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {**checksum, "spdx:checksumValue": value},
    }
