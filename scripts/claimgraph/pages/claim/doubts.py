"""Undercuts in words, as seen from each claim that they touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from claimgraph.model.claim import Quote
from claimgraph.model.links import Undercut

if TYPE_CHECKING:
    from claimgraph.index.edges import Edge
    from claimgraph.index.view import View
    from claimgraph.model.claim import Citation

Side: TypeAlias = Literal["for", "against", "onward"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An undercut on the page of one claim.

    `side` is its bearing on that claim: a doubt about something for the claim is against it, and a doubt about
    something against the claim is for it. A doubt about a step from the claim to another is `onward`. `says` is the
    undercut in words; `target` are the words that are doubted, empty if there are none to show.
    """

    side: Side
    says: str
    target: str = ""


def doubt_of_target(view: View, edge: Edge) -> Doubt:
    """Return an undercut for the page of the claim whose evidence, step, limit or conflict it hits."""
    link = _undercut(edge)
    if items := _items(view, edge):
        side: Side = "for" if all(map(_disputes, items)) else "against"
        return Doubt(side=side, says=f"Casts doubt on {_what(link, items)} this claim", target=_words(items))
    if link.third is None:
        return Doubt(side="against", says="Casts doubt on the grounds of this claim")
    kind, third = link.third
    if kind == "opposes":
        return Doubt(
            side="for", says=f"Casts doubt on whether this claim and {_name(view, third)} contradict each other"
        )
    return Doubt(side="onward", says=f"Casts doubt on whether this claim {_DOES[kind]} {_name(view, third)}")


def doubt_of_third(view: View, edge: Edge) -> Doubt:
    """Return an undercut for the page of the claim to which the undercut link leads."""
    target, third = _name(view, edge.target), _undercut(edge).third
    kind = third[0] if third else "opposes"
    if kind == "opposes":
        return Doubt(side="for", says=f"Casts doubt on whether this claim and {target} contradict each other")
    side: Side = "against" if kind == "supports" else "for"
    return Doubt(side=side, says=f"Casts doubt on whether {target} {_DOES[kind]} this claim")


def doubt_of_maker(view: View, edge: Edge) -> Doubt:
    """Return an undercut for the page of the claim that makes it; the title of the claim it hits follows `says`."""
    link = _undercut(edge)
    if items := _items(view, edge):
        return Doubt(side="onward", says=f"Casts doubt on {_what(link, items)}", target=_words(items))
    if link.third is None:
        return Doubt(side="onward", says="Casts doubt on the grounds of")
    kind, third = link.third
    says = {
        "supports": "Casts doubt on a reason given for {}",
        "counts_against": "Casts doubt on a reason given against {}",
        "limits": "Casts doubt on a limit given for {}",
        "opposes": "Casts doubt on whether {} contradicts",
    }[kind]
    return Doubt(side="onward", says=says.format(_name(view, third)))


_DOES: Final = {"supports": "is a reason for", "counts_against": "is a reason against", "limits": "limits"}
"""The predicate of each kind of link that an undercut can hit; a conflict has its own words, for both claims."""


def _undercut(edge: Edge) -> Undercut:
    assert isinstance(edge.link, Undercut)  # noqa: S101  only undercuts are asked about
    return edge.link


def _items(view: View, edge: Edge) -> list[Quote | Citation]:
    """Return the quotes and citations that an undercut hits; none if it hits a link, or names something unknown."""
    link, target = _undercut(edge), view.corpus.claims[edge.target].record
    if link.quote:
        return [quote for quote in target.quotes if quote.id == link.quote]
    if link.citation:
        return [citation for citation in target.citations if citation.id == link.citation]
    if link.rests_on:
        every: tuple[Quote | Citation, ...] = (*target.quotes, *target.citations)
        return [item for item in every if item.rests_on == link.rests_on]
    return []


def _what(link: Undercut, items: list[Quote | Citation]) -> str:
    """Return the target of an undercut as a phrase, which the claim follows."""
    is_disputing = all(map(_disputes, items))
    if link.rests_on:
        return f"the study behind what {'disputes' if is_disputing else 'is given for'}"
    return f"a {'quote' if link.quote else 'citation'} {'that disputes' if is_disputing else 'given for'}"


def _disputes(item: Quote | Citation) -> bool:
    return item.stance == "disputes"


def _words(items: list[Quote | Citation]) -> str:
    """Return quotes in quotation marks, and findings, which are in our own words, without."""
    return " · ".join(f"“{item.exact}”" if isinstance(item, Quote) else item.finding for item in items)


def _name(view: View, claim_id: str) -> str:
    return f"‘{view.claim(claim_id).title}’" if claim_id in view.corpus.claims else "another claim"
