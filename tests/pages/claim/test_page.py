"""What a claim's page shows, and a claim's card."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from markupsafe import escape

from claimgraph.index.addresses import Ref
from claimgraph.index.places import PathStep, Place
from claimgraph.model.standing import State
from claimgraph.model.verdict import Outcome, Verdict
from claimgraph.pages.claim.contents import TITLES
from claimgraph.pages.claim.crumbs import Crumb
from claimgraph.pages.claim.link_rows import NOT_HELD, OWN_VOICE, LinkRow, Rows
from claimgraph.pages.claim.page import claim_html, claim_page, neighbours
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.map.neighbourhood import Neighbour
from claimgraph.pages.parts.cards import Card, Other, card, other
from claimgraph.publish.shell import TocEntry
from claimgraph.templating.templates import fields_of, render
from tests.pages.corpora import (
    NOWHERE,
    TEMPLATES,
    citation,
    claim,
    measures,
    press,
    quote,
    shown_values,
    source,
    topic,
    verified,
    view,
)

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.model.corpus import Entry

QUOTED = {"quotes": [quote()]}


def values(*entries: Entry[Any], of: str = "a", verdicts: dict[tuple[str, int], Verdict | None] | None = None) -> Any:  # noqa: ANN401
    """What the template gets for a claim; its keys are the template's."""
    return shown_values(claim_page(view(*entries, source(), verdicts=verdicts), NOWHERE, of))


def html(shown: View, of: str = "a") -> str:
    """The article of a claim's page, without a picture."""
    given = fields_of(claim_page(shown, NOWHERE, of))
    return render(TEMPLATES, "claim.html", **given, titles=TITLES, marked=escape, picture=None, cite="")


def listed(links: Rows | list[LinkRow]) -> tuple[LinkRow, ...]:
    """The links of a side, those that are answered last, or of another part."""
    return (*links.standing, *links.answered) if isinstance(links, Rows) else tuple(links)


def rows(links: Rows | list[LinkRow]) -> list[tuple[str, str]]:
    """What each link says, and of which claim."""
    return [(link.says, link.claim.title) for link in listed(links)]


def link(to: str, **fields: object) -> dict[str, object]:
    return {"claim": to, "because": f"Why {to}.", **fields}


# Its head


def test_the_head() -> None:
    shown = values(claim("a", note="Counted twice.", kind="causal"), topic())
    assert shown["here"] == "claims/a/"
    assert shown["claim"] == {
        "title": "Title of a",
        "assertion": "Assertion of a.",
        "kind": "causal claim",
        "note": "Counted twice.",
        "replaced_by": None,
        "thesis": False,
    }
    assert shown["crumbs"] == [Crumb(page=Ref(title="Are the buses late?", address="topics/buses/"))]
    assert (shown["standing"].state, shown["standing"].reason) == (
        "No evidence recorded",
        "Nobody is quoted or cited asserting it yet; no claim supports it.",
    )
    assert shown["as_of"] == "1 March 2026"


def test_a_claim_of_a_folder_without_a_topic_file_names_the_folder() -> None:
    assert values(claim("a"))["crumbs"] == [Crumb(page=Ref(title="buses", address=None))]
    assert "<ol><li>buses</li></ol>" in html(view(claim("a")))


@pytest.mark.parametrize(
    ("newer", "expected"),
    [("b", Ref(title="Title of b", address="claims/b/")), ("gone", None)],
)
def test_a_claim_that_was_replaced(newer: str, expected: Ref | None) -> None:
    shown = values(claim("a", replaced_by=newer), claim("b"))
    assert shown["claim"]["replaced_by"] == expected


def test_the_page_of_a_claim_that_was_replaced_says_so() -> None:
    assert (
        '<p class="em-notice">This claim has been replaced by <a href="../b/">Title of b</a>. '
        "It stays here so that links to it keep working.</p>"
    ) in html(view(claim("a", replaced_by="b"), claim("b")))


# Its words


def test_quotes_that_dispute_stand_apart() -> None:
    shown = values(
        claim("a", quotes=[quote(exact="Yes."), quote(exact="No.", stance="disputes"), quote(exact="Sure.")])
    )
    assert [found.exact for found in shown["asserting"]] == ["Yes.", "Sure."]
    assert [found.exact for found in shown["disputing"]] == ["No."]


