"""Proper names in a text."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.mentions.names import Keys, keys, names


@dataclass(frozen=True)
class Words:
    """What is known: names as such, and texts in which words stand together."""

    known: tuple[str, ...] = ()
    told: str = ""

    def is_name(self, spelt: Keys) -> bool:
        return spelt in {keys(name) for name in self.known}

    def stands(self, spelt: Keys) -> bool:
        return f" {' '.join(spelt)} " in f" {' '.join(keys(self.told))} "


def found(text: str, *known: str, told: str = "") -> list[str]:
    return [name.text for name in names(text, Words(known=known, told=told))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Harbour Town, buses were late.", ["Harbour Town"]),
        ("Buses were late.", []),
        ("NHS services were late.", ["NHS"]),
        ("As the NHS's own GPs said.", ["NHS", "GPs"]),
        ("By Dr Mike Scott's account.", ["Mike Scott"]),
        ("On Tuesday in May, I came.", []),
        ("That M.E. is real, and so is ME/CFS.", ["M.E.", "ME/CFS"]),
        ("The use of PHQ-9.", ["PHQ"]),
        ("It ended. Buses went on.", []),
        ("In the view of Quill & Sons, of Leeds.", ["Quill & Sons", "Leeds"]),
        ("It asked the Office for Buses.", ["Office", "Buses"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert found(text) == expected
    assert all(text[name.start : name.end] == name.text for name in names(text, Words()))


def test_a_known_name_is_whole() -> None:
    assert found("It asked the Office for Buses in Leeds.", "Office for Buses") == ["Office for Buses", "Leeds"]
    assert found("In Leeds NHS England said so.", "Leeds", "NHS England") == ["Leeds", "NHS England"]
    assert found("The use of PHQ-9.", "PHQ-9") == ["PHQ-9"]


def test_a_name_that_stands_elsewhere_is_whole() -> None:
    assert found("It asked the Office for Buses in Leeds.", told="the Office for Buses") == [
        "Office for Buses",
        "Leeds",
    ]


def test_half_a_name_that_stands_elsewhere_is_no_name() -> None:
    assert found("It asked NHS England.", told="the NHS and England") == ["NHS England"]


def test_a_known_name_may_begin_a_sentence() -> None:
    assert found("Pulse said so.") == []
    assert found("Pulse said so.", "Pulse") == ["Pulse"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CCGs", "CCG"),
        ("M.E.", "ME"),
        ("the NHS's", "the NHS"),
        ("Services", "service"),
        ("long-term", "Long term"),
        ("RMT\u2019s", "RMT"),
    ],
)
def test_words_that_are_compared_as_one(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(("one", "other"), [("ME", "me"), ("WHO", "who"), ("F45.0", "F450"), ("1.5", "15")])
def test_words_that_differ(one: str, other: str) -> None:
    assert keys(one) != keys(other)


@given(st.lists(st.text(max_size=4)) | st.lists(st.sampled_from([*"aBM. '-&/9", "of ", "NHS ", "The "]), max_size=20))
def test_any_text_is_read_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    read = names(text, Words())
    assert all(text[name.start : name.end] == name.text for name in read)
    assert all(one.end <= other.start for one, other in itertools.pairwise(read))
