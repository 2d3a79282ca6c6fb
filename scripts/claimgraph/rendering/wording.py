"""Says in English what the files say in codes: dates, counts, stances, kinds of document."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimgraph.model.claim import Quote
    from claimgraph.model.dates import Period

_MONTHS: Final = ("January February March April May June July August September October November December").split()
_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([?~%]?)")
_OPEN: Final = ("", "..")


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: `1 quote`, `2 quotes`, `1,200 voices`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


@lru_cache(maxsize=20_000)
def date_in_words(edtf: str) -> str:
    """Return an EDTF date in words, such as `12 October 2021`, `about June 2018`, `April to June 2013`.

    A form that has no words here is returned as it is.
    """
    if "/" not in edtf:
        return _one(edtf)
    start, _, end = edtf.partition("/")
    if start in _OPEN:
        return f"no later than {_one(end)}"
    if end in _OPEN:
        return f"since {_one(start)}"
    first, last = _one(start), _one(end)
    year = f" {end[:4]}"
    if first.endswith(year) and last.endswith(year) and len(start) > len("2013") and not start.endswith(("~", "?")):
        first = first.removesuffix(year)
    return f"{first} to {last}"


def _one(date: str) -> str:
    match = _DATE.fullmatch(date)
    if match is None:
        return date
    year, month, day, doubt = match.groups()
    words = year
    if month is not None:
        number = int(month)
        name = _SEASONS.get(number) or (_MONTHS[number - 1] if 1 <= number <= len(_MONTHS) else month)
        words = f"{name} {year}"
    if day is not None:
        words = f"{int(day)} {words}"
    return {"~": f"about {words}", "?": f"perhaps {words}", "%": f"perhaps about {words}"}.get(doubt, words)


def period_in_words(period: Period | None) -> str:
    """Return a period in words; empty for None."""
    return "" if period is None else date_in_words(period.text)


def mode_in_words(quote: Quote) -> str:
    """Return how the speaker stands to a quote's words; empty where the speaker simply says them."""
    match quote.mode:
        case "conceded":
            return "Conceded"
        case "reported":
            return "Second-hand, as reported by another"
        case "presupposed":
            return "Taken for granted, not asserted: this shows only that somebody holds it"
        case _:
            return ""


def lines_in_words(first: int, last: int) -> str:
    """Return the place of a quote in the captured text."""
    return f"line {first} of the text" if first == last else f"lines {first} to {last} of the text"


TYPES: Final = {
    "article-journal": "journal article",
    "article-magazine": "magazine article",
    "article-newspaper": "news article",
    "post": "forum or social post",
    "post-weblog": "blog post",
    "webpage": "web page",
    "hearing": "hearing",
    "legal_case": "legal case",
    "paper-conference": "conference paper",
    "personal_communication": "personal communication",
}
"""CSL types whose name is no English word for the thing."""


def type_in_words(csl_type: str) -> str:
    """Return a CSL type in words."""
    return TYPES.get(csl_type, csl_type.replace("-", " ").replace("_", " "))


DEPTHS: Final = {
    "full": "The whole text was captured: every quote from it is checked, word for word, against its fingerprints.",
    "excerpt": "An excerpt of the text was captured: quotes are checked, word for word, against its fingerprints.",
    "none": "The wording of this source has not been captured yet: it is cited here, and not quoted.",
}
"""How much of a source's text was captured, in a sentence."""
