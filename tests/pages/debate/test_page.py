"""The state of the whole debate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.index.addresses import Ref
from claimgraph.pages.debate.page import debate_values
from claimgraph.pages.debate.questions import Also, InDispute, disputed_questions
from claimgraph.pages.debate.resting import OneVoice, Support, one_claim, one_voice
from claimgraph.pages.debate.single_claims import Contested, OpenDispute, contested_claims, open_disputes
from claimgraph.pages.parts.people import Camp
from tests.pages.corpora import citation, claim, press, quote, source, topic, view

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.model.corpus import Entry

SAID = [quote("A rider")]
DENIED = [*SAID, quote("A driver", stance="disputes")]
RIDER = Ref(title="A rider", address="voices/hearing-a-rider/")
DRIVER = Ref(title="A driver", address="voices/hearing-a-driver/")
COUNT = Ref(title="The count", address="voices/count/")


def ref(id_: str) -> Ref:
    return Ref(title=f"Title of {id_}", address=f"claims/{id_}/")


def to(claim_id: str) -> list[dict[str, str]]:
    return [{"claim": claim_id, "because": "."}]


def told(id_: str, speaker: str, /, **fields: object) -> Entry:  # type: ignore[type-arg]
    return claim(id_, quotes=[quote(speaker)], **fields)


def quarrel() -> View:
    """Two questions: whether buses are late, with two theses, and whether fares are fair, with one and no reasons."""
    return view(
        claim("late", thesis=True, crux="They count other buses."),
        claim("old", thesis=True),
        claim("fair", "fares", thesis=True),
        told("a", "A rider", supports=to("late")),
        claim("b", citations=[citation(source="count")], supports=to("late")),
        told("c", "A driver", counts_against=to("late")),
        claim("d", citations=[citation(source="count")], supports=to("old")),
        topic(theses=["old", "late"], order=2),
        topic("fares", title="Fares", question="Are fares fair?", theses=["fair"], order=1),
        source(),
        source("count", title="The count", side="official"),
    )


def test_a_question_is_told_by_its_most_disputed_thesis_and_the_most_disputed_question_first() -> None:
    assert disputed_questions(quarrel()) == (
        InDispute(
            topic=Ref(title="Late buses", address="topics/buses/"),
            question="Are the buses late?",
            thesis=ref("late"),
            counts="2 voices for, 1 against",
            pro=(Camp(side="official", voices=(COUNT,)), Camp(side="neutral", voices=(RIDER,))),
            con=(Camp(side="neutral", voices=(DRIVER,)),),
            crux="They count other buses.",
            change=("An answer to both reasons for it, or to the one reason against it. Neither is recorded here."),
            wordless="1 of 2 reasons for it",
            also=(Also(thesis=ref("old"), counts="1 voice for, none against"),),
        ),
        InDispute(
            topic=Ref(title="Fares", address="topics/fares/"),
            question="Are fares fair?",
            thesis=ref("fair"),
            counts="no reasons recorded",
            pro=(),
            con=(),
            crux="",
            change="A reason for or against it that nobody here answers.",
            wordless="",
            also=(),
        ),
    )


def test_a_thesis_with_reasons_on_one_side_lacks_the_other() -> None:
    (shown,) = disputed_questions(
        view(
            claim("late", thesis=True),
            claim("a", citations=[citation()], supports=to("late")),
            topic(theses=["late"]),
            source(),
        )
    )
    assert (shown.change, shown.wordless) == (
        "A reason against it that nobody here answers.",
        "the one reason for it",
    )


def test_each_claim_in_dispute_is_told_once() -> None:
    shown = view(
        claim("a", quotes=DENIED),
        told("b", "A rider", opposes=to("c")),
        told("c", "A driver"),
        told("d", "A rider"),
        told("e", "A driver", counts_against=to("d")),
        claim("f", quotes=[quote("A rider", id="q")]),
        told("g", "A driver", undercuts=[{"claim": "f", "quote": "q", "because": "."}], counts_against=to("f")),
        source(),
    )
    assert open_disputes(shown) == (
        OpenDispute(
            claim=ref("a"),
            held=(RIDER,),
            denied=(DRIVER,),
            excluded=(),
            changes=("If somebody answered what A driver says against it, it would stand.",),
        ),
        OpenDispute(
            claim=ref("b"),
            held=(RIDER,),
            denied=(),
            excluded=(ref("c"),),
            changes=("If somebody showed that it and ‘Title of c’ can both be true, it would stand.",),
        ),
        OpenDispute(
            claim=ref("c"),
            held=(DRIVER,),
            denied=(),
            excluded=(ref("b"),),
            changes=("If somebody showed that ‘Title of b’ and it can both be true, it would stand.",),
        ),
    )
    assert contested_claims(shown) == (
        Contested(claim=ref("d"), held=(RIDER,), against=(ref("e"),)),
        Contested(claim=ref("f"), held=(RIDER,), against=(ref("g"),)),
    )


def test_what_only_the_editors_infer_is_contested_by_what_speaks_against_its_grounds() -> None:
    shown = view(
        claim("a"),
        told("b", "A rider", supports=to("a")),
        told("c", "A driver", counts_against=to("b")),
        source(),
    )
    assert contested_claims(shown) == (
        Contested(claim=ref("a"), held=(RIDER,), against=(ref("c"),)),
        Contested(claim=ref("b"), held=(RIDER,), against=(ref("c"),)),
    )


def test_what_rests_on_one_voice_or_one_claim() -> None:
    shown = view(
        told("a", "A rider", supports=to("c")),
        told("b", "A rider"),
        claim("c"),
        told("d", "A driver"),
        source(),
    )
    assert one_voice(shown) == OneVoice(
        count=3,
        voices=(
            (Camp(side="neutral", voices=(RIDER,)), "2 claims"),
            (Camp(side="neutral", voices=(DRIVER,)), "1 claim"),
        ),
    )
    assert one_claim(shown) == (Support(claim=ref("a"), says="Without it, ‘Title of c’ would no longer stand."),)


def test_the_page_counts_claims_by_state_without_empty_states() -> None:
    values = debate_values(quarrel())
    assert {name: values[name] for name in ("as_of", "claims", "states", "theses", "met", "undisputed")} == {
        "as_of": "1 March 2026",
        "claims": 7,
        "states": (
            ("Reasons on both sides", 1),
            ("Reasons for it only", 1),
            ("No reasons recorded", 1),
            ("Not disputed here", 4),
        ),
        "theses": 3,
        "met": 1,
        "undisputed": 4,
    }


def test_the_page_of_a_map_without_theses_says_so() -> None:
    page = str(press(view(claim("a"))).fill("debate", "debate/").content)
    assert '<p class="em-none">No topic has theses yet.</p>' in page
    assert '<p class="em-none">No two claims here exclude each other without an answer.</p>' in page
