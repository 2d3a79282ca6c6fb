"""The links of a claim as its page lists them: their side, their voices, and whether they are answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claimgraph.index.reasoning import answered_in_words, shown_reason
from claimgraph.index.wording import differences_in_words
from claimgraph.model.links import Undercut
from claimgraph.model.standing import NOBODY, Attack, Force
from claimgraph.pages.claim.doubts import doubt_of_maker, doubt_of_target, doubt_of_third
from claimgraph.pages.parts.cards import Other, other
from claimgraph.pages.parts.spoken import reasons_in_words, voices_of
from claimgraph.standing.holding import of_items, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.index.addresses import Ref
    from claimgraph.index.edges import Edge
    from claimgraph.index.reasoning import ShownReason
    from claimgraph.index.view import View
    from claimgraph.model.links import LinkKind
    from claimgraph.model.standing import Backing, Side
    from claimgraph.pages.claim.doubts import Doubt
    from claimgraph.pages.claim.doubts import Side as Bearing

OWN_VOICE: Final = "It comes from the same voice as this claim, so it does not count as a reason against it."
NOT_HELD: Final = "Nobody is quoted or cited here who holds all of it, so it does not count."


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """A link as seen from one of its claims; see `link_row` in the templates' macros."""

    relation: str
    says: str
    claim: Other
    because: str
    despite: str
    target: str
    partners: tuple[Ref, ...]
    inferred: bool
    by: tuple[Ref, ...] = ()
    differs: str = ""
    note: str = ""
    reason: ShownReason | None = None
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """One side of a claim: its unanswered and its answered links; `count` is the number behind the unanswered ones."""

    count: str
    standing: tuple[LinkRow, ...]
    answered: tuple[LinkRow, ...]

    def __len__(self) -> int:
        """Count the links of the side."""
        return len(self.standing) + len(self.answered)


def for_it(view: View, claim_id: str) -> Rows:
    """Return the side for a claim: reasons for it, and doubts about what is against it."""
    side = view.analysis.standings[claim_id].pro
    return _rows([*_steps(view, claim_id, "supports", "Supports this claim", side), *_doubts(view, claim_id, "for")])


def against_it(view: View, claim_id: str) -> Rows:
    """Return the side against a claim: what opposes it, reasons against it, and doubts about what is for it.

    Words that dispute it are counted, and are no links: the page shows them as quotes.
    """
    side = view.analysis.standings[claim_id].con
    return _rows(
        [
            *_opposing(view, claim_id),
            *_steps(view, claim_id, "counts_against", "Counts against this claim", side),
            *_doubts(view, claim_id, "against"),
        ],
        [*_disputing(view, claim_id)],
    )


def _disputing(view: View, claim_id: str) -> Iterator[Backing]:
    """Yield who is behind each quote and citation that disputes a claim, without an answer."""
    for each in view.analysis.standings[claim_id].challenges:
        if each.attack is Attack.DISPUTES and each.item is not None and each.force is not Force.ANSWERED:
            yield of_items(view.analysis.origins, claim_id, (each.item,))


def limits_of(view: View, claim_id: str) -> Rows:
    """Return the limits of a claim."""
    return _rows(_steps(view, claim_id, "limits", "Limits this claim", view.analysis.standings[claim_id].limits))


@dataclass(frozen=True, slots=True, kw_only=True)
class _BackedRow:
    """A row with the voices behind it, and whether it is answered."""

    row: LinkRow
    backing: Backing = NOBODY
    is_answered: bool = False


def _rows(backed: Iterable[_BackedRow], more: Sequence[Backing] = ()) -> Rows:
    every = [*backed]
    behind = [*more]
    behind += [each.backing for each in every if not each.is_answered and each.backing.voices]
    return Rows(
        count=reasons_in_words(len(behind), together(behind)) if behind else "",
        standing=tuple(each.row for each in every if not each.is_answered),
        answered=tuple(each.row for each in every if each.is_answered),
    )


def _steps(view: View, claim_id: str, kind: LinkKind, says: str, side: Side) -> Iterator[_BackedRow]:
    """Yield the links of one kind to a claim. Those that count are the points of `side`."""
    points = {point.claim: point for point in side.points if point.item is None and point.through is None}
    for edge in view.incoming[claim_id]:
        if edge.kind != kind:
            continue
        row, point = _row(view, edge, edge.maker, says), points.get(edge.maker)
        if point is not None:
            row = replace(row, by=voices_of(view, point.backing.voices))
            yield _BackedRow(row=row, backing=point.backing, is_answered=point.is_answered)
        else:
            premises = (edge.maker, *getattr(edge.link, "together", ()))
            is_held = all(view.analysis.standings[id_].backing.voices for id_ in premises if id_ in view.corpus.claims)
            yield _BackedRow(row=replace(row, note=OWN_VOICE if is_held else NOT_HELD))


