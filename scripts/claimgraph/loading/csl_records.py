"""Takes the record of a source as Zotero, Pandoc and their like write it.

They wrap it in `references`, give names and dates other shapes, and have fields that this site does not keep, such as
an abstract, which is somebody's text. The fields are those of CSL 1.0.2, appendix IV, and what these programs add.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from claimgraph.findings import Finding, Severity
from claimgraph.loading.suggestions import date_read
from claimgraph.location import Mark, locate
from claimgraph.yaml_nodes import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimgraph.location import Step
    from claimgraph.yaml_nodes import TrailingComment

WRAPPER: Final = "references"
"""The key under which Pandoc lists records."""
_OTHER_NAMES: Final = {"shortTitle": "title-short", "event": "event-title"}
"""Fields by other names: Zotero's, and that of CSL 1.0.1."""
_ROLES: Final = ("author", "editor", "translator")
_DATES: Final = ("issued", "event-date", "original-date", "accessed")
_NAME_PARTS: Final = frozenset("family given literal dropping-particle non-dropping-particle suffix".split())
_NAME_MARKS: Final = frozenset("comma-suffix comma-prefix static-ordering static-particles parse-names multi".split())
"""How a program writes a name: it says nothing about the name."""
_RESOLVER: Final = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)

LEFT_OUT: Final = frozenset(
    (
        "id abstract annote archive-place archive_collection archive_location available-date call-number categories "
        "chair citation-key citation-label citation-number collection-editor compiler composer container-author "
        "container-title-short contributor copyright curator custom dimensions director division editorial-director "
        "editortranslator executive-producer file files first-reference-note-number guest host illustrator "
        "interviewer journalAbbreviation jurisdiction keyword keywords library license link locator narrator "
        "number-of-volumes organizer original-author original-publisher original-publisher-place original-title "
        "page-first part-number part-title performer printing-number producer recipient reviewed-author "
        "references reviewed-genre reviewed-title scale script-writer series-creator source submitted "
        "supplement-number system_id volume-title volume-title-short year-suffix"
    ).split()
)
"""Fields of CSL and of these programs that no page of this site shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A record in this site's own fields, and the names of the fields that are left out, in order."""

    fields: dict[str, Any]
    left_out: tuple[str, ...]


def taken(data: Mapping[str, Any]) -> Taken:
    """Return a record in this site's own fields; what is neither theirs nor this site's stays, to be refused."""
    fields: dict[str, Any] = {}
    left_out: list[str] = []
    for given, value in data.items():
        other = _OTHER_NAMES.get(given, given)
        name = given if other in data else other
        if name in LEFT_OUT:
            left_out.append(given)
        elif name in _ROLES:
            fields[name] = _names(value)
        elif name in _DATES and (date := _date(value)) is not None:
            fields[name] = date
        elif name in _DATES:
            left_out.append(given)
        else:
            fields[name] = _RESOLVER.sub("", value) if name == "DOI" and isinstance(value, str) else value
    return Taken(fields=fields, left_out=tuple(left_out))


def _names(value: object) -> object:
    """Return names as a list of mappings. A name that is one text stays whole: where to cut it would be a guess."""
    if isinstance(value, str):
        return [{"literal": value}] if value else value
    if isinstance(value, dict):
        return [_name(value)]
    return [_name(one) for one in value] if isinstance(value, list) else value


def _name(value: object) -> object:
    if isinstance(value, str):
        return {"literal": value} if value else value
    if isinstance(value, dict) and not _NAME_PARTS.isdisjoint(value):
        return {part: text for part, text in value.items() if part not in _NAME_MARKS}
    return value


def _date(value: object) -> object | None:
    """Return a date in another shape than words; None for words that name no one date."""
    if not isinstance(value, dict) or not {"literal", "raw"} & set(value):
        return value
    others = {name: inner for name, inner in value.items() if name not in {"literal", "raw"}}
    return others if "date-parts" in others else date_read(str(value.get("literal") or value.get("raw")))


def taken_document(path: str, document: Document) -> tuple[Document, tuple[str, ...]] | Finding:
    """Return a source's document in this site's own fields, and the names of the fields that are left out.

    Every value keeps its place in the file. Returns a finding if `references` holds several records.
    """
    inner = _unwrapped(document)
    if inner is None:
        return Finding(
            rule="wrong-value",
            severity=Severity.ERROR,
            location=locate(path, document.mark, WRAPPER, key=True),
            message=f"{WRAPPER} is no list of one record; a source's file holds one",
            hint="make a file of each: claimgraph import FILE",
        )
    found = taken(inner.data)
    if found.fields == inner.data:
        return inner, ()
    inside = {**inner.mark.inside}
    for given, other in _OTHER_NAMES.items():
        if given in inside:
            inside.setdefault(other, inside[given])
    comments = tuple(_moved(inner.comments, found.fields))
    document = Document(data=found.fields, mark=inner.mark._replace(inside=inside), comments=comments)
    return document, found.left_out


def _unwrapped(document: Document) -> Document | None:
    """Return the document without `references` around its record; None if that holds no single record."""
    if WRAPPER not in document.data or "type" in document.data:  # `references` is also a field of court cases
        return document
    match document.data[WRAPPER]:
        case [dict() as record]:
            pass
        case _:
            return None
    others = {name: value for name, value in document.data.items() if name != WRAPPER}
    mark = document.mark.inside[WRAPPER].inside[0]
    inside: dict[Step, Mark] = {**document.mark.inside, **mark.inside}
    comments = tuple(
        replace(one, steps=one.steps[2:]) if one.steps[:2] == (WRAPPER, 0) and one.steps[2:] else one
        for one in document.comments
    )
    return Document(data={**others, **record}, mark=Mark(mark.line, mark.column, mark.key, inside), comments=comments)


def _moved(comments: Sequence[TrailingComment], fields: Mapping[str, Any]) -> Iterator[TrailingComment]:
    """Yield the comments after texts that are kept, with the steps that lead to these texts now."""
    for one in comments:
        steps = (_OTHER_NAMES.get(str(one.steps[0]), one.steps[0]), *one.steps[1:])
        for tried in (steps, (*steps, "literal"), (*steps, 0, "literal")):
            if isinstance(_at(fields, tried), str):
                yield replace(one, steps=tried)
                break


def _at(fields: object, steps: Sequence[Step]) -> object:
    value: Any = fields
    for step in steps:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value
