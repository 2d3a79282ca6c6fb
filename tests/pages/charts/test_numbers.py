"""The numbers of each measure: who says them, of whom, and which a line may join."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.pages.charts.numbers import Base, Number, Numbers, numbers_by_measure
from tests.pages.corpora import claim, measures, quote, source, view

if TYPE_CHECKING:
    from claimgraph.model.corpus import Entry
    from claimgraph.model.terms import Measures

LATE = {"id": "late", "name": "Late buses", "unit": "percent", "definition": "Share of buses that are late."}
BUSES = {"id": "buses", "name": "Buses", "unit": "buses", "definition": "How many buses there are."}


def figure(value: str, period: str, **fields: str) -> dict[str, str]:
    """A figure of the measure `late` from the source `hearing`."""
    return {"measure": "late", "value": value, "period": period, "source": "hearing", **fields}


def known() -> Entry[Measures]:
    """The file of two measures."""
    return measures(LATE, BUSES)


def numbers(*figures: dict[str, str], measure: str = "late") -> Numbers:
    """The numbers of a measure."""
    shown = view(claim("a", figures=figures), source(author=[{"literal": "The town"}]), known())
    return numbers_by_measure(shown)[measure]


def test_a_number_has_its_time_base_voice_source_and_claim() -> None:
    found = numbers(figure("48.50", "2020-04/2021-03", population="buses to the harbour", denominator="100 buses"))
    period = found.numbers[0].period
    assert found == Numbers(
        id="late",
        name="Late buses",
        unit="percent",
        definition="Share of buses that are late.",
        topic="buses",
        numbers=(
            Number(
                value="48.50",
                about="",
                shown="48.50%",
                plain="48.50%",
                period=period,
                time="April 2020 to March 2021",
                base=Base(population="buses to the harbour", denominator="100 buses"),
                voices=(Ref(title="The town", address=None),),
                source=Ref(title="The hearing", address="sources/hearing/"),
                claims=(Ref(title="Title of a", address="claims/a/"),),
            ),
        ),
    )


def test_whoever_is_quoted_for_the_claim_from_the_source_says_the_number() -> None:
    shown = view(
        claim(
            "a",
            figures=[figure("48", "2021")],
            quotes=[quote(), quote("A rider", stance="disputes"), quote("A clerk", source="news")],
        ),
        source(),
        source("news"),
    )
    assert numbers_by_measure(shown)["late"].numbers[0].voices == (
        Ref(title="A driver", address="voices/hearing-a-driver/"),
    )


def test_a_number_from_a_source_that_is_not_there_has_no_voice() -> None:
    found = numbers_by_measure(view(claim("a", figures=[figure("48", "2021", source="gone")])))["late"]
    assert (found.name, found.unit, found.definition) == ("late", "", "")
    assert (found.numbers[0].voices, found.numbers[0].source) == ((), Ref(title="gone", address=None))


def test_a_number_that_two_claims_record_from_one_source_is_one() -> None:
    shown = view(
        claim("a", figures=[figure("48", "2021"), figure("48", "2021", population="riders")]),
        claim("b", figures=[figure("48", "2021")]),
        source(),
    )
    found = numbers_by_measure(shown)["late"]
    assert [[ref.title for ref in number.claims] for number in found.numbers] == [
        ["Title of a", "Title of b"],
        ["Title of a"],
    ]


def test_measures_come_by_name_and_numbers_in_the_order_of_time() -> None:
    many = [figure("3", "2021"), figure("1", "2019/2020"), figure("2", "../2020"), figure("4", "2022/..")]
    shown = view(claim("a", figures=[*many, {**figure("9", "2021"), "measure": "buses"}]), source(), known())
    found = numbers_by_measure(shown)
    assert [(id_, each.name, [number.value for number in each.numbers]) for id_, each in found.items()] == [
        ("buses", "Buses", ["9"]),
        ("late", "Late buses", ["1", "2", "3", "4"]),
    ]


def test_a_measure_is_of_the_topic_with_most_of_its_claims() -> None:
    figures = [figure("1", "2021")]
    shown = view(
        claim("a", "fares", figures=figures),
        claim("b", "trains", figures=[figure("2", "2021")]),
        claim("c", "trains", figures=[figure("3", "2021")]),
        source(),
    )
    assert numbers_by_measure(shown)["late"].topic == "trains"
    assert numbers_by_measure(view(claim("a", "z"), claim("b", "y", figures=figures), source()))["late"].topic == "y"


@pytest.mark.parametrize(("bound", "word"), [("below", "under"), ("above", "over"), ("about", "about")])
def test_a_bound_stands_before_the_number(bound: str, word: str) -> None:
    (found,) = numbers({**figure("9000", "2021", bound=bound), "measure": "buses"}, measure="buses").numbers
    assert (found.about, found.shown, found.plain) == (f"{word} ", f"{word} 9000 buses", f"{word} 9000")


def test_a_voice_that_the_title_of_the_source_names_need_not_be_named_again() -> None:
    def unnamed(title: str) -> tuple[str, ...]:
        shown = view(claim("a", figures=[figure("1", "2021")]), source(title=title, author=[{"literal": "The town"}]))
        return tuple(voice.title for voice in numbers_by_measure(shown)["late"].numbers[0].unnamed)

    assert (unnamed("The town: buses"), unnamed("Buses of 2021")) == ((), ("The town",))


@pytest.mark.parametrize(
    ("population", "denominator", "words"),
    [
        ("riders", "", "riders"),
        ("", "all riders", "of all riders"),
        ("riders", "all people", "riders, of all people"),
        ("riders", "riders", "riders"),
        ("", "", ""),
    ],
)
def test_a_base_says_whom_a_number_counts(population: str, denominator: str, words: str) -> None:
    assert Base(population=population, denominator=denominator).in_words == words


@pytest.mark.parametrize(
    ("other", "agrees"),
    [
        (Base(population="riders", denominator="all"), True),
        (Base(population="riders", denominator=""), True),
        (Base(population="riders", denominator="some"), False),
        (Base(population="", denominator="all"), False),
    ],
)
def test_bases_agree_unless_something_says_that_they_differ(other: Base, *, agrees: bool) -> None:
    assert Base(population="riders", denominator="all").agrees(other) is agrees
