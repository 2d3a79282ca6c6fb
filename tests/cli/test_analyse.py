"""The command `analyse`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.running import Said

if TYPE_CHECKING:
    from tests.cli.running import Checkout

TARGET_MET = """\
target-met: Target for punctual buses met
    Contradicted, with no reply here. Because ‘The count leaves out cancelled buses’, quoted from A driver \
at the hearing of 2021, has no reply here.
    Evidence: 1 quote, 1 voice, 1 independent source.
    Reasons:
        undercuts it: count-leaves-out (Not disputed here), holds
    Any one of 3 changes would alter whether it stands.
        If somebody answered the doubt that ‘The count leaves out cancelled buses’ casts on it, it would stand.
        If ‘The count leaves out cancelled buses’ lost the words of A driver at the hearing of 2021, it would stand.
        If it lost the words of The council, it would have no evidence.
"""

WHOLE = """\
7 claims
      0  Reasons on both sides
      1  Reasons for it only
      0  Reasons against it only
      1  No reasons recorded
      0  No evidence recorded
      1  Contradicted, with no reply here
      0  Open dispute: each side’s claim excludes the other’s
      0  Contested: reasons against it stand
      0  Challenged; other grounds stand
      0  Said to hold only in part
      0  Challenged, and answered here
      0  Other figures stand beside it
      4  Not disputed here

Challenges that nothing recorded here answers, by the side that makes them
      0  official
      0  supportive
      0  critical
      1  neutral
            target-met: count-leaves-out undercuts it (holds)

Open disputes: 0
Claims that fare alike however their dispute is settled: 0

Claims most depended upon
    road-works: Without it, ‘Half of the buses late’ would have one reason fewer.
    timetable-unchanged: Without it, ‘Half of the buses late’ would have one reason fewer.
    count-leaves-out: Without it, ‘Target for punctual buses met’ would stand.

Claims whose whole evidence is one voice: 7
      7  rest on a single quote or citation
      0  on several of one voice

Theses by topic, with the voices of the reasons that nobody answers
    buses: half-late: Reasons for it only, 2 for and 0 against
    fares: fares-up: No reasons recorded, 0 for and 0 against
Topics of which no thesis has reasons on both sides: 2
    buses
    fares

Evidence by topic
    buses: 4 quotes and 1 citation, 3 voices, 2 independent sources
    fares: 2 quotes, 2 voices, 1 independent source
"""


def test_one_claim_whole(checkout: Checkout) -> None:
    assert checkout.run("analyse", "target-met") == Said(
        status=0,
        out=TARGET_MET,
        err="",
    )


def test_several_claims_stand_in_the_order_given(checkout: Checkout) -> None:
    shown = checkout.run("analyse", "target-met", "fares-up")
    heads = [line for line in shown.out.splitlines() if line and not line.startswith(" ")]
    assert heads == ["target-met: Target for punctual buses met", "fares-up: A ticket costs a tenth more"]


def test_the_whole(checkout: Checkout) -> None:
    assert checkout.run("analyse") == Said(status=0, out=WHOLE, err="")


def test_json_of_claims(checkout: Checkout) -> None:
    (record,) = json.loads(checkout.run("analyse", "target-met", "--format", "json").out)
    assert list(record) == [
        *("id", "title", "state", "reason", "voiced", "evidence", "disputing", "chain", "unanswered", "changes"),
        *("reliance", "dispute"),
    ]
    assert record["evidence"] == {
        "quotes": 1,
        "citations": 0,
        "voices": [{"id": "harbour-town-council", "name": "The council", "count": 1}],
        "lines": [{"id": "bus-hearing-2021", "name": "bus-hearing-2021", "count": 1}],
        "sides": [{"id": "neutral", "name": "neutral", "count": 1}],
        "words": "1 quote, 1 voice, 1 independent source",
    }
    assert [(child["claim"], child["role"], child["force"]) for child in record["chain"]["children"]] == [
        ("count-leaves-out", "undercuts", "holds"),
    ]
    assert record["unanswered"][0] == {
        "claim": "target-met",
        "attack": "undercuts",
        "by": "count-leaves-out",
        "item": None,
        "force": "holds",
        "of_steps": False,
        "sides": ["neutral"],
    }
    changes = record["changes"]
    assert (changes["searched"], changes["count"], len(changes["smallest"])) == (1, 3, 3)
    assert changes["smallest"][2] == {
        "deeds": [{"kind": "take away evidence", "claim": "target-met", "by": None, "against": None, "item": 0}],
        "label": "has no evidence",
        "words": "If it lost the words of The council, it would have no evidence.",
    }


def test_json_of_the_whole(checkout: Checkout) -> None:
    record = json.loads(checkout.run("analyse", "--format", "json").out)
    assert list(record) == [
        "claims",
        "states",
        "unanswered",
        "disputes",
        "reliances",
        "untried",
        "lone",
        "questions",
        "topics",
    ]
    assert record["claims"] == 7
    assert sum(record["states"].values()) == 7


def test_errors_do_not_stop_it(checkout: Checkout) -> None:
    checkout.edit("claims/buses/target-met.yml", "every month of the year", "any month of the year")
    assert "No evidence recorded" in checkout.run("analyse", "target-met").out


def test_unknown_claim(checkout: Checkout) -> None:
    assert checkout.run("analyse", "target-mat") == Said(
        status=2, out="", err="claimgraph analyse: there is no claim 'target-mat' (did you mean 'target-met'?)\n"
    )
