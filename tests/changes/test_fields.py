"""Two records, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.changes.fields import FieldChange, as_text, changed_fields, matched

if TYPE_CHECKING:
    from claimgraph.changes.fields import Plain


def shown(before: Plain, after: Plain) -> list[tuple[str, str | None, str | None]]:
    return [(change.field, change.before, change.after) for change in changed_fields(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"a": "x"}, {"a": "x"}, []),
        ({"a": "x"}, {"a": "y"}, [("a", "x", "y")]),
        ({"a": ""}, {"a": "y"}, [("a", None, "y")]),
        ({"a": "x"}, {"a": None}, [("a", "x", None)]),
        ({"a": None}, {"a": 3}, [("a", None, "3")]),
        ({"a": {"b": {"c": "x"}}}, {"a": {"b": {"c": "y"}}}, [("a.b.c", "x", "y")]),
        ({"a": ["x", "y"]}, {"a": ["y", "z"]}, [("a", None, "z"), ("a", "x", None)]),
        ({"a": ["x", "x"]}, {"a": ["x"]}, [("a", "x", None)]),
        ({"a": ["x", "y"]}, {"a": ["y", "x"]}, [("a", "in another order", "in this order")]),
        ({"a": "x"}, {"a": [{"b": "x", "c": ""}]}, [("a", "x", '[{"b": "x"}]')]),
        (
            {"segments": [{"lines": "1", "speaker": "A"}, {"lines": "2", "speaker": "B"}]},
            {"segments": [{"lines": "1", "speaker": "C"}, {"lines": "3", "speaker": "B"}]},
            [
                ("segments[1].speaker", "A", "C"),
                ("segments", None, '{"lines": "3", "speaker": "B"}'),
                ("segments", '{"lines": "2", "speaker": "B"}', None),
            ],
        ),
    ],
)
def test_changed_fields(before: Plain, after: Plain, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert shown(before, after) == expected


def test_what_is_left_out() -> None:
    assert list(changed_fields({"a": "x", "b": "x"}, {"a": "y", "b": "y"}, leaving_out=["a"])) == [
        FieldChange(field="b", before="x", after="y")
    ]


def test_matched_by_one_key_after_the_other() -> None:
    def all_of(item: dict[str, str]) -> object:
        return item

    def by_id(item: dict[str, str]) -> object:
        return item.get("id")

    one = [{"id": "a", "x": "1"}, {"x": "2"}, {"id": "b", "x": "3"}]
    other = [{"id": "b", "x": "4"}, {"x": "2"}, {"x": "5"}]
    expected: list[tuple[Any, Any]] = [(one[2], other[0]), (one[1], other[1]), (None, other[2]), (one[0], None)]
    assert matched(one, other, (all_of, by_id)) == tuple(expected)


def test_matched_takes_each_item_once() -> None:
    assert matched(["a", "a"], ["a"], (str,)) == (("a", "a"), ("a", None))
    assert matched(["a"], ["a", "a"], (str,)) == (("a", "a"), (None, "a"))
    assert matched([], [], (str,)) == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("", None),
        ([], None),
        ({}, None),
        ("x", "x"),
        (0, "0"),
        (["x"], "x"),
        (["x", "y"], "x, y"),
        (False, None),
        (True, "true"),
        ({"a": ""}, "{}"),
    ],
)
def test_as_text(value: object, text: str | None) -> None:
    assert as_text(value) == text
