"""Dates and periods in EDTF (ISO 8601-2:2019, annex A), with their first and last day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, TypeAlias

from edtf import EDTFParseException, parse_edtf
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from claimgraph.model.values import loose_json_schema

Day: TypeAlias = tuple[int, int, int]
"""Year, month and day of the proleptic Gregorian calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A time as written in EDTF, such as `2021-10`, `2013-04/2013-06`, `2018~` or `2008/..`.

    `first` and `last` are its earliest and latest day, taken strictly: an approximate date is not widened. None is an
    open or unknown end.
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
        """Describe it as a text that an editor's YAML may take for a number."""
        return loose_json_schema()

    def is_disjoint_from(self, other: Period) -> bool:
        """Tell whether no day lies in both."""
        return _ends_before(self, other) or _ends_before(other, self)

    @property
    def year(self) -> int | None:
        """The year in which it begins, else in which it ends."""
        day = self.first or self.last
        return day[0] if day else None


def _ends_before(one: Period, other: Period) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


@lru_cache(maxsize=50_000)
def read_period(text: str) -> Period:
    """Read EDTF, levels 0 and 1. Raises ValueError where it is none."""
    try:
        parsed = parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(text) from error
    return Period(text=text, first=_day(parsed, "lower_strict"), last=_day(parsed, "upper_strict"))


def _day(parsed: object, bound: str) -> Day | None:
    """Return one bound of a parsed date; an open end is where the library's struct is an infinity."""
    try:
        year, month, day = getattr(parsed, bound)()[:3]
    except TypeError:
        return None
    return year, month, day


def _checked(value: object) -> Period:
    try:
        if isinstance(value, str) and value:
            return read_period(value)
    except (ValueError, AttributeError, KeyError, IndexError):
        pass
    raise PydanticCustomError(
        "edtf",
        "is no date in EDTF: write 2021, 2021-10, 2021-10-12, 2013-04/2013-06, 2018~ (about) or 2008/.. (open)",
    )


def _from_csl(value: object) -> object:
    """Turn CSL's date forms into EDTF: `{date-parts: [[2021, 10]]}`, `[{year: 2021, month: 10}]`, or EDTF itself."""
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
    """Reads what Zotero and Pandoc write for a date."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_from_csl, handler(source))


CslDate: TypeAlias = Annotated[
    Period,
    _CslDate,
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "object"}, {"type": "array"}]}),
]
"""A date of a bibliographic record, in EDTF or in either of CSL's own forms."""
