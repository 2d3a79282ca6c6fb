"""Dates of a bibliographic record as programs for references write them: CSL 1.0.2, Zotero and Pandoc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

from pydantic import GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from claimgraph.model.dates import Period, read_period

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATE_PARTS: Final = frozenset({"date-parts", "season", "circa"})
_DATE_KEYS: Final = frozenset({"year", "month", "day", "season", "circa"})
_SEASON_NUMBERS: Final = {
    **{str(first + number): 21 + number for first in (1, 13, 21) for number in range(4)},
    "spring": 21,
    "summer": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
}
"""The seasons as CSL's processors number and name them, in EDTF."""


def _from_csl(value: object) -> object:
    """Return the period that one of CSL's own dates means; what is none of them is returned as it is.

    These are `{date-parts: [[2021, 10]], season: 1, circa: true}`, with a second list for the end of an interval, and
    Pandoc's `[{year: 2021, month: 10}]`, also with `season` and `circa`. What is under `season` counts where there is
    no month.
    """
    ends = [value] if isinstance(value, dict) else value
    if isinstance(value, dict) and _DATE_PARTS.issuperset(value) and isinstance(value.get("date-parts"), list):
        ends = [{**value, **_named(parts)} for parts in value["date-parts"]]
    elif not isinstance(ends, list) or not all(isinstance(one, dict) and _DATE_KEYS.issuperset(one) for one in ends):
        return value
    text = "/".join(map(_edtf, ends))
    try:
        return read_period(text)  # a season that is named as one is no slip for two years
    except ValueError:
        return text


def _named(parts: object) -> dict[str, object]:
    return dict(zip(("year", "month", "day"), parts, strict=False)) if isinstance(parts, list) else {"year": "?"}


def _edtf(date: Mapping[str, object]) -> str:
    """Return one CSL date in EDTF, `..` for an end that is left open; what it cannot mean is no EDTF either."""
    year, month, day = (str(date.get(name) or "") for name in ("year", "month", "day"))
    if year in {"", "0"}:
        return ".."
    season = str(date.get("season") or "").casefold()
    if season and not month:
        month = str(_SEASON_NUMBERS.get(season, season))
    mark = "~" if str(date.get("circa") or "").casefold() not in {"", "0", "false", "no"} else ""
    widths = (4, 2, 2)
    parts = (part.zfill(width) for part, width in zip((year, month, day), widths, strict=True) if part)
    return "-".join(parts) + mark


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
