"""Quotes, citations and figures as pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.index.quoted import quote_anchor
from claimgraph.model.verdict import Outcome, Verdict
from claimgraph.pages.parts.quotes import (
    ShownCitation,
    ShownFigure,
    ShownQuote,
    measure_anchor,
    shown_citation,
    shown_figure,
    shown_quote,
)
from tests.pages.corpora import citation, claim, measures, quote, source, verified, view, voice

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.model.claim import Figure

URL = "https://harbour.example/hearing"
WORDS = f"{URL}#:~:text=Half%20of%20the%20buses%20were%20late."
HEARING = Ref(title="The hearing", address="sources/hearing/")


def one(given: dict[str, object] | None = None, verdict: Verdict | None = None, /, **record: object) -> ShownQuote:
    """What a page shows of one quote from the source of this record; it is verified unless said otherwise."""
    found = {} if verdict is None else {("a", 0): verdict}
    return shown_quote(
        view(claim("a", quotes=[{**quote(), **(given or {})}]), source(**record), verdicts=found), "a", 0
    )


# Quotes


def test_a_plain_quote() -> None:
    shown = view(
        claim("a", quotes=[quote()]),
        source(
            URL=URL, archived="https://archive.example/1", issued="2021-10-12", speakers={"A driver": {"voice": "dan"}}
        ),
        voice("dan", name="Dan Driver", role="Bus driver"),
    )
    assert shown_quote(shown, "a", 0) == ShownQuote(
        anchor="quote-1",
        exact="Half of the buses were late.",
        is_disputing=False,
        stance="",
        mode="",
        speaker=Ref(title="Dan Driver", address="voices/dan/"),
        role="Bus driver",
        posted_by="",
        source=HEARING,
        date="12 October 2021",
        place="line 3 of the text",
        url=WORDS,
        archived="https://archive.example/1",
        verified=True,
        proven=True,
        check="Verified word for word",
        more="",
        context="",
    )


def test_a_quote_of_a_source_that_is_not_there() -> None:
    shown = view(claim("a", quotes=[quote(source="gone")]), verdicts={("a", 0): Verdict(outcome=Outcome.NO_CAPTURE)})
    assert shown_quote(shown, "a", 0) == ShownQuote(
        anchor="quote-1",
        exact="Half of the buses were late.",
        is_disputing=False,
        stance="",
        mode="",
        speaker=Ref(title="A driver", address=None),
        role="",
        posted_by="",
        source=Ref(title="gone", address=None),
        date="",
        place="",
        url=None,
        archived=None,
        verified=False,
        proven=False,
        check="Not verified: we do not have the text of the source yet",
        more="",
        context="",
    )


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"speaker": ""}, "The author"),
        ({"mode": "reported", "of": "The union"}, "The union"),
        ({"of": "The union"}, "A driver"),
    ],
)
def test_a_speaker_of_a_source_that_is_not_there_is_named(fields: dict[str, str], name: str) -> None:
    shown = view(claim("a", quotes=[{**quote(source="gone"), **fields}]))
    assert shown_quote(shown, "a", 0).speaker == Ref(title=name, address=None)


def test_a_quote_that_disputes() -> None:
    shown = one({"stance": "disputes"})
    assert (shown.is_disputing, shown.stance) == (True, "Disputes the claim")


def test_a_conceded_quote() -> None:
    assert one({"mode": "conceded"}).mode == "Said against their own side"


def test_a_presupposed_quote() -> None:
    assert (
        one({"mode": "presupposed"}).mode == "Taken for granted, not asserted: this shows only that somebody holds it"
    )


def test_a_reported_quote_names_who_said_it_and_who_reports_it() -> None:
    speakers = {"A rider": {"aliases": ["the rider"]}, "The union": {"voice": "union"}}
    shown = one({"mode": "reported", "speaker": "the rider", "of": "The union"}, speakers=speakers)
    assert shown.speaker == Ref(title="The union", address="voices/union/")
    assert shown.mode == "Second-hand, as reported by A rider"


def test_who_reports_is_named_as_on_their_own_page() -> None:
    quotes = [{**quote("A rider"), "mode": "reported", "of": "The union"}, quote("A rider")]
    shown = view(claim("a", quotes=quotes), source(), voice("hearing-a-rider", name="Rider of the hearing"))
    assert shown_quote(shown, "a", 0).mode == "Second-hand, as reported by Rider of the hearing"


def test_the_author_may_be_the_one_who_reports() -> None:
    shown = one({"mode": "reported", "speaker": "", "of": "The union"}, author=[{"literal": "Harbour News"}])
    assert shown.speaker == Ref(title="The union", address="voices/the-union/")
    assert shown.mode == "Second-hand, as reported by Harbour News"


def test_a_repost_names_who_posted_it() -> None:
    assert one({}, verified(posted_by="Rider two")).posted_by == "as posted by Rider two"


def test_a_voice_that_posts_its_own_words_again_is_not_named_twice() -> None:
    both = source(speakers={"A driver": {"voice": "dan"}, "Dan again": {"voice": "dan"}})
    shown = view(claim("a", quotes=[quote()]), both, verdicts={("a", 0): verified(posted_by="Dan again")})
    assert shown_quote(shown, "a", 0).posted_by == ""


def test_a_quote_over_several_lines() -> None:
    assert one({}, verified(line=3, to=5)).place == "lines 3 to 5 of the text"


DENIES = "Only part of the sentence is quoted; the rest has a “not” or the like."


@pytest.mark.parametrize(
    ("verdict", "given", "more", "context"),
    [
        (verified(), {}, "", ""),
        (verified(), {"context": "It is said of March."}, "", "It is said of March."),
        (verified(marks=("negation",)), {}, DENIES, ""),
        (verified(marks=("negation",)), {"context": "It is said of March."}, DENIES, "It is said of March."),
        (verified(apart=(3, 40)), {}, "", ""),
        (verified(apart=(3, 41)), {}, "Its parts stand 41 words apart.", ""),
        (
            verified(marks=("condition", "hedge"), has_number_beside=True),
            {},
            (
                "Only part of the sentence is quoted; the rest has an “if” or the like, a word such as “may” or “some” "
                "and a further number."
            ),
            "",
        ),
        (verified(passed=((3, 5),)), {}, "The foot or head of a page stands in between and is left out.", ""),
    ],
)
def test_what_was_cut_is_told(
    verdict: Verdict,
    given: dict[str, object],
    more: str,
    context: str,
) -> None:
    shown = one(given, verdict)
    assert (shown.more, shown.context) == (more, context)


def test_a_quote_that_is_not_verified_has_no_place() -> None:
    shown = one({}, Verdict(outcome=Outcome.NEAR, places=(verified().places)))
    assert (shown.verified, shown.check, shown.place) == (
        False,
        "Not verified: the source has other words than these",
        "",
    )


def test_a_quote_on_a_capture_that_nobody_compared_is_verified_and_not_proven() -> None:
    shown = shown_quote(view(claim("a", quotes=[quote()]), source(), not_compared=("hearing",)), "a", 0)
    assert (shown.verified, shown.proven, shown.check, shown.place) == (
        True,
        False,
        "Word for word, checked against a fingerprint that nobody has compared with the source yet",
        "line 3 of the text",
    )


def test_a_quote_that_was_not_checked_says_so() -> None:
    shown = shown_quote(view(claim("a", quotes=[quote()]), source(), verdicts={("a", 0): None}), "a", 0)
    assert (shown.verified, shown.check) == (False, "Not verified: not checked yet")


@pytest.mark.parametrize(
    ("record", "date"),
    [
        ({}, ""),
        ({"issued": "2018-02/.."}, "no earlier than February 2018"),
        ({"issued": "2021-11", "event-date": "2021-10-12"}, "November 2021"),
        ({"event-date": "2021-10-12"}, "12 October 2021"),
    ],
)
def test_the_date_is_that_of_the_source_else_of_what_it_records(record: dict[str, object], date: str) -> None:
    assert one(**record).date == date
    assert shown_citation(view(claim("a", citations=[citation()]), source(**record)), "a", 0).date == date


def test_prefix_and_suffix_lead_to_the_right_place() -> None:
    shown = one({"prefix": "A driver:", "suffix": "That winter"}, URL=URL)
    assert shown.url == f"{URL}#:~:text=A%20driver%3A-,Half%20of%20the%20buses%20were%20late.,-That%20winter"


def test_an_address_that_is_not_safe_to_link_to_is_not_linked() -> None:
    unsafe = {"URL": "https://10.0.0.1/", "archived": "https://10.0.0.1/copy"}
    assert (one(**unsafe).url, one(**unsafe).archived) == (None, None)
    assert shown_citation(view(claim("a", citations=[citation()]), source(**unsafe)), "a", 0).url is None


def test_anchors_are_names_else_numbers() -> None:
    shown = view(claim("a", quotes=[quote(id="half"), quote()], citations=[citation(), citation(id="count")]), source())
    assert [quote_anchor(shown, "a", index) for index in range(2)] == ["quote-half", "quote-2"]
    assert [shown_quote(shown, "a", index).anchor for index in range(2)] == ["quote-half", "quote-2"]
    assert [shown_citation(shown, "a", index).anchor for index in range(2)] == ["citation-1", "citation-count"]


def test_on_another_page_anchors_are_others() -> None:
    shown = view(claim("a", quotes=[quote()], citations=[citation()]), source())
    assert shown_citation(shown, "a", 0, "a-citation-1").anchor == "a-citation-1"


# Citations


def test_a_citation() -> None:
    shown = view(claim("a", citations=[citation(where="page 2", stance="disputes")]), source(URL=URL, issued="2021~"))
    assert shown_citation(shown, "a", 0) == ShownCitation(
        anchor="citation-1",
        finding="Of 100 buses, 48 came late.",
        stance="Disputes the claim",
        check="Put in our own words; the source’s text is on file, and not quoted here",
        where="page 2",
        source=HEARING,
        date="about 2021",
        url=URL,
    )


def test_a_citation_of_a_source_that_is_not_there() -> None:
    shown = view(claim("a", citations=[citation(source="gone")]))
    assert shown_citation(shown, "a", 0) == ShownCitation(
        anchor="citation-1",
        finding="Of 100 buses, 48 came late.",
        stance="",
        check="Put in our own words, not quoted; the source’s wording is not on file yet",
        where="",
        source=Ref(title="gone", address=None),
        date="",
        url=None,
    )


# Figures


def figure(**fields: object) -> Figure:
    given = {"measure": "share", "value": "50", "period": "2021", "source": "hearing", **fields}
    (made,) = claim("a", figures=[given]).record.figures
    return made


def with_measure(unit: str = "percent") -> View:
    measure = {"id": "share", "name": "Late buses", "unit": unit, "definition": "Share of buses."}
    return view(measures(measure), source())


def test_a_figure() -> None:
    given = figure(period="2020-12/2021-03", population="buses of all lines", denominator="100 buses counted")
    assert shown_figure(with_measure(), given) == ShownFigure(
        measure=Ref(title="Late buses", address="glossary/#measure-share"),
        value="50%",
        period="December 2020 to March 2021",
        population="buses of all lines; of 100 buses counted",
        source=HEARING,
    )
    assert measure_anchor("share") == "measure-share"


@pytest.mark.parametrize(
    ("given", "words"),
    [({}, ""), ({"population": "buses"}, "buses"), ({"denominator": "100 buses counted"}, "of 100 buses counted")],
)
def test_who_was_counted(given: dict[str, str], words: str) -> None:
    assert shown_figure(with_measure(), figure(**given)).population == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("50", "percent", "50%"),
        ("50.0", "%", "50.0%"),
        ("-2.5", "percent", "\N{MINUS SIGN}2.5%"),
        ("12", "pounds", "£12"),
        ("1234567", "GBP", "£1,234,567"),
        ("-12345.60", "£", "\N{MINUS SIGN}£12,345.60"),
        ("0.05", "pounds", "£0.05"),
        ("2.3", "billion pounds", "2.3 billion pounds"),
        ("1900000", "people", "1,900,000 people"),
        ("9999", "people", "9999 people"),
        ("10000", "people", "10,000 people"),
        ("2021", "", "2021"),
        ("-3", "points", "\N{MINUS SIGN}3 points"),
        ("12345.678", "minutes", "12,345.678 minutes"),
    ],
)
def test_a_value_with_its_unit(value: str, unit: str, words: str) -> None:
    shown = with_measure(unit) if unit else view(source())
    assert shown_figure(shown, figure(value=value)).value == words


def test_a_figure_of_what_is_not_there() -> None:
    assert shown_figure(view(), figure(source="gone")) == ShownFigure(
        measure=Ref(title="share", address=None),
        value="50",
        period="2021",
        population="",
        source=Ref(title="gone", address=None),
    )