def test_the_first_screen_is_the_place_the_assertion_the_other_side_and_the_words() -> None:
    against = claim("b", quotes=[quote("A rider")], counts_against=[link("a")])
    page = html(view(claim("a", **QUOTED), against, source(), topic()))
    parts = ("em-crumbs", "<h1>", "em-assertion", "em-banner", 'id="words"', "em-check", "em-standing", 'id="against"')
    positions = [page.index(part) for part in parts]
    assert positions == sorted(positions)
    assert '<p class="em-banner em-link--counts_against">' in page
    assert '<strong>Contested</strong> <a href="#against">Against it: A rider</a>' in page


def test_of_several_quotes_the_first_is_open() -> None:
    quotes = [quote(exact="One."), quote("A rider", exact="Two."), quote("A clerk", exact="Three.")]
    page = html(view(claim("a", quotes=quotes), source()))
    closed = page[page.index('<details class="em-fold em-fold--printed">') :].partition("</details>")[0]
    assert "<summary>2 more quotes, from A rider and A clerk</summary>" in closed
    assert [words in closed for words in ("One.", "Two.", "Three.")] == [False, True, True]


def test_where_nobody_is_quoted_the_citations_stand_in_their_place() -> None:
    citations = [citation(finding=f"Finding {number}.") for number in "123"]
    shown = view(claim("a", citations=[*citations, citation(stance="disputes")]), source())
    page = html(shown)
    words = page[: page.index("em-standing")]
    assert [f"<p>Finding {number}.</p>" in words.partition("<details")[0] for number in "123"] == [True, True, False]
    assert "<summary>1 more citation</summary>" in words
    assert "<h2>More from sources, in our words</h2> <span>1 fact</span>" in page
    made = claim_html(press(shown).renderer, claim_page(shown, NOWHERE, "a"))
    assert made.toc[0] == TocEntry(anchor="words", text="What its sources say, in our words")


def test_words_that_dispute_stand_with_what_is_against_and_count() -> None:
    shown = view(claim("a", quotes=[quote(), quote("A rider", exact="No.", stance="disputes")]), source())
    page = html(shown)
    against = page[page.index('id="against">Against it <span class="em-count">1 reason, from 1 voice</span>') :]
    assert "No." in against.partition("</section>")[0]
    assert "No." not in page[: page.index("em-standing")]


def test_three_reasons_of_a_side_are_open() -> None:
    reasons = (claim(id_, quotes=[quote("A rider")], supports=[link("a")]) for id_ in "bcdef")
    page = html(view(claim("a", **QUOTED), *reasons, source()))
    side = page[page.index('id="for"') :].partition("</section>")[0]
    opened, _, closed = side.partition('<details class="em-fold">\n<summary>2 more for it</summary>')
    assert [f"Title of {id_}" in opened for id_ in "bcdef"] == [True, True, True, False, False]
    assert [f"Title of {id_}" in closed for id_ in "bcdef"] == [False, False, False, True, True]


def test_a_page_leaves_out_what_there_is_not() -> None:
    page = html(view(claim("a")))
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page) == ["Who, where and when", "How to cite this page"]
    assert "em-banner" not in page
    assert "Nobody is quoted asserting this." in page


def test_that_nothing_disputes_a_claim_is_small_print() -> None:
    shown = view(claim("a", **QUOTED), claim("b", quotes=[quote("A rider")], counts_against=[link("a")]), source())
    assert '<div class="em-standing">' in html(shown)
    assert '<div class="em-standing em-standing--quiet">' in html(shown, "b")


def test_what_the_editors_added_is_said_to_be_theirs() -> None:
    added = {"computed": [{"value": "75%", "how": "100 less 25."}], "named": [{"name": "A & B", "how": "They."}]}
    page = html(view(claim("a", **added)))
    assert "<summary><h2>Added by the editors</h2> <span>75%, A &amp; B</span></summary>" in page
    assert '<li><span class="em-label">Worked out by the editors</span> 75%: 100 less 25.</li>' in page
    assert '<li><span class="em-label">Named by the editors</span> A &amp; B: They.</li>' in page
    assert "Added by the editors" not in html(view(claim("a")))


