"""The state of the whole debate: what is contested, by whom, and what would change that."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from claimgraph.index.wording import day_in_words
from claimgraph.model.standing import State
from claimgraph.pages.debate.questions import disputed_questions
from claimgraph.pages.debate.resting import one_claim, one_voice
from claimgraph.pages.debate.single_claims import contested_claims, open_disputes
from claimgraph.publish.shell import TocEntry

if TYPE_CHECKING:
    from claimgraph.index.view import View

OPEN: Final = 2
"""How many of the most disputed questions are open when the page is."""

SHOWN: Final = 12
"""How many of the most disputed questions are shown before the list is folded."""

TOC: Final = (
    TocEntry(anchor="questions", text="The questions in dispute"),
    TocEntry(anchor="claims", text="Single claims in dispute"),
    TocEntry(anchor="resting", text="What rests on little"),
)
"""The sections of the page, in order."""


def debate_values(view: View) -> dict[str, Any]:
    """Return the values for the template of the state of the debate."""
    count = Counter(standing.state for standing in view.analysis.standings.values())
    return {
        "as_of": day_in_words(view.as_of),
        "claims": count.total(),
        "states": tuple((state.value, count[state]) for state in State if count[state]),
        "theses": sum(len(question.theses) for question in view.analysis.questions),
        "met": count[State.BOTH_SIDES],
        "undisputed": count[State.UNDISPUTED],
        "questions": disputed_questions(view),
        "open": OPEN,
        "shown": SHOWN,
        "disputes": open_disputes(view),
        "contested": contested_claims(view),
        "one_voice": one_voice(view),
        "one_claim": one_claim(view),
    }
