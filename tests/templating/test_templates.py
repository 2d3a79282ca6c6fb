"""The template environment: what it escapes, and what it refuses."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from claimgraph.model.standing import State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.templating.templates import TemplateFault, environment, render

TEMPLATES = environment(Path(__file__).parents[2])
HOSTILE = "</p><script>alert(1)</script>\"' {{ 7*7 }} & more"
ESCAPED = "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39; {{ 7*7 }} &amp; more"


def macro(source: str, **values: object) -> str:
    """What the macros make of `source`."""
    return TEMPLATES.from_string(f'{{% import "macros.html" as part %}}{source}').render(values).strip()


@pytest.mark.parametrize("kind", ["claim", "claims", "contested", "listing", "source", "topic", "topics", "voice"])
def test_the_template_of_each_kind_can_be_read(kind: str) -> None:
    TEMPLATES.get_template(f"{kind}.html")


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(TemplateFault) as caught:
        render(TEMPLATES, "topics.html", here="", is_brief=False)
    assert str(caught.value) == "site_overrides/claimgraph/topics.html:7: 'topics' is undefined"


def test_an_unknown_template_is_refused() -> None:
    with pytest.raises(TemplateFault) as caught:
        render(TEMPLATES, "clams.html")
    assert str(caught.value).startswith("site_overrides/claimgraph/clams.html: 'clams.html' not found in search path")


def test_a_template_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "site_overrides/claimgraph"
    folder.mkdir(parents=True)
    (folder / "claim.html").write_text("<h1>\n{% if %}\n", "utf-8")
    with pytest.raises(TemplateFault) as caught:
        render(environment(tmp_path), "claim.html")
    place = "site_overrides/claimgraph/claim.html:2"
    assert str(caught.value) == f"{place}: Expected an expression, got 'end of statement block'"


def test_text_is_escaped() -> None:
    thesis = SimpleNamespace(
        title=HOSTILE, address="claims/y/", state=HOSTILE, mark=MARKS[State.OPEN], pro=HOSTILE, con=HOSTILE
    )
    topic = SimpleNamespace(title=HOSTILE, address="topics/x/", question=HOSTILE, line=HOSTILE, theses=(thesis,))
    html = render(TEMPLATES, "topics.html", here="", topics=(topic,), level=2, is_brief=False)
    assert html.count(ESCAPED) == 7
    assert "<script" not in html


def test_a_quote_stays_word_for_word() -> None:
    words = "  “Two  spaces” \u2014 and\ta tab,\n\na break & 1 < 2 * 3 _so_ [...]  "
    quote = SimpleNamespace(
        anchor="q",
        exact=words,
        stance="",
        mode="",
        speaker=SimpleNamespace(title="E", address=None),
        role="",
        posted_by="",
        source=SimpleNamespace(title="S", address="sources/s/"),
        date="",
        place="",
        url=None,
        archived=None,
        proven=True,
        check="",
        more=False,
        context="",
    )
    html = macro('{{ part.quotation("claims/x/", quote) }}', quote=quote)
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    assert f'<blockquote class="em-quote__words"><p>{escaped}</p></blockquote>' in html


def test_an_unsafe_address_is_text() -> None:
    assert macro('{{ part.outside(url, "text") }}', url="javascript:alert(1)") == "text"


def test_a_safe_address_is_a_link() -> None:
    link = macro('{{ part.outside(url, "text") }}', url="https://example.org/?a=1&b=2")
    assert link == '<a href="https://example.org/?a=1&amp;b=2" rel="noopener external">text</a>'


def test_links_are_seen_from_the_page() -> None:
    page = SimpleNamespace(title="Waits", address="topics/waits/")
    assert macro('{{ part.inside("claims/x/", page) }}', page=page) == '<a href="../../topics/waits/">Waits</a>'
