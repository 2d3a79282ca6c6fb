"""Tables that note who reads what, and values that are made of them once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.incremental.tables import Recorder, Tables, is_unaffected
from claimgraph.incremental.traces import Traces

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimgraph.incremental.tables import Reads, Table

FACTS = {"a": 1, "b": 2}


def reads_of(read: Callable[[Table[str, int]], object]) -> Reads:
    tables = Tables(Recorder())
    table = tables("numbers", FACTS)
    with tables.recorder.noting() as reads:
        read(table)
    return reads


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
    table = Tables(Recorder())("numbers", FACTS)
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
    traces = Traces()
    assert traces.look(tables_of(FACTS), b"") == {"numbers": {"a", "b", None}}
    assert traces.look(tables_of(after), b"") == ({} if expected is None else {"numbers": expected})
    again = Traces.restored(traces.kept)
    assert again.look(tables_of(after), b"") == {}
    assert again.look(tables_of(FACTS), b"") == ({} if expected is None else {"numbers": expected | later(after)})


def tables_of(facts: Mapping[str, int]) -> Tables:
    made = Tables(Recorder())
    made("numbers", facts)
    return made


def later(facts: Mapping[str, int]) -> set[str | None]:
    """Return the keys of `FACTS` that are not in `facts`, which come back."""
    return set(FACTS.keys() - facts.keys())


def test_reads_stand_unless_one_of_them_changed() -> None:
    reads: Reads = {"numbers": {"a"}}
    assert is_unaffected(reads, {})
    assert is_unaffected(reads, {"numbers": {"b", None}, "others": {"a"}})
    assert not is_unaffected(reads, {"numbers": {"a", None}})
    assert not is_unaffected({"numbers": {None}}, {"numbers": {"b", None}})


class Doubled:
    """Values of which one is made of another: twice a number, and that as a text."""

    def __init__(self, facts: Mapping[str, int]) -> None:
        self.tables = Tables(Recorder())
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


def test_a_value_is_made_once_and_every_reader_reads_what_it_read() -> None:
    doubled = Doubled(FACTS)
    found = []
    for _ in range(2):
        with doubled.tables.recorder.noting() as reads:
            assert doubled.text("a") == "2"
        found.append(reads)
    assert doubled.made == ["text a", "double a"]
    assert found == [{"numbers": {"a"}}, {"numbers": {"a"}}]


def test_a_value_is_made_again_only_where_what_it_rests_on_changed() -> None:
    traces, first = Traces(), Doubled(FACTS)
    traces.look(first.tables, b"")
    assert [first.text("a"), first.text("b")] == ["2", "4"]
    second = Doubled({"a": 5, "b": 2})
    assert traces.look(second.tables, b"") == {"numbers": {"a", None}}
    assert [second.text("a"), second.text("b")] == ["10", "4"]
    assert second.made == ["text a", "double a"]


def test_a_value_that_nobody_asked_for_in_between_is_still_known_to_change() -> None:
    traces, first = Traces(), Doubled(FACTS)
    traces.look(first.tables, b"")
    first.text("a")
    second, third = Doubled(dict(FACTS)), Doubled({"a": 7, "b": 2})
    traces.look(second.tables, b"")
    traces.look(third.tables, b"")
    assert third.text("a") == "14"


def stands(after: Mapping[str, int], base: bytes = b"base", of: bytes = b"of") -> tuple[bool, bool]:
    """Tell whether a value that reads `a`, and `x` which is not there, stands: in this process, and in another."""
    told = []
    for is_other in (False, True):
        traces, tables = Traces(), Tables(Recorder())
        table = tables("numbers", FACTS)
        traces.look(tables, b"base")
        with tables.recorder.noting() as reads:
            assert (table["a"], table.get("x")) == (1, None)
        traces.note("file", b"of", traces.compact(reads))
        later = Traces.restored(traces.kept) if is_other else traces
        later.look(tables_of(after), base)
        told.append(later.stands("file", of))
    return told[0], told[1]


@pytest.mark.parametrize(
    ("after", "is_same"),
    [
        (FACTS, True),
        ({"a": 1, "b": 3}, True),
        ({"b": 2, "a": 1}, True),
        ({"a": 1, "c": 3}, True),
        ({"a": 3, "b": 2}, False),
        ({"b": 2}, False),
        ({"a": 1, "b": 2, "x": 0}, False),
    ],
)
def test_a_value_stands_where_all_that_it_read_does(after: Mapping[str, int], *, is_same: bool) -> None:
    assert stands(after) == (is_same, is_same)


def test_no_value_stands_where_what_is_in_no_table_changed() -> None:
    assert stands(FACTS, base=b"other") == (False, False)
    assert stands(FACTS, of=b"other") == (False, False)
