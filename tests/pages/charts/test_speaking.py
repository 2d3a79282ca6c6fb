"""Who speaks on what, and how many stand on each side of a thesis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.analysis.origins import Origins
from claimgraph.index.addresses import Ref
from claimgraph.pages.charts import speaking
from claimgraph.pages.charts.speaking import (
    MOST_NAMED,
    OnTopic,
    Question,
    Speakers,
    Weighed,
    questions,
    sides_chart,
)
from tests.pages.corpora import citation, claim, quote, source, topic, view

if TYPE_CHECKING:
    from claimgraph.index.view import View

BUSES = Ref(title="Late buses", address="topics/buses/")


def heard_on(shown: View) -> tuple[OnTopic, ...]:
    """The voices on each topic."""
    return speaking.heard_on(shown, Origins(shown.corpus, shown.verdicts))


def none(side: str) -> Speakers:
    """Nobody of a side."""
    return Speakers(side=side, count=0, named=())  # type: ignore[arg-type]


def test_voices_are_counted_by_topic_and_side_each_once() -> None:
    shown = view(
        claim("a", quotes=[quote(), quote(exact="They were late again, all of them.")], citations=[citation()]),
        claim("b", quotes=[quote("A rider", stance="disputes", source="news")], citations=[citation(source="gone")]),
        claim("c", "fares"),
        topic(),
        source(side="critical", author=[{"literal": "The town"}]),
        source("news", side="official"),
    )
    assert heard_on(shown) == (
        OnTopic(
            topic=Ref(title="fares", address=None),
            sides=(none("official"), none("supportive"), none("critical"), none("neutral")),
            quotes=0,
            citations=0,
            voices=0,
            lines=0,
        ),
        OnTopic(
            topic=BUSES,
            sides=(
                Speakers(side="official", count=1, named=(Ref(title="A rider", address="voices/news-a-rider/"),)),
                none("supportive"),
                Speakers(
                    side="critical",
                    count=2,
                    named=(
                        Ref(title="A driver", address="voices/hearing-a-driver/"),
                        Ref(title="The town", address="voices/the-town/"),
                    ),
                ),
                none("neutral"),
            ),
            quotes=3,
            citations=1,
            voices=3,
            lines=2,
        ),
    )


def test_of_many_voices_some_are_named_and_the_others_counted() -> None:
    speakers = [f"Rider {number:02}" for number in range(MOST_NAMED + 2)]
    (found,) = heard_on(view(claim("a", quotes=[quote(name) for name in speakers]), source()))
    neutral = found.sides[-1]
    assert ([ref.title for ref in neutral.named], neutral.unnamed) == (speakers[:MOST_NAMED], 2)


def test_theses_are_weighed_by_voices_or_lines_whichever_are_fewer() -> None:
    reason = {"claim": "late", "because": "So."}
    shown = view(
        claim("late", thesis=True),
        claim("a", quotes=[quote(), quote("A rider")], supports=[reason]),
        claim("b", quotes=[quote("A clerk", source="news")], supports=[reason]),
        claim("c", quotes=[quote("A rider", source="paper")], counts_against=[reason]),
        topic(theses=["late", "gone"]),
        topic("fares", title="Fares"),
        source(independence="one-line"),
        source("news", independence="one-line"),
        source("paper"),
    )
    found = questions(shown)
    assert found == (
        Question(
            topic=BUSES,
            question="Are the buses late?",
            theses=(
                Weighed(
                    thesis=Ref(title="Title of late", address="claims/late/"),
                    state="Reasons on both sides",
                    claims=3,
                    pro=1,
                    con=1,
                ),
            ),
        ),
    )
    assert found[0].most == 1


def test_a_chart_says_what_it_shows() -> None:
    shown = view(claim("a", quotes=[quote()]), claim("b", "fares"), topic(), source(side="critical"))
    sides = sides_chart(heard_on(shown))
    assert (sides.title, sides.description) == (
        "Voices by topic and side",
        (
            "A row for each of 2 topics, a column for each side: official, supportive, critical, neutral. "
            "The area of a circle, and the number beside it, is how many voices are quoted or cited. "
            "The table below names them."
        ),
    )
    assert [dot["text"] for dot in sides.inner["data"][2]["values"]] == ["0", "0", "0", "0", "0", "0", "1", "0"]
