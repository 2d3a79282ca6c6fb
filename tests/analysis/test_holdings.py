"""What each voice carries."""

from __future__ import annotations

from claimgraph.analysis.holdings import Holding
from claimgraph.analysis.whole import Analysis
from tests.analysis.corpora import citation, claim, corpus, quote, source, topic, verified

SOURCES = (
    source("blog", "Ada Quill", side="critical"),
    source("survey", "Town council", side="official"),
)


def found(*entries: object) -> dict[str, Holding]:
    made = corpus(*SOURCES, *entries)  # type: ignore[arg-type]
    return dict(Analysis(corpus=made, verdicts=verified(made)).holdings)


def reason(id_: str, source_id: str, **fields: object) -> object:
    return claim(id_, quotes=[quote(source_id)], **fields)


def to(claim_id: str) -> list[dict[str, str]]:
    return [{"claim": claim_id, "because": "B."}]


def test_claims_and_sides_come_from_evidence() -> None:
    assert found(
        claim("a", quotes=[quote("blog"), quote("survey", stance="disputes")]),
        claim("b", quotes=[quote("survey", "Wrong.")], citations=[citation("survey")]),
        claim("c", quotes=[quote("survey", mode="presupposed")]),
    ) == {
        "ada-quill": Holding(claims=("a",), alone=1, sides=("critical",)),
        "town-council": Holding(claims=("a", "b"), alone=1, sides=("official",)),
    }


def test_theses_are_those_with_reasons_on_either_side_most_first() -> None:
    carried = found(
        topic("topic", "late", "dear", "old"),
        claim("late", thesis=True),
        claim("dear", thesis=True),
        claim("old", thesis=True, quotes=[quote("survey")]),
        reason("a", "blog", supports=to("late")),
        reason("b", "blog", supports=to("dear")),
        reason("c", "blog", supports=to("dear")),
        reason("d", "survey", counts_against=to("dear")),
        reason("e", "survey", supports=to("dear")),
        reason("f", "survey", counts_against=to("late")),
    )
    assert {id_: (each.pro, each.con, each.both) for id_, each in carried.items()} == {
        "ada-quill": (("dear", "late"), (), ()),
        "town-council": (("old",), ("late",), ("dear",)),
    }
