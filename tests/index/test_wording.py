"""What the files say in codes, in whole English strings."""

from __future__ import annotations

from typing import get_args

import pytest

from claimgraph.index.wording import (
    DEPTHS,
    KINDS,
    OUTCOMES,
    TYPES,
    comparison_in_words,
    date_in_words,
    date_of_event,
    kind_in_words,
    lines_in_words,
    mode_in_words,
    outcome_in_words,
    period_in_words,
    plural,
    type_in_words,
)
from claimgraph.model.claim import Kind, Mode, Quote
from claimgraph.model.compared import Comparison
from claimgraph.model.dates import Period
from claimgraph.model.source import CslType, Depth
from claimgraph.model.verdict import Outcome


@pytest.mark.parametrize(
    ("count", "one", "many", "words"),
    [
        (0, "quote", "", "0 quotes"),
        (1, "quote", "", "1 quote"),
        (2, "quote", "", "2 quotes"),
        (1_200, "voice", "", "1,200 voices"),
        (1, "reply", "replies", "1 reply"),
        (3, "reply", "replies", "3 replies"),
    ],
)
def test_plural(count: int, one: str, many: str, words: str) -> None:
    assert plural(count, one, many) == words


DATES = {
    "2021": "2021",
    "2021-10": "October 2021",
    "2021-10-12": "12 October 2021",
    "2021-10-02": "2 October 2021",
    "0099": "0099",
    "2018~": "about 2018",
    "2018-06~": "about June 2018",
    "2018-06-11~": "about 11 June 2018",
    "2018?": "perhaps 2018",
    "2018-06?": "perhaps June 2018",
    "2018%": "perhaps about 2018",
    "2018-06-11%": "perhaps about 11 June 2018",
    "2013-21": "spring 2013",
    "2013-22": "summer 2013",
    "2013-23": "autumn 2013",
    "2013-24": "winter 2013",
    "2013-33": "the first quarter of 2013",
    "2013-36~": "about the last quarter of 2013",
    "2013-39": "the last four months of 2013",
    "2013-41": "the second half of 2013",
}
INTERVALS = {
    "2013/2014": "2013 to 2014",
    "2013-04/2013-06": "April to June 2013",
    "2020-12/2021-03": "December 2020 to March 2021",
    "2021-10-12/2021-10-15": "12 to 15 October 2021",
    "2021-10-12/2021-11-02": "12 October to 2 November 2021",
    "2013-12-31/2014-01-02": "31 December 2013 to 2 January 2014",
    "2021-10-12/2021-10": "12 October to October 2021",
    "2021-10/2021-10-12": "October to 12 October 2021",
    "2013/2013-06": "2013 to June 2013",
    "2013-06/2013": "June 2013 to 2013",
    "2021-10/2021-10": "October 2021",
    "2013-21/2013-23": "spring to autumn 2013",
    "2013-33/2013-35": "the first quarter of 2013 to the third quarter of 2013",
    "2013-41/2014": "the second half of 2013 to 2014",
    "2018-06~/2018-07~": "about June 2018 to about July 2018",
    "2018-06%/2018-07": "perhaps about June 2018 to July 2018",
    "2013-04/2013-06~": "April to about June 2013",
    "2021-10-12/2021-10~": "12 October to about October 2021",
    "2013~/2014?": "about 2013 to perhaps 2014",
}
ODD = {
    "201X": "201X",
    "2013-XX": "2013-XX",
    "-0100": "-0100",
    "~2013": "~2013",
    "2013?-04": "2013?-04",
    "[2013..2015]": "[2013..2015]",
    "1985-04-12T23:20:30Z": "1985-04-12T23:20:30Z",
    "?2013-06/2013-07": "?2013-06 to July 2013",
}


