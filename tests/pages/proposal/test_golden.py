"""A change of a small map, told as a comment and as a page, compared with the files in `golden/`.

Write them anew as those of `tests/pages/test_golden.py`, and read the difference before you commit it:

    RENEW_GOLDEN=1 .venv/bin/python -m pytest tests/pages/proposal/test_golden.py
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

from claimgraph.changes.comparison import compare
from claimgraph.changes.formats import as_markdown
from claimgraph.checking.sides import Side, side_of
from claimgraph.index.home import Home
from claimgraph.index.view import view_of
from claimgraph.pages.claim.page import claim_html, claim_page
from claimgraph.pages.proposal import page
from claimgraph.pages.proposal.contained import Holder
from claimgraph.pages.proposal.page import Proposal, proposal_page
from claimgraph.publish.rendering import Renderer
from claimgraph.templating.templates import environment, prepare, render
from tests.changes.states import edited
from tests.pages.corpora import AS_OF, lay_harbour

if TYPE_CHECKING:
    from claimgraph.pages.proposal.page import ProposalPage, ShownClaim

GOLDEN = Path(__file__).parent / "golden"
TEMPLATES = environment(Path(__file__).parents[3])
"""Templates of these tests alone: they mark the terms of a glossary."""
HOME = Home(name="Harbour map", url="https://map.example/")

SHELTERS = """\
# yaml-language-server: $schema=../claim.schema.json
title: No shelters at half of the stops
assertion: In Harbour Town, England, in 2021, half of the stops had no shelter.
kind: factual
scope: {place: "Harbour Town, England", period: 2021}
citations:
  - source: harbour-news-2021
    finding: Half of the stops have no shelter.
supports:
  - claim: late-too-often
    because: Without a shelter, a wait seems longer <b>than</b> it is.
"""


def change(root: Path) -> None:
    """Reword a claim, take away all reasons against a thesis, and a claim, and add a claim."""
    edited("claims/buses/half-late.yml", "half of the buses came late.", "almost half of the buses came too late.")(
        root
    )
    edited("claims/buses/half-late.yml", "Half of all buses is too many.", "Half of all buses are too many.")(root)
    for reason in ("target-met", "nine-of-ten-on-time"):
        edited(f"claims/buses/{reason}.yml", "counts_against:", "context:")(root)
    edited("sources/harbour-news-2021.yml", "title: ", "title: The ")(root)
    (root / "claims/buses/no-clock.yml").unlink()
    (root / "claims/buses/no-shelters.yml").write_text(SHELTERS, "utf-8")


def proposal(before: Side, after: Side) -> Proposal:
    corpora = (before.examined.corpus, after.examined.corpus)
    return Proposal(
        base="main",
        head="",
        changes=compare(before.state, after.state),
        before=view_of(before.examined.analysis, AS_OF),
        after=view_of(after.examined.analysis, AS_OF),
        titles={id_: entry.record.title for corpus in corpora for id_, entry in corpus.claims.items()},
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Proposal:
    root = tmp_path_factory.mktemp("harbour")
    lay_harbour(root)
    before = side_of(root, None)
    change(root)
    after = side_of(root, None)
    prepare(TEMPLATES, after.examined.corpus.glossary)
    return proposal(before, after)


def page_of(made: Proposal) -> ProposalPage:
    return proposal_page(made, Renderer(templates=TEMPLATES, shells={}), HOME)


def same_as_file(name: str, text: str) -> None:
    file = GOLDEN / name
    if os.environ.get("RENEW_GOLDEN"):
        file.write_text(text, "utf-8")
    assert text.split("\n") == file.read_text("utf-8").split("\n")


def test_the_comment_is_as_in_its_file(made: Proposal) -> None:
    same_as_file("comment.md", as_markdown(made.changes))


def test_the_page_is_as_in_its_file(made: Proposal) -> None:
    """Without the contents of claims' pages, which have files of their own."""
    shown = page_of(made)
    bare = [replace(thesis, claims=tuple(map(_bare, thesis.claims))) for thesis in shown.theses]
    html = render(TEMPLATES, "proposal.html", page=replace(shown, theses=tuple(bare)), policy="", styles="")
    same_as_file("preview.html", html)


def _bare(claim: ShownClaim) -> ShownClaim:
    return replace(claim, page=None if claim.page is None else Markup("…"))


def test_a_claim_is_shown_as_its_page_shows_it(made: Proposal) -> None:
    (late,) = (claim for thesis in page_of(made).theses for claim in thesis.claims if claim.title.startswith("Half"))
    content = claim_html(Renderer(templates=TEMPLATES, shells={}), claim_page(made.after, HOME, "half-late")).content
    changed = {record.id for record in made.changes.records if record.kind == "claim"}
    stands_otherwise = {change.claim for change in made.changes.standings}
    assert late.page == Holder(claims=changed | stands_otherwise, home=HOME).contained(content, "half-late")
    assert not late.was


def test_no_anchor_is_there_twice_and_every_link_within_leads_somewhere(made: Proposal) -> None:
    html = render(TEMPLATES, "proposal.html", page=page_of(made), policy="", styles="")
    anchors = re.findall(r' id="([^"]*)"', html)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r' href="#([^"]*)"', html)) <= set(anchors)


def test_of_very_many_claims_only_the_first_are_shown_as_their_pages_show_them(
    made: Proposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "MOST_PAGES", 1)
    shown = page_of(made)
    assert shown.note == "Only the first 1 claims are shown as their pages show them."
    claims = [claim for thesis in shown.theses for claim in thesis.claims]
    assert [claim.title for claim in claims if claim.page is not None] == [claims[0].title]


def test_without_a_change_the_page_says_so(made: Proposal) -> None:
    same = replace(made, changes=replace(made.changes, **dict.fromkeys(made.changes.__slots__, ())))
    html = render(TEMPLATES, "proposal.html", page=page_of(same), policy="", styles="")
    assert "<p>Nothing that is checked or published has changed.</p>" in html
    assert "<section" not in html
