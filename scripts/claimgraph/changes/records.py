"""Compares the records of two states: claims with their quotes, citations and links, and all other records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from claimgraph.changes.fields import FieldChange, Plain, as_text, changed_fields, matched
from claimgraph.changes.names import Names
from claimgraph.changes.state import Pair, State, pairs
from claimgraph.loading.adapters import adapter
from claimgraph.model.links import HITS, LINK_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimgraph.model.corpus import Entry

How: TypeAlias = Literal["added", "removed", "changed", "renamed", "refused"]
"""The kind of a change; `refused` is a file that is there and can no longer be read."""

_EVIDENCE: Final = ("quotes", "citations", "figures")
_ITEMS: Final = (*_EVIDENCE, "computed", "named", *LINK_KINDS)
_IDENTIFYING: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "quotes": (("source", "exact", "prefix", "suffix"), ("id",), ("source", "exact"), ("source", "speaker")),
    "citations": (("source", "finding"), ("id",), ("source",)),
    "figures": (("measure", "source", "period"), ("measure", "source")),
    "computed": (("value",),),
    "named": (("name",),),
    "undercuts": (("claim", *HITS),),
}
"""The fields that identify the items of a list, the most specific first; for all other links it is the claim."""
_OUTDATED: Final = "a record of other words: remove it, or let them be read again"
"""What to do with the record of a second reader if the claim or its quotes changed and the record did not."""
_TOLD_WHOLE: Final = frozenset({"claim", "topic"})
"""The kinds of record that are shown with all fields when they are new or removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """The change of a quote, citation, figure, link, or an entry of `computed` or `named`.

    `kind` is the name of its list in the file. `item` is the new item, or the old one if it was removed. `fields` are
    empty unless it was changed. `answers` are the critical questions that a link answers, as sentences.
    """

    kind: str
    how: How
    item: Plain
    fields: tuple[FieldChange, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """The change of a record.

    `former` is its former id, empty unless it was renamed. `title` and `path` are its new ones, or the old ones if it
    was removed. `items` are those of a claim. For a new or removed claim or topic, `fields` and `items` are all that
    have a value, except for the title.
    """

    kind: str
    id: str
    how: How
    title: str
    path: str
    former: str = ""
    fields: tuple[FieldChange, ...] = ()
    items: tuple[ItemChange, ...] = ()


def plain(entry: Entry[Any]) -> dict[str, Any]:
    """Return a record as plain data, by the field names of its file."""
    found: dict[str, Any] = adapter(type(entry.record)).dump_python(entry.record, mode="json", by_alias=True)
    return found


def changed_records(before: State, after: State) -> Iterator[RecordChange]:
    """Yield the changes of records: claims, topics, sources, voices, the glossary, the measures.

    A reference to a renamed record by its new id is not a change.
    """
    names = Names.between(before, after)
    for kind, one, other in (
        ("claim", before.corpus.claims, after.corpus.claims),
        ("topic", before.corpus.topics, after.corpus.topics),
        ("source", before.corpus.sources, after.corpus.sources),
        ("voice", before.corpus.voices, after.corpus.voices),
        ("glossary", _as_mapping(before.corpus.glossary), _as_mapping(after.corpus.glossary)),
        ("measures", _as_mapping(before.corpus.measures), _as_mapping(after.corpus.measures)),
    ):
        yield from _changed(kind, one, other, after, names)


def _as_mapping(entry: Entry[Any] | None) -> Mapping[str, Entry[Any]]:
    return {entry.id.removeprefix("_"): entry} if entry is not None else {}


def _changed(
    kind: str, before: Mapping[str, Entry[Any]], after: Mapping[str, Entry[Any]], state: State, names: Names
) -> Iterator[RecordChange]:
    for pair in pairs(before, after):
        one = before[pair.before] if pair.before else None
        other = after[pair.after] if pair.after else None
        if one is not None and other is not None:
            yield from _compared(kind, pair, one, other, names)
        elif other is not None:
            yield _whole(kind, pair.after or "", "added", other)
        elif one is not None:
            yield _whole(kind, pair.before or "", "refused" if state.is_refused(one.path) else "removed", one)


def _whole(kind: str, id_: str, how: How, entry: Entry[Any]) -> RecordChange:
    items: tuple[ItemChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    if kind in _TOLD_WHOLE and how != "refused":
        record = plain(entry)
        nothing: Plain = {name: {} if isinstance(value, dict) else None for name, value in record.items()}
        before, after = (nothing, record) if how == "added" else (record, nothing)
        fields = tuple(changed_fields(before, after, leaving_out=("title", *_ITEMS)))
        items = tuple(ItemChange(kind=name, how=how, item=item) for name in _ITEMS for item in record.get(name, ()))
    return RecordChange(kind=kind, id=id_, how=how, title=_title(entry), path=entry.path, fields=fields, items=items)


def _compared(kind: str, pair: Pair, one: Entry[Any], other: Entry[Any], names: Names) -> Iterator[RecordChange]:
    is_renamed = pair.before != pair.after
    if one.record == other.record and one.path == other.path:
        return
    before, after = names.brought_up_to_date(plain(one)), plain(other)
    if before == after and one.path == other.path:
        return
    leaving_out = _ITEMS if kind == "claim" else ()
    fields = tuple(changed_fields(before, after, leaving_out=leaving_out))
    if kind == "claim" and (old := one.path.split("/")[1]) != (new := other.path.split("/")[1]):
        fields = (FieldChange(field="topic", before=old, after=new), *fields)
    items = tuple(_changed_items(before, after)) if kind == "claim" else ()
    if kind == "claim" and _is_outdated(before, after):
        fields = (*fields, FieldChange(field="read", before=as_text(before["read"]), after=_OUTDATED))
    yield RecordChange(
        kind=kind,
        id=pair.after or "",
        how="renamed" if is_renamed else "changed",
        title=_title(other),
        path=other.path,
        former=one.id if is_renamed else "",
        fields=fields,
        items=items,
    )


def _is_outdated(before: Plain, after: Plain) -> bool:
    """Tell whether a claim still has the record of a second reader although it or its evidence has changed."""
    is_other = any(before[field] != after[field] for field in ("assertion", *_EVIDENCE))
    return is_other and before["read"] is not None and before["read"] == after["read"]


def _title(entry: Entry[Any]) -> str:
    return str(getattr(entry.record, "title", None) or getattr(entry.record, "name", None) or "")


def _changed_items(before: Plain, after: Plain) -> Iterator[ItemChange]:
    for kind in _ITEMS:
        for one, other in matched(before[kind], after[kind], _keys(kind)):
            if one is None:
                yield ItemChange(kind=kind, how="added", item=other)
            elif other is None:
                yield ItemChange(kind=kind, how="removed", item=one)
            elif one != other:
                yield ItemChange(kind=kind, how="changed", item=other, fields=tuple(changed_fields(one, other)))


def _keys(kind: str) -> tuple[Callable[[Plain], object], ...]:
    """Return the keys by which the items of a list are matched, the most specific first."""
    return (lambda item: item, *(_fields(*names) for names in _IDENTIFYING.get(kind, (("claim",),))))


def _fields(*names: str) -> Callable[[Plain], object]:
    """Return a key of the given fields, which is None if the first field is."""

    def key(item: Plain) -> object:
        return None if item.get(names[0]) is None else [item.get(name) for name in names]

    return key
