"""The page of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from claimgraph.index.account import account
from claimgraph.index.addresses import claim_address
from claimgraph.index.evidence_line import evidence_line
from claimgraph.index.links import relative
from claimgraph.index.places import background_of, further_theses, places
from claimgraph.index.wording import date_in_words, day_in_words, kind_in_words, period_in_words
from claimgraph.model.standing import State
from claimgraph.pages.claim.banner import banner
from claimgraph.pages.claim.contents import TITLES, TOLD, contents
from claimgraph.pages.claim.crumbs import crumbs, is_told_by_crumbs
from claimgraph.pages.claim.link_rows import against_it, both_ways, for_it, inward, limits_of, onward
from claimgraph.pages.head.feed import feed_link
from claimgraph.pages.head.linked_data import claim_data, linked_data
from claimgraph.pages.head.share_picture import share_tags
from claimgraph.pages.map.neighbourhood import Neighbour, neighbourhood
from claimgraph.pages.parts.cards import THESIS
from claimgraph.pages.parts.citing import CitedPage, claim_section
from claimgraph.pages.parts.face_offs import face_off
from claimgraph.pages.parts.quotes import shown_citation, shown_figure, shown_quote
from claimgraph.pages.parts.standings import shown_standing
from claimgraph.pages.parts.theses import shown_thesis
from claimgraph.publish.shell import Content
from claimgraph.templating.templates import fields_of, render, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.account import Account
    from claimgraph.index.addresses import Ref
    from claimgraph.index.home import Home
    from claimgraph.index.places import Place
    from claimgraph.index.view import View
    from claimgraph.model.claim import Claim
    from claimgraph.pages.claim.banner import Banner
    from claimgraph.pages.claim.crumbs import Crumb
    from claimgraph.pages.claim.link_rows import LinkRow, Rows
    from claimgraph.pages.parts.face_offs import FaceOff
    from claimgraph.pages.parts.quotes import ShownCitation, ShownFigure, ShownQuote
    from claimgraph.pages.parts.standings import ShownStanding
    from claimgraph.pages.parts.theses import ShownThesis
    from claimgraph.publish.rendering import Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A number, date or name of a claim that the editors supplied."""

    says: str
    what: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The texts of a claim's own file. `kind` is in words; `replaced_by` is None if no claim replaces it."""

    title: str
    assertion: str
    kind: str
    note: str
    thesis: bool
    replaced_by: Ref | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """The value of the page of a claim; see the head of its template.

    `path` is the path of its file in the repository. `told` are the citations that stand where quotes would, if nobody
    is quoted asserting it; `citations` are the others. `face` is None for a thesis, and where no reason stands against
    it. `places` and `background` leave out what the crumbs tell.
    `cited` is for the section on citing, `neighbours` for the picture. `head` has elements of the page's head.
    """

    here: str
    path: str
    claim: Head
    crumbs: tuple[Crumb, ...]
    banner: Banner | None
    standing: ShownStanding
    is_quiet: bool
    as_of: str
    account: Account | None
    evidence: str
    asserting: tuple[ShownQuote, ...]
    disputing: tuple[ShownQuote, ...]
    told: tuple[ShownCitation, ...]
    added: tuple[Added, ...]
    read: str
    sides: ShownThesis | None
    face: FaceOff | None
    pro: Rows
    con: Rows
    limits: Rows
    rivals: tuple[LinkRow, ...]
    context: tuple[LinkRow, ...]
    places: tuple[Place, ...]
    further: tuple[Ref, ...]
    background: tuple[Ref, ...]
    onward: tuple[LinkRow, ...]
    scope: tuple[tuple[str, str], ...]
    where_when: str
    figures: tuple[ShownFigure, ...]
    citations: tuple[ShownCitation, ...]
    neighbours: tuple[Neighbour, ...]
    cited: CitedPage
    head: Markup


def claim_page(view: View, home: Home, claim_id: str) -> ClaimPage:
    """Return the value of the page of a claim."""
    entry, standing = view.corpus.claims[claim_id], view.analysis.standings[claim_id]
    claim, topic = entry.record, view.corpus.topic_of[claim_id]
    quotes = [shown_quote(view, claim_id, index) for index in range(len(claim.quotes))]
    citations = [shown_citation(view, claim_id, index) for index in range(len(claim.citations))]
    asserting = tuple(quote for quote in quotes if not quote.is_disputing)
    told = tuple(each for each in citations if not asserting and not each.stance)
    return ClaimPage(
        here=claim_address(claim_id),
        path=entry.path,
        claim=_head(view, claim),
        crumbs=crumbs(view, claim_id),
        banner=banner(view, claim_id),
        standing=shown_standing(view, claim_id),
        is_quiet=standing.state is State.UNDISPUTED,
        as_of=day_in_words(view.as_of),
        account=account(view, claim_id),
        evidence=evidence_line(view, claim_id),
        asserting=asserting,
        disputing=tuple(quote for quote in quotes if quote.is_disputing),
        told=told,
        added=tuple(_added(claim)),
        read=_read(claim),
        sides=shown_thesis(view, claim_id) if claim.thesis else None,
        face=face_off(view, claim_id) if standing.con.standing and not claim.thesis else None,
        pro=for_it(view, claim_id),
        con=against_it(view, claim_id),
        limits=limits_of(view, claim_id),
        rivals=tuple(both_ways(view, claim_id, "rivals", "Gives another figure for the same thing")),
        context=tuple(inward(view, claim_id, "context", "Gives context to this claim")),
        places=() if is_told_by_crumbs(view, claim_id) else places(view, claim_id),
        further=further_theses(view, claim_id),
        background=() if is_told_by_crumbs(view, claim_id) else background_of(view, claim_id),
        onward=tuple(onward(view, claim_id)),
        scope=_scope(claim),
        where_when=f"{claim.scope.place}, {period_in_words(claim.scope.period)}",
        figures=tuple(shown_figure(view, figure) for figure in claim.figures),
        citations=tuple(each for each in citations if each not in told),
        neighbours=tuple(neighbours(view, claim_id)),
        cited=CitedPage(id=claim_id, title=claim.title, topic=topic, home=home, as_of=view.as_of),
        head=_head_elements(view, home, claim_id),
    )


