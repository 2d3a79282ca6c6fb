"""Which links answer which critical questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.analysis.questions import Answered, Named, Steps, answers, named
from claimgraph.model.schemes import SCHEMES
from tests.analysis.corpora import claim, corpus

if TYPE_CHECKING:
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus, Entry

STEP = {"claim": "b", "because": "R.", "scheme": "sign"}
QUESTION = SCHEMES["sign"].questions[2]


def found(*entries: Entry[Claim]) -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """Return who answers what, by step."""
    made: Corpus = corpus(*entries)
    every = answers(made, Steps(made))
    return {step: [(each.by, each.kind, each.question.id) for each in those] for step, those in every.items()}


def other(to: str, step: str, *questions: str) -> list[dict[str, object]]:
    return [{"claim": to, "because": "R.", "answers": [{"step": step, "question": id_} for id_ in questions]}]


def test_an_undercut_answers_about_the_step_that_it_hits() -> None:
    cut = {"claim": "a", "supports": "b", "because": "R.", "question": "other-causes"}
    made = corpus(claim("a", supports=[STEP]), claim("b"), claim("c", undercuts=[cut]))
    assert answers(made, Steps(made)) == {
        ("a", "b"): (Answered(by="c", kind="undercuts", step=("a", "b"), scheme=SCHEMES["sign"], question=QUESTION),)
    }


def test_another_link_answers_about_the_step_between_two_claims_from_either_end() -> None:
    two = (claim("a", supports=[STEP]), claim("b"))
    assert found(*two, claim("c", limits=other("a", "b", "present", "reliable"))) == {
        ("a", "b"): [("c", "limits", "present"), ("c", "limits", "reliable")]
    }
    assert found(*two, claim("c", opposes=other("b", "a", "present"))) == {("a", "b"): [("c", "opposes", "present")]}


def test_a_further_premise_is_an_end_of_each_step_that_needs_it() -> None:
    one, two = ({**STEP, "with": ["p"]}, {**STEP, "with": ["p"], "scheme": "rule"})
    steps = (claim("a", supports=[one]), claim("b"), claim("d", supports=[one]), claim("e", supports=[two]), claim("p"))
    assert found(*steps, claim("q", limits=other("p", "b", "present"))) == {
        ("a", "b"): [("q", "limits", "present")],
        ("d", "b"): [("q", "limits", "present")],
    }


def test_what_names_no_question_of_a_step_is_left_out() -> None:
    plain = {"claim": "b", "because": "R."}
    assert found(claim("a", supports=[STEP]), claim("b"), claim("c", limits=other("a", "b", "typical"))) == {}
    assert found(claim("a", supports=[plain]), claim("b"), claim("c", limits=other("a", "b", "present"))) == {}
    assert found(claim("a"), claim("b"), claim("c", limits=other("a", "b", "present"))) == {}


def test_what_a_link_names() -> None:
    link = claim("c", limits=other("a", "b", "present", "reliable")).record.limits[0]
    assert list(named(link)) == [
        Named(one="a", other="b", question="present", index=0),
        Named(one="a", other="b", question="reliable", index=1),
    ]
    assert list(named(claim("c", supports=[STEP]).record.supports[0])) == []
