"""Tables that note who reads what, and values that are made of them once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from claimgraph.incremental.tables import Recorder, Tables, is_unaffected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimgraph.incremental.tables import Reads, Table

FACTS = {"a": 1, "b": 2}


def reads_of(read: Callable[[Table[str, int]], object]) -> Reads:
    tables = Tables(Recorder(is_on=True))
    table = tables("numbers", FACTS)
    tables.recorder.reads = defaultdict(set)
    read(table)
    return tables.recorder.reads


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (lambda table: table["a"], {"a"}),
        (lambda table: table.get("a"), {"a"}),
        (lambda table: table.get("x", 0), {"x"}),
        (lambda table: "x" in table, {"x"}),
        (list, {None}),
        (len, {None}),
        (lambda table: table.items(), {None}),
        (lambda table: table.values(), {None}),
        (lambda table: table.keys() & {"a"}, {"a"}),
    ],
)
def test_a_read_is_noted(read: Callable[[Table[str, int]], object], expected: set[str | None]) -> None:
    assert reads_of(read)["numbers"] >= expected
    assert reads_of(read).keys() == {"numbers"}


def test_a_table_is_the_mapping_that_it_was_made_of() -> None:
    table = Tables(Recorder(is_on=False))("numbers", FACTS)
    assert (dict(table), len(table), table["b"], table.get("x"), table.get("x", 3), "a" in table) == (
        (FACTS, 2, 2, None, 3, True)
    )
    with pytest.raises(KeyError):
        table["x"]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (FACTS, None),
        ({"a": 1, "b": 2}, None),
        ({"a": 1, "b": 3}, {"b", None}),
        ({"a": 1}, {"b", None}),
        ({"a": 1, "b": 2, "c": 3}, {"c", None}),
        ({"b": 2, "a": 1}, {None}),
    ],
)
def test_what_differs_is_told_by_key(after: Mapping[str, int], expected: set[str | None] | None) -> None:
    before, now = Tables(Recorder(is_on=True)), Tables(Recorder(is_on=True))
    before("numbers", FACTS)
    now("numbers", after)
    assert now.changes_since(before) == ({} if expected is None else {"numbers": expected})


def test_reads_stand_unless_one_of_them_changed() -> None:
    reads: Reads = {"numbers": {"a"}}
    assert is_unaffected(reads, {})
    assert is_unaffected(reads, {"numbers": {"b", None}, "others": {"a"}})
    assert not is_unaffected(reads, {"numbers": {"a", None}})
    assert not is_unaffected({"numbers": {None}}, {"numbers": {"b", None}})


class Doubled:
    """Values of which one is made of another: twice a number, and that as a text."""

    def __init__(self, facts: Mapping[str, int]) -> None:
        self.tables = Tables(Recorder(is_on=True))
        self._numbers = self.tables("numbers", facts)
        self.made: list[str] = []

    def _double(self, key: str) -> int:
        self.made.append(f"double {key}")
        return 2 * self._numbers[key]

    def _text(self, key: str) -> str:
        self.made.append(f"text {key}")
        return str(self.tables.once("double", self._double, key))

    def text(self, key: str) -> str:
        return self.tables.once("text", self._text, key)


def test_a_value_is_made_once() -> None:
    doubled = Doubled(FACTS)
    assert [doubled.text("a"), doubled.text("a")] == ["2", "2"]
    assert doubled.made == ["text a", "double a"]


def test_a_value_is_made_again_only_where_what_it_rests_on_changed() -> None:
    first = Doubled(FACTS)
    assert [first.text("a"), first.text("b")] == ["2", "4"]
    second = Doubled({"a": 5, "b": 2})
    assert second.tables.changes_since(first.tables) == {"numbers": {"a", None}, "double": {"a"}, "text": {"a"}}
    assert [second.text("a"), second.text("b")] == ["10", "4"]
    assert second.made == ["text a", "double a"]


def test_a_value_that_nobody_asked_for_in_between_is_still_known_to_change() -> None:
    first = Doubled(FACTS)
    first.text("a")
    second = Doubled(dict(FACTS))
    assert second.tables.changes_since(first.tables) == {}
    third = Doubled({"a": 7, "b": 2})
    assert third.tables.changes_since(second.tables)["text"] == {"a"}
    assert third.text("a") == "14"
