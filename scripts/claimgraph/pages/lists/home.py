"""The list of all questions on the home page, with the voices on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.index.addresses import topic_address

if TYPE_CHECKING:
    from claimgraph.index.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question in the list of all.

    `answer` is the title of the topic's first thesis, empty if it has none; `pro` and `con` count the independent
    voices for and against it.
    """

    title: str
    address: str
    answer: str
    pro: int
    con: int


def question_rows(view: View) -> tuple[QuestionRow, ...]:
    """Return the question of every topic that has a file, in the topics' order."""
    return tuple(_row(view, id_) for id_ in view.topics if id_ in view.corpus.topics)


def _row(view: View, id_: str) -> QuestionRow:
    topic = view.corpus.topics[id_].record
    first = next((thesis for thesis in topic.theses if thesis in view.corpus.claims), None)
    standing = view.analysis.standings[first] if first else None
    return QuestionRow(
        title=topic.question,
        address=topic_address(id_),
        answer=view.claim(first).title if first else "",
        pro=standing.pro.backing.count if standing else 0,
        con=standing.con.backing.count if standing else 0,
    )