def _head(view: View, claim: Claim) -> Head:
    newer = claim.replaced_by
    return Head(
        title=claim.title,
        assertion=claim.assertion,
        kind=THESIS if claim.thesis else kind_in_words(claim.kind),
        note=claim.note,
        thesis=claim.thesis,
        replaced_by=view.claim(newer) if newer is not None and newer in view.corpus.claims else None,
    )


def _head_elements(view: View, home: Home, claim_id: str) -> Markup:
    topic = view.corpus.topic_of[claim_id]
    made = linked_data(claim_data(view, home, claim_id)) + share_tags(home, topic, view.topic_record(topic))
    if claim_id not in view.asked_by:
        return made
    return made + feed_link(home, view.corpus.topics, view.corpus.claims[claim_id].record.title)


def claim_html(renderer: Renderer, page: ClaimPage) -> Content:
    """Return the content of a claim's page for its shell."""
    templates = renderer.templates
    picture = neighbourhood(page.claim.title, page.neighbours, templates)
    titles = {**TITLES, "words": TOLD} if page.told else TITLES
    content = render(
        templates,
        "claim.html",
        **fields_of(page),
        marked=terms_of(templates).through_pieces(),
        picture=picture,
        titles=titles,
        cite=claim_section(templates, renderer.blocks, page.cited),
    )
    return Content(
        title=page.claim.title,
        description=page.claim.assertion,
        content=content,
        toc=contents(titles, _is_there(page, has_picture=picture is not None)),
        edit_path=page.path,
        head=(_PICTURE_STYLE if picture else Markup("")) + page.head,
    )


def _added(claim: Claim) -> Iterator[Added]:
    """Yield the numbers, dates and names in a claim that none of its quotes and findings has."""
    for entry in claim.computed:
        yield Added(says="Worked out by the editors", what=entry.value, how=entry.how)
    for supplied in claim.named:
        yield Added(says="Named by the editors", what=supplied.name, how=supplied.how)


def _read(claim: Claim) -> str:
    """Return who compared a claim with its quotes, and when; empty if nobody has."""
    return f"{claim.read.by} on {date_in_words(claim.read.on)}" if claim.read is not None else ""


def _scope(claim: Claim) -> tuple[tuple[str, str], ...]:
    scope = claim.scope
    return (
        ("What kind of claim it is", kind_in_words(claim.kind)),
        ("Place", scope.place),
        ("Time spoken about", period_in_words(scope.period)),
        ("Population", scope.population),
        ("Measure", scope.measure),
        ("Share of", scope.denominator),
    )


def neighbours(view: View, claim_id: str) -> Iterator[Neighbour]:
    """Yield the claims linked to a claim, for the picture of its neighbourhood: first those that name it."""
    here = claim_address(claim_id)
    for direction, edges in (("in", view.incoming[claim_id]), ("out", view.outgoing[claim_id])):
        for edge in edges:
            id_ = edge.maker if direction == "in" else edge.target
            yield Neighbour(
                id=id_,
                title=view.corpus.claims[id_].record.title,
                kind=edge.kind,
                direction="in" if direction == "in" else "out",
                url=relative(here, claim_address(id_)),
            )


_PICTURE_STYLE: Final = Markup('<link rel="stylesheet" href="../../assets/stylesheets/map.css">')


def _is_there(page: ClaimPage, *, has_picture: bool) -> dict[str, object]:
    """Return what each section of a claim's page shows, by its anchor; a section that shows nothing is not there."""
    is_thesis, is_for, is_against = page.sides is not None, bool(page.pro), bool(page.con or page.disputing)
    return {
        "words": page.asserting or page.told,
        "for-and-against": is_thesis or (is_for and is_against),
        "for": is_for and not is_against and not is_thesis,
        "against": is_against and not is_for and not is_thesis,
        "limits": page.limits and not is_thesis,
        "rivals": page.rivals,
        "context": page.context,
        "leads-to": page.places or page.further or page.background,
        "bears-on": page.onward,
        "why": page.account,
        "added": page.added,
        "figures": page.figures,
        "citations": page.citations,
        "neighbourhood": has_picture,
        "note": page.claim.note,
    }
