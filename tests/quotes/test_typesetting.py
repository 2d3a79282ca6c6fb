"""Quotes as a reader types or copies them, of texts as a web page or a PDF reader gives them.

What typesetting did is folded, so that a true quote passes; a wrong letter, digit or sign never does.
"""

from __future__ import annotations

from typing import Final

import pytest

from claimgraph.model.verdict import Outcome
from claimgraph.quotes.verify import verify
from tests.quotes.prepared import prepared_of, quote_of

VERIFIED: Final = {
    "ligatures": ("The o\ufb03ce has a \ufb01rm \ufb02oor for all now.", "The office has a firm floor for all now."),
    "no width": ("The pool\u200b is open to all\ufeff the people.", "The pool is open to all the people."),
    "copied with them": ("The pool\u200b is open to all\ufeff people.", "The pool\u200b is open to all\ufeff people."),
    "direction": ("The pool \u2067abc\u2069 is open to all.", "The pool abc is open to all."),
    "soft hyphens": ("The coun\u00adcil has a lido for peo\u00adple.", "The council has a lido for people."),
    "line ends": ("The builder made an esti-\nmate of the cost.", "The builder made an estimate of the cost."),
    "hyphened at a line end": ("It was a well-\nknown problem there.", "It was a well-known problem there."),
    "wide digits": ("The cost was \uff14\uff10 pounds for it.", "The cost was 40 pounds for it."),
    "spaces": ("The cost\u00a0was 40\u202f000 pounds for\u200ait.", "The cost was 40 000 pounds for it."),
    "guillemets": ("He said \u00abthe lido is closed\u00bb to us.", 'He said "the lido is closed" to us.'),
    "low quotation marks": ("He said \u201ethe lido is closed\u201c to us.", 'He said "the lido is closed" to us.'),
    "decomposed letters": (
        "Le cafe\u0301 de la piscine a e\u0301te\u0301.",
        "Le caf\u00e9 de la piscine a \u00e9t\u00e9.",
    ),
    "a dash for a minus": ("A change of \u20135 degrees was seen.", "A change of -5 degrees was seen."),
    "a minus": ("A change of \u22125 degrees was seen.", "A change of \u22125 degrees was seen."),
    "raised digit of a unit": ("The pool holds 400 m\u00b3 of water.", "The pool holds 400 m3 of water."),
    "typed with it": ("The pool holds 400 m3 of water.", "The pool holds 400 m\u00b3 of water."),
    "number of a note": (
        "The pumps were very old [12] and were replaced.",
        "The pumps were very old and were replaced.",
    ),
    "the same, kept": ("The pumps were very old [12] and loud.", "The pumps were very old [12] and loud."),
    "the same, left out": (
        "The pumps were very old [12] and they were replaced by them.",
        "The pumps were very old [...] and they were replaced by them.",
    ),
    "at the end": ("The pumps were very old [12].", "The pumps were very old."),
    "raised number of a note": ("The lido was closed\u00b9 in that year.", "The lido was closed in that year."),
    "a dagger": ("The lido was closed\u2020 in that year.", "The lido was closed in that year."),
    "no spaces": (
        "\u5e02\u8bae\u4f1a\u51b3\u5b9a\u5173\u95ed\u6cf3\u6c60\uff0c\u56e0\u4e3a\u3002",
        "\u51b3\u5b9a\u5173\u95ed\u6cf3\u6c60",
    ),
    "a table": ("Year | Visits\n2019 | 40 000\n2020 | 11 000", "2019 | 40 000 2020 | 11 000"),
}
REFUSED: Final = {
    "a wrong letter": ("We warned the council in 2019 about it.", "We warned the counsil in 2019 about it."),
    "a minus for a plus": ("A change of \u22125 degrees was seen.", "A change of +5 degrees was seen."),
    "a hyphen for a minus": ("A change of \u22125 degrees was seen.", "A change of -5 degrees was seen."),
    "a power for digits": ("There were 10\u00b2 of them in it.", "There were 102 of them in it."),
    "digits for a power": ("There were 102 of them in it.", "There were 10\u00b2 of them in it."),
    "another note": ("The pumps were very old [12] and loud.", "The pumps were very old [13] and loud."),
    "no note there": ("The pumps were very old and loud.", "The pumps were very old [12] and loud."),
    "a year in brackets": ("The pumps of [2013] were very old.", "The pumps of were very old."),
    "nought in brackets": ("The pumps had [0] faults in all.", "The pumps had faults in all."),
    "a footnote's digit as a PDF gives it": ("The lido was closed1 in that year.", "The lido was closed in that year."),
    "half a word without spaces": ("The pool is closed to all.", "The pool is close to all."),
    "a Cyrillic letter": ("The pool is open to all.", "The p\u043eol is open to all."),
}  # fmt: skip
PAGES: Final = """\
The council had decided to close the lido in

\fLido report - page 2

the winter of that year because of cost. All of us were sad.
"""


