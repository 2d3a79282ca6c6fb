"""What a claim's page shows, and a claim's card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from markupsafe import Markup, escape

from claimgraph.model.verdict import Outcome, Verdict
from claimgraph.rendering.claim_page import Card, LinkRow, Other, card, claim_toc, claim_values, neighbours, other
from claimgraph.rendering.neighbourhood import Neighbour
from claimgraph.rendering.shell import TocEntry
from claimgraph.rendering.templates import render
from claimgraph.rendering.view import Ref, View
from tests.rendering.corpora import TEMPLATES, citation, claim, measures, quote, source, topic, verified, view

if TYPE_CHECKING:
    from claimgraph.model.corpus import Entry

QUOTED = {"quotes": [quote()]}


def values(*entries: Entry[Any], of: str = "a", verdicts: dict[tuple[str, int], Verdict | None] | None = None) -> Any:  # noqa: ANN401
    """What the template gets for a claim; its keys are the template's."""
    return claim_values(view(*entries, source(), verdicts=verdicts), of)


def html(shown: View, of: str = "a") -> str:
    """The article of a claim's page, without a picture."""
    return render(TEMPLATES, "claim.html", **claim_values(shown, of), marked=escape, picture=None, cite="")


def rows(links: list[LinkRow]) -> list[tuple[str, str]]:
    """What each link says, and of which claim."""
    return [(link.says, link.claim.title) for link in links]


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
    }
    assert shown["topic"] == Ref(title="Late buses", address="topics/buses/")
    assert (shown["standing"].state, shown["standing"].reason) == (
        "Not yet evidenced",
        "Nobody is quoted or cited asserting it yet; no claim supports it.",
    )
    assert shown["as_of"] == "1 March 2026"


def test_a_claim_of_a_folder_without_a_topic_file_names_the_folder() -> None:
    assert values(claim("a"))["topic"] == Ref(title="buses", address=None)
    assert '<p class="em-kicker">buses <span class="em-badge">factual claim</span></p>' in html(view(claim("a")))


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


def test_a_page_without_quotes_says_so() -> None:
    assert '<p class="em-none">No one is quoted asserting this yet.</p>' in html(view(claim("a")))


def test_what_the_editors_added_is_said_to_be_theirs() -> None:
    added = {"computed": [{"value": "75%", "how": "100 less 25."}], "named": [{"name": "A & B", "how": "They."}]}
    page = html(view(claim("a", **added)))
    assert '<h3 id="added">Added by the editors</h3>' in page
    assert '<li><span class="em-label">Worked out by the editors</span> 75%: 100 less 25.</li>' in page
    assert '<li><span class="em-label">Named by the editors</span> A &amp; B: They.</li>' in page
    assert "Added by the editors" not in html(view(claim("a")))


def test_who_read_a_claim_beside_its_quotes_is_named() -> None:
    read = {"by": "Ada <Quill>", "on": "2021-11-20"}
    page = html(view(claim("a", **QUOTED, read=read), source()))
    assert "<p>Read beside its quotes by Ada &lt;Quill&gt; on 20 November 2021.</p>" in page
    assert "beside its quotes" not in html(view(claim("a", **QUOTED), source()))


