"""Terms of the glossary in texts."""

from __future__ import annotations

import pytest

from claimgraph.location import Mark
from claimgraph.model.corpus import Entry
from claimgraph.model.terms import Glossary, Term
from claimgraph.templating.terms import Terms

TERMS = (
    Term(term="CQC", meaning='The "inspector" <of care>.', aliases=("Care Quality Commission",)),
    Term(term="ME/CFS", meaning="An illness.", aliases=("ME",)),
    Term(term="F45.0", meaning="A code."),
    Term(term="Recovery", meaning="Below both thresholds.", aliases=("recovery rate",)),
    Term(term="Reliable recovery", meaning="More than chance."),
)


def glossary(*terms: Term) -> Entry[Glossary]:
    return Entry(id="_glossary", path="claims/_glossary.yml", record=Glossary(terms=terms), mark=Mark(1, 1, None, {}))


@pytest.fixture
def terms() -> Terms:
    made = Terms()
    made.use(glossary(*TERMS))
    return made


def link(name: str, anchor: str) -> str:
    return f'<a class="em-term" href="../../glossary/#term-{anchor}">{name}</a>'


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The CQC and the CQC.", f"The {link('CQC', 'cqc')} and the CQC."),
        ("Care Quality Commission (CQC)", f"{link('Care Quality Commission', 'cqc')} (CQC)"),
        ("a reliable\n  recovery", "a " + link("reliable\n  recovery", "reliable-recovery")),
        ("cqc, CQCs, NoCQC, pre-CQC", "cqc, CQCs, NoCQC, pre-CQC"),
        ("me, Me and ME", f"me, Me and {link('ME', 'me-cfs')}"),
        ("ME/CFS as F45.0.", f"{link('ME/CFS', 'me-cfs')} as {link('F45.0', 'f45-0')}."),
        ("F45.01, XF45.0 and f45.0", "F45.01, XF45.0 and f45.0"),
        ("The Recovery Rate rose", f"The {link('Recovery Rate', 'recovery')} rose"),
        ("reliable recovery", link("reliable recovery", "reliable-recovery")),
        ('a <b> & "c"', "a &lt;b&gt; &amp; &#34;c&#34;"),
        ("", ""),
    ],
)
def test_a_term_is_marked_once_in_a_text(terms: Terms, text: str, made: str) -> None:
    assert terms(text) == made
    assert terms(text) == made


def test_through_pieces_each_is_marked_once(terms: Terms) -> None:
    marked = terms.through_pieces()
    assert [marked("CQC, <ME>"), marked("CQC and ME and F45.0")] == [
        f"{link('CQC', 'cqc')}, &lt;{link('ME', 'me-cfs')}&gt;",
        f"CQC and ME and {link('F45.0', 'f45-0')}",
    ]


@pytest.mark.parametrize(("here", "top"), [("", ""), ("claims/", "../"), ("topics/waits/", "../../")])
def test_links_are_those_of_the_page(terms: Terms, here: str, top: str) -> None:
    assert f'href="{top}glossary/#term-cqc"' in terms.through_pieces(here)("CQC")


def test_another_glossary_marks_its_own_terms(terms: Terms) -> None:
    assert terms("CQC") != "CQC"
    terms.use(glossary(Term(term="NAO", meaning="Auditor.")))
    assert terms("CQC, NAO") == f"CQC, {link('NAO', 'nao')}"


def test_capitals_tell_two_terms_apart(terms: Terms) -> None:
    terms.use(glossary(Term(term="PIP", meaning="A payment."), Term(term="pip", meaning="A seed.")))
    payment, seed = link("PIP", "pip"), link("pip", "pip")
    assert [terms("PIP, pip"), terms("pip, PIP")] == [f"{payment}, {seed}", f"{seed}, {payment}"]


def test_without_a_glossary_texts_stay(terms: Terms) -> None:
    for empty in (None, glossary()):
        terms.use(empty)
        assert terms("CQC < ME") == "CQC &lt; ME"
        assert terms.through_pieces()("CQC < ME") == "CQC &lt; ME"
