"""Each question in dispute: its most disputed thesis, who is on which side, what separates them and would change it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.index.wording import joined
from claimgraph.model.standing import State
from claimgraph.pages.parts.people import Camp, camps
from claimgraph.pages.parts.spoken import voices_in_words

if TYPE_CHECKING:
    from claimgraph.analysis.balance import Balance, Question
    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.standing import Side, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Also:
    """Another thesis of the same question, and how many are for and against it, in words."""

    thesis: Ref
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InDispute:
    """A question in dispute, by its most disputed thesis.

    `counts` says how many are for and against it, and `pro` and `con` who. `crux` is what the two sides differ on, or
    empty. `change` says what would change how it stands, and `wordless` which reasons are put in our words alone, or
    is empty. `also` are the question's other theses.
    """

    topic: Ref
    question: str
    thesis: Ref
    counts: str
    pro: tuple[Camp, ...]
    con: tuple[Camp, ...]
    crux: str
    change: str
    wordless: str
    also: tuple[Also, ...]


def disputed_questions(view: View) -> tuple[InDispute, ...]:
    """Return every question that has theses; first those with most voices on the smaller side."""
    ordered = sorted(view.analysis.questions, key=lambda question: _heat(_hottest(question)), reverse=True)
    return tuple(_in_dispute(view, question) for question in ordered)


def _heat(each: Balance) -> tuple[int, int]:
    """Return how disputed a thesis is: the number on its smaller side, then that on both."""
    return min(each.pro, each.con), each.pro + each.con


def _hottest(question: Question) -> Balance:
    return max(question.theses, key=_heat)


def _in_dispute(view: View, question: Question) -> InDispute:
    hottest = _hottest(question)
    standing = view.analysis.standings[hottest.thesis]
    return InDispute(
        topic=view.topic(question.topic),
        question=view.corpus.topics[question.topic].record.question,
        thesis=view.claim(hottest.thesis),
        counts=_counts(hottest),
        pro=camps(view, standing.pro.backing.voices),
        con=camps(view, standing.con.backing.voices),
        crux=view.corpus.claims[hottest.thesis].record.crux,
        change=_change(standing),
        wordless=_wordless(standing),
        also=tuple(
            Also(thesis=view.claim(each.thesis), counts=_counts(each))
            for each in question.theses
            if each is not hottest
        ),
    )


def _counts(each: Balance) -> str:
    """Return how many are behind the unanswered reasons on each side, in words."""
    if each.state is State.NO_REASONS:
        return "no reasons recorded"
    return voices_in_words(each.pro, each.con)


def _change(standing: Standing) -> str:
    """Return what would change how a thesis stands: replies to one whole side, or a reason on a side without any."""
    if standing.state is not State.BOTH_SIDES:
        missing = [name for name, side in _sides(standing) if not side.standing]
        return f"A reason {' or '.join(missing)} it that nobody here answers."
    needed = ", or to ".join(_all(name, len(side.standing)) for name, side in _sides(standing))
    return f"An answer to {needed}. Neither is recorded here."


def _all(name: str, count: int) -> str:
    every = {1: "the one reason", 2: "both reasons"}.get(count, f"all {count} reasons")
    return f"{every} {name} it"


def _wordless(standing: Standing) -> str:
    """Return how many unanswered reasons on each side are put in our words alone; empty if none are."""
    told = ((name, [point.backing.is_cited for point in side.standing]) for name, side in _sides(standing))
    return joined(
        *(
            _all(name, len(cited)) if all(cited) else f"{sum(cited)} of {len(cited)} reasons {name} it"
            for name, cited in told
            if any(cited)
        )
    )


def _sides(standing: Standing) -> tuple[tuple[str, Side], ...]:
    return ("for", standing.pro), ("against", standing.con)