@pytest.mark.parametrize(
    ("verdict", "context", "expected"),
    [
        (
            verified(marks=("hedge",)),
            "It is said of March.",
            "<strong>The sentence has more: a word that limits.</strong> It is said of March.",
        ),
        (verified(marks=("hedge",)), "", "<strong>The sentence has more: a word that limits.</strong>"),
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
    assert '<p class="em-quote__mode">Disputes the claim · Conceded</p>' in html(shown)


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
    assert "Not verified: the text of the source has not been captured" in page
    assert "Casts doubt on a reason given for another claim" in html(shown)
    assert "Casts doubt on whether this claim is a reason for another claim" in html(shown, "b")


# For and against


def test_a_support_is_for_the_claim_and_what_the_other_bears_on() -> None:
    entries = (claim("a", **QUOTED), claim("b", **QUOTED, supports=[link("a")]))
    assert rows(values(*entries)["pro"]) == [("Supports this claim", "Title of b")]
    assert rows(values(*entries, of="b")["onward"]) == [("Supports", "Title of a")]
    assert values(*entries)["con"] == values(*entries)["onward"] == values(*entries, of="b")["pro"] == []


def test_a_row_gives_the_reason_and_what_it_needs() -> None:
    (row,) = values(claim("a"), claim("b", **QUOTED, supports=[link("a", **{"with": ["c", "gone"]})]), claim("c"))[
        "pro"
    ]
    assert row == LinkRow(
        relation="supports",
        says="Supports this claim",
        claim=Other(title="Title of b", address="claims/b/", assertion="Assertion of b."),
        because="Why a.",
        despite="",
        target="",
        partners=(Ref(title="Title of c", address="claims/c/"),),
        inferred=False,
    )


def test_a_further_premise_shows_what_it_bears_on_with_the_others() -> None:
    entries = (claim("a"), claim("b"), claim("c"), claim("d", **QUOTED, supports=[link("a", **{"with": ["b", "c"]})]))
    (row,) = values(*entries, of="b")["onward"]
    assert (row.says, row.claim.title, row.because) == ("Supports, as a further premise", "Title of a", "Why a.")
    assert [partner.title for partner in row.partners] == ["Title of d", "Title of c"]


@pytest.mark.parametrize(("of", "title"), [("a", "Title of b"), ("b", "Title of a")])
def test_an_opposition_is_against_both_whoever_makes_it(of: str, title: str) -> None:
    entries = (claim("a"), claim("b", opposes=[link("a", despite="Both count all buses.")]))
    shown = values(*entries, of=of)
    (row,) = shown["con"]
    assert (row.says, row.claim.title) == ("Opposes this claim, as this claim opposes it", title)
    assert (row.because, row.despite) == ("Why a.", "Both count all buses.")
    assert shown["pro"] == shown["onward"] == shown["narrowing"] == []


def test_what_narrows_a_claim_is_neither_for_nor_against_it() -> None:
    entries = (claim("a"), claim("b", qualifies=[link("a")]))
    shown = values(*entries)
    assert rows(shown["narrowing"]) == [("Narrows this claim", "Title of b")]
    assert shown["pro"] == shown["con"] == shown["onward"] == []
    assert rows(values(*entries, of="b")["onward"]) == [("Narrows", "Title of a")]


HIT = claim(
    "a",
    quotes=[quote(id="half"), quote(id="not-half", stance="disputes")],
    citations=[citation(id="count")],
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
        ({"supports": "c"}, "onward", "Casts doubt on whether this claim is a reason for ‘Title of c’"),
        ({"opposes": "d"}, "pro", "Casts doubt on whether this claim and ‘Title of d’ contradict each other"),
    ],
)
def test_an_undercut_stands_on_the_side_on_which_it_bears(part: dict[str, str], side: str, says: str) -> None:
    shown = values(HIT, claim("b", **QUOTED, undercuts=[link("a", **part)]), *REST)
    assert (says, "Title of b") in rows(shown[side])
    assert sum("doubt" in row.says for name in ("pro", "con", "onward", "narrowing") for row in shown[name]) == 1


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
    (row,) = values(claim("a"), claim("b", supports=[link("a")], **fields), inferring)["pro"]
    assert row.inferred is expected
    (row,) = values(claim("a"), claim("b", supports=[link("a")], **fields))["pro"]
    assert not row.inferred


def test_empty_columns_say_that_nothing_is_recorded() -> None:
    page = html(view(claim("a")))
    assert '<p class="em-none">No claim recorded here supports this one or answers a challenge to it.</p>' in page
    assert '<p class="em-none">No claim recorded here opposes this one or casts doubt on its grounds.</p>' in page


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
        ("Place", "Harbour Town"),
        ("Time spoken about", "December 2020 to March 2021"),
        ("Population", "buses"),
        ("Share of", "buses that ran"),
    ]
    assert "<dt>Measure</dt>" not in html(view(claim("a", scope=scope)))


def test_the_contents_name_what_is_there() -> None:
    bare = claim_toc(values(claim("a")), has_picture=False)
    assert bare == (
        TocEntry(anchor="words", text="The exact words"),
        TocEntry(anchor="for-and-against", text="For and against"),
        TocEntry(anchor="scope", text="Scope"),
        TocEntry(anchor="cite", text="Cite this claim"),
    )


def test_the_contents_are_the_headings_of_the_page() -> None:
    figures = [{"measure": "share", "value": "50", "period": "2021", "source": "hearing"}]
    shown = view(
        claim("a", citations=[citation()], figures=figures, note="Counted twice.", qualifies=[link("b")]),
        claim("b", qualifies=[link("a")]),
        measures({"id": "share", "name": "Late buses", "unit": "percent", "definition": "Share."}),
        source(),
    )
    given = claim_values(shown, "a")
    cite = Markup('<h2 id="cite">Cite this claim</h2>')
    page = render(TEMPLATES, "claim.html", **given, marked=escape, picture="a picture", cite=cite)
    entries = claim_toc(given, has_picture=True)
    assert [entry.anchor for entry in entries] == [
        "words",
        "for-and-against",
        "narrowing",
        "bears-on",
        "neighbourhood",
        "scope",
        "figures",
        "citations",
        "note",
        "cite",
    ]
    positions = [page.index(f'<h2 id="{entry.anchor}">{entry.text}</h2>') for entry in entries]
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
        evidence="1 quote verified word for word, from 1 voice in 1 source.",
        state="No challenge recorded here",
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
