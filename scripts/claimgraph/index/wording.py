"""English words for what files write in codes: dates, counts, stances, kinds of document."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.model.links import Rival
from claimgraph.model.verdict import MOST_APART, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimgraph.model.claim import Quote
    from claimgraph.model.compared import Comparison
    from claimgraph.model.dates import Period
    from claimgraph.model.verdict import Place

_MONTHS: Final = ("January February March April May June July August September October November December").split()
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_PARTS: Final = (
    *(f"the {one} quarter of" for one in ("first", "second", "third", "last")),
    *(f"the {one} four months of" for one in ("first", "second", "last")),
    *(f"the {one} half of" for one in ("first", "second")),
)
_NAMES: Final = {
    **dict(enumerate(_MONTHS, start=1)),
    **dict(enumerate(_SEASONS, start=21)),
    **dict(enumerate(_PARTS, start=33)),
}
"""What stands before the year, by EDTF's number of a month or another part of the year."""
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([?~%]?)")
_OPEN: Final = ("", "..")
_LATE: Final = "no later than {}"
_EARLY: Final = "no earlier than {}"


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: `1 quote`, `2 quotes`, `1,200 voices`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def joined(*parts: str) -> str:
    """Return the parts that are not empty, with commas between them."""
    return ", ".join(filter(None, parts))


def day_in_words(day: date) -> str:
    """Return a day such as `1 March 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@lru_cache(maxsize=20_000)
def date_in_words(edtf: str, until: str = "up to {}", since: str = "from {} on") -> str:
    """Return an EDTF date in words, such as `12 October 2021`, `about June 2018`, `April to June 2013`.

    `until` and `since` are the words for an interval without a start or an end. A date that is not understood is
    returned unchanged.
    """
    start, is_interval, end = edtf.partition("/")
    if not is_interval:
        return _one(edtf)
    if start in _OPEN and end in _OPEN:
        return "any time"
    if start in _OPEN:
        return until.format(_one(end))
    if end in _OPEN:
        return since.format(_one(start))
    first, last = _one(start), _one(end)
    return first if first == last else f"{_without_shared(first, start, end)} to {last}"


def _without_shared(first: str, start: str, end: str) -> str:
    """Return the first date of an interval without the month and year, or the year, that it shares with the last."""
    if start[-1].isdigit() and " of " not in first:
        for length in (len("2021-10"), len("2021")):
            if start[length : length + 1] == "-" and start[: length + 1] == end[: length + 1]:
                return first.removesuffix(f" {_one(start[:length])}")
    return first


def _one(date: str) -> str:
    match = _DATE.fullmatch(date)
    if match is None:
        return date
    year, month, day, doubt = match.groups()
    words = year
    if month is not None:
        name = _NAMES.get(int(month))
        if name is None:
            return date
        words = f"{name} {year}"
    if day is not None:
        words = f"{int(day)} {words}"
    return {"~": f"about {words}", "?": f"perhaps {words}", "%": f"perhaps about {words}"}.get(doubt, words)


def period_in_words(period: Period | None) -> str:
    """Return the time that a claim speaks about, in words; empty for None."""
    return "" if period is None else date_in_words(period.text)


def date_of_event(date: Period | None) -> str:
    """Return the day of an event in words, with `no later than` for an interval without a start. Empty for None."""
    return "" if date is None else date_in_words(date.text, _LATE, _EARLY)


def years_in_words(date: Period | None) -> str:
    """Return the year of a date in short, such as `2018` or `2019 or later`; empty for None and for no bound."""
    first, last = (day[0] if day else None for day in ((date.first, date.last) if date else (None, None)))
    if first is None or last is None:
        return f"{first} or later" if first else f"{last} or earlier" if last else ""
    return str(first) if first == last else f"{first} to {last}"


def mode_in_words(quote: Quote, reporter: str) -> str:
    """Return how the speaker means a quote's words; empty for a plain assertion.

    `reporter` is the name of whoever reports another's words; empty if unknown.
    """
    match quote.mode:
        case "conceded":
            return "Said against their own side"
        case "reported":
            return f"Second-hand, as reported by {reporter or 'another'}"
        case "presupposed":
            return "Taken for granted, not asserted: this shows only that somebody holds it"
        case _:
            return ""


def lines_in_words(first: int, last: int) -> str:
    """Return the place of a quote in the captured text."""
    return f"line {first} of the text" if first == last else f"lines {first} to {last} of the text"


KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "rule": "claim about a rule",
        "prediction": "prediction",
        "experience": "account of an experience",
    }
)
"""The kinds of claims whose names are not adjectives."""


OURS: Final = "put in our own words, not quoted"
"""The remark on what a source says where its words are not given."""


def left_out_in_words(place: Place) -> str:
    """Return sentences on what a quote leaves out that could change its meaning; empty if there is nothing such."""
    kinds = [_LEFT_OUT[kind] for kind in place.left_out]
    several = f"{', '.join(kinds[:-1])} and {kinds[-1]}" if len(kinds) > 1 else "".join(kinds)
    far = [f"Its parts stand {words:,} words apart." for words in place.apart if words > MOST_APART]
    passed = ["The foot or head of a page stands in between and is left out."] if place.passed else []
    return " ".join(
        [*([f"Only part of the sentence is quoted; the rest has {several}."] if kinds else []), *far, *passed]
    )


_LEFT_OUT: Final = {
    "negation": "a “not” or the like",
    "hedge": "a word such as “may” or “some”",
    "condition": "an “if” or the like",
    "attribution": "words on whose view it is",
    "number": "a further number",
}


def kind_in_words(kind: str) -> str:
    """Return the kind of a claim with its noun, `factual claim`, so that nobody reads `factual` as `true`."""
    return KINDS.get(kind, f"{kind} claim")


OUTCOMES: Final[Mapping[Outcome, str]] = MappingProxyType(
    {
        Outcome.VERIFIED: "Verified word for word",
        Outcome.NO_CAPTURE: "Not verified: we do not have the text of the source yet",
        Outcome.TOO_SHORT: "Not verified: there are too few words",
        Outcome.BRACKETS: "Not verified: the brackets put in more than they may",
        Outcome.ABSENT: "Not verified: these words were not found in the source",
        Outcome.NEAR: "Not verified: the source has other words than these",
        Outcome.ELSEWHERE: "Not verified: these words stand in another source",
        Outcome.OUT_OF_ORDER: "Not verified: the source has the parts in another order",
        Outcome.CROSSES_BOUND: "Not verified: the words run over from one speaker to the next",
        Outcome.IGNORED: "Not verified: the words stand in a part of the source that is not quoted",
        Outcome.AMBIGUOUS: "Not verified: the words stand in more than one place",
        Outcome.WRONG_SPEAKER: "Not verified: somebody else says these words in the source",
        Outcome.DOUBTFUL_SPEAKER: "Not verified: one cannot tell who says these words in the source",
    }
)
"""The result of a quote's check, for readers of its page."""


