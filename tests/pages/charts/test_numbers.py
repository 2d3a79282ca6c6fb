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
    return next(each for each in numbers_by_measure(shown) if each.id == measure)


def joined(*figures: dict[str, str]) -> list[tuple[str, str]]:
    """The values that a line joins."""
    return [(one.value, other.value) for one, other in numbers(*figures).joins()]


def test_a_number_has_its_time_base_voice_source_and_claim() -> None:
    found = numbers(figure("48.50", "2020-04/2021-03", population="buses to the harbour", denominator="100 buses"))
    period = found.numbers[0].period
    assert found == Numbers(
        id="late",
        name="Late buses",
        unit="percent",
        definition="Share of buses that are late.",
        numbers=(
            Number(
                value="48.50",
                shown="48.50%",
                plain="48.50%",
                period=period,
                time="April 2020 to March 2021",
                base=Base(population="buses to the harbour", denominator="100 buses"),
                counts="Counted: buses to the harbour; Out of: 100 buses",
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
    assert numbers_by_measure(shown)[0].numbers[0].voices == (
        Ref(title="A driver", address="voices/hearing-a-driver/"),
    )


def test_a_number_from_a_source_that_is_not_there_has_no_voice() -> None:
    (found,) = numbers_by_measure(view(claim("a", figures=[figure("48", "2021", source="gone")])))
    assert (found.name, found.unit, found.definition) == ("late", "", "")
    assert (found.numbers[0].voices, found.numbers[0].source) == ((), Ref(title="gone", address=None))


def test_a_number_that_two_claims_record_from_one_source_is_one() -> None:
    shown = view(
        claim("a", figures=[figure("48", "2021"), figure("48", "2021", population="riders")]),
        claim("b", figures=[figure("48", "2021")]),
        source(),
    )
    (found,) = numbers_by_measure(shown)
    assert [[ref.title for ref in number.claims] for number in found.numbers] == [
        ["Title of a", "Title of b"],
        ["Title of a"],
    ]


def test_measures_with_most_numbers_come_first_and_numbers_in_the_order_of_time() -> None:
    many = [figure("3", "2021"), figure("1", "2019/2020"), figure("2", "../2020"), figure("4", "2022/..")]
    shown = view(claim("a", figures=[{**figure("9", "2021"), "measure": "buses"}, *many]), source(), known())
    found = numbers_by_measure(shown)
    assert [(each.name, [number.value for number in each.numbers]) for each in found] == [
        ("Late buses", ["1", "2", "3", "4"]),
        ("Buses", ["9"]),
    ]


@pytest.mark.parametrize(
    ("population", "denominator", "unit", "words", "is_known"),
    [
        ("riders", "", "percent", "Counted: riders", True),
        ("", "all riders", "percent", "Out of: all riders", True),
        ("", "", "percent", "No base recorded", False),
        ("", "", "buses", "As the measure is defined", True),
        ("", "not shown in what was seen", "percent", "Out of: not shown in what was seen", False),
        ("", "421; who they are was not shown", "percent", "Out of: 421; who they are was not shown", False),
        ("not stated", "", "buses", "Counted: not stated", False),
    ],
)
def test_a_base_says_whom_a_number_counts(
    population: str, denominator: str, unit: str, words: str, *, is_known: bool
) -> None:
    base = Base(population=population, denominator=denominator)
    assert (base.in_words(unit), base.is_known(unit)) == (words, is_known)


# Which numbers a line joins

RIDERS = {"population": "riders"}


def test_a_line_joins_numbers_of_one_known_base_that_follow_each_other() -> None:
    assert joined(
        figure("1", "2018-04/2019-03", **RIDERS),
        figure("2", "2019-04/2020-03", **RIDERS),
        figure("3", "2020-04/2021-03", **RIDERS),
    ) == [("1", "2"), ("2", "3")]


@pytest.mark.parametrize(
    "other",
    [
        figure("2", "2020-04/2021-03", population="drivers"),
        figure("2", "2020-04/2021-03", **RIDERS, denominator="all"),
        figure("2", "2021-04/2022-03", **RIDERS),
        figure("2", "2020-04/2020-06", **RIDERS),
        figure("2", "2020-04~/2021-03", **RIDERS),
        figure("2", "2020-04/..", **RIDERS),
        figure("2", "2020-01/2020-12", **RIDERS),
    ],
    ids=["other people", "other whole", "gap", "other length", "about", "open", "overlap"],
)
def test_no_line_joins_other_numbers(other: dict[str, str]) -> None:
    assert joined(figure("1", "2019-04/2020-03", **RIDERS), other) == []


def test_no_line_joins_shares_whose_base_is_not_known() -> None:
    assert joined(figure("1", "2019"), figure("2", "2020")) == []
    unsaid = {"denominator": "not shown"}
    assert joined(figure("1", "2019", **unsaid), figure("2", "2020", **unsaid)) == []


def test_no_line_joins_a_base_with_two_numbers_for_one_time() -> None:
    assert joined(figure("1", "2019", **RIDERS), figure("2", "2020", **RIDERS), figure("3", "2020", **RIDERS)) == []


def test_counts_need_no_base_to_be_joined() -> None:
    buses = [{**figure(value, period), "measure": "buses"} for value, period in (("1", "2019"), ("2", "2020"))]
    assert [(one.value, other.value) for one, other in numbers(*buses, measure="buses").joins()] == [("1", "2")]
