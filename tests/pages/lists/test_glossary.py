"""The glossary by letters, and the file of what terms mean."""

from __future__ import annotations

from typing import Any

from claimgraph.pages.lists.glossary import Entry, glossary_values, meanings
from claimgraph.templating.templates import render
from tests.pages.corpora import TEMPLATES, glossary, measures, view

TERMS: list[dict[str, Any]] = [
    {"term": "Timetable", "meaning": "Times."},
    {"term": "bus & tram", "meaning": "What runs.", "aliases": ["line", "route"]},
    {"term": "Tide", "meaning": "Water."},
    {"term": "4x", "meaning": "Four times."},
]


def measure(id_: str, name: str, **more: str) -> dict[str, str]:
    return {"id": id_, "name": name, "unit": "percent", "definition": "Share.", **more}


def test_terms_are_in_the_order_of_the_alphabet_and_all_named() -> None:
    values = glossary_values(view(glossary(*TERMS)))
    found = [(each.anchor, each.letter, each.line) for each in values["terms"]]
    assert found == [
        ("terms-0-9", "0-9", "4x"),
        ("terms-b", "B", "bus & tram"),
        ("terms-t", "T", "Tide; Timetable"),
    ]
    assert values["terms"][1].entries == (
        Entry(anchor="term-bus-tram", name="bus & tram", more="also line, route", meaning="What runs."),
    )


def test_of_measures_a_letter_names_the_first() -> None:
    names = ["Late buses", "Late trams", "Last buses", "Longest wait"]
    shown = view(
        measures(*(measure(f"m{n}", name) for n, name in enumerate(names)), measure("n", "One", note="In May."))
    )
    values = glossary_values(shown)
    found = [(each.anchor, each.line) for each in values["measures"]]
    assert found == [
        ("measures-l", "Last buses; Late buses; Late trams; and 1 more"),
        ("measures-o", "One"),
    ]
    assert values["measures"][1].entries == (
        Entry(anchor="measure-n", name="One", more="in percent", meaning="Share. In May."),
    )


def test_the_file_of_meanings_has_every_term_by_its_anchor() -> None:
    assert meanings(view(glossary(*TERMS[:2]))) == (
        '{"term-timetable":["Timetable","Times."],"term-bus-tram":["bus & tram","What runs."]}'
    )


def test_without_terms_and_measures_the_glossary_is_empty() -> None:
    values = glossary_values(view())
    assert values == {"terms": (), "measures": ()}
    assert render(TEMPLATES, "glossary.html", **values).strip() == ""
    assert meanings(view()) == "{}"
