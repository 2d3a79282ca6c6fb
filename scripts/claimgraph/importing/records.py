"""Makes draft sources from the records of references that other programs wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from claimgraph.citing.csl import DATES, OURS
from claimgraph.loading.adapters import adapter
from claimgraph.loading.csl_records import taken
from claimgraph.model.source import Source
from claimgraph.model.values import is_id
from claimgraph.voices import slug
from claimgraph.yaml_nodes import ESCAPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FIELDS: Final = frozenset(adapter(Source).json_schema(by_alias=True)["properties"]) - OURS
_REQUIRED: Final = {"type": "document", "title": "-", "depth": "none"}
"""What stands for a required field while the others are looked at."""
_SEASON: Final = re.compile(r"([0-9]{4})-2([1-4])")
_KEYS: Final = frozenset({"id", "citation-key", "citation-label"})
"""What becomes the file's name."""
_WORDS: Final = 4
"""How many words of a title make an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season of a year, which in EDTF may look like two years; spring has the number 1, as in CSL."""

    year: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDraft:
    """A draft of a source: its id, the fields of its file, and the names of those that are left out, in order."""

    id: str
    fields: Mapping[str, Any]
    left_out: tuple[str, ...] = ()


def record_drafts(items: Iterable[Mapping[str, Any]]) -> tuple[RecordDraft, ...]:
    """Return a draft for each record, in order.

    A record is one of CSL, with names, dates and numbers in any form that its programs write, and a list under
    `left-out` of what its reader had no field for. What a source's file cannot say, or not so, is left out.
    """
    return tuple(map(_draft, items))


def _draft(item: Mapping[str, Any]) -> RecordDraft:
    given: dict[str, Any] = {name: _text(value) for name, value in item.items() if value not in (None, "", [], {})}
    before = given.pop("left-out", ())
    found = taken(given)
    unknown = [name for name, value in found.fields.items() if name not in _FIELDS or _has_unseen(value)]
    fields, refused = _valid({name: value for name, value in found.fields.items() if name not in unknown})
    left_out = (*before, *found.left_out, *unknown, *refused)
    return RecordDraft(
        id=_id(given, fields),
        fields=fields,
        left_out=tuple(dict.fromkeys(name for name in left_out if name not in _KEYS)),
    )


def _text(value: object) -> object:
    """Return a value with text in place of the numbers of JSON."""
    if isinstance(value, dict):
        return {str(name): _text(inner) for name, inner in value.items() if inner is not None}
    return [_text(inner) for inner in value] if isinstance(value, list) else str(value)


def _has_unseen(value: object) -> bool:
    """Tell whether a value has a character that cannot be seen, which no file may hold."""
    if isinstance(value, dict):
        return any(map(_has_unseen, value.values()))
    if isinstance(value, list):
        return any(map(_has_unseen, value))
    return ESCAPED.search(str(value)) is not None


def _valid(fields: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the fields as the model has them, without those that it refuses, and the names of these."""
    refused: list[str] = []
    while True:
        try:
            record = adapter(Source).validate_python({**_REQUIRED, **fields})
        except ValidationError as error:
            wrong = {str(detail["loc"][0]) for detail in error.errors(include_url=False)}
            refused += [name for name in fields if name in wrong]
            fields = {name: value for name, value in fields.items() if name not in wrong}
            continue
        made = adapter(Source).dump_python(record, mode="json", by_alias=True, exclude_defaults=True)
        kept = {name: _written(name, value) for name, value in made.items() if name in fields or name == "depth"}
        return kept, refused


def _written(name: str, value: object) -> object:
    """Return a value as a file has it: a season that could be two years is named as one."""
    if isinstance(value, list):
        return [one for one in value if one]  # a name without a part
    found = _SEASON.fullmatch(str(value)) if name in DATES else None
    return Season(year=found[1], number=found[2]) if found else value


def _id(item: Mapping[str, Any], fields: Mapping[str, Any]) -> str:
    """Return the record's own id in our letters; else one of its first name, year and title."""
    for key in ("id", "citation-key"):
        own = str(item.get(key, ""))
        if own and not own.startswith(("http:", "https:")) and not own.isdigit():
            return _as_id(own)
    first: Mapping[str, str] = next(iter(fields.get("author", ())), {})
    year = str(fields.get("issued", ""))[:4]
    title = " ".join(str(fields.get("title", "")).split()[:_WORDS])
    return _as_id(" ".join((first.get("family") or first.get("literal") or "", year if year.isdigit() else "", title)))


def _as_id(text: str) -> str:
    made = slug(text)
    return made if is_id(text) or not made.startswith("voice-") or text.startswith("voice") else f"source-{made[6:]}"
