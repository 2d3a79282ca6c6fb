"""What the search finds, and by which words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from claimgraph.model.standing import State
from claimgraph.pages.search.entries import FoundSide, Kind, SearchEntry, search_entries, written_entries
from tests.pages.corpora import citation, claim, glossary, quote, source, topic, view, voice


def test_each_record_is_found_by_its_words() -> None:
    shown = view(
        claim("a", quotes=[quote(), quote("Dan", exact="They came on time.", stance="disputes")]),
        claim("b", thesis=True),
        topic(theses=["b", "gone"], summary="They were ([[a]], [[b]]), some say. Others ([[b]]) do not."),
        source(
            author=[{"given": "Ada", "family": "Quill"}, {"literal": "Harbour Town"}],
            speakers={"Dan": {"voice": "dan"}},
        ),
        voice("dan", role="Bus driver"),
        glossary({"term": "HTB", "meaning": "Harbour Town Buses.", "aliases": ["Town Buses"]}),
    )
    assert list(search_entries(shown)) == [
        SearchEntry(
            location="topics/buses/",
            kind=Kind.TOPIC,
            title="Late buses",
            text="Are the buses late?",
            more="Title of b … They were, some say. Others do not.",
        ),
        SearchEntry(
            location="claims/a/",
            kind=Kind.CLAIM,
            title="Title of a",
            text="Assertion of a.",
            more="Half of the buses were late. … They came on time.",
            state=shown.analysis.standings["a"].state,
            shelf="buses",
        ),
        SearchEntry(
            location="claims/b/",
            kind=Kind.THESIS,
            title="Title of b",
            text="Assertion of b.",
            state=State.NO_REASONS,
            shelf="buses",
        ),
        SearchEntry(location="sources/hearing/", kind=Kind.SOURCE, title="The hearing", text="Ada Quill; Harbour Town"),
        SearchEntry(location="voices/dan/", kind=Kind.VOICE, title="Name of dan", text="Bus driver"),
        SearchEntry(location="voices/hearing-a-driver/", kind=Kind.VOICE, title="A driver"),
        SearchEntry(
            location="glossary/#term-htb",
            kind=Kind.TERM,
            title="HTB",
            text="Harbour Town Buses.",
            names=("Town Buses",),
        ),
    ]


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("", Kind.PAGE),
        ("claims/", Kind.PAGE),
        ("method/#standing", Kind.MANUAL),
        ("editorial/", Kind.MANUAL),
        ("contribute/fields/", Kind.MANUAL),
        ("changes/", Kind.MANUAL),
        ("data/", Kind.MANUAL),
    ],
)
def test_written_pages_come_without_their_markup_and_those_on_how_the_site_is_made_are_manuals(
    place: str, kind: Kind
) -> None:
    index = json.dumps({"docs": [{"location": place, "title": "A &amp; B", "text": "<p>Welcome &amp; look</p>"}]})
    assert written_entries(index) == (SearchEntry(location=place, kind=kind, title="A & B", text="Welcome & look"),)


def test_a_thesis_shows_its_face_off() -> None:
    late = {"claim": "late", "because": "So."}
    shown = view(
        claim("late", thesis=True, crux="One side counts all; the other those that ran."),
        claim("a", quotes=[quote()], supports=[late]),
        claim("b", quotes=[quote("A rider")], counts_against=[late]),
        source(),
    )
    found = {entry.location: (entry.shown, entry.sides) for entry in search_entries(shown)}
    pro = FoundSide(name="For", count="1 reason, from 1 voice", words="“Half of the buses were late.”", by="A driver")
    con = FoundSide(
        name="Against", count="1 reason, from 1 voice", words="“Half of the buses were late.”", by="A rider"
    )
    assert found["claims/late/"] == ("One side counts all; the other those that ran.", (pro, con))
    assert found["claims/a/"] == ("", ())


@pytest.mark.parametrize("reason", [{"quotes": [quote(exact="word " * 40)]}, {"citations": [citation()]}, {}])
def test_a_result_shortens_no_words_and_names_the_claim_where_there_are_none(reason: dict[str, Any]) -> None:
    more = () if reason else (claim("b", quotes=[quote()], supports=[{"claim": "a", "because": "So."}]),)
    entries = (claim("late", thesis=True), claim("a", **reason, supports=[{"claim": "late", "because": "So."}]))
    (side,) = next(entry.sides for entry in search_entries(view(*entries, *more, source())) if entry.sides)
    assert side.words == "Title of a"