def _opposing(view: View, claim_id: str) -> Iterator[_BackedRow]:
    """Yield the oppositions of a claim, whichever of the two claims makes the link."""
    for edge, id_ in _both(view, claim_id, "opposes"):
        row = _row(view, edge, id_, "Cannot be true together with this claim")
        yield _challenge(view, claim_id, id_, row)


def _doubts(view: View, claim_id: str, side: Bearing) -> Iterator[_BackedRow]:
    """Yield the undercuts by other claims that are on one side of a claim."""
    for edge, doubt in _doubts_about(view, claim_id):
        if doubt.side == side:
            yield _challenge(view, claim_id, edge.maker, _row(view, edge, edge.maker, doubt))


def _challenge(view: View, claim_id: str, by: str, row: LinkRow) -> _BackedRow:
    """Return the row of an opposition or an undercut by the claim `by`, which counts only if somebody asserts it."""
    attack, standing = Attack.OPPOSES if row.relation == "opposes" else Attack.UNDERCUTS, view.analysis.standings[by]
    if not standing.is_voiced:
        return _BackedRow(row=replace(row, note="" if standing.is_thesis else NOT_HELD))
    challenges = view.analysis.standings[claim_id].challenges
    forces = {each.force for each in challenges if (each.attack, each.claim) == (attack, by)}
    row = replace(row, by=voices_of(view, standing.backing.voices))
    return _BackedRow(row=row, backing=standing.backing, is_answered=forces == {Force.ANSWERED})


def _doubts_about(view: View, claim_id: str) -> Iterator[tuple[Edge, Doubt]]:
    for edge in view.incoming[claim_id]:
        if edge.kind == "undercuts":
            yield edge, doubt_of_target(view, edge)
    for edge in view.third_of[claim_id]:
        yield edge, doubt_of_third(view, edge)


def inward(view: View, claim_id: str, kind: LinkKind, says: str) -> Iterator[LinkRow]:
    """Yield the links of one kind that others make to a claim."""
    return (_row(view, edge, edge.maker, says) for edge in view.incoming[claim_id] if edge.kind == kind)


def both_ways(view: View, claim_id: str, kind: LinkKind, says: str) -> Iterator[LinkRow]:
    """Yield the links of a symmetric kind, whichever of the two claims makes them."""
    return (_row(view, edge, id_, says) for edge, id_ in _both(view, claim_id, kind))


def _both(view: View, claim_id: str, kind: LinkKind) -> Iterator[tuple[Edge, str]]:
    for edge in (*view.incoming[claim_id], *view.outgoing[claim_id]):
        if edge.kind == kind:
            yield edge, edge.maker if edge.target == claim_id else edge.target


def onward(view: View, claim_id: str) -> Iterator[LinkRow]:
    """Yield what a claim bears on: the links that it makes, those that need it as a premise, and doubts about these.

    Symmetric links are left out: the claim's sides show them, or the section on rival figures.
    """
    for kind, says in (("supports", "Supports"), ("counts_against", "Counts against")):
        yield from (_row(view, edge, edge.target, says) for edge in view.outgoing[claim_id] if edge.kind == kind)
        for edge in view.premise_of[claim_id]:
            if edge.kind == kind:
                yield _row(view, edge, edge.target, f"{says}, together with others", seen_from=claim_id)
    for kind, says in (("limits", "Limits"), ("context", "Gives context to")):
        yield from (_row(view, edge, edge.target, says) for edge in view.outgoing[claim_id] if edge.kind == kind)
    for edge in view.outgoing[claim_id]:
        if isinstance(edge.link, Undercut):
            yield _row(view, edge, edge.target, doubt_of_maker(view, edge))
    for edge, doubt in _doubts_about(view, claim_id):
        if doubt.side == "onward":
            yield _row(view, edge, edge.maker, doubt)


def _row(view: View, edge: Edge, other_id: str, label: str | Doubt, *, seen_from: str = "") -> LinkRow:
    """Return the row of a link.

    Args:
        view: The view.
        edge: The link.
        other_id: The claim to name.
        label: The words before that claim.
        seen_from: The further premise on whose page the row is; empty if the page is that of one of the link's ends.
    """
    link = edge.link
    says, target = (label, "") if isinstance(label, str) else (label.says, label.target)
    premises = ((edge.maker,) if seen_from else ()) + getattr(link, "together", ())
    return LinkRow(
        relation=edge.kind,
        says=says,
        claim=other(view, other_id),
        because=link.because,
        despite=getattr(link, "despite", ""),
        target=target,
        partners=tuple(view.claim(id_) for id_ in premises if id_ in view.corpus.claims and id_ != seen_from),
        inferred=view.is_inferred(other_id),
        differs=differences_in_words(link),
        reason=shown_reason(view, edge),
        answers=tuple(answered_in_words(view, edge)),
    )
