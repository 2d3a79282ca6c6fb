"""The voices on each topic, and their number on each side of each thesis. They are counted, never weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.analysis.balance import SIDES
from claimgraph.analysis.concentration import of_claims
from claimgraph.index.addresses import Ref, voice_address
from claimgraph.index.wording import plural
from claimgraph.pages.charts.bars import GAP, LONGEST, TINT, scale, text
from claimgraph.pages.drawing.plotting import WIDTH, Chart
from claimgraph.pages.drawing.text_width import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimgraph.analysis.origins import Origins
    from claimgraph.index.view import View
    from claimgraph.model.source import Side

MOST_NAMED: Final = 8
"""The number of voices of one side that are named for one topic; the others are counted."""

_ROW: Final = 54
_HEAD: Final = 30
_LARGEST: Final = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """The voices of one side on one topic, in the order of their names; `named` are the first of them."""

    side: Side
    count: int
    named: tuple[Ref, ...]

    @property
    def unnamed(self) -> int:
        """The number of voices that are not named."""
        return self.count - len(self.named)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTopic:
    """The voices that are quoted or cited on one topic, by side in the order of `SIDES`.

    `quotes`, `citations`, `voices` and `lines` are numbers: `voices` counts each voice once, `lines` the lines of
    evidence behind them.
    """

    topic: Ref
    sides: tuple[Speakers, ...]
    quotes: int
    citations: int
    voices: int
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A thesis, and the numbers behind the unanswered reasons for and against it.

    They count voices, or lines of evidence if these are fewer. `claims` is the number of claims that lead to it.
    """

    thesis: Ref
    state: str
    claims: int
    pro: int
    con: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A topic's question with its theses, in the topic's order."""

    topic: Ref
    question: str
    theses: tuple[Weighed, ...]

    @property
    def most(self) -> int:
        """The greatest number on any side of any thesis."""
        return max(max(thesis.pro, thesis.con) for thesis in self.theses)


def heard_on(view: View, origins: Origins) -> tuple[OnTopic, ...]:
    """Return the voices on each topic, in the order of the topics' titles."""
    made = [_heard(view, origins, id_) for id_ in view.by_topic]
    return tuple(sorted(made, key=lambda each: (each.topic.title.casefold(), each.topic.address or "")))


def _heard(view: View, origins: Origins, topic: str) -> OnTopic:
    sides: dict[Side, dict[str, str]] = {side: {} for side in SIDES}
    for id_ in view.by_topic[topic]:
        for stance in ("asserts", "disputes"):
            for _, origin in origins.evidence(id_, stance):
                sides[origin.side][origin.voice] = origin.name
    found = of_claims(view.corpus, origins, view.by_topic[topic])
    return OnTopic(
        topic=view.topic(topic),
        sides=tuple(_speakers(view, side, names) for side, names in sides.items()),
        quotes=found.quotes,
        citations=found.citations,
        voices=len(found.voices),
        lines=len(found.lines),
    )


def _speakers(view: View, side: Side, names: dict[str, str]) -> Speakers:
    ordered = sorted(names.items(), key=lambda item: (item[1].casefold(), item[0]))
    named = [
        Ref(title=name, address=voice_address(id_) if id_ in view.voices else None)
        for id_, name in ordered[:MOST_NAMED]
    ]
    return Speakers(side=side, count=len(names), named=tuple(named))


def questions(view: View) -> tuple[Question, ...]:
    """Return all questions that have theses, in the topics' order."""
    return tuple(
        Question(
            topic=view.topic(each.topic),
            question=view.corpus.topics[each.topic].record.question,
            theses=tuple(
                Weighed(
                    thesis=view.claim(one.thesis), state=one.state.value, claims=one.claims, pro=one.pro, con=one.con
                )
                for one in each.theses
            ),
        )
        for each in view.analysis.questions
    )


def sides_chart(heard: Sequence[OnTopic]) -> Chart:
    """Return the chart of the voices of each side on each topic; the area of a circle is their number."""
    across = WIDTH / len(SIDES)
    most = max(1, *(speakers.count for each in heard for speakers in each.sides))
    topics, dots = [], []
    for number, each in enumerate(heard):
        at = _HEAD + number * _ROW
        topics.append({"text": wrapped(each.topic.title, width=LONGEST, lines=1)[0], "at": at + 18})
        for column, speakers in enumerate(each.sides):
            place = {"x": column * across + _LARGEST + 2, "y": at + 36, "size": speakers.count}
            dots.append({**place, "text": str(speakers.count), "after": place["x"] + _LARGEST + GAP})
    sides = [{"text": side.capitalize(), "x": column * across} for column, side in enumerate(SIDES)]
    return Chart(
        id="chart-of-sides",
        title="Voices by topic and side",
        description=(
            f"A row for each of {plural(len(heard), 'topic')}, a column for each side: {', '.join(SIDES)}. "
            "The area of a circle, and the number beside it, is how many voices are quoted or cited. "
            "The table below names them."
        ),
        height=_HEAD + len(heard) * _ROW,
        inner={
            "data": [
                {"name": "sides", "values": sides},
                {"name": "topics", "values": topics},
                {"name": "dots", "values": dots},
            ],
            "scales": [scale("size", (0, most), (0, (2 * _LARGEST) ** 2))],
            "marks": [
                text("sides", "text", {"field": "x"}, {"value": 16}),
                text("topics", "text", {"value": 0}, {"field": "at"}),
                {
                    "type": "symbol",
                    "from": {"data": "dots"},
                    "encode": {
                        "enter": {
                            "x": {"field": "x"},
                            "y": {"field": "y"},
                            "size": {"scale": "size", "field": "size"},
                            "fill": {"value": TINT},
                        }
                    },
                },
                text("dots", "text", {"field": "after"}, {"field": "y", "offset": 5}),
            ],
        },
    )