def test_who_read_a_claim_beside_its_quotes_is_named() -> None:
    read = {"by": "Ada <Quill>", "on": "2021-11-20"}
    page = html(view(claim("a", **QUOTED, read=read), source()))
    assert " Read beside its quotes by Ada &lt;Quill&gt; on 20 November 2021. " in page
    assert "beside its quotes" not in html(view(claim("a", **QUOTED), source()))


@pytest.mark.parametrize(
    ("verdict", "context", "expected"),
    [
        (
            verified(marks=("hedge",)),
            "It is said of March.",
            (
                "<strong>Only part of the sentence is quoted; the rest has a word such as “may” or “some”.</strong> "
                "It is said of March."
            ),
        ),
        (
            verified(marks=("hedge",)),
            "",
            "<strong>Only part of the sentence is quoted; the rest has a word such as “may” or “some”.</strong>",
        ),
        (verified(), "It is said of March.", '<span class="em-label">Context</span> It is said of March.'),
    ],
)
def test_only_a_sentence_that_has_more_is_said_to_have_more(verdict: Verdict, context: str, expected: str) -> None:
    shown = view(claim("a", quotes=[quote(context=context)]), source(), verdicts={("a", 0): verdict})
    assert f'<p class="em-quote__context">{expected}</p>' in html(shown)


def test_a_whole_sentence_has_no_context() -> None:
    assert "em-quote__context" not in html(view(claim("a", **QUOTED), source()))


def test_a_mode_stands_behind_the_stance() -> None:
    shown = view(claim("a", quotes=[quote(stance="disputes", mode="conceded")]), source())
    assert '<p class="em-quote__mode">Disputes the claim · Said against their own side</p>' in html(shown)


def test_a_repost_says_who_posted_it_behind_the_place() -> None:
    shown = view(claim("a", **QUOTED), source(issued="2021"), verdicts={("a", 0): verified(posted_by="Rider two")})
    assert "The hearing</a>, 2021, line 3 of the text, as posted by Rider two</span>" in html(shown)


def test_a_preview_with_what_is_not_there_can_be_made() -> None:
    shown = view(
        claim(
            "a",
            quotes=[quote(source="gone")],
            citations=[citation(source="gone")],
            figures=[{"measure": "gone", "value": "1", "period": "2021", "source": "gone"}],
            supports=[link("gone"), link("b", **{"with": ["gone"]})],
            opposes=[link("gone")],
            undercuts=[link("b", quote="gone"), link("b", supports="gone"), link("gone", quote="x")],
            replaced_by="gone",
        ),
        claim("b"),
        verdicts={("a", 0): Verdict(outcome=Outcome.NO_CAPTURE)},
    )
    page = html(shown)
    assert '<span class="em-quote__speaker">A driver</span>' in page
    assert '<span class="em-quote__source">gone</span>' in page
    assert "Not verified: we do not have the text of the source yet" in page
    assert "Casts doubt on a reason given for another claim" in html(shown)
    assert "Casts doubt on whether this claim is a reason for another claim" in html(shown, "b")


# For and against


def test_a_support_is_for_the_claim_and_what_the_other_bears_on() -> None:
    entries = (claim("a", **QUOTED), claim("b", **QUOTED, supports=[link("a")]))
    assert rows(values(*entries)["pro"]) == [("Supports this claim", "Title of b")]
    assert rows(values(*entries, of="b")["onward"]) == [("Supports", "Title of a")]
    assert not values(*entries)["con"]
    assert not values(*entries, of="b")["pro"]
    assert values(*entries)["onward"] == []


def test_a_row_gives_the_reason_and_what_it_needs() -> None:
    entries = claim("b", **QUOTED, supports=[link("a", **{"with": ["c", "gone"]})]), claim("c")
    (row,) = listed(values(claim("a"), *entries)["pro"])
    assert row == LinkRow(
        relation="supports",
        says="Supports this claim",
        claim=Other(title="Title of b", address="claims/b/", assertion="Assertion of b."),
        because="Why a.",
        despite="",
        target="",
        partners=(Ref(title="Title of c", address="claims/c/"),),
        inferred=False,
        note=NOT_HELD,
    )


