"""The kind of a reason on a page, with its questions and who answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from claimgraph.index.addresses import Ref
from claimgraph.index.reasoning import ShownAnswer, ShownQuestion, ShownReason, answered_in_words, shown_reason
from claimgraph.model.schemes import SCHEMES
from claimgraph.pages.claim.contents import TITLES
from claimgraph.pages.claim.page import claim_page
from claimgraph.templating.templates import render
from tests.pages.corpora import NOWHERE, TEMPLATES, claim, shown_values, view

if TYPE_CHECKING:
    from claimgraph.index.view import View

STEP = {"claim": "b", "because": "So.", "scheme": "sign"}
CUT = {"claim": "a", "supports": "b", "because": "No.", "question": "other-causes"}
OTHER = {"claim": "b", "because": "Less.", "answers": [{"step": "a", "question": "present"}]}


def debate() -> View:
    """A step with a scheme, one question of which an undercut answers, one a limit, and one nobody."""
    return view(claim("a", supports=[STEP]), claim("b"), claim("c", undercuts=[CUT]), claim("d", limits=[OTHER]))


def test_a_support_with_a_scheme() -> None:
    shown = debate()
    (edge,) = shown.outgoing["a"]
    state = "No evidence recorded"
    by = {id_: ShownAnswer(claim=Ref(title=f"Title of {id_}", address=f"claims/{id_}/"), state=state) for id_ in "cd"}
    assert shown_reason(shown, edge) == ShownReason(
        name="a sign of something else",
        says="One thing is a sign of another.",
        questions=(
            ShownQuestion(text="Is the sign there?", answers=(by["d"],)),
            ShownQuestion(text="How surely does this sign go with what it is taken for?", answers=()),
            ShownQuestion(text="Could something else bring about the sign?", answers=(by["c"],)),
        ),
        more="contribute/reasons/#sign",
    )


def test_the_number_of_questions_that_are_answered() -> None:
    shown = debate()
    (edge,) = shown.outgoing["a"]
    reason = shown_reason(shown, edge)
    assert reason is not None
    assert reason.answered == 2


def test_other_ties_have_no_kind_of_reason() -> None:
    shown = view(claim("a", supports=[{"claim": "b", "because": "So."}]), claim("b"), claim("d", limits=[OTHER]))
    assert [shown_reason(shown, edge) for edge in (*shown.outgoing["a"], *shown.outgoing["d"])] == [None, None]


def test_what_a_tie_answers() -> None:
    shown = debate()
    assert [tuple(answered_in_words(shown, edge)) for id_ in "acd" for edge in shown.outgoing[id_]] == [
        (),
        ("Could something else bring about the sign?",),
        ("Is the sign there? (asked of ‘Title of a’ as a reason for ‘Title of b’)",),
    ]


def test_the_pages_of_both_claims_show_the_questions_closed() -> None:
    for id_ in "ab":
        shown = shown_values(claim_page(debate(), NOWHERE, id_))
        page = render(TEMPLATES, "claim.html", **shown, titles=TITLES, marked=escape, picture=None, cite="")
        assert page.count(", with questions to test it") == 1
        assert "<summary>In full, with questions to test it (2 of 3 answered here)</summary>" in page
        assert '<span class="em-label">Kind of reason</span> a sign of something else. ' in page
        assert (
            "<p>No claim here answers the rest yet:</p>\n"
            "<ul><li>How surely does this sign go with what it is taken for?</li></ul>\n"
        ) in page
        assert (
            '<span class="em-reason__answer">Answered by <a href="../c/">Title of c</a> '
            '<span class="em-chain__state">No evidence recorded</span></span>'
        ) in page
        assert '<a href="../../contribute/reasons/#sign">' in page


def test_the_page_of_kinds_lists_every_question_with_its_id() -> None:
    page = render(TEMPLATES, "schemes.html", schemes=tuple(SCHEMES.values()), here="contribute/reasons/")
    for scheme in SCHEMES.values():
        assert f'<h2 id="{scheme.id}">' in page
        for question in scheme.questions:
            assert f"<li><code>{question.id}</code> {question.text}</li>" in page
