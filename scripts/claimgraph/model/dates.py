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

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from claimgraph.model.values import loose_json_schema

_WITHOUT_LONG_YEARS: Final = re.compile(r"[0-9XTZS:~?%.,/\[\]{}+-]{1,80}")
"""The characters of EDTF without years such as `Y17E7`: the library would write out `Y1E999999999` in full."""
_TWO_YEARS: Final = re.compile(r"([0-9]{4})-([0-9]{2})[~?%]?")
MONTHS: Final = 12
SEASONS: Final = range(21, 25)
"""Months 21 to 24 are the four seasons; those of level 2 (by hemisphere, quarters) are more likely slips."""
_PLAIN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
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
        """The year in which it begins, or in which it ends if it has no beginning."""
        day = self.first or self.last
        return day[0] if day else None


def _ends_before(one: Period, other: Period) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


@lru_cache(maxsize=50_000)
def read_period(text: str) -> Period:
    """Read EDTF, levels 0 and 1. Raises ValueError if the text is not EDTF.

    Plain dates, with or without a mark of uncertainty, and intervals of them are read here, since the library takes
    milliseconds for each and as long to import as a small check. The library reads all others.
    """
    ends = [_days(date) for date in text.split("/")]
    match ends:
        case [(first, last)]:
            return Period(text=text, first=first, last=last)
        case [(first, _), (later, last)] if first <= later:
            return Period(text=text, first=first, last=last)
        case [(first, _), None] if text.endswith(tuple(f"/{end}" for end in _OPEN)):
            return Period(text=text, first=first, last=None)
        case [None, (_, last)] if text.startswith(tuple(f"{end}/" for end in _OPEN)):
            return Period(text=text, first=None, last=last)
        case _:
            return _read_by_library(text)


def _days(date: str) -> tuple[Day, Day] | None:
    """Return the first and last day of a plain date; None for other dates.

    A mark of uncertainty (`?`), approximation (`~`) or both (`%`) does not widen it (ISO 8601-2:2019, 8.4).
    """
    return _plain_days(date[:-1] if date.endswith(("?", "~", "%")) else date)


def _plain_days(date: str) -> tuple[Day, Day] | None:
    """Return the first and last day of `2021`, `2021-10` or `2021-10-12` (ISO 8601-1:2019, 5.2.2); None for others."""
    match = _PLAIN.fullmatch(date)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not year:
        return None
    if match[2] is None:
        return (year, 1, 1), (year, 12, 31)
    if month not in range(1, 13):
        return None
    days = calendar.monthrange(year, month)[1]
    if match[3] is None:
        return (year, month, 1), (year, month, days)
    return ((year, month, day), (year, month, day)) if 1 <= day <= days else None


def _is_no_day(date: str) -> bool:
    """Tell whether a plain date is not in the calendar, such as `2021-02-29`, which the library accepts."""
    match = _PLAIN.fullmatch(date)
    return match is not None and int(match[2] or 1) not in SEASONS and int(match[1]) > 0 and _plain_days(date) is None


def _read_by_library(text: str) -> Period:
    if not _WITHOUT_LONG_YEARS.fullmatch(text) or any(map(_is_no_day, re.split(r"[~?%/.,{}\[\]]+", text))):
        raise ValueError(text)
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415  it takes as long to import as a whole small check

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # the library prints what it fails at
            parsed = parse_edtf(text)
    except (EDTFParseException, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise ValueError(text) from error
    first = None if text.startswith("/") else _day(parsed, "lower_strict")  # for the library, ten years before the end
    last = None if text.endswith("/") else _day(parsed, "upper_strict")
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


def _from_csl(value: object) -> object:
    """Convert a CSL date to EDTF: `{date-parts: [[2021, 10]]}`, `[{year: 2021, month: 10}]`, or EDTF itself."""
    if isinstance(value, dict) and set(value) == {"date-parts"} and isinstance(value["date-parts"], list):
        return "/".join(_joined(parts) for parts in value["date-parts"])
    if isinstance(value, list):
        return "/".join(_joined([d.get(k, "") for k in ("year", "month", "day")]) for d in value if isinstance(d, dict))
    return value


def _joined(parts: object) -> str:
    if not isinstance(parts, list):
        return ""
    widths = (4, 2, 2)
    return "-".join(str(p).zfill(w) for p, w in zip(parts, widths, strict=False) if p != "")


class _CslDate:
    """Reads dates as Zotero and Pandoc write them."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_from_csl, handler(source))


CslDate: TypeAlias = Annotated[
    Period,
    _CslDate,
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "object"}, {"type": "array"}]}),
]
"""A date of a bibliographic record, in EDTF or in either of CSL's own forms."""


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