NOT_COMPARED: Final = "checked against a fingerprint that nobody has compared with the source yet"
"""The remark on a verified quote whose capture may be of another text."""


def outcome_in_words(outcome: Outcome | None, *, is_proven: bool) -> str:
    """Return the result of a quote's check in words.

    Args:
        outcome: The result; None if the quote was not checked.
        is_proven: Whether somebody has compared the source's capture with its text.
    """
    if outcome is Outcome.VERIFIED and not is_proven:
        return f"Word for word, {NOT_COMPARED}"
    return "Not verified: not checked yet" if outcome is None else OUTCOMES[outcome]


TYPES: Final = {
    "article-journal": "journal article",
    "article-magazine": "magazine article",
    "article-newspaper": "news article",
    "entry-dictionary": "dictionary entry",
    "entry-encyclopedia": "encyclopedia entry",
    "post": "forum or social post",
    "post-weblog": "blog post",
    "webpage": "web page",
    "hearing": "hearing",
    "legal_case": "legal case",
    "paper-conference": "conference paper",
    "personal_communication": "personal communication",
    "review-book": "book review",
}
"""The CSL types whose names are not plain English."""


def differences_in_words(link: object) -> str:
    """Return the respects in which two rival figures differ, such as `base, period`; empty for other links."""
    return joined(*(link.differs_in if isinstance(link, Rival) else ()))


def type_in_words(csl_type: str) -> str:
    """Return a CSL type in words."""
    return TYPES.get(csl_type, csl_type.replace("-", " ").replace("_", " "))


DEPTHS: Final = {
    "full": "A fingerprint of the whole text is kept here, and each quote is checked against it, word for word.",
    "excerpt": "A fingerprint of an excerpt is kept here, and each quote is checked against it, word for word.",
    "none": "We do not have this source word for word yet: what it says is put in our own words, not quoted.",
}
"""A sentence on how much of a source's text is captured."""


def comparison_in_words(comparison: Comparison | None) -> str:
    """Return a sentence on who compared a source's capture with its text, and when."""
    if comparison is None:
        return "Nobody has compared this fingerprint with the source yet."
    return f"The fingerprint was compared with the source on {date_in_words(comparison.on)}, by {comparison.by}."