def test_a_further_premise_shows_what_it_bears_on_with_the_others() -> None:
    entries = (claim("a"), claim("b"), claim("c"), claim("d", **QUOTED, supports=[link("a", **{"with": ["b", "c"]})]))
    (row,) = values(*entries, of="b")["onward"]
    assert (row.says, row.claim.title, row.because) == ("Supports, together with others", "Title of a", "Why a.")
    assert [partner.title for partner in row.partners] == ["Title of d", "Title of c"]


@pytest.mark.parametrize(("of", "title"), [("a", "Title of b"), ("b", "Title of a")])
def test_an_opposition_is_against_both_whoever_makes_it(of: str, title: str) -> None:
    entries = (claim("a"), claim("b", opposes=[link("a", despite="Both count all buses.")]))
    shown = values(*entries, of=of)
    (row,) = listed(shown["con"])
    assert (row.says, row.claim.title) == ("Cannot be true together with this claim", title)
    assert (row.because, row.despite) == ("Why a.", "Both count all buses.")
    assert [part for part in ("pro", "limits", "onward") if shown[part]] == []


@pytest.mark.parametrize(
    ("kind", "side", "says", "onward"),
    [
        ("counts_against", "con", "Counts against this claim", "Counts against"),
        ("limits", "limits", "Limits this claim", "Limits"),
        ("context", "context", "Gives context to this claim", "Gives context to"),
    ],
)
def test_each_kind_of_link_has_its_part(kind: str, side: str, says: str, onward: str) -> None:
    entries = (claim("a", **QUOTED), claim("b", quotes=[quote("A rider")], **{kind: [link("a")]}))
    shown = values(*entries)
    parts = ("pro", "con", "limits", "rivals", "context", "onward")
    assert {part: rows(shown[part]) for part in parts if rows(shown[part])} == {side: [(says, "Title of b")]}
    assert rows(values(*entries, of="b")["onward"]) == [(onward, "Title of a")]


@pytest.mark.parametrize(("of", "title"), [("a", "Title of b"), ("b", "Title of a")])
def test_rivals_stand_on_both_pages_with_what_they_differ_in(of: str, title: str) -> None:
    entries = (claim("a"), claim("b", rivals=[link("a", differs_in=["base", "period"])]))
    (row,) = values(*entries, of=of)["rivals"]
    assert (row.says, row.claim.title) == ("Gives another figure for the same thing", title)
    assert row.differs == "base, period"
    assert values(*entries, of=of)["onward"] == []


def test_a_side_names_who_stands_behind_it_and_counts_voices() -> None:
    reasons = [
        claim("b", quotes=[quote("A rider")], counts_against=[link("a")]),
        claim("c", quotes=[quote("A rider", source="news")], counts_against=[link("a")]),
        claim("d", quotes=[quote("A clerk")], opposes=[link("a")]),
    ]
    con = values(claim("a", **QUOTED), *reasons, source("news", speakers={"A rider": {"voice": "hearing-a-rider"}}))[
        "con"
    ]
    assert con.count == "3 reasons, from 2 voices"
    assert [(row.claim.title, [ref.title for ref in row.by]) for row in con.standing] == [
        ("Title of d", ["A clerk"]),
        ("Title of b", ["A rider"]),
        ("Title of c", ["A rider"]),
    ]


@pytest.mark.parametrize(
    ("fields", "note"), [(QUOTED, OWN_VOICE), ({}, NOT_HELD), ({"quotes": [quote("A rider")]}, "")]
)
def test_a_reason_against_that_does_not_count_says_why(fields: dict[str, Any], note: str) -> None:
    con = values(claim("a", **QUOTED), claim("b", **fields, counts_against=[link("a")]))["con"]
    assert [row.note for row in con.standing] == [note]
    assert bool(con.count) is not bool(note)


def test_what_is_answered_is_folded() -> None:
    entries = (
        claim("a", **QUOTED),
        claim("b", quotes=[quote("A rider", id="said")], counts_against=[link("a")]),
        claim("c", quotes=[quote("A clerk")], undercuts=[link("b", quote="said")]),
    )
    con = values(*entries)["con"]
    assert ([row.claim.title for row in con.answered], con.standing, con.count) == (["Title of b"], (), "")
    assert "<summary>1, with an answer recorded here</summary>" in html(view(*entries, source()))


