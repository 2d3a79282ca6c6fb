"""Dates and periods in EDTF (ISO 8601-2:2019, annex A), with their first and last day."""

from __future__ import annotations

import calendar
import contextlib
import io
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Final, TypeAlias

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from claimgraph.model.values import loose_json_schema

_WITHOUT_LONG_YEARS: Final = re.compile(r"[0-9XTZ:~?%.,/\[\]{}+-]{1,80}")
"""The characters of EDTF without years such as `Y17E7`: the library would write out `Y1E999999999` in full."""
_TWO_YEARS: Final = re.compile(r"([0-9]{4})-([0-9]{2})[~?%]?")
MONTHS: Final = 12
_PARTS_OF_YEAR: Final = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 12),  # seasons
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),  # quarters
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),  # thirds and halves
}
"""First and last month of the parts of a year (ISO 8601-2:2019, 4.8); the seasons by hemisphere, 25 to 32, stay out."""
_PLAIN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MARKED: Final = re.compile(r"[~?%]?([0-9X]{4})[~?%]?(?:-[~?%]?([0-9X]{2})[~?%]?(?:-[~?%]?([0-9X]{2})[~?%]?)?)?")
"""A date with marks of doubt before or after its parts, and `X` for digits that are not given."""
_SIGNIFICANT: Final = re.compile(r"([0-9]{4})S([1-4])")
_SET: Final = re.compile(r"\[([^\[\]{}]+)\]|\{([^\[\]{}]+)\}")
_OPEN: Final = ("", "..")
"""How EDTF writes an unknown and an open end of an interval."""

Day: TypeAlias = tuple[int, int, int]
"""Year, month and day of the proleptic Gregorian calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A time in EDTF, such as `2021-10`, `2013-04/2013-06`, `2018~` or `2008/..`.

    `first` and `last` are its earliest and latest day, None for an open or unknown end. An approximate date is not
    widened.
    """

    text: str
    first: Day | None
    last: Day | None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a period from text."""
        return core_schema.no_info_plain_validator_function(
            _checked, serialization=core_schema.plain_serializer_function_ser_schema(lambda period: period.text)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it as text that an editor's YAML may read as a number."""
        return loose_json_schema()

    def is_disjoint_from(self, other: Period) -> bool:
        """Tell whether the two periods have no day in common."""
        return _ends_before(self, other) or _ends_before(other, self)

    def is_part_of(self, other: Period) -> bool:
        """Tell whether it lies within another period and is shorter; a period with an open end lies in none."""
        if self.first is None or self.last is None or (self.first, self.last) == (other.first, other.last):
            return False
        begins = other.first is None or other.first <= self.first
        return begins and (other.last is None or self.last <= other.last)

    @property
    def year(self) -> int | None:
        """The year in which it lies; None if it is longer than a year, or if a bound is not known."""
        return self.first[0] if self.first and self.last and self.first[0] == self.last[0] else None


def _ends_before(one: Period, other: Period) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


@lru_cache(maxsize=50_000)
def read_period(text: str) -> Period:
    """Read EDTF, levels 0 to 2, less what docs/contribute/fields.md says. Raises ValueError if the text is not EDTF.

    Dates, intervals of them and sets are read here, since the library takes milliseconds for each and as long to import
    as a small check. The library reads all others, such as times of day and years before the year 1.
    """
    found = _of_set(text) if text.startswith(("[", "{")) else _of_interval(text)
    return _read_by_library(text) if found is None else Period(text=text, first=found[0], last=found[1])


_Ends: TypeAlias = tuple[Day | None, Day | None]


def _of_interval(text: str) -> _Ends | None:
    """Return the ends of a date or interval; None if there is another form in it."""
    ends = [_days(date) for date in text.split("/")]
    match ends:
        case [(first, last)]:
            return first, last
        case [(first, _), (later, last)] if first <= later:
            return first, last
        case [(first, _), None] if text.endswith(tuple(f"/{end}" for end in _OPEN)):
            return first, None
        case [None, (_, last)] if text.startswith(tuple(f"{end}/" for end in _OPEN)):
            return None, last
        case _:
            return None


def _of_set(text: str) -> _Ends | None:
    """Return the ends of one of several dates, or of all of them, such as `[1667,1670..1672]` and `{..1984}`."""
    match = _SET.fullmatch(text)
    if match is None:
        return None
    firsts: list[Day | None] = []
    lasts: list[Day | None] = []
    for item in re.split(", ?", match[1] or match[2]):
        start, is_range, end = item.partition("..")
        one, other = _days(start), _days(end if is_range else start)
        if (one is None and start) or (other is None and (end or not is_range)) or not (one or other):
            return None
        if one and other and other[1] < one[0]:
            return None
        firsts.append(one[0] if one else None)
        lasts.append(other[1] if other else None)
    return (
        None if None in firsts else min(day for day in firsts if day),
        None if None in lasts else max(day for day in lasts if day),
    )


