"""Finds the dates in a text: days, months, years and spans of them, as EDTF.

A year is four digits from 1500 to 2100, without a comma, that stand alone. `2013-14`, `2013/14` and `2013 to 2014` are
spans; so are `April to June 2013` and `from June to July 2018`. A day or month without a year is a date of its own;
`May` and `March` are months only after a word such as `in` or `by`, and short forms such as `Oct` only beside a day or
a year. Decades (`the 1990s`) are spans.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claimgraph.model.dates import read_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.dates import Period

_FULL_NAMES: Final = "January February March April May June July August September October November December".split()
_MONTHS: Final = {
    **{name: number for number, name in enumerate(_FULL_NAMES, start=1)},
    **{name[:3]: number for number, name in enumerate(_FULL_NAMES, start=1)},
    "Sept": 9,
}
MONTH_NAMES: Final = frozenset(_MONTHS)
"""The months' names in English, and their usual short forms."""

_MONTH: Final = (
    rf"(?:(?:{'|'.join(_FULL_NAMES)})\b|(?:{'|'.join(sorted(_MONTHS.keys() - {*_FULL_NAMES}, reverse=True))})\b\.?)"
)
_YEAR: Final = r"(?:1[5-9]\d\d|20\d\d|2100)"
_DAYS_IN_WORDS: Final = (
    (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ).split()
    + [f"twenty-{word}" for word in "first second third fourth fifth sixth seventh eighth ninth".split()]
    + ["thirtieth", "thirty-first"]
)
_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DAY_OR_WORD: Final = rf"(?:{_DAY}|{'|'.join(sorted(_DAYS_IN_WORDS, key=len, reverse=True))})"
_TO: Final = r"(?:\s?[-\u2010-\u2015/]\s?|\s(?:to|and|or|until|till|through)\s)"
_NOT_BEFORE: Final = r"(?<![\w£$€])(?<!\d[.,:/])"
_NOT_AFTER: Final = r"(?![\w%])(?![.,:]\d)"
_DATE: Final = re.compile(
    rf"""
    {_NOT_BEFORE}(?:
      (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w-])
    | (?P<decade>(?:1[5-9]|20)\d0)['\u2019]?s\b
    | (?P<long>{_YEAR}){_TO}(?P<late>{_YEAR}){_NOT_AFTER}
    | (?P<from>{_YEAR})[-\u2010-\u2015/](?P<till>\d\d){_NOT_AFTER}
    | (?:(?P<day>{_DAY_OR_WORD})\s(?:of\s)?)?(?P<month>{_MONTH})(?:\s(?P<after>{_DAY})(?=,?\s{_YEAR}))?
      (?:{_TO}(?:(?P<last>{_DAY})\s)?(?P<other>{_MONTH}))?(?:,?\s(?:of\s)?(?P<year>{_YEAR}){_NOT_AFTER})?
    | (?P<alone>{_YEAR}){_NOT_AFTER}
    )
    """,
    re.VERBOSE,
)
_MAY_STAND: Final = re.compile(rf"[0-9]{{4}}|\b(?:{'|'.join(name[:3] for name in _FULL_NAMES)})")
_BEFORE_A_MONTH: Final = re.compile(
    r"\b(?:in|by|since|until|till|from|to|and|between|before|after|early|late|mid)[\s-]$"
)
_ALSO_OTHER_WORDS: Final = frozenset({"May", "March"})
_CENTURY: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One date in a text, from `start` to `end`.

    `period` is its time, None without a year; only then `month` and `day` are its numbers, each 0 if it is not named.
    `is_span` tells whether both ends are named, as in `2013-14`.
    """

    text: str
    start: int
    end: int
    period: Period | None
    month: int = 0
    day: int = 0
    is_span: bool = False


@lru_cache(maxsize=1 << 17)
def dates(text: str) -> tuple[Mention, ...]:
    """Return the dates of a text in order."""
    if _MAY_STAND.search(text) is None:
        return ()
    return tuple(mention for match in _DATE.finditer(text) for mention in _mentions(match))


def _mentions(match: re.Match[str]) -> Iterator[Mention]:
    group = match.groupdict()
    if group["month"] is not None:
        yield from _months(match)
        return
    if group["iso"] is not None:
        yield from _made(match, group["iso"])
    elif group["decade"] is not None:
        yield from _made(match, f"{group['decade']}/{int(group['decade']) + 9}", is_span=True)
    elif group["long"] is not None:
        yield from _made(match, f"{group['long']}/{group['late']}", is_span=True)
    elif group["from"] is not None:
        yield from _two_digits(match, int(group["from"]), group["till"])
    else:
        yield from _made(match, group["alone"])


def _two_digits(match: re.Match[str], year: int, digits: str) -> Iterator[Mention]:
    """Yield a span of two years, such as `2008-09`, or a month, such as `2008-10`."""
    last = year - year % _CENTURY + int(digits)
    if last != year + 1 and 1 <= int(digits) <= len(_FULL_NAMES):
        yield from _made(match, f"{year}-{digits}")
    else:
        yield from _made(match, f"{year}/{last if last > year else last + _CENTURY}", is_span=True)


def _months(match: re.Match[str]) -> Iterator[Mention]:
    """Yield a day or month with its year, a span of months in one year, or each month without a year."""
    group = match.groupdict()
    name, day, year, other = group["month"].rstrip("."), group["day"] or group["after"], group["year"], group["other"]
    if year is None:
        if day or other or _is_month(name, match):
            keys = ("month", "other") if other else ("month",)
            yield from (_without_year(match, key) for key in keys)
    elif other is None:
        yield from _made(match, _iso(year, name, day))
    else:
        last = _iso(year, other.rstrip("."), group["last"])
        yield from _made(match, f"{_iso(year, name, day)}/{last}", is_span=True)


def _is_month(name: str, match: re.Match[str]) -> bool:
    """Tell whether the name of a month without a day or year means the month."""
    is_after_such_a_word = _BEFORE_A_MONTH.search(match.string, 0, match.start()) is not None
    return name in _FULL_NAMES and (name not in _ALSO_OTHER_WORDS or is_after_such_a_word)


def _without_year(match: re.Match[str], key: str) -> Mention:
    is_day = key == "month" and match["day"] is not None
    start, end = match.start("day" if is_day else key), match.end(key)
    month, day = _MONTHS[match[key].rstrip(".")], _number(match["day"]) if is_day else 0
    return Mention(text=match.string[start:end], start=start, end=end, period=None, month=month, day=day)


def _number(day: str) -> int:
    return _DAYS_IN_WORDS.index(day) + 1 if day in _DAYS_IN_WORDS else int(re.sub(r"\D", "", day))


def _iso(year: str, month: str, day: str | None) -> str:
    return f"{year}-{_MONTHS[month]:02}" + (f"-{_number(day):02}" if day else "")


def _made(match: re.Match[str], edtf: str, *, is_span: bool = False) -> Iterator[Mention]:
    """Yield the mention of a period, or nothing if it is not in the calendar, such as 31 June."""
    try:
        period = read_period(edtf)
    except ValueError:
        return
    yield Mention(text=match[0], start=match.start(), end=match.end(), period=period, is_span=is_span)
