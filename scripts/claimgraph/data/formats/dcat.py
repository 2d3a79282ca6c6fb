"""The data as a whole, described for catalogues of data: DCAT 3 (W3C Recommendation, 2024), as JSON-LD."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.dataset import LICENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimgraph.data.dataset import Dataset
    from claimgraph.data.manifest import Filed

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
"""The media type by the ending of a file's name."""

_IANA: Final = "https://www.iana.org/assignments/media-types/"
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_RIGHTS: Final = "Quotations belong to those who wrote them; they are quoted for criticism and review."


def dcat(dataset: Dataset, manifest: Iterable[Filed], version: str) -> str:
    """Return the description of the data set and of each of its files."""
    whole = {
        "@context": _CONTEXT,
        "@id": f"{dataset.base}data/",
        "@type": "dcat:Dataset",
        "dcterms:title": dataset.home.name,
        "dcterms:description": _description(dataset),
        "dcterms:license": {"@id": LICENCE},
        "dcterms:rights": _RIGHTS,
        "dcat:landingPage": {"@id": f"{dataset.base}data/"},
        "dcat:version": version,
        "dcat:theme": [{"@id": dataset.address("topics", id_)} for id_ in dataset.corpus.topics],
        "dcat:distribution": [_distribution(dataset, one) for one in manifest],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _description(dataset: Dataset) -> str:
    corpus = dataset.corpus
    return (
        f"{len(corpus.claims)} claims on {len(corpus.topics)} topics, with their quotes from {len(corpus.sources)} "
        "sources, and how they support, count against, oppose, limit and undercut each other."
    )


def _distribution(dataset: Dataset, one: Filed) -> dict[str, Any]:
    checksum = {"@type": "spdx:Checksum", "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"}}
    value = {"@value": one.digest, "@type": "xsd:hexBinary"}
    return {
        "@id": f"{dataset.base}data/{one.address}",
        "@type": "dcat:Distribution",
        "dcterms:title": one.address,
        "dcat:downloadURL": {"@id": f"{dataset.base}data/{one.address}"},
        "dcat:mediaType": {"@id": _IANA + MEDIA_TYPES[one.address.rpartition(".")[2]]},
        "dcat:byteSize": {"@value": str(one.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {**checksum, "spdx:checksumValue": value},
    }
