"""Why a claim stands as it does, for its page: the tree of reasons, and what would change its state."""

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
    Role.COUNTS_AGAINST: "Against it counts",
    Role.LIMITS: "It is limited by",
    Role.REPLIES: "Answered by",
    Role.FOUNDS: "Rests on",
}
_FORCES: Final = {
    Force.HOLDS: "no reply recorded here holds against it",
    Force.UNDECIDED: "not settled by what is recorded here",
    Force.ANSWERED: "answered",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One place of the tree: what it does, what does it, what became of that, and how that stands itself.

    `state` is empty for words that dispute; `outcome` is empty for a reason that a claim rests on. `more` tells that
    the claim's own reasons stand elsewhere in the tree, or beyond its bounds.
    """

    says: str
    claim: Ref
    outcome: str
    state: str
    more: bool
    below: tuple[Rung, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Why a claim that is challenged stands as it does; `changes` is empty where nothing was found, as `found` says."""

    rungs: tuple[Rung, ...]
    found: str
    changes: tuple[str, ...]


def account(view: View, claim_id: str) -> Account | None:
    """Return the account of a claim; None where it is not challenged, and rests on nothing that is."""
    found = view.analysis.prospects.get(claim_id)
    if found is None:
        return None
    return Account(
        rungs=tuple(_rung(view, child) for child in view.analysis.chain(claim_id).children),
        found=found_in_words(found),
        changes=tuple(_sentence(change_in_words(change, view.analysis.origins)) for change in found.changes),
    )


def _rung(view: View, reason: Reason) -> Rung:
    if reason.role is Role.DISPUTES and reason.item is not None:
        spoken = view.analysis.origins.attribution(reason.claim, reason.item)
        claim = Ref(title=f"{'a finding from' if spoken.is_cited else 'words of'} {spoken.name}", address=None)
    else:
        claim = view.claim(reason.claim)
    says = "A reason for it is doubted by" if reason.is_of_steps else _SAYS[reason.role]
    return Rung(
        says=says,
        claim=claim,
        outcome=_FORCES[reason.force] if reason.force is not None else "",
        state=reason.state.value if reason.state is not None else "",
        more=reason.is_repeated or reason.left_out > 0,
        below=tuple(_rung(view, child) for child in reason.children),
    )


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
