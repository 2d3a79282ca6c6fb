"""Terms of the glossary in HTML that is there already."""

from __future__ import annotations

from html import escape

import pytest

from claimgraph.location import Mark
from claimgraph.model.corpus import Entry
from claimgraph.model.terms import Glossary, Term
from claimgraph.publish.written_terms import with_terms
from claimgraph.templating.terms import Terms

GLOSSARY = Glossary(terms=(Term(term="CQC", meaning='Inspects "care".'), Term(term="recovery", meaning="Below 10.")))
CQC = '<a class="em-term" href="../glossary/#term-cqc">CQC</a>'


@pytest.fixture
def terms() -> Terms:
    made = Terms()
    made.use(Entry(id="_glossary", path="claims/_glossary.yml", record=GLOSSARY, mark=Mark(1, 1, None, {})))
    return made


def made(terms: Terms, html: str) -> str:
    return with_terms(html, terms.through_pieces("method/"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>The CQC, the CQC.</p>", f"<p>The {CQC}, the CQC.</p>", id="marked once"),
        pytest.param("<p>One</p><p>CQC</p>", f"<p>One</p><p>{CQC}</p>", id="in a later text"),
        pytest.param("<h2>CQC</h2><p>CQC</p>", f"<h2>CQC</h2><p>{CQC}</p>", id="not in a heading"),
        pytest.param('<a href="x"><b>CQC</b></a> CQC', f'<a href="x"><b>CQC</b></a> {CQC}', id="not in a link"),
        pytest.param("<pre><code>CQC</code> CQC</pre>CQC", f"<pre><code>CQC</code> CQC</pre>{CQC}", id="not in code"),
        pytest.param("<svg><text>CQC</text></svg>", "<svg><text>CQC</text></svg>", id="not in a picture"),
        pytest.param('<p title="CQC > x">CQC</p>', f'<p title="CQC > x">{CQC}</p>', id="not in an attribute"),
        pytest.param("<!-- pour: CQC --><p>CQC", f"<!-- pour: CQC --><p>{CQC}", id="not in a comment"),
        pytest.param("<p>a &lt; b &amp; CQC", f"<p>a &lt; b &amp; {CQC}", id="entities stay what they mean"),
        pytest.param("<p>a &quot; b&nbsp;c", "<p>a &quot; b&nbsp;c", id="a text without a term, byte for byte"),
        pytest.param("</a></h1><br>CQC", f"</a></h1><br>{CQC}", id="ends without a beginning"),
        pytest.param("<a><h2>CQC</a> CQC", f"<a><h2>CQC</a> {CQC}", id="ends in another order"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_terms_are_marked_in_prose(terms: Terms, html: str, expected: str) -> None:
    assert made(terms, html) == expected


def test_what_is_marked_stays_text(terms: Terms) -> None:
    hostile = "<script>alert('CQC')</script>"
    assert made(terms, f"<p>{escape(hostile)}</p>") == f"<p>&lt;script&gt;alert(&#39;{CQC}&#39;)&lt;/script&gt;</p>"


def test_without_a_glossary_all_stays(terms: Terms) -> None:
    terms.use(None)
    assert made(terms, "<p>CQC &quot;</p>") == "<p>CQC &quot;</p>"
