"""Undercuts in words, as seen from the claim that is hit, from a third one, and from the one that makes them."""

from __future__ import annotations

import pytest

from claimgraph.pages.claim.doubts import Doubt, doubt_of_maker, doubt_of_target, doubt_of_third
from tests.pages.corpora import citation, claim, quote, view

PARTS: dict[str, tuple[dict[str, str], Doubt, Doubt]] = {
    "a quote": (
        {"quote": "half"},
        Doubt(
            side="against", says="Casts doubt on a quote given for this claim", target="“Half of the buses were late.”"
        ),
        Doubt(side="onward", says="Casts doubt on a quote given for", target="“Half of the buses were late.”"),
    ),
    "a quote that disputes": (
        {"quote": "not-half"},
        Doubt(side="for", says="Casts doubt on a quote that disputes this claim", target="“They came on time.”"),
        Doubt(side="onward", says="Casts doubt on a quote that disputes", target="“They came on time.”"),
    ),
    "a citation": (
        {"citation": "count"},
        Doubt(
            side="against",
            says="Casts doubt on a citation given for this claim",
            target="Of 100 buses, 48 came late.",
        ),
        Doubt(side="onward", says="Casts doubt on a citation given for", target="Of 100 buses, 48 came late."),
    ),
    "a citation that disputes": (
        {"citation": "letters"},
        Doubt(side="for", says="Casts doubt on a citation that disputes this claim", target="No letter speaks of it."),
        Doubt(side="onward", says="Casts doubt on a citation that disputes", target="No letter speaks of it."),
    ),
    "a step": (
        {"supports": "third"},
        Doubt(side="onward", says="Casts doubt on whether this claim is a reason for ‘Title of third’"),
        Doubt(side="onward", says="Casts doubt on a reason given for ‘Title of third’"),
    ),
    "a step to a claim that is not there": (
        {"supports": "gone"},
        Doubt(side="onward", says="Casts doubt on whether this claim is a reason for another claim"),
        Doubt(side="onward", says="Casts doubt on a reason given for another claim"),
    ),
    "a step against": (
        {"counts_against": "third"},
        Doubt(side="onward", says="Casts doubt on whether this claim is a reason against ‘Title of third’"),
        Doubt(side="onward", says="Casts doubt on a reason given against ‘Title of third’"),
    ),
    "a limit": (
        {"limits": "third"},
        Doubt(side="onward", says="Casts doubt on whether this claim limits ‘Title of third’"),
        Doubt(side="onward", says="Casts doubt on a limit given for ‘Title of third’"),
    ),
    "all that rests on one study": (
        {"rests_on": "one-count"},
        Doubt(
            side="against",
            says="Casts doubt on the study behind what is given for this claim",
            target="“Half of the buses were late.” · Of 100 buses, 48 came late.",
        ),
        Doubt(
            side="onward",
            says="Casts doubt on the study behind what is given for",
            target="“Half of the buses were late.” · Of 100 buses, 48 came late.",
        ),
    ),
    "what disputes and rests on one study": (
        {"rests_on": "letters"},
        Doubt(
            side="for",
            says="Casts doubt on the study behind what disputes this claim",
            target="No letter speaks of it.",
        ),
        Doubt(side="onward", says="Casts doubt on the study behind what disputes", target="No letter speaks of it."),
    ),
    "a conflict": (
        {"opposes": "third"},
        Doubt(side="for", says="Casts doubt on whether this claim and ‘Title of third’ contradict each other"),
        Doubt(side="onward", says="Casts doubt on whether ‘Title of third’ contradicts"),
    ),
    "a quote that is not there": (
        {"quote": "gone"},
        Doubt(side="against", says="Casts doubt on the grounds of this claim"),
        Doubt(side="onward", says="Casts doubt on the grounds of"),
    ),
    "nothing": (
        {},
        Doubt(side="against", says="Casts doubt on the grounds of this claim"),
        Doubt(side="onward", says="Casts doubt on the grounds of"),
    ),
}


@pytest.mark.parametrize("what", PARTS)
def test_an_undercut_as_target_and_maker_see_it(what: str) -> None:
    hit, at_target, at_maker = PARTS[what]
    shown = view(
        claim("maker", undercuts=[{"claim": "target", "because": ".", **hit}]),
        claim(
            "target",
            quotes=[
                quote(id="half", rests_on="one-count"),
                quote(id="not-half", stance="disputes", exact="They came on time."),
            ],
            citations=[
                citation(id="count", rests_on="one-count"),
                citation(id="letters", stance="disputes", finding="No letter speaks of it.", rests_on="letters"),
                citation(),
            ],
        ),
        claim("third"),
    )
    (edge,) = shown.outgoing["maker"]
    assert doubt_of_target(shown, edge) == at_target
    assert doubt_of_maker(shown, edge) == at_maker


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("supports", Doubt(side="against", says="Casts doubt on whether ‘Title of target’ is a reason for this claim")),
        (
            "counts_against",
            Doubt(side="for", says="Casts doubt on whether ‘Title of target’ is a reason against this claim"),
        ),
        ("limits", Doubt(side="for", says="Casts doubt on whether ‘Title of target’ limits this claim")),
        (
            "opposes",
            Doubt(side="for", says="Casts doubt on whether this claim and ‘Title of target’ contradict each other"),
        ),
    ],
)
def test_an_undercut_as_the_third_claim_sees_it(part: str, expected: Doubt) -> None:
    shown = view(
        claim("maker", undercuts=[{"claim": "target", part: "third", "because": "."}]), claim("target"), claim("third")
    )
    (edge,) = shown.third_of["third"]
    assert doubt_of_third(shown, edge) == expected