def test_one_side_alone_is_a_heading_of_its_own() -> None:
    entries = (claim("a", **QUOTED), claim("b", quotes=[quote("A rider")], counts_against=[link("a")]))
    page = html(view(*entries, source()))
    assert '<h2 id="against">Against it</h2>' in page
    assert 'id="for"' not in page
    assert "For and against" not in page


def test_a_contested_claim_has_a_face_off_above_all_its_reasons() -> None:
    entries = (
        claim("a", **QUOTED),
        claim("b", quotes=[quote("A rider")], counts_against=[link("a", because="Riders saw it.")]),
        claim("c", quotes=[quote("A clerk")], supports=[link("a", because="Clerks count.")]),
    )
    face = values(*entries)["face"]
    assert [(side.claim.title, side.voices, side.because) for side in (face.pro, face.con)] == [
        ("Title of c", 1, "Clerks count."),
        ("Title of b", 1, "Riders saw it."),
    ]
    page = html(view(*entries, source()))
    parts = (
        '<h2 id="for-and-against">',
        'id="for"',
        'id="against"',
        "<summary>Both reasons, one by one</summary>",
    )
    positions = [page.index(part) for part in parts]
    assert positions == sorted(positions)
    assert values(claim("a", **QUOTED), entries[2])["face"] is None


# Theses and where a claim leads


def test_a_thesis_says_who_worded_it_and_shows_its_sides() -> None:
    entries = (
        claim("a", thesis=True),
        claim("b", quotes=[quote("A rider")], supports=[link("a")]),
        topic(theses=["a"]),
    )
    page = html(view(*entries, source()))
    assert '<span class="em-badge">thesis, worded by the editors</span>' in page
    assert "<strong>Reasons for it only.</strong>" in page
    assert "The editors worded it; nobody is quoted asserting it so." in page
    assert "<summary>The one reason in full</summary>" in page
    assert "<strong>No reason against it is recorded here.</strong>" in page


def test_a_claim_says_where_it_leads() -> None:
    entries = (
        claim("late", thesis=True),
        claim("a", supports=[link("b")]),
        claim("b", counts_against=[link("late")]),
        topic(theses=["late"], background=["a"]),
    )
    shown = values(*entries)
    question = Ref(title="Are the buses late?", address="topics/buses/")
    late, a, b = (Ref(title=f"Title of {id_}", address=f"claims/{id_}/") for id_ in ("late", "a", "b"))
    steps = (PathStep(says="a reason against it", claim=b), PathStep(says="a reason for it", claim=a))
    assert shown["places"] == [Place(question=question, thesis=late, steps=steps)]
    assert shown["background"] == [question]
    page = html(view(*entries))
    assert '<ul class="em-places"><li><a href="../../topics/buses/">Are the buses late?</a> ' in page
    assert (
        '<a href="../late/">Title of late</a> <span>a reason against it</span> <a href="../b/">Title of b</a> '
        "<span>a reason for it</span> <strong>this claim</strong></li>\n</ul>"
    ) in page
    assert "Further away" not in page
    assert "It is background, on no side, to the question:" in page


def test_theses_that_are_far_are_folded_but_for_the_nearest() -> None:
    chain = [claim(one, supports=[link(other)]) for one, other in ("ab", "bc", "cd")]
    entries = (
        *chain,
        claim("d", supports=[link("late"), link("slow"), link("dear"), link("dirty")]),
        *(claim(id_, thesis=True) for id_ in ("late", "slow", "dear", "dirty")),
        topic(theses=["late", "slow", "dear", "dirty"]),
    )
    page = html(view(*entries))
    places = page[page.index('<ul class="em-places">') :].partition("</details>")[0]
    assert places.count("<strong>this claim</strong>") == 1
    assert (
        '<p class="em-note">Further away, it bears on:</p>\n'
        '<ul><li><a href="../slow/">Title of slow</a></li><li><a href="../dear/">Title of dear</a></li>'
        '<li><a href="../dirty/">Title of dirty</a></li></ul>\n'
    ) in places


