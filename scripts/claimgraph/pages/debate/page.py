"""The state of the whole debate: unanswered challenges, the claims most depended upon, claims of a single voice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimgraph.analysis.balance import by_side
from claimgraph.analysis.wording import reliance_in_words
from claimgraph.index.addresses import Ref, voice_address
from claimgraph.index.wording import day_in_words, plural
from claimgraph.model.standing import Attack, Force, State
from claimgraph.publish.shell import TocEntry

if TYPE_CHECKING:
    from claimgraph.analysis.balance import Unanswered
    from claimgraph.index.view import View

RELIED: Final = 20
"""The number of claims most depended upon that are shown."""

ALONE: Final = 20
"""The number of voices that are shown of those with most claims that rest on them alone."""

CHALLENGES: Final = 100
"""The number of unanswered challenges of one side that are shown."""

TOC: Final = (
    TocEntry(anchor="states", text="How claims stand"),
    TocEntry(anchor="theses", text="Where the sides meet"),
    TocEntry(anchor="unanswered", text="Challenges without an answer"),
    TocEntry(anchor="relied", text="What most rests on"),
    TocEntry(anchor="alone", text="Claims of one voice"),
    TocEntry(anchor="semantics", text="Disputes, and how they could be settled"),
)
"""The sections of the page, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list: a page and a remark on it; `by` is a second page that the remark names, if any."""

    page: Ref
    says: str
    by: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLines:
    """The unanswered challenges by voices of one side; `count` counts all, `lines` has the first `CHALLENGES`."""

    side: str
    count: int
    lines: tuple[Line, ...]


def debate_values(view: View) -> dict[str, Any]:
    """Return the values for the template of the state of the debate."""
    analysis = view.analysis
    count = Counter(standing.state for standing in analysis.standings.values())
    return {
        "as_of": day_in_words(view.as_of),
        "states": [(state.value, count[state]) for state in State],
        "theses": sum(len(question.theses) for question in analysis.questions),
        "met": sum(each.state is State.BOTH_SIDES for question in analysis.questions for each in question.theses),
        "unmet": [
            Line(page=view.claim(each.thesis), says=each.state.value)
            for question in analysis.questions
            for each in question.theses
            if each.state is not State.BOTH_SIDES
        ],
        "sides": [
            SideLines(side=side, count=len(every), lines=tuple(_challenge(view, each) for each in every[:CHALLENGES]))
            for side, every in by_side(analysis.unanswered).items()
        ],
        "relied": [
            Line(page=view.claim(each.claim), says=reliance_in_words(each, analysis.origins))
            for each in analysis.reliances.found[:RELIED]
        ],
        "untried": len(analysis.reliances.untried),
        "alone": _alone(view),
        "lone": plural(len(analysis.lone), "claim"),
        "one_sided": [view.topic(question.topic) for question in analysis.questions if question.is_one_sided],
        "disputes": [
            Line(page=view.claim(dispute.claims[0]), says=_size(len(dispute.claims), len(dispute.readings)))
            for dispute in analysis.disputes
        ],
        "dependent": [
            Line(page=view.claim(id_), says=str(fate))
            for dispute in analysis.disputes
            for id_, fate in dispute.dependent
        ],
    }


def _challenge(view: View, each: Unanswered) -> Line:
    challenge = each.challenge
    is_open = " (neither is settled)" if challenge.force is Force.UNDECIDED else ""
    if challenge.attack is Attack.DISPUTES and challenge.item is not None:
        spoken = view.analysis.origins.attribution(each.claim, challenge.item)
        what = "a finding cited from" if spoken.is_cited else "words of"
        return Line(page=view.claim(each.claim), says=f"disputed by {what} {spoken.name}{is_open}")
    says = "opposed by" if challenge.attack is Attack.OPPOSES else "a ground of it is doubted by"
    return Line(page=view.claim(each.claim), says=f"{says}{is_open}", by=view.claim(challenge.claim))


def _alone(view: View) -> list[Line]:
    claims = Counter(each.voice for each in view.analysis.lone)
    names = {each.voice: each.name for each in view.analysis.lone}
    ranked = sorted(claims.items(), key=lambda item: (-item[1], item[0]))[:ALONE]
    return [
        Line(
            page=Ref(title=names[voice], address=voice_address(voice) if voice in view.voices else None),
            says=plural(count, "claim"),
        )
        for voice, count in ranked
    ]


def _size(claims: int, readings: int) -> str:
    ways = (
        f"it could be settled in {plural(readings, 'way')}" if readings else "too large to look for ways to settle it"
    )
    return f"and {plural(claims - 1, 'other claim')}: {ways}" if claims > 1 else ways