def _days(date: str) -> tuple[Day, Day] | None:
    """Return the first and last day of a date; None for other texts.

    A mark of uncertainty (`?`), approximation (`~`) or both (`%`) does not widen it (ISO 8601-2:2019, 8.4). An `X` may
    be any digit. Of `1950S2` the first two digits are sure.
    """
    if match := _SIGNIFICANT.fullmatch(date):
        sure = match[1][: int(match[2])]
        date = sure.ljust(4, "X")
    match = _MARKED.fullmatch(date)
    if match is None:
        return None
    if "X" in date:
        return _unspecified_days(match[1], match[2] or "", match[3] or "")
    return _plain_days("-".join(filter(None, match.groups())))


def _unspecified_days(year: str, month: str, day: str) -> tuple[Day, Day] | None:
    """Return the first and last day of a date of which digits are `X`; None if there is no such day."""
    months = [number for number in range(1, MONTHS + 1) if _fits(number, month)]
    years = (int(year.replace("X", "0")), int(year.replace("X", "9")))
    days = [
        [(one, m, d) for m in months for d in range(1, calendar.monthrange(one, m)[1] + 1) if _fits(d, day)]
        for one in years
        if one
    ]
    if len(days) < len(years) or not all(days):
        return None
    return days[0][0], days[-1][-1]


def _fits(number: int, pattern: str) -> bool:
    """Tell whether a number of two digits can be what a pattern leaves open; an empty pattern leaves all open."""
    return not pattern or all(p in {"X", digit} for p, digit in zip(pattern, f"{number:02}", strict=True))


def _plain_days(date: str) -> tuple[Day, Day] | None:
    """Return the first and last day of `2021`, `2021-10` or `2021-10-12` (ISO 8601-1:2019, 5.2.2); None for others.

    `2021-21` to `2021-24` and `2021-33` to `2021-41` are parts of a year.
    """
    match = _PLAIN.fullmatch(date)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not year:
        return None
    if match[2] is None:
        return (year, 1, 1), (year, 12, 31)
    if month in _PARTS_OF_YEAR and match[3] is None:
        begins, ends = _PARTS_OF_YEAR[month]
        return (year, begins, 1), (year, ends, calendar.monthrange(year, ends)[1])
    if month not in range(1, MONTHS + 1):
        return None
    days = calendar.monthrange(year, month)[1]
    if match[3] is None:
        return (year, month, 1), (year, month, days)
    return ((year, month, day), (year, month, day)) if 1 <= day <= days else None


def _is_no_day(date: str) -> bool:
    """Tell whether a plain date is not in the calendar, such as `2021-02-29`, which the library accepts."""
    match = _PLAIN.fullmatch(date)
    return match is not None and int(match[1]) > 0 and _plain_days(date) is None


def _read_by_library(text: str) -> Period:
    if not _WITHOUT_LONG_YEARS.fullmatch(text) or any(map(_is_no_day, re.split(r"[~?%/.,{}\[\]]+", text))):
        raise ValueError(text)
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415  it takes as long to import as a whole small check

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # the library prints what it fails at
            parsed = parse_edtf(text)
        first = None if text.startswith("/") else _day(parsed, "lower_strict")  # for it, ten years before the end
        last = None if text.endswith("/") else _day(parsed, "upper_strict")
    except (EDTFParseException, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise ValueError(text) from error
    if first is not None and last is not None and last < first:
        raise ValueError(text)
    return Period(text=text, first=first, last=last)


def _day(parsed: object, bound: str) -> Day | None:
    """Return one bound of a parsed date; None for an open end, where the library gives an infinity."""
    try:
        year, month, day = getattr(parsed, bound)()[:3]
    except TypeError:
        return None
    return year, month, day


def _checked(value: object) -> Period:
    if isinstance(value, Period):
        return value
    if isinstance(value, str) and any(map(_is_two_years, value.split("/"))):
        raise PydanticCustomError(
            "edtf", "may be two years or a season: write 2021/2022, 2021-04/2022-03, or 2021-06/2021-08 for a summer"
        )
    try:
        if isinstance(value, str) and value:
            return read_period(value)
    except ValueError:
        pass
    raise PydanticCustomError(
        "edtf",
        "is no date in EDTF: write 2021, 2021-10, 2021-10-12, 2013-04/2013-06, 2018~ (about) or 2008/.. (open)",
    )


def _is_two_years(date: str) -> bool:
    """Tell whether a date looks like a financial year, such as `2021-22`, which in EDTF is the summer of 2021."""
    match = _TWO_YEARS.fullmatch(date)
    return match is not None and (int(match[1]) + 1) % 100 == int(match[2]) and int(match[2]) > MONTHS


def _day_alone(text: str) -> str:
    try:
        is_day = date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_day = False
    if not is_day:
        raise PydanticCustomError("day", "is no day; write year, month and day: 2021-10-12")
    return text


IsoDay: TypeAlias = Annotated[str, Field(max_length=40), AfterValidator(_day_alone)]
"""One day of the calendar, `2021-10-12` (ISO 8601)."""