def test_a_fourth_thesis_that_a_claim_bears_on_itself_is_folded() -> None:
    theses = ("late", "slow", "dear", "dirty")
    entries = (
        claim("a", supports=[link(id_) for id_ in theses]),
        *(claim(id_, thesis=True) for id_ in theses),
        topic(theses=list(theses)),
    )
    page = html(view(*entries))
    assert page.count("<strong>this claim</strong></li>") == 3
    assert (
        '<p class="em-note">Further away, it bears on:</p>\n<ul><li><a href="../dirty/">Title of dirty</a></li></ul>\n'
    ) in page


def test_of_many_theses_the_nearest_are_named() -> None:
    theses = [f"thesis-{number:02}" for number in range(17)]
    entries = (
        claim("a", supports=[link(id_) for id_ in theses]),
        *(claim(id_, thesis=True) for id_ in theses),
        topic(theses=theses),
    )
    page = html(view(*entries))
    fold = page[page.index("Further away, it bears on:") :].partition("</details>")[0]
    assert fold.count("<li>") == 12
    assert '; the <a href="../../map/#claim=a">map</a> shows the way to any.</p>' in fold


HIT = claim(
    "a",
    quotes=[quote(id="half"), quote(id="not-half", stance="disputes")],
    citations=[citation(id="count", rests_on="one-count")],
    supports=[link("c")],
    opposes=[link("d")],
)
REST = (claim("c"), claim("d"))


@pytest.mark.parametrize(
    ("part", "side", "says"),
    [
        ({"quote": "half"}, "con", "Casts doubt on a quote given for this claim"),
        ({"quote": "not-half"}, "pro", "Casts doubt on a quote that disputes this claim"),
        ({"citation": "count"}, "con", "Casts doubt on a citation given for this claim"),
        ({"rests_on": "one-count"}, "con", "Casts doubt on the study behind what is given for this claim"),
        ({"supports": "c"}, "onward", "Casts doubt on whether this claim is a reason for ‘Title of c’"),
        ({"opposes": "d"}, "pro", "Casts doubt on whether this claim and ‘Title of d’ contradict each other"),
    ],
)
def test_an_undercut_stands_on_the_side_on_which_it_bears(part: dict[str, str], side: str, says: str) -> None:
    shown = values(HIT, claim("b", **QUOTED, undercuts=[link("a", **part)]), *REST)
    assert (says, "Title of b") in rows(shown[side])
    assert sum("doubt" in row.says for name in ("pro", "con", "onward", "limits") for row in listed(shown[name])) == 1


@pytest.mark.parametrize(
    ("third", "part", "side", "says"),
    [
        ("c", {"supports": "c"}, "con", "Casts doubt on whether ‘Title of a’ is a reason for this claim"),
        ("d", {"opposes": "d"}, "pro", "Casts doubt on whether this claim and ‘Title of a’ contradict each other"),
    ],
)
def test_an_undercut_on_the_third_claims_page(third: str, part: dict[str, str], side: str, says: str) -> None:
    shown = values(HIT, claim("b", **QUOTED, undercuts=[link("a", **part)]), *REST, of=third)
    assert rows(shown[side])[-1] == (says, "Title of b")


def test_the_words_that_are_doubted_are_shown() -> None:
    entries = (HIT, claim("b", **QUOTED, undercuts=[link("a", quote="half")]), *REST)
    words = '<span class="em-label">What is doubted</span> “Half of the buses were late.”'
    assert html(view(*entries)).count(words) == 1
    assert html(view(*entries), "b").count(words) == 1
    assert rows(values(*entries, of="b")["onward"]) == [("Casts doubt on a quote given for", "Title of a")]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        (QUOTED, False),
        ({"citations": [citation()]}, False),
        ({"quotes": [quote(stance="disputes")]}, True),
    ],
)
def test_a_claim_that_others_support_and_nobody_asserts_is_inferred(
    fields: dict[str, Any],
    expected: bool,  # noqa: FBT001
) -> None:
    inferring = claim("c", **QUOTED, supports=[link("b")])
    (row,) = listed(values(claim("a"), claim("b", supports=[link("a")], **fields), inferring)["pro"])
    assert row.inferred is expected
    (row,) = listed(values(claim("a"), claim("b", supports=[link("a")], **fields))["pro"])
    assert not row.inferred


