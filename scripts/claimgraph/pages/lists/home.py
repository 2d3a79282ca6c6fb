"""The parts of the home page: all questions with the voices on both sides, and whose words the map rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.analysis.balance import SIDES
from claimgraph.index.addresses import Ref, topic_address

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.model.source import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question in the list of all.

    `pro` and `con` count the independent voices for and against the topic's first thesis; both are 0 without a thesis.
    """

    title: str
    address: str
    question: str
    pro: int
    con: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SideShare:
    """The number of verified quotes, and of citations, whose speakers are of one side."""

    side: Side
    quotes: int
    citations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeBalance:
    """Whose words the whole map rests on.

    `sides` are in the order of `SIDES`. `quotes` and `citations` are the sums. `most` is the source with most quotes,
    and `of_most` how many it has; None and 0 without quotes.
    """

    sides: tuple[SideShare, ...]
    quotes: int
    citations: int
    most: Ref | None
    of_most: int


def question_rows(view: View) -> tuple[QuestionRow, ...]:
    """Return every topic that has a file, in the topics' order."""
    return tuple(_row(view, id_) for id_ in view.topics if id_ in view.corpus.topics)


def _row(view: View, id_: str) -> QuestionRow:
    topic, standings = view.corpus.topics[id_].record, view.analysis.standings
    first = next((standings[thesis] for thesis in topic.theses if thesis in view.corpus.claims), None)
    return QuestionRow(
        title=topic.title,
        address=topic_address(id_),
        question=topic.question,
        pro=first.pro.backing.count if first else 0,
        con=first.con.backing.count if first else 0,
    )


def whole_balance(view: View) -> WholeBalance:
    """Return whose words the whole map rests on. Quotes and citations that are no evidence do not count."""
    quotes, citations, sources = Counter[str](), Counter[str](), Counter[str]()
    for id_ in view.corpus.claims:
        for stance in ("asserts", "disputes"):
            for _, origin in view.analysis.origins.evidence(id_, stance):
                (citations if origin.is_cited else quotes)[origin.side] += 1
                sources[origin.source] += not origin.is_cited
    most, of_most = min(sources.items(), key=lambda found: (-found[1], found[0]), default=("", 0))
    return WholeBalance(
        sides=tuple(SideShare(side=side, quotes=quotes[side], citations=citations[side]) for side in SIDES),
        quotes=quotes.total(),
        citations=citations.total(),
        most=view.source(most) if of_most else None,
        of_most=of_most,
    )
