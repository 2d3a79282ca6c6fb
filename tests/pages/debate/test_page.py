"""The state of the whole debate."""

from __future__ import annotations

from claimgraph.index.addresses import Ref
from claimgraph.pages.debate.page import Line, SideLines, debate_values
from tests.pages.corpora import claim, quote, source, topic, view

SAID = [quote("A rider")]
A, B, C = (Ref(title=f"Title of {id_}", address=f"claims/{id_}/") for id_ in "abc")


def test_a_small_debate() -> None:
    shown = view(
        claim("a", quotes=[*SAID, quote("A driver", stance="disputes")]),
        claim("b", quotes=SAID, opposes=[{"claim": "a", "because": "."}]),
        claim("c", quotes=SAID, supports=[{"claim": "d", "because": "."}]),
        claim("d"),
        claim("e"),
        claim("f", thesis=True),
        topic(theses=["f"]),
        source(),
    )
    rider = Ref(title="A rider", address="voices/hearing-a-rider/")
    assert debate_values(shown) == {
        "as_of": "1 March 2026",
        "states": [
            ("Reasons on both sides", 0),
            ("Reasons for it only", 0),
            ("Reasons against it only", 0),
            ("No reasons recorded", 1),
            ("No evidence recorded", 1),
            ("Contradicted, with no reply here", 0),
            ("Open dispute: each side’s claim excludes the other’s", 2),
            ("Contested: reasons against it stand", 0),
            ("Challenged; other grounds stand", 0),
            ("Said to hold only in part", 0),
            ("Challenged, and answered here", 0),
            ("Other figures stand beside it", 0),
            ("Not disputed here", 2),
        ],
        "theses": 1,
        "met": 0,
        "unmet": [Line(page=Ref(title="Title of f", address="claims/f/"), says="No reasons recorded")],
        "sides": [
            SideLines(side="official", count=0, lines=()),
            SideLines(side="supportive", count=0, lines=()),
            SideLines(side="critical", count=0, lines=()),
            SideLines(
                side="neutral",
                count=3,
                lines=(
                    Line(page=A, says="disputed by words of A driver (neither is settled)"),
                    Line(page=A, says="opposed by (neither is settled)", by=B),
                    Line(page=B, says="opposed by (neither is settled)", by=A),
                ),
            ),
        ],
        "relied": [
            Line(page=C, says="Without it, ‘Title of d’ would no longer stand."),
            Line(page=A, says="Without it, ‘Title of b’ would stand."),
        ],
        "untried": 0,
        "alone": [Line(page=rider, says="3 claims")],
        "lone": "3 claims",
        "one_sided": [Ref(title="Late buses", address="topics/buses/")],
        "disputes": [Line(page=A, says="and 1 other claim: it could be settled in 2 ways")],
        "dependent": [],
    }
