"""The page of a proposal: what has to be known first, and each changed claim below the thesis on which it bears."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.changes.capture_outline import capture_sections
from claimgraph.changes.lines import Line
from claimgraph.changes.outline import new_states, other_sections
from claimgraph.changes.record_outline import record_lines
from claimgraph.changes.standing_outline import standing_lines
from claimgraph.changes.summary import summary
from claimgraph.index.places import nearest_theses
from claimgraph.pages.claim.page import claim_html, claim_page
from claimgraph.pages.proposal.contained import Holder, claim_anchor
from claimgraph.pages.proposal.items import Naming, nested

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from markupsafe import Markup

    from claimgraph.changes.comparison import Changes
    from claimgraph.changes.lines import Section
    from claimgraph.changes.records import RecordChange
    from claimgraph.changes.standings import StandingChange
    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.pages.proposal.items import Item
    from claimgraph.publish.rendering import Renderer

MOST_PAGES: Final = 100
"""How many claims are shown as their page shows them at most, so that the file stays small enough for a phone."""

_SAYS: Final[Mapping[str, str]] = {
    "added": "New claim",
    "removed": "Claim taken away",
    "renamed": "New address",
    "changed": "Changed",
    "refused": "Cannot be read any more",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Items under a heading; `note` is a sentence for their reader, or empty."""

    heading: str
    items: tuple[Item, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A changed claim: what changed in its file, how it stands before and after, and the content of its page.

    `items` and `standing` are empty if nothing changed there. `page` is None if it cannot be shown. `was` says that it
    is the page of the claim as it was before.
    """

    anchor: str
    title: str
    says: str
    items: tuple[Item, ...]
    standing: tuple[Item, ...]
    page: Markup | None
    was: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownThesis:
    """A thesis that changes, or on which changed claims bear; without a title, the claims that bear on none.

    `anchor` is empty if the thesis is also one of the claims below.
    """

    anchor: str
    title: str
    question: str
    standing: tuple[Item, ...]
    claims: tuple[ShownClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPage:
    """The value of the page of a proposal; see the head of its template.

    `base` and `head` name the two states. `first` is what has to be known first, None if there is nothing to count.
    """

    name: str
    base: str
    head: str
    is_nothing: bool
    first: Told | None
    captures: tuple[Told, ...]
    theses: tuple[ShownThesis, ...]
    others: tuple[Told, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Two states of a checkout, and what differs. `titles` are those of all claims of both states, by id."""

    base: str
    head: str
    changes: Changes
    before: View
    after: View
    titles: Mapping[str, str]


def proposal_page(proposal: Proposal, renderer: Renderer, home: Home) -> ProposalPage:
    """Return the value of the page of a proposal."""
    return _Maker(proposal, renderer, home).page()


class _Maker:
    def __init__(self, proposal: Proposal, renderer: Renderer, home: Home) -> None:
        self._proposal, self._renderer, self._home = proposal, renderer, home
        self._standings = {change.claim: change for change in proposal.changes.standings}
        self._records = {record.id: record for record in proposal.changes.records if record.kind == "claim"}
        self._states = new_states(proposal.changes)
        here = {*self._records, *self._standings}
        self._naming = Naming(titles=proposal.titles, anchors={id_: claim_anchor(id_) for id_ in here})
        self._holder = Holder(claims=here, home=home)
        self._left = MOST_PAGES

    def page(self) -> ProposalPage:
        changes = self._proposal.changes
        first = summary(changes)
        return ProposalPage(
            name=self._home.name,
            base=self._proposal.base,
            head=self._proposal.head,
            is_nothing=changes.are_none,
            first=None if first is None else self._told(first),
            captures=tuple(map(self._told, capture_sections(changes.captures, changes.comparisons))),
            theses=tuple(self._theses()),
            others=tuple(map(self._told, other_sections(changes))),
            note=self._note(),
        )

    def _note(self) -> str:
        if len(self._records) <= MOST_PAGES:
            return ""
        return f"Only the first {MOST_PAGES} claims are shown as their pages show them."

    def _told(self, section: Section) -> Told:
        return Told(heading=section.heading, items=nested(section.lines, self._naming), note=section.note)

    def _theses(self) -> Iterator[ShownThesis]:
        """Yield the theses that change, those that lose a side first, then others on which changed claims bear."""
        theses = [id_ for id_, change in self._standings.items() if change.is_thesis]
        below: dict[str, list[str]] = {id_: [] for id_ in theses}
        for id_ in self._changed():
            below.setdefault(self._thesis(id_), []).append(id_)
        nowhere = below.pop("", [])
        for thesis, ids in below.items():
            if ids or thesis in self._standings:
                yield self._shown_thesis(thesis, ids)
        if nowhere:
            rest = tuple(map(self._claim, nowhere))
            yield ShownThesis(anchor="", title="", question="", standing=(), claims=rest)

    def _changed(self) -> Iterator[str]:
        """Yield the claims whose files changed, then those that only stand otherwise and are no thesis."""
        yield from self._records
        for id_, change in self._standings.items():
            if not change.is_thesis and id_ not in self._records:
                yield id_

    def _thesis(self, claim_id: str) -> str:
        """Return the nearest thesis that a claim bears on, now or before; empty if there is none."""
        view = self._view(claim_id)
        return next(iter(nearest_theses(view, claim_id)), "")

    def _view(self, claim_id: str) -> View:
        """Return the later state, or the earlier one for a claim that is only in that."""
        return self._proposal.after if claim_id in self._proposal.after.corpus.claims else self._proposal.before

    def _shown_thesis(self, id_: str, claims: Iterable[str]) -> ShownThesis:
        view = self._view(id_)
        topic = view.topic_record(view.asked_by[id_]) if id_ in view.asked_by else None
        return ShownThesis(
            anchor="" if id_ in self._records else claim_anchor(id_),
            title=self._proposal.titles[id_],
            question=topic.question if topic is not None else "",
            standing=self._standing(self._standings.get(id_)),
            claims=tuple(map(self._claim, claims)),
        )

    def _standing(self, change: StandingChange | None) -> tuple[Item, ...]:
        return () if change is None else nested(tuple(standing_lines(change)), self._naming)

    def _claim(self, id_: str) -> ShownClaim:
        record, change = self._records.get(id_), self._standings.get(id_)
        is_told_above = change is None or change.is_thesis or change.before is None or change.after is None
        return ShownClaim(
            anchor=claim_anchor(id_),
            title=self._proposal.titles[id_],
            says=_SAYS[record.how] if record is not None else "Stands otherwise",
            items=() if record is None else nested(tuple(self._lines(record)), self._naming),
            standing=() if is_told_above else self._standing(change),
            page=None if record is None else self._content(id_),
            was=id_ not in self._proposal.after.corpus.claims,
        )

    def _lines(self, record: RecordChange) -> Iterator[Line]:
        """Yield the lines about a claim's file, without the first, which names the claim."""
        first, *rest = record_lines(record, self._states.get(record.id))
        if record.how == "renamed":
            yield first
        yield from (Line(depth=each.depth - 1, pieces=each.pieces) for each in rest)

    def _content(self, id_: str) -> Markup | None:
        """Return the content of a claim's page; None for a claim beyond the first `MOST_PAGES`."""
        if not self._left:
            return None
        self._left -= 1
        content = claim_html(self._renderer, claim_page(self._view(id_), self._home, id_)).content
        return self._holder.contained(content, id_)
