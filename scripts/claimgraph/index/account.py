"""Why a claim has its state, for its page: the tree of reasons, and what would change the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.analysis.chains import Role
from claimgraph.analysis.wording import change_in_words, found_in_words
from claimgraph.index.addresses import Ref
from claimgraph.model.standing import Force

if TYPE_CHECKING:
    from claimgraph.analysis.chains import Reason
    from claimgraph.index.view import View

_SAYS: Final = {
    Role.OPPOSES: "Opposed by",
    Role.DISPUTES: "Disputed in",
    Role.UNDERCUTS: "Its grounds are doubted by",
    Role.COUNTS_AGAINST: "A reason against it",
    Role.LIMITS: "Limited by",
    Role.REPLIES: "Answered by",
    Role.FOUNDS: "Rests on",
}
_FORCES: Final = {
    Force.HOLDS: "no answer to it holds here",
    Force.UNDECIDED: "not settled here",
    Force.ANSWERED: "answered",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonNode:
    """One node of the tree of reasons.

    `claim` is the claim that gives the reason, or the words that do. `says` is the reason's role, such as
    `Opposed by`. `outcome` says whether the reason is answered; it is empty for a reason that the claim rests on.
    `state` is the state of `claim`; it is empty for words that dispute. `children` are the reasons for that state, and
    `more` says that some of them are left out here: they are elsewhere in the tree, or beyond its size.
    """

    says: str
    claim: Ref
    outcome: str
    state: str
    more: bool
    children: tuple[ReasonNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Why a challenged claim has its state. `changes` are what would change it; `found` says how far was searched."""

    reasons: tuple[ReasonNode, ...]
    found: str
    changes: tuple[str, ...]


def account(view: View, claim_id: str) -> Account | None:
    """Return the account of a claim; None if neither it nor any claim that it rests on is challenged."""
    found = view.analysis.prospects.get(claim_id)
    if found is None:
        return None
    return Account(
        reasons=tuple(_node(view, child) for child in view.analysis.chain(claim_id).children),
        found=found_in_words(found),
        changes=tuple(change_in_words(change, claim_id, view.analysis.origins) for change in found.changes),
    )


def _node(view: View, reason: Reason) -> ReasonNode:
    if reason.role is Role.DISPUTES and reason.item is not None:
        spoken = view.analysis.origins.attribution(reason.claim, reason.item)
        claim = Ref(title=f"{'a finding from' if spoken.is_cited else 'words of'} {spoken.name}", address=None)
    else:
        claim = view.claim(reason.claim)
    says = "A reason for it is doubted by" if reason.is_of_steps else _SAYS[reason.role]
    return ReasonNode(
        says=says,
        claim=claim,
        outcome=_FORCES[reason.force] if reason.force is not None else "",
        state=reason.state.value if reason.state is not None else "",
        more=reason.is_repeated or reason.left_out > 0,
        children=tuple(_node(view, child) for child in reason.children),
    )
