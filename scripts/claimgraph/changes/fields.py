"""Compares two records field by field."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Plain: TypeAlias = "Mapping[str, Any]"
"""A record as plain data, by the field names of its file."""

_KEYS: Final[Mapping[str, str]] = {
    "disputes": "id",
    "figures": "measure",
    "ignore": "lines",
    "interests": "text",
    "measures": "id",
    "segments": "lines",
    "series": "measure",
    "terms": "term",
}
"""The field that identifies the items of a list, by the list's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """The old and new text of one field, None if it is not there.

    `field` is its name after the names of the fields around it: `scope.period`.
    """

    field: str
    before: str | None
    after: str | None


def changed_fields(
    before: Plain, after: Plain, *, leaving_out: Sequence[str] = (), within: str = ""
) -> Iterator[FieldChange]:
    """Yield the changes of each field that differs, in the order of the fields.

    `leaving_out` are fields not to compare. `within` is the prefix of their names.
    """
    for name in dict.fromkeys([*before, *after]):
        if name not in leaving_out:
            yield from _changed(f"{within}{name}", name, before.get(name), after.get(name))


def _changed(field: str, name: str, one: object, other: object) -> Iterator[FieldChange]:
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict):
        yield from changed_fields(one, other, within=f"{field}.")
    elif isinstance(one, list) and isinstance(other, list):
        yield from _changed_items(field, name, one, other)
    elif (before := as_text(one)) != (after := as_text(other)):
        yield FieldChange(field=field, before=before, after=after)


def _changed_items(field: str, name: str, one: list[Any], other: list[Any]) -> Iterator[FieldChange]:
    key = _key(name, one, other)
    same = (lambda item: item, *((lambda item: item[key],) if key else ()))
    for before, after in matched(one, other, same):
        if before is None or after is None:
            yield FieldChange(field=field, before=as_text(before), after=as_text(after))
        elif key:
            yield from changed_fields(before, after, within=f"{field}[{before[key]}].")
    if sorted(map(as_key, one)) == sorted(map(as_key, other)):
        yield FieldChange(field=field, before="in another order", after="in this order")


def _key(name: str, *lists: list[Any]) -> str | None:
    """Return the field that identifies the items of a list, None if there is none."""
    key = _KEYS.get(name)
    return key if key and all(key in item for items in lists for item in items) else None


def matched(
    one: Sequence[Any], other: Sequence[Any], keys: Sequence[Callable[[Any], object]]
) -> tuple[tuple[Any, Any], ...]:
    """Match the items of two lists by the first key, then the remaining ones by the next.

    Args:
        one: The first list.
        other: The second list.
        keys: Functions that return the key of an item; items whose key is None do not match.

    Returns:
        The pairs, in which each item is once: the items of `other`, in order, after their counterpart or None, and then
        the items that only `one` has, before None.

    """
    counterpart: dict[int, int] = {}
    for key in keys:
        free: dict[str, list[int]] = {}
        for index, item in enumerate(one):
            if index not in counterpart.values() and key(item) is not None:
                free.setdefault(as_key(key(item)), []).append(index)
        for index, item in enumerate(other):
            if index not in counterpart and key(item) is not None and (found := free.get(as_key(key(item)))):
                counterpart[index] = found.pop(0)
    pairs = [(one[counterpart[index]] if index in counterpart else None, item) for index, item in enumerate(other)]
    left = set(range(len(one))) - set(counterpart.values())
    return (*pairs, *((one[index], None) for index in sorted(left)))


def as_key(value: object) -> str:
    """Return a text that is equal for equal plain data."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def as_text(value: object) -> str | None:
    """Return a value as a text for people, None for an empty value or False."""
    if value is None or value is False or (isinstance(value, (str, list, dict)) and not value):
        return None
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return value if isinstance(value, str) else json.dumps(_told(value), ensure_ascii=False)


def _told(value: object) -> object:
    """Return plain data without the empty values of mappings."""
    if isinstance(value, dict):
        return {key: _told(inner) for key, inner in value.items() if as_text(inner) is not None}
    return [_told(item) for item in value] if isinstance(value, list) else value