@pytest.mark.parametrize("at_hand", [False, True], ids=["capture alone", "text at hand"])
@pytest.mark.parametrize("name", VERIFIED)
def test_what_typesetting_did_is_folded(name: str, *, at_hand: bool) -> None:
    text, exact = VERIFIED[name]
    assert verify(quote_of(exact), prepared_of(text, with_text=at_hand)).outcome is Outcome.VERIFIED


@pytest.mark.parametrize("at_hand", [False, True], ids=["capture alone", "text at hand"])
@pytest.mark.parametrize("name", REFUSED)
def test_what_changes_the_words_is_refused(name: str, *, at_hand: bool) -> None:
    text, exact = REFUSED[name]
    verdict = verify(quote_of(exact), prepared_of(text, with_text=at_hand))
    assert verdict.outcome in {Outcome.NEAR, Outcome.ABSENT, Outcome.BRACKETS}


@pytest.mark.parametrize("at_hand", [False, True], ids=["capture alone", "text at hand"])
def test_a_running_head_that_the_source_file_ignores_is_passed_over(*, at_hand: bool) -> None:
    exact = "The council had decided to close the lido in the winter of that year because of cost."
    ignoring = prepared_of(PAGES, with_text=at_hand, ignore=[{"lines": "3"}])
    verdict = verify(quote_of(exact), ignoring)
    assert verdict.outcome is Outcome.VERIFIED
    assert verdict.place is not None
    assert (verdict.place.words, verdict.place.passed) == (((0, 21),), ((9, 13),))
    assert (verdict.place.first_line, verdict.place.last_line, verdict.place.is_whole) == (1, 5, True)
    assert verify(quote_of(exact), prepared_of(PAGES, with_text=at_hand)).outcome is Outcome.NEAR


def test_what_stands_before_a_running_head_belongs_to_the_sentence() -> None:
    text = PAGES.replace("had decided", "had not decided")
    verdict = verify(quote_of("the winter of that year because"), prepared_of(text, ignore=[{"lines": "3"}]))
    assert verdict.place is not None
    assert verdict.place.marks == ("negation",)


@pytest.mark.parametrize(
    ("first", "end", "expected"),
    [(0, 5, (0, 21)), (14, 15, (0, 21)), (0, 21, (0, 21)), (9, 13, (9, 13)), (21, 22, (21, 26))],
)
def test_a_sentence_goes_on_behind_a_running_head(first: int, end: int, expected: tuple[int, int]) -> None:
    assert prepared_of(PAGES, ignore=[{"lines": "3"}]).sentence(first, end) == expected


@pytest.mark.parametrize(("first", "end", "expected"), [(0, 5, (0, 9)), (14, 15, (13, 21))])
def test_a_sentence_that_stops_before_a_running_head_ends_there(
    first: int, end: int, expected: tuple[int, int]
) -> None:
    text = PAGES.replace("the lido in", "the lido then.")
    assert prepared_of(text, ignore=[{"lines": "3"}]).sentence(first, end) == expected


def test_a_head_that_is_ignored_in_part_is_not_passed_over() -> None:
    exact = "to close the lido in the winter of that year"
    ignored = {"lines": "3", "from": "Lido report - page 2", "to": "Lido report - page 2"}
    text = PAGES.replace("Lido report - page 2", "Lido report - page 2 of all")
    assert verify(quote_of(exact), prepared_of(text, ignore=[ignored])).outcome is not Outcome.VERIFIED


@pytest.mark.parametrize("exact", ["Lido report - page 2 the winter", "close the lido in Lido report - page 2"])
def test_the_head_itself_is_no_quote(exact: str) -> None:
    assert verify(quote_of(exact), prepared_of(PAGES, ignore=[{"lines": "3"}])).outcome is Outcome.IGNORED
