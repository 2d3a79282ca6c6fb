"""Ways to read a quote: which brackets are the source's own, and which the editors'."""

from __future__ import annotations

import pytest

from claimgraph.captures.digests import Digester
from claimgraph.quotes.phrase import MAX_BRACKETS, Part, readings


def read(exact: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(tuple(part.text for part in way.parts), way.insertions) for way in readings(exact)]


def test_without_brackets_there_is_one_way() -> None:
    assert read(" One\n\u201ctwo\u201d\u2026 ") == [(('One "two"...',), ())]


@pytest.mark.parametrize("mark", ["[...]", "[\u2026]", "[ ... ]", "[ \u2026]"])
def test_words_left_out(mark: str) -> None:
    own = mark.replace("\u2026", "...")
    assert read(f"one two {mark} three") == [((f"one two {own} three",), ()), (("one two", "three"), ())]


def test_an_insertion_goes_with_one_space_or_the_other() -> None:
    assert read("one [two] three") == [
        (("one [two] three",), ()),
        (("one three",), ("two",)),
        (("one three",), ("two",)),
    ]
    assert read("one [two], three") == [
        (("one [two], three",), ()),
        (("one , three",), ("two",)),
        (("one, three",), ("two",)),
    ]
    assert read("[One] two") == [(("[One] two",), ()), (("two",), ("One",)), (("two",), ("One",))]
    assert read('"[One] two"') == [(('"[One] two"',), ()), (('"two"',), ("One",)), (('" two"',), ("One",))]


def test_each_bracket_is_read_for_itself() -> None:
    assert read("one [...] two [sic] x") == [
        (("one [...] two [sic] x",), ()),
        (("one [...] two x",), ("sic",)),
        (("one [...] two x",), ("sic",)),
        (("one", "two [sic] x"), ()),
        (("one", "two x"), ("sic",)),
        (("one", "two x"), ("sic",)),
    ]


def test_brackets_beside_each_other() -> None:
    assert read("[a] [b]") == [
        (("[a] [b]",), ()),
        (("[a]",), ("b",)),
        (("[a]",), ("b",)),
        (("[b]",), ("a",)),
        (("[b]",), ("a",)),
        (("",), ("a", "b")),
        (("",), ("a", "b")),
    ]


def test_words_left_out_at_the_ends() -> None:
    assert read("[...] x") == [(("[...] x",), ()), (("", "x"), ())]
    assert read("x [...]") == [(("x [...]",), ()), (("x", ""), ())]


@pytest.mark.parametrize("exact", ["bus[es] came", "[trolley]bus came", "bus[...]came", "5[0] came", "cafe\u0301[s] x"])
def test_a_bracket_that_touches_a_letter_is_the_sources_own(exact: str) -> None:
    assert len(read(exact)) == 1


@pytest.mark.parametrize("exact", ["don [x]'t come", "don' [x] t come", "1 [x],000 came", "5 [x]% came"])
def test_nothing_is_inserted_within_a_word(exact: str) -> None:
    for parts, insertions in read(exact):
        assert not insertions or "".join(parts).replace("  ", " ") not in {"don't come", "1,000 came", "5% came"}


def test_beyond_a_number_all_brackets_are_of_one_kind() -> None:
    assert len(read(" ".join(["a [b]"] * MAX_BRACKETS))) == 1 + 2 * (2**MAX_BRACKETS - 1)
    assert len(read(" ".join(["a [b]"] * (MAX_BRACKETS + 1)))) == 3


def test_words_are_left_out_between_words_without_spaces() -> None:
    assert read("\u5e02[...]\u4f1a")[1] == (("\u5e02", "\u4f1a"), ())


def test_brackets_in_brackets() -> None:
    assert read("a [b [c] d] e")[0] == (("a [b [c] d] e",), ())
    assert read("a [b [c] d] e")[1] == (("a [b d] e",), ("c",))


def test_a_part() -> None:
    part = Part(text='("So it was, all of it.")')
    assert part.words == ("So", "it", "was", "all", "of", "it")
    assert (part.lead, part.inside, part.trail) == ('("', "So it was, all of it", '.")')
    digester = Digester("report")
    assert part.key("report") == digester.of("So it was, all of") + digester.of("it was, all of it")
    assert part.is_long_enough
    short = Part(text="So it was all")
    assert not short.is_long_enough
    assert short.key("report") == b""
