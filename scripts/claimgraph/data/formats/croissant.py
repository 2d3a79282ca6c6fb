"""The tables described for machine learning: Croissant 1.0 (ML Commons, 2024), as JSON-LD on the words of schema.org.

Each table is a file with its checksum, and a set of records with a field for each column; all are text, but for
numbers that are always given. A text is read without the apostrophe that the tables put before some (`transform`).
`datePublished`, which the format asks for, is left out: the same claims make the same bytes, whenever they are written.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.dataset import LICENCE
from claimgraph.data.formats.tables import CITATIONS, CLAIMS, FIGURES, FORMULA, LINKS, QUOTES, TOPICS
from claimgraph.loading.adapters import adapter
from claimgraph.model.claim import Citation, Claim, Figure, Quote, Scope
from claimgraph.model.links import LINK_KINDS, CountingAgainst, Rival, Undercut
from claimgraph.model.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimgraph.data.dataset import Dataset
    from claimgraph.data.manifest import Filed

_TERMS: Final = (
    *("citeAs", "column", "extract", "field", "fileObject", "fileProperty", "fileSet", "format", "includes"),
    *("isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated"),
    *("replace", "separator", "source", "subField", "transform"),
)
CONTEXT: Final[Mapping[str, Any]] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    **{term: f"cr:{term}" for term in _TERMS},
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
}
"""The context that the format publishes, whole: programs that read it expect every term."""

_VERSION: Final = "http://mlcommons.org/croissant/1.0"
_TABLES: Final = (
    ("claims", CLAIMS, "One row a claim: its assertion, kind and scope.", (Claim, Scope)),
    ("quotes", QUOTES, "One row a quote: its words, source and voice, and whether it is verified.", (Quote,)),
    ("citations", CITATIONS, "One row a fact found in a source, in the editors' words.", (Citation,)),
    ("figures", FIGURES, "One row a number that a source gives.", (Figure,)),
    ("links", LINKS, "One row a link between two claims, with its reason.", (CountingAgainst, Rival, Undercut)),
    ("topics", TOPICS, "One row a topic: its question, and the claims that answer it.", (Topic,)),
)
_WITHOUT_GUARD: Final = {"regex": rf"^(?:'(?={FORMULA}))?([\s\S]*)$"}
"""The part of a cell that is read."""

_REFERENCES: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("citations/claim", "figures/claim", "links/claim", "links/target", "quotes/claim"),
        "claims/id",
    ),
    "claims/topic": "topics/id",
}
"""The columns that hold the key of another table, with the column that is the key."""

_KEYS: Final = ("claims", "topics")
"""The tables whose `id` is the key."""

_NUMBERS: Final = frozenset({"citations/number", "figures/number", "quotes/number", "topics/order"})

_SIDE: Final = "Where whoever speaks stands towards the programme in this source; for balance only."
_MEANINGS: Final[Mapping[str, str]] = {
    "citations/claim": "The id of the claim that is asserted or disputed.",
    "citations/number": "The number of the citation in its claim, counted from 1.",
    "citations/side": _SIDE,
    "claims/id": "The id of the claim.",
    "claims/read_by": "Who read the claim side by side with its quotes; empty where nobody has recorded that.",
    "claims/read_on": "The day on which they did, as YYYY-MM-DD; empty likewise.",
    "claims/topic": "The id of its topic.",
    "claims/thesis": "yes or no: whether it is a thesis, an answer to its topic's question worded by the editors.",
    "figures/claim": "The id of the claim that the number is in.",
    "figures/number": "The number of the figure in its claim, counted from 1.",
    "links/claim": "The id of the claim that makes the link.",
    "links/despite": "Of an opposition or an undercut: why it holds although the two differ in what they speak of.",
    "links/kind": f"How it bears on the other: {', '.join(LINK_KINDS)}.",
    "links/target": "The id of the claim that it names.",
    "quotes/claim": "The id of the claim that is asserted or disputed.",
    "quotes/compared_by": "Who compared the source's capture with its text; empty where nobody has.",
    "quotes/compared_on": "The day on which the source's capture was compared with its text; empty where nobody has.",
    "quotes/first_line": "The first line of the captured text, counted from 1; empty where it is not verified.",
    "quotes/last_line": "The last line of the captured text; empty where it is not verified.",
    "quotes/number": "The number of the quote in its claim, counted from 1.",
    "quotes/side": _SIDE,
    "quotes/verified": "yes or no: whether the words stand in the source's capture.",
    "quotes/voice": "The id of the voice that it counts for.",
    "topics/id": "The id of the topic.",
}


def croissant(dataset: Dataset, manifest: Iterable[Filed], version: str) -> str:
    """Return the description of the tables; `manifest` may have other files too."""
    files = {one.address: one for one in manifest}
    whole = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": _VERSION,
        "name": dataset.home.name,
        "description": "Claims with their quotes, word for word, and how they speak for and against each other.",
        "license": LICENCE,
        "url": f"{dataset.base}data/",
        "creator": {"@type": "sc:Organization", "name": f"The editors of {dataset.home.name}"},
        "version": version,
        "distribution": [_file(dataset, files[f"{name}.csv"]) for name, *_ in _TABLES],
        "recordSet": [_records(*table) for table in _TABLES],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _file(dataset: Dataset, one: Filed) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": one.address,
        "name": one.address,
        "contentUrl": f"{dataset.base}data/{one.address}",
        "contentSize": f"{one.size} B",
        "encodingFormat": "text/csv",
        "sha256": one.digest,
    }


def _records(name: str, columns: tuple[str, ...], about: str, kinds: tuple[type[Any], ...]) -> dict[str, Any]:
    meanings: dict[str, str] = {}
    for kind in kinds:
        for field, schema in adapter(kind).json_schema(by_alias=True)["properties"].items():
            meanings.setdefault(field, schema.get("description", ""))
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": about,
        **({"key": {"@id": f"{name}/id"}} if name in _KEYS else {}),
        "field": [_field(name, column, meanings.get(column, "")) for column in columns],
    }


def _field(table: str, column: str, meaning: str) -> dict[str, Any]:
    id_ = f"{table}/{column}"
    is_number = id_ in _NUMBERS
    source = {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": column}}
    return {
        "@type": "cr:Field",
        "@id": id_,
        "name": column,
        "description": _MEANINGS.get(id_, meaning),
        "dataType": "sc:Integer" if is_number else "sc:Text",
        **({"references": {"field": {"@id": _REFERENCES[id_]}}} if id_ in _REFERENCES else {}),
        "source": source if is_number else {**source, "transform": _WITHOUT_GUARD},
    }
