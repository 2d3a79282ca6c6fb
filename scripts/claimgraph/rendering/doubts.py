"""What an undercut casts doubt on, in words, as seen from each claim that it touches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from claimgraph.model.claim import Quote, Undercut

if TYPE_CHECKING:
    from claimgraph.model.claim import Citation
    from claimgraph.rendering.view import Tie, View

Side: TypeAlias = Literal["for", "against", "onward"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An undercut on the page of one claim.

    `side` is how it bears on that claim: to doubt what is given for it is against it, to doubt what is held against it
    is for it, and a step from it to another claim is only what it bears on. `says` is the undercut in words; `target`
    the words that are doubted, empty where there are none to show.
    """

    side: Side
    says: str
    target: str = ""


def doubt_of_target(view: View, tie: Tie) -> Doubt:
    """Return an undercut as the claim sees it whose quote, citation, step or conflict is hit."""
    link = _undercut(tie)
    if (item := _item(view, tie)) is not None:
        what = f"{_noun(link)} {'that disputes' if _disputes(item) else 'given for'} this claim"
        side: Side = "for" if _disputes(item) else "against"
        return Doubt(side=side, says=f"Casts doubt on a {what}", target=_words(item))
    if link.supports:
        third = _name(view, link.supports)
        return Doubt(side="onward", says=f"Casts doubt on whether this claim is a reason for {third}")
    if link.opposes:
        third = _name(view, link.opposes)
        return Doubt(side="for", says=f"Casts doubt on whether this claim and {third} contradict each other")
    return Doubt(side="against", says="Casts doubt on the grounds of this claim")


def doubt_of_third(view: View, tie: Tie) -> Doubt:
    """Return an undercut as the claim sees it to which the step leads that is hit, or with which the conflict is."""
    target = _name(view, tie.target)
    if _undercut(tie).supports:
        return Doubt(side="against", says=f"Casts doubt on whether {target} is a reason for this claim")
    return Doubt(side="for", says=f"Casts doubt on whether this claim and {target} contradict each other")


def doubt_of_maker(view: View, tie: Tie) -> Doubt:
    """Return an undercut as the claim sees it that makes it; `says` goes on with the title of the claim that is hit."""
    link = _undercut(tie)
    if (item := _item(view, tie)) is not None:
        says = f"Casts doubt on a {_noun(link)} {'that disputes' if _disputes(item) else 'given for'}"
        return Doubt(side="onward", says=says, target=_words(item))
    if link.supports:
        return Doubt(side="onward", says=f"Casts doubt on a reason given for {_name(view, link.supports)}")
    if link.opposes:
        return Doubt(side="onward", says=f"Casts doubt on whether {_name(view, link.opposes)} contradicts")
    return Doubt(side="onward", says="Casts doubt on the grounds of")


def _undercut(tie: Tie) -> Undercut:
    assert isinstance(tie.link, Undercut)  # noqa: S101  only undercuts are asked about
    return tie.link


def _item(view: View, tie: Tie) -> Quote | Citation | None:
    """Return the quote or citation that is hit; None for a step, a conflict, or an item that is not there."""
    link, target = _undercut(tie), view.corpus.claims[tie.target].record
    items = target.quotes if link.quote else target.citations
    wanted = link.quote or link.citation
    return next((item for item in items if wanted is not None and item.id == wanted), None)


def _noun(link: Undercut) -> str:
    return "quote" if link.quote else "citation"


def _disputes(item: Quote | Citation) -> bool:
    return item.stance == "disputes"


def _words(item: Quote | Citation) -> str:
    """Return a quote in its marks, or a finding, which is in our own words, without."""
    return f"“{item.exact}”" if isinstance(item, Quote) else item.finding


def _name(view: View, claim_id: str) -> str:
    return f"‘{view.claim(claim_id).title}’" if claim_id in view.corpus.claims else "another claim"
