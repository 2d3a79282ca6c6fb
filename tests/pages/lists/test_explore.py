"""The table of all claims, and what its script filters."""

from __future__ import annotations

import json

from claimgraph.pages.lists.explore import Row, explore_json, explore_rows, explore_texts, short_evidence
from tests.pages.corpora import citation, claim, press, quote, source, topic, view

SAID = view(
    topic(theses=["too-late", "gone"]),
    claim("too-late", thesis=True, title="C too late"),
    source(author=[{"literal": "The board"}]),
    source("survey", title="The survey", depth="none"),
    claim(
        "late",
        quotes=[quote(), quote(stance="disputes", speaker="A rider")],
        title="B late",
        supports=[{"claim": "too-late", "because": "That is too many."}],
    ),
    claim(
        *("on-time", "buses"),
        kind="statistical",
        title="A on time",
        scope={"place": "Harbour Town", "period": "2019/2020"},
        citations=[citation(source="survey")],
        opposes=[{"claim": "late", "because": "Both cannot be."}],
    ),
    claim("full", "trams", scope={"place": "Quay", "period": "2018/.."}, citations=[citation(stance="disputes")]),
)


def test_rows_stand_by_topic_and_title() -> None:
    buses, trams = explore_rows(SAID)
    assert [(each.id, each.title, each.address, each.theses) for each in (buses, trams)] == [
        ("buses", "Late buses", "topics/buses/", ("C too late",)),
        ("trams", "trams", None, ()),
    ]
    assert [row.id for row in buses.rows] == ["on-time", "late", "too-late"]
    assert buses.rows[1] == Row(
        id="late",
        title="B late",
        address="claims/late/",
        assertion="Assertion of late.",
        kind="factual",
        kind_words="factual claim",
        state="open",
        state_words="Open dispute: each side’s claim excludes the other’s",
        evidence="1 quote from 1 voice; disputed in 1 quote from 1 voice",
        place="Harbour Town",
        period="2021",
        first=2021,
        last=2021,
        theses=(1,),
        sources=("hearing",),
        voices=("hearing-a-driver", "hearing-a-rider"),
    )


def test_evidence_is_told_in_a_few_words() -> None:
    shown = view(
        source(),
        claim("cited", citations=[citation(), citation(stance="disputes", finding="No.")]),
        claim("granted", quotes=[quote(mode="presupposed")]),
        claim("unverified", quotes=[quote(), quote(exact="These words were not found there.")]),
        claim("inferred"),
        claim("premise", citations=[citation()], supports=[{"claim": "inferred", "because": "So."}]),
        claim("bare"),
        claim("answer", thesis=True),
        verdicts={("unverified", 1): None},
    )
    assert {id_: short_evidence(shown, id_) for id_ in shown.corpus.claims} == {
        "answer": "worded by the editors",
        "bare": "none yet",
        "cited": "1 citation; disputed in 1 citation",
        "granted": "taken for granted in 1 quote",
        "inferred": "inferred by the editors",
        "premise": "1 citation",
        "unverified": "1 quote from 1 voice; 1 quote not verified",
    }


def test_evidence_that_nobody_compared_is_told() -> None:
    shown = view(source(), claim("a", quotes=[quote(), quote(exact="Half.")]), not_compared=("hearing",))
    assert short_evidence(shown, "a") == "2 quotes from 1 voice; 2 quotes not compared with the source yet"


def test_the_script_reads_each_name_once() -> None:
    topics = explore_rows(SAID)
    assert json.loads(explore_texts(topics)) == [
        "Assertion of on-time.",
        "Assertion of late.",
        "Assertion of too-late.",
        "Assertion of full.",
    ]
    read = json.loads(explore_json(SAID, topics))
    assert read | {"kinds": len(read["kinds"])} == {
        "topics": [["buses", "Late buses", ["C too late"]], ["trams", "trams", []]],
        "kinds": 9,
        "states": [
            ["both-sides", "Reasons on both sides"],
            ["for-only", "Reasons for it only"],
            ["against-only", "Reasons against it only"],
            ["no-reasons", "No reasons recorded"],
            ["not-evidenced", "No evidence recorded"],
            ["contradicted", "Contradicted, with no reply here"],
            ["open", "Open dispute: each side’s claim excludes the other’s"],
            ["contested", "Contested: reasons against it stand"],
            ["outlasting", "Challenged; other grounds stand"],
            ["partial", "Said to hold only in part"],
            ["answered", "Challenged, and answered here"],
            ["rivalled", "Other figures stand beside it"],
            ["undisputed", "Not disputed here"],
        ],
        "sources": [["hearing", "The hearing"], ["survey", "The survey"]],
        "voices": [["hearing-a-driver", "A driver"], ["hearing-a-rider", "A rider"]],
        "evidence": [
            "1 citation",
            "1 quote from 1 voice; disputed in 1 quote from 1 voice",
            "worded by the editors",
            "disputed in 1 citation",
        ],
        "claims": [
            ["on-time", "A on time", "Harbour Town", "2019 to 2020", 2019, 2020, 0, 1, 6, 0, [1], [1], []],
            ["late", "B late", "Harbour Town", "2021", 2021, 2021, 0, 0, 6, 1, [1], [0], [0, 1]],
            ["too-late", "C too late", "Harbour Town", "2021", 2021, 2021, 0, 0, 1, 2, [1], [], []],
            ["full", "Title of full", "Quay", "from 2018 on", 2018, None, 1, 0, 4, 3, [], [0], []],
        ],
    }


def test_the_table_is_whole_without_the_script() -> None:
    html = press(SAID).fill("explore", "explore/").content
    assert (
        '<tr><th scope="row"><a href="../claims/late/">B late</a></th>'
        "<td>Open dispute: each side’s claim excludes the other’s</td>"
        "<td>1 quote from 1 voice; disputed in 1 quote from 1 voice</td><td>factual claim</td><td>2021</td></tr>"
    ) in html
    assert html.count('<tr><th scope="row">') == 4
    assert "All 4 claims, by topic" in html
    assert "on 1 March 2026" in html


def test_what_a_claim_says_is_text() -> None:
    html = press(view(claim("a", title="<b>&"))).fill("explore", "explore/").content
    assert "&lt;b&gt;&amp;</a>" in html
    assert "<b>" not in html