# The rest


def test_the_scope_is_given_in_words() -> None:
    scope = {
        "place": "Harbour Town",
        "period": "2020-12/2021-03",
        "population": "buses",
        "denominator": "buses that ran",
    }
    shown = values(claim("a", scope=scope))
    assert [pair for pair in shown["scope"] if pair[1]] == [
        ("What kind of claim it is", "factual claim"),
        ("Place", "Harbour Town"),
        ("Time spoken about", "December 2020 to March 2021"),
        ("Population", "buses"),
        ("Share of", "buses that ran"),
    ]
    assert "<dt>Measure</dt>" not in html(view(claim("a", scope=scope)))


def test_the_contents_name_what_is_there() -> None:
    shown = view(claim("a"), source())
    assert claim_html(press(shown).renderer, claim_page(shown, NOWHERE, "a")).toc == (
        TocEntry(anchor="scope", text="Who, where and when"),
        TocEntry(anchor="cite", text="How to cite this page"),
    )


def test_the_contents_are_the_headings_of_the_page() -> None:
    figures = [{"measure": "share", "value": "50", "period": "2021", "source": "hearing"}]
    shown = view(
        claim("a", citations=[citation()], figures=figures, note="Counted twice.", limits=[link("b")], **QUOTED),
        claim("b", quotes=[quote("A rider")], limits=[link("a")], counts_against=[link("a")]),
        measures({"id": "share", "name": "Late buses", "unit": "percent", "definition": "Share."}),
        source(),
    )
    made = claim_html(press(shown).renderer, claim_page(shown, NOWHERE, "a"))
    page, entries = made.content, made.toc
    assert [entry.anchor for entry in entries] == [
        "words",
        "against",
        "limits",
        "bears-on",
        "scope",
        "figures",
        "citations",
        "neighbourhood",
        "note",
        "cite",
    ]
    heads = [entry.text for entry in entries]
    assert re.findall(r"<h2[^>]*>(.*?)(?: <span.*)?</h2>", page) == heads
    positions = [page.index(f' id="{entry.anchor}"') for entry in entries]
    assert positions == sorted(positions)
    assert page.count("<h2") == len(entries)


def test_neighbours_that_name_the_claim_come_first() -> None:
    shown = view(claim("a", supports=[link("b")]), claim("b"), claim("c", undercuts=[link("a", supports="b")]))
    assert list(neighbours(shown, "a")) == [
        Neighbour(id="c", title="Title of c", kind="undercuts", direction="in", url="../c/"),
        Neighbour(id="b", title="Title of b", kind="supports", direction="out", url="../b/"),
    ]


def test_a_card() -> None:
    shown = view(claim("a", **QUOTED, kind="experience"), source())
    assert card(shown, "a") == Card(
        title="Title of a",
        address="claims/a/",
        assertion="Assertion of a.",
        kind="account of an experience",
        scope="Harbour Town, 2021",
        evidence="1 quote, verified word for word.",
        state="Not disputed here",
        mark=MARKS[State.UNDISPUTED],
    )
    assert other(shown, "a") == Other(title="Title of a", address="claims/a/", assertion="Assertion of a.")


def test_every_text_is_escaped() -> None:
    hostile = "</p><script>alert(1)</script>\"' {{ 7*7 }} &amp;"
    fields = {"because": hostile, "claim": "a"}
    shown = view(
        claim(
            "a",
            title=hostile,
            assertion=hostile,
            note=hostile,
            scope={"place": hostile, "period": "2021"},
            quotes=[quote(hostile, exact=hostile, context=hostile, id="q")],
            citations=[citation(finding=hostile, where=hostile)],
        ),
        claim("b", title=hostile, undercuts=[{**fields, "quote": "q"}], opposes=[{**fields, "despite": hostile}]),
        source(title=hostile),
    )
    page = html(shown)
    assert "<script" not in page
    assert "{{ 7*7 }} &amp;amp;" in page