@pytest.mark.parametrize(("edtf", "words"), (DATES | INTERVALS | ODD).items())
def test_a_date_in_words(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == period_in_words(at(edtf)) == date_of_event(at(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "period", "event"),
    [
        ("../2021-10", "up to October 2021", "no later than October 2021"),
        ("/2021-10", "up to October 2021", "no later than October 2021"),
        ("../2019~", "up to about 2019", "no later than about 2019"),
        ("2008/..", "from 2008 on", "no earlier than 2008"),
        ("2008/", "from 2008 on", "no earlier than 2008"),
        ("2018-06~/..", "from about June 2018 on", "no earlier than about June 2018"),
        ("../..", "any time", "any time"),
    ],
)
def test_an_open_end_bounds_what_was_done_once(edtf: str, period: str, event: str) -> None:
    assert (period_in_words(at(edtf)), date_of_event(at(edtf))) == (period, event)


def test_no_date_is_no_words() -> None:
    assert (period_in_words(None), date_of_event(None)) == ("", "")


def at(edtf: str) -> Period:
    return Period(text=edtf, first=None, last=None)


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("asserted", ""),
        ("conceded", "Said against their own side"),
        ("reported", "Second-hand, as reported by Rider two"),
        ("presupposed", "Taken for granted, not asserted: this shows only that somebody holds it"),
    ],
)
def test_a_mode_in_words(mode: Mode, words: str) -> None:
    assert mode_in_words(Quote(source="s", exact="e", mode=mode), "Rider two") == words


def test_who_reports_may_be_unknown() -> None:
    assert mode_in_words(Quote(source="s", exact="e", mode="reported"), "") == "Second-hand, as reported by another"


def test_every_mode_has_words() -> None:
    assert set(get_args(Mode)) == {"asserted", "conceded", "reported", "presupposed"}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("factual", "factual claim"),
        ("statistical", "statistical claim"),
        ("causal", "causal claim"),
        ("definitional", "definitional claim"),
        ("rule", "claim about a rule"),
        ("prediction", "prediction"),
        ("evaluative", "evaluative claim"),
        ("normative", "normative claim"),
        ("experience", "account of an experience"),
    ],
)
def test_a_kind_says_that_it_is_a_claim_and_not_that_it_is_so(kind: str, words: str) -> None:
    assert kind_in_words(kind) == words


def test_kinds_are_those_of_claims() -> None:
    assert set(KINDS) <= set(get_args(Kind))


@pytest.mark.parametrize(("first", "last", "words"), [(3, 3, "line 3 of the text"), (3, 5, "lines 3 to 5 of the text")])
def test_lines_in_words(first: int, last: int, words: str) -> None:
    assert lines_in_words(first, last) == words


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_said_in_words(outcome: Outcome) -> None:
    words = outcome_in_words(outcome, is_proven=True)
    assert words.startswith("Verified word for word" if outcome is Outcome.VERIFIED else "Not verified: ")
    assert not words.endswith(".")


def test_outcomes_differ_and_so_does_an_unchecked_quote() -> None:
    assert outcome_in_words(None, is_proven=True) == "Not verified: not checked yet"
    assert len({*OUTCOMES.values(), outcome_in_words(None, is_proven=True)}) == len(Outcome) + 1


@pytest.mark.parametrize("outcome", [*Outcome, None])
def test_only_what_is_verified_is_said_otherwise_on_a_capture_that_nobody_compared(outcome: Outcome | None) -> None:
    words = outcome_in_words(outcome, is_proven=False)
    if outcome is Outcome.VERIFIED:
        told = "Word for word, checked against a fingerprint that nobody has compared with the source yet"
        assert words == told
    else:
        assert words == outcome_in_words(outcome, is_proven=True)


def test_who_compared_a_capture_and_when() -> None:
    one = Comparison(capture="0" * 64, on="2021-10-02", by="the town library")
    assert comparison_in_words(one) == (
        "The fingerprint was compared with the source on 2 October 2021, by the town library."
    )
    assert comparison_in_words(None) == "Nobody has compared this fingerprint with the source yet."


@pytest.mark.parametrize("csl_type", get_args(CslType))
def test_a_type_is_words(csl_type: str) -> None:
    assert type_in_words(csl_type).replace(" ", "").isalpha()


@pytest.mark.parametrize(
    ("csl_type", "words"),
    [
        ("article-newspaper", "news article"),
        ("post", "forum or social post"),
        ("post-weblog", "blog post"),
        ("entry-dictionary", "dictionary entry"),
        ("review-book", "book review"),
        ("motion_picture", "motion picture"),
        ("report", "report"),
    ],
)
def test_a_type_in_words(csl_type: str, words: str) -> None:
    assert type_in_words(csl_type) == words


def test_types_and_depths_are_those_of_sources() -> None:
    assert set(TYPES) <= set(get_args(CslType))
    assert set(DEPTHS) == set(get_args(Depth))
