"""Suggests what to type instead of a newcomer's mistake. A suggestion is shown and never used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.model.dates import Period, read_period
from claimgraph.nearest import nearest_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_OTHER_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "assertion": ("claim", "sentence", "statement", "text"),
    "because": ("reason", "why"),
    "claim": ("id", "target"),
    "exact": ("quotation", "quote", "said", "text", "words"),
    "finding": ("fact", "found", "text"),
    "interests": ("interest",),
    "issued": ("date", "published", "year"),
    "licence": ("license",),
    "period": ("date", "dates", "time", "when", "year", "years"),
    "place": ("country", "location", "region", "where"),
    "quotes": ("quotations", "quote"),
    "source": ("from", "ref", "reference"),
    "speaker": ("author", "by", "person", "voice", "who"),
    "where": ("at", "location", "page"),
}
"""What people may call a field before they have looked it up."""

_MONTHS: Final = "January February March April May June July August September October November December".split()
_MONTH: Final = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")
_YEARS: Final = re.compile(r"(\d{4})\s*(?:[-\u2013\u2014]|to|until)\s*(\d{4})", re.IGNORECASE)
_IN_WORDS: Final = re.compile(rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?({_MONTH})\.?,?\s+(\d{{4}})", re.IGNORECASE)
_AMERICAN: Final = re.compile(rf"({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_ABOUT: Final = re.compile(r"(?:about|around|c\.?|ca\.?|circa)\s*(\d{4})", re.IGNORECASE)
_SINCE: Final = re.compile(r"(?:after|from|since)\s+(\d{4})", re.IGNORECASE)
_SEASON: Final = re.compile(r"(spring|summer|autumn|fall|winter),?\s+(\d{4})", re.IGNORECASE)
_YEARS_OR_SEASON: Final = re.compile(r"\d{4}-2[1-4]")
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_TWELVE: Final = 12


def field_meant(written: str, known: Collection[str]) -> str | None:
    """Return the field that was probably meant by another name; None if no field is near."""
    for name in known:
        if written.casefold() in {name.casefold(), name.casefold().replace("-", "_")}:
            return name
    by_other_word = (name for name in known if written.casefold() in _OTHER_WORDS.get(name, ()))
    return next(by_other_word, None) or nearest_name(written, known)


def dates_meant(written: str) -> str:
    """Return a sentence that says how to write a date in EDTF; empty if the date is not recognised."""
    return ", or ".join(f"write {edtf} for {words}" for edtf, words in dict(_dates(written.strip())).items())


def date_meant(written: str) -> str:
    """Return the one date in EDTF that is meant by a date in other words; empty if it is not sure which."""
    found = tuple(dict(_dates(written.strip())))
    return found[0] if len(found) == 1 and _is_date(found[0]) else ""


def _is_date(text: str) -> bool:
    try:
        read_period(text)
    except ValueError:
        return False
    return True


def date_read(written: str) -> Period | None:
    """Return the one date that words mean, such as `Spring 2022`; None if that is not sure."""
    text = written.strip()
    if not _YEARS_OR_SEASON.fullmatch(text):
        try:
            return read_period(text)
        except ValueError:
            pass
    found = dict(_dates(text))
    return read_period(next(iter(found))) if len(found) == 1 else None


def _dates(written: str) -> Iterator[tuple[str, str]]:
    if match := _DAY_FIRST.fullmatch(written):
        one, other, year = map(int, match.groups())
        yield from _date(year, other, one)
        if one != other:
            yield from _date(year, one, other)
    elif match := _YEAR_FIRST.fullmatch(written):
        yield from _date(int(match[1]), int(match[2]), int(match[3] or 0))
    elif match := _IN_WORDS.fullmatch(written):
        yield from _date(int(match[3]), _number(match[2]), int(match[1] or 0))
    elif match := _AMERICAN.fullmatch(written):
        yield from _date(int(match[3]), _number(match[1]), int(match[2]))
    elif match := _YEARS.fullmatch(written):
        yield f"{match[1]}/{match[2]}", f"{match[1]} to {match[2]}"
    elif match := _SEASON.fullmatch(written):
        yield f"{match[2]}-{_SEASONS[match[1].casefold()]}", f"{match[1].casefold()} {match[2]}"
    elif match := _ABOUT.fullmatch(written):
        yield f"{match[1]}~", f"about {match[1]}"
    elif match := _SINCE.fullmatch(written):
        yield f"{match[1]}/..", f"{match[1]} and later"


def _number(month: str) -> int:
    return [name[:3] for name in _MONTHS].index(month[:3].capitalize()) + 1


def _date(year: int, month: int, day: int) -> Iterator[tuple[str, str]]:
    if not 1 <= month <= _TWELVE or day > 31:  # noqa: PLR2004  the days of a month
        return
    name = f"{_MONTHS[month - 1]} {year}"
    yield (f"{year}-{month:02}-{day:02}", f"{day} {name}") if day else (f"{year}-{month:02}", name)
