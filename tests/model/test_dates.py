"""Dates and periods: what is read, with which days, and what is none."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from claimgraph.model.csl_dates import CslDate
from claimgraph.model.dates import Period, _read_by_library, read_period

if TYPE_CHECKING:
    from collections.abc import Callable

PERIOD: TypeAdapter[Period] = TypeAdapter(Period)
CSL: TypeAdapter[Period] = TypeAdapter(CslDate)
NO_DATE = "is no date in EDTF: write 2021, 2021-10, 2021-10-12, 2013-04/2013-06, 2018~ (about) or 2008/.. (open)"
TWO_YEARS = "may be two years or a season: write 2021/2022, 2021-04/2022-03, or 2021-06/2021-08 for a summer"


def refusal(read: Callable[[Any], object], value: object) -> str:
    with pytest.raises(ValidationError) as raised:
        read(value)
    ((error),) = raised.value.errors()
    assert error["type"] == "edtf"
    return error["msg"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", (2021, 1, 1), (2021, 12, 31)),
        ("2021-10", (2021, 10, 1), (2021, 10, 31)),
        ("2021-02", (2021, 2, 1), (2021, 2, 28)),
        ("2020-02", (2020, 2, 1), (2020, 2, 29)),
        ("2021-10-12", (2021, 10, 12), (2021, 10, 12)),
        ("2013-04/2013-06", (2013, 4, 1), (2013, 6, 30)),
        ("2013/2013", (2013, 1, 1), (2013, 12, 31)),
        ("2021-10/2021", (2021, 10, 1), (2021, 12, 31)),
        ("2018~", (2018, 1, 1), (2018, 12, 31)),
        ("2018?", (2018, 1, 1), (2018, 12, 31)),
        ("2018-04~/2019", (2018, 4, 1), (2019, 12, 31)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("2008/..", (2008, 1, 1), None),
        ("../2008", None, (2008, 12, 31)),
        ("2008/", (2008, 1, 1), None),
        ("/2008", None, (2008, 12, 31)),
        ("2001-21", (2001, 3, 1), (2001, 5, 31)),
        ("2001-24~", (2001, 12, 1), (2001, 12, 31)),
        ("2001-33", (2001, 1, 1), (2001, 3, 31)),
        ("2001-36?", (2001, 10, 1), (2001, 12, 31)),
        ("2001-38", (2001, 5, 1), (2001, 8, 31)),
        ("2001-40/2001-41", (2001, 1, 1), (2001, 12, 31)),
        ("1950S2", (1900, 1, 1), (1999, 12, 31)),
        ("2021-1X", (2021, 10, 1), (2021, 12, 31)),
        ("156X-12-2X", (1560, 12, 20), (1569, 12, 29)),
        ("2021-XX-31", (2021, 1, 31), (2021, 12, 31)),
        ("~199X", (1990, 1, 1), (1999, 12, 31)),
        ("2004?-06-~11", (2004, 6, 11), (2004, 6, 11)),
        ("2004-~06/2004-06-11%", (2004, 6, 1), (2004, 6, 11)),
        ("[156X]", (1560, 1, 1), (1569, 12, 31)),
        ("{1667, 1668, 1670..1672}", (1667, 1, 1), (1672, 12, 31)),
        ("[..1760-12-03]", None, (1760, 12, 3)),
        ("{1667,1670..}", (1667, 1, 1), None),
        ("2021-10-12T10:00:00Z", (2021, 10, 12), (2021, 10, 12)),
    ],
)
def test_periods(text: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None) -> None:
    period = PERIOD.validate_python(text)
    assert period == Period(text=text, first=first, last=last)
    assert read_period(text) is period
    assert PERIOD.dump_python(period) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "x", "last year", "12 October 2021", "12.10.2021", "12/10/2021", "October 2021", "2021/10/12", "21"),
        *(
            "2021-13",
            "2021-00",
            "2021-02-30",
            "2021-02-29",
            "2021-1",
            "2021-10-1",
            "20211012",
            "2021-10-12T",
            "0000-13",
        ),
        *("2021/2020", "2021-10/2021-09", "2021/2021/2021", "2021-31", "2021-25", "2021-42", "2021-31/2022"),
        *("Y17000", "Y-17E7", "Y1E999999999", "y1", "2021 ", " 2021", "2021\n", "\uff12\uff10\uff12\uff11"),
        *(
            "2021-2X",
            "2021-02-3X",
            "[2021",
            "[2021}",
            "[]",
            "{..}",
            "[2021..2020]",
            "2021S5",
            "2021-21^southernHemisphere",
        ),
        *("/", "//", "/..", "unknown/2008", "open", "[" * 80, "{" * 80, "{2001," * 20, "1" * 500),
    ],
)
def test_no_dates(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert refusal(PERIOD.validate_python, text) == NO_DATE
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$") as raised:
        read_period(text)
    assert raised.type is ValueError
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "text", ["2020-21", "2021-22", "2022-23", "2023-24", "2021-22/2022-23", "2019/2021-22", "2021-22~"]
)
def test_a_financial_year_is_not_taken_for_a_season(text: str) -> None:
    assert refusal(PERIOD.validate_python, text) == TWO_YEARS


@pytest.mark.parametrize("value", [2021, None, ["2021"], {"year": "2021"}, b"2021"])
def test_what_is_no_text_is_no_period(value: object) -> None:
    assert refusal(PERIOD.validate_python, value) == NO_DATE


@given(st.text("0123456789-/.XYEST:~?%,{}[] +Z", max_size=14))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        period = PERIOD.validate_python(text)
    except ValidationError:
        return
    assert period.text == text
    if period.first and period.last:
        assert period.first <= period.last


DATES = st.builds(
    "{}{}".format,
    st.one_of(
        st.builds("{:04}".format, st.integers(0, 9999)),
        st.builds("{:04}-{:02}".format, st.integers(0, 9999), st.integers(0, 25)),
        st.builds("{:04}-{:02}-{:02}".format, st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32)),
        st.builds("20{:02}-02-{}".format, st.integers(0, 99), st.integers(28, 30)),
        st.sampled_from(("", "..", "201X", "2019", "2019-06", "2019-06-07")),
    ),
    st.sampled_from(("", "", "~", "?", "%", "~?", "X")),
)


def days(read: Callable[[str], Period], text: str) -> Period | None:
    try:
        return read(text)
    except ValueError:
        return None


@given(st.lists(DATES, min_size=1, max_size=3).map("/".join))
def test_what_is_read_without_the_library_is_what_the_library_reads(text: str) -> None:
    assert days(read_period, text) == days(_read_by_library, text)


READ = """\
import sys
from claimgraph.model.dates import read_period
print([text for text in sys.argv[1:] if read_period(text) and "edtf" in sys.modules])
"""


def test_common_forms_are_read_without_the_library() -> None:
    common = (
        "2018",
        "2018-10",
        "2018-10-05",
        "2018~",
        "2018-10?",
        "2013-04/2013-06",
        "2008/..",
        "../2008-12~",
        "/2008",
        "201X",
        "2018-33",
        "[2018,2020]",
    )
    ran = subprocess.run(
        [sys.executable, "-c", READ, *common, "2018-10-05T10:00:00"], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "['2018-10-05T10:00:00']\n"


@pytest.mark.parametrize(
    ("one", "other", "are_disjoint"),
    [
        ("2021", "2022", True),
        ("2021", "2021-12", False),
        ("2021-09", "2021-10", True),
        ("2013-04/2013-06", "2013-06-30/2014", False),
        ("2013-04/2013-06", "2013-07", True),
        ("2008/..", "2007", True),
        ("2008/..", "2030", False),
        ("../2008", "2009", True),
        ("../2008", "2008/..", False),
        ("../..", "2008", False),
        ("2018~", "2019", True),
    ],
)
def test_disjoint_periods(one: str, other: str, *, are_disjoint: bool) -> None:
    assert read_period(one).is_disjoint_from(read_period(other)) is are_disjoint
    assert read_period(other).is_disjoint_from(read_period(one)) is are_disjoint


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021-10", 2021),
        ("2021-01/2021-03", 2021),
        ("202X", None),
        ("2020/2021", None),
        ("2008/..", None),
        ("../2008", None),
    ],
)
def test_the_year(text: str, year: int | None) -> None:
    assert read_period(text).year == year


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2021-10", "2021-10"),
        ({"date-parts": [["2021", "10", "2"]]}, "2021-10-02"),
        ({"date-parts": [["2021"]]}, "2021"),
        ({"date-parts": [["2013", "4"], ["2013", "6"]]}, "2013-04/2013-06"),
        ([{"year": "2021", "month": "10", "day": "12"}], "2021-10-12"),
        ([{"year": "2021"}], "2021"),
        ([{"year": "2013", "month": "4"}, {"year": "2013", "month": "6"}], "2013-04/2013-06"),
        ({"year": "2021", "month": "10"}, "2021-10"),
        ({"date-parts": [["2021"]], "circa": "1"}, "2021~"),
        ({"date-parts": [["2021"]], "circa": "false"}, "2021"),
        ({"date-parts": [["2021"]], "season": "2"}, "2021-22"),
        ({"date-parts": [["2021", "22"]]}, "2021-22"),
        ({"date-parts": [["2021"], ["0"]]}, "2021/.."),
        ([{"year": "2021", "season": "Autumn", "circa": "true"}], "2021-23~"),
    ],
)
def test_dates_as_zotero_and_pandoc_write_them(value: object, text: str) -> None:
    assert CSL.validate_python(value) == read_period(text)


@pytest.mark.parametrize(
    "value",
    [
        *({"date-parts": []}, {"date-parts": [[]]}, {"date-parts": "2021"}, {"date-parts": ["2021"]}, {"literal": "x"}),
        *({"date-parts": [["2021"]], "x": "1"}, {"date-parts": [["2021", ["1"]]]}, {}, [], ["2021"], [[]], [{}]),
        *([{"year": "x"}], [{"month": "10"}], [{"year": "2021", "season": "wet"}], "12 October 2021"),
    ],
)
def test_what_csl_does_not_mean(value: object) -> None:
    assert refusal(CSL.validate_python, value) == NO_DATE
