"""The corpus looked up from every side, and the evidence line of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.index.evidence_line import evidence_line, is_voiced
from claimgraph.model.links import LINK_KINDS
from claimgraph.model.verdict import Outcome, Verdict
from claimgraph.voices import Voicing
from tests.pages.corpora import citation, claim, quote, source, topic, verified, view, voice

if TYPE_CHECKING:
    from claimgraph.index.edges import Edge
    from claimgraph.index.view import View

FAILED = Verdict(outcome=Outcome.NEAR)
DISPUTING = quote("A rider", stance="disputes")


def ends(edges: tuple[Edge, ...]) -> list[tuple[str, str, str]]:
    """Who makes each edge, its kind, and whom it names."""
    return [(edge.maker, edge.kind, edge.target) for edge in edges]


# Edges


def test_each_kind_of_link_is_seen_from_both_its_claims() -> None:
    more = {"rivals": {"differs_in": ["base"]}}
    links = {kind: [{"claim": "b", "because": ".", **more.get(kind, {})}] for kind in LINK_KINDS}
    shown = view(claim("a", **links), claim("b"))
    edges = [("a", kind, "b") for kind in LINK_KINDS]
    assert (ends(shown.outgoing["a"]), ends(shown.incoming["a"])) == (edges, [])
    assert (ends(shown.outgoing["b"]), ends(shown.incoming["b"])) == ([], edges)


@pytest.mark.parametrize("step", ["supports", "counts_against", "opposes", "limits"])
def test_an_undercut_of_a_step_or_conflict_is_seen_from_the_third_claim(step: str) -> None:
    shown = view(claim("a", undercuts=[{"claim": "b", step: "c", "because": "."}]), claim("b"), claim("c"))
    assert (
        ends(shown.third_of["c"]) == ends(shown.incoming["b"]) == ends(shown.outgoing["a"]) == [("a", "undercuts", "b")]
    )
    assert shown.third_of["a"] == shown.third_of["b"] == shown.incoming["c"] == ()


@pytest.mark.parametrize("kind", ["supports", "counts_against"])
def test_a_step_is_seen_from_its_further_premises(kind: str) -> None:
    shown = view(
        claim("a", **{kind: [{"claim": "d", "because": ".", "with": ["b", "c", "gone"]}]}),
        claim("b"),
        claim("c"),
        claim("d"),
    )
    assert ends(shown.premise_of["b"]) == ends(shown.premise_of["c"]) == ends(shown.incoming["d"]) == [("a", kind, "d")]
    assert shown.premise_of["a"] == shown.premise_of["d"] == ()


def test_a_link_to_an_unknown_claim_is_no_edge() -> None:
    shown = view(
        claim("a", supports=[{"claim": "gone", "because": "."}], undercuts=[{"claim": "gone", "because": "."}]),
        claim("b", undercuts=[{"claim": "a", "supports": "gone", "because": "."}]),
    )
    assert ends(shown.outgoing["a"]) == []
    assert ends(shown.incoming["a"]) == [("b", "undercuts", "a")]


def test_claims_and_what_is_quoted_and_cited_are_found() -> None:
    shown = view(
        claim("b", "fares", quotes=[quote(), quote(source="news"), quote()]),
        claim("a", citations=[citation(), citation(source="gone")]),
        source(),
        source("news"),
    )
    assert shown.by_topic == {"buses": ("a",), "fares": ("b",)}
    assert shown.quoted == {"hearing": (("b", 0), ("b", 2)), "news": (("b", 1),)}
    assert shown.cited == {"hearing": (("a", 0),), "gone": (("a", 1),)}


# Titles and addresses


def test_a_page_is_named_by_its_title() -> None:
    shown = view(claim("a"), topic("buses"), source(), source("news", **{"title-short": "The News"}))
    assert shown.claim("a") == Ref(title="Title of a", address="claims/a/")
    assert shown.topic("buses") == Ref(title="Late buses", address="topics/buses/")
    assert shown.source("hearing") == Ref(title="The hearing", address="sources/hearing/")
    assert shown.source("news") == Ref(title="The News", address="sources/news/")


def test_what_is_not_there_has_no_page() -> None:
    shown = view(claim("a", quotes=[quote(source="gone")]))
    assert shown.topic("buses") == Ref(title="buses", address=None)
    assert shown.source("gone") == Ref(title="gone", address=None)
    assert shown.voicing("a", 0) is None
    assert shown.voice(Voicing(id="nobody", name="Nobody")) == Ref(title="Nobody", address=None)


def test_a_voice_is_named_by_its_file_else_by_the_first_source_that_names_it() -> None:
    quotes = [quote("Driver"), quote("Mayor"), quote("The mayor", source="news")]
    shown = view(
        claim("a", quotes=quotes),
        source(speakers={"Driver": {"voice": "driver"}, "Mayor": {"voice": "mayor"}}),
        source("news", speakers={"The mayor": {"voice": "mayor"}}),
        voice("driver", name="Dan Driver"),
    )
    named = [shown.voice(voicing) for index in range(3) if (voicing := shown.voicing("a", index)) is not None]
    mayor = Ref(title="Mayor", address="voices/mayor/")
    assert named == [Ref(title="Dan Driver", address="voices/driver/"), mayor, mayor]
    assert [shown.sources_of(shown.voices[id_]) for id_ in ("driver", "mayor")] == [("hearing",), ("hearing", "news")]


# The evidence line


def line(shown: View) -> str:
    return evidence_line(shown, "a")


def test_one_quote() -> None:
    shown = view(claim("a", quotes=[quote()]), source())
    assert line(shown) == "1 quote, verified word for word."


def test_voices_and_sources_count_once() -> None:
    quotes = [quote(), quote(exact="Half were late."), quote("A rider"), quote(source="news")]
    shown = view(claim("a", quotes=quotes), source(), source("news"))
    assert line(shown) == "4 quotes, verified word for word. All from 3 voices, in 2 independent sources."


def test_quotes_that_dispute_stand_apart() -> None:
    shown = view(claim("a", quotes=[quote(), DISPUTING, DISPUTING]), source())
    assert line(shown) == "1 quote, verified word for word. Against it: 2 quotes, verified word for word."


@pytest.mark.parametrize("verdict", [FAILED, None])
def test_a_quote_that_is_not_verified_is_not_counted_among_them(verdict: Verdict | None) -> None:
    one = view(claim("a", quotes=[quote()]), source(), verdicts={("a", 0): verdict})
    assert line(one) == "1 quote, not verified."
    both = view(claim("a", quotes=[quote(), quote("A rider")]), source(), verdicts={("a", 1): verdict})
    assert line(both) == "1 quote, verified word for word; 1 quote, not verified."


def test_quotes_on_a_capture_that_nobody_compared_are_told_apart() -> None:
    quotes = [quote(), quote("A rider"), quote(source="news")]
    unproven = "checked against a fingerprint that nobody has compared with the source yet"
    one = view(claim("a", quotes=quotes), source(), source("news"), not_compared=("hearing",))
    assert line(one) == (
        f"1 quote, verified word for word; 2 quotes, {unproven}. All from 3 voices, in 2 independent sources."
    )
    disputed = view(claim("a", quotes=[DISPUTING]), source(), not_compared=("hearing",))
    assert line(disputed).endswith(f"Against it: 1 quote, {unproven}.")


def test_citations_are_never_called_quotes() -> None:
    shown = view(claim("a", citations=[citation(), citation(), citation(stance="disputes")]), source(depth="none"))
    assert line(shown) == (
        "2 citations, put in our own words (the source’s wording is not on file yet). "
        "Against it: 1 citation, put in our own words (the source’s wording is not on file yet). "
        "All from 1 voice, in 1 independent source."
    )


def test_citations_from_a_captured_text_do_not_wait_for_it() -> None:
    shown = view(
        claim("a", citations=[citation(), citation(source="leaflet")]), source(), source("leaflet", depth="none")
    )
    assert line(shown) == (
        "1 citation, put in our own words; 1 citation, put in our own words (the source’s wording is not on file yet). "
        "All from 2 voices, in 2 independent sources."
    )


def test_quotes_of_an_unknown_source_are_not_verified() -> None:
    shown = view(claim("a", quotes=[quote(source="gone")]), verdicts={("a", 0): None})
    assert line(shown) == "1 quote, not verified."


SUPPORTING = claim("b", quotes=[quote("A rider")], supports=[{"claim": "a", "because": "."}])


def test_an_inferred_claim_says_so() -> None:
    shown = view(claim("a"), SUPPORTING, source())
    assert line(shown) == "Nobody is quoted asserting this; the editors infer it from other claims."
    assert (shown.is_inferred("a"), shown.is_inferred("b")) == (True, False)


def test_nothing_is_inferred_from_a_claim_without_evidence() -> None:
    shown = view(claim("a"), claim("b", supports=[{"claim": "a", "because": "."}]))
    assert line(shown) == "Nobody is quoted asserting this."
    assert not shown.is_inferred("a")


def test_an_inferred_claim_may_be_disputed() -> None:
    shown = view(claim("a", quotes=[DISPUTING]), SUPPORTING, source())
    assert line(shown) == (
        "Nobody is quoted asserting this; the editors infer it from other claims. "
        "Against it: 1 quote, verified word for word."
    )


def test_without_anything_nobody_says_it() -> None:
    assert line(view(claim("a"))) == "Nobody is quoted asserting this."


def test_what_is_taken_for_granted_is_not_asserted() -> None:
    taken = quote("A rider", mode="presupposed")
    one = view(claim("a", quotes=[taken]), source())
    assert line(one) == "Nobody is quoted asserting this. Taken for granted in 1 quote, verified word for word."
    both = view(claim("a", quotes=[quote(), taken]), source(), verdicts={("a", 1): FAILED})
    assert line(both) == "1 quote, verified word for word. Taken for granted in 1 quote, not verified."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, False),
        ({"quotes": [quote()]}, True),
        ({"quotes": [quote(mode="reported", of="Dan")]}, True),
        ({"quotes": [quote(mode="presupposed")]}, False),
        ({"citations": [citation()]}, True),
        ({"quotes": [DISPUTING], "citations": [citation(stance="disputes")]}, False),
    ],
)
def test_only_what_asserts_a_claim_voices_it(fields: dict[str, object], expected: bool) -> None:  # noqa: FBT001
    assert is_voiced(claim("a", **fields).record) is expected


def test_lines_make_no_difference_to_the_evidence() -> None:
    shown = view(claim("a", quotes=[quote()]), source(), verdicts={("a", 0): verified(line=9, to=10)})
    assert line(shown) == line(view(claim("a", quotes=[quote()]), source()))
