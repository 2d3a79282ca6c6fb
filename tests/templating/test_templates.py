"""The template environment: what it escapes, and what it refuses."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from claimgraph.location import Mark
from claimgraph.model.corpus import Entry
from claimgraph.model.standing import State
from claimgraph.model.terms import Glossary, Term
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.templating.templates import TemplateFault, environment, prepare, render

if TYPE_CHECKING:
    from jinja2 import Environment

ROOT = Path(__file__).parents[2]
HOSTILE = "</p><script>alert(1)</script>\"' {{ 7*7 }} & more"
ESCAPED = "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39; {{ 7*7 }} &amp; more"


@pytest.fixture
def templates() -> Environment:
    return environment(ROOT)


def macro(source: str, **values: object) -> str:
    """What the macros make of `source`."""
    return environment(ROOT).from_string(f'{{% import "macros.html" as part %}}{source}').render(values).strip()


def own(folder: Path, source: str) -> Environment:
    """Templates of a folder of their own, of which `page.html` has this source."""
    place = folder / "site_overrides/claimgraph"
    place.mkdir(parents=True)
    place.joinpath("page.html").write_text(source, "utf-8")
    return environment(folder)


@pytest.mark.parametrize("kind", ["claim", "claims", "listing", "source", "topic", "topics", "voice"])
def test_the_template_of_each_kind_can_be_read(templates: Environment, kind: str) -> None:
    templates.get_template(f"{kind}.html")


def test_an_unknown_name_is_refused(templates: Environment) -> None:
    with pytest.raises(TemplateFault) as caught:
        render(templates, "topics.html", here="", is_brief=False)
    assert str(caught.value) == "site_overrides/claimgraph/topics.html:7: 'topics' is undefined"


def test_an_unknown_template_is_refused(templates: Environment) -> None:
    with pytest.raises(TemplateFault) as caught:
        render(templates, "clams.html")
    assert str(caught.value).startswith("site_overrides/claimgraph/clams.html: 'clams.html' not found in search path")


def test_a_template_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as caught:
        render(own(tmp_path, "<h1>\n{% if %}\n"), "page.html")
    place = "site_overrides/claimgraph/page.html:2"
    assert str(caught.value) == f"{place}: Expected an expression, got 'end of statement block'"


def test_text_is_escaped(templates: Environment) -> None:
    thesis = SimpleNamespace(
        title=HOSTILE, address="claims/y/", state=HOSTILE, mark=MARKS[State.OPEN], pro=HOSTILE, con=HOSTILE
    )
    states = (SimpleNamespace(state=HOSTILE, mark=MARKS[State.OPEN], count=1),)
    texts = {"title": HOSTILE, "question": HOSTILE, "line": HOSTILE}
    topic = SimpleNamespace(address="topics/x/", theses=(thesis,), states=states, **texts)
    html = render(templates, "topics.html", here="", topics=(topic,), level=2, is_brief=False)
    assert html.count(ESCAPED) == 8
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
    assert f"<blockquote><p>{escaped}</p></blockquote>" in html


def test_an_unsafe_address_is_text() -> None:
    assert macro('{{ part.outside(url, "text") }}', url="javascript:alert(1)") == "text"


def test_a_safe_address_is_a_link() -> None:
    link = macro('{{ part.outside(url, "text") }}', url="https://example.org/?a=1&b=2")
    assert link == '<a href="https://example.org/?a=1&amp;b=2" rel="external">text</a>'


def test_links_are_seen_from_the_page() -> None:
    page = SimpleNamespace(title="Waits", address="topics/waits/")
    assert macro('{{ part.inside("claims/x/", page) }}', page=page) == '<a href="../../topics/waits/">Waits</a>'


def test_a_link_without_an_address_is_its_title() -> None:
    page = SimpleNamespace(title="<W>", address=None)
    assert macro('{{ part.inside("claims/x/", page) }}', page=page) == "&lt;W&gt;"


def test_all_that_a_template_may_use(tmp_path: Path) -> None:
    source = """\
<p>
  {% if url %}
  {{ text }} {{ "topics/waits/" | seen_from("claims/x/") }} {{ url | external }} {{ "javascript:1" | external }}
  {% endif %}
  {{ text_fragment(url, "some words", prefix="before") }} {{ terms("a CQC") }}
  {{ outside_link(url, text) }} {{ outside_link(none, text) }} {{ inside_link("claims/x/", page) }}
</p>
"""
    templates = own(tmp_path, source)
    terms = (Term(term="CQC", meaning="Inspector."),)
    prepare(templates, Entry(id="_glossary", path="g.yml", record=Glossary(terms=terms), mark=Mark(1, 1, None, {})))
    page = SimpleNamespace(title="<W>", address="topics/waits/")
    assert render(templates, "page.html", text="<b>", url="https://example.org/?a&b", page=page) == (
        "<p>\n"
        "  &lt;b&gt; ../../topics/waits/ https://example.org/?a&amp;b None\n"
        "  https://example.org/?a&amp;b#:~:text=before-,some%20words"
        ' a <a class="em-term" href="../../glossary/#term-cqc">CQC</a>\n'
        '  <a href="https://example.org/?a&amp;b" rel="external">&lt;b&gt;</a> &lt;b&gt;'
        ' <a href="../../topics/waits/">&lt;W&gt;</a>\n'
        "</p>"
    )


def test_the_line_of_a_fault_is_the_templates_own(tmp_path: Path) -> None:
    templates = own(tmp_path, "<p>\n{% import 'part.html' as part %}\n{{ part.broken() }}\n{{ missing }}\n")
    (tmp_path / "site_overrides/claimgraph/part.html").write_text(
        "{% macro broken() %}\n\n\n\n{{ 1 }}\n{% endmacro %}", "utf-8"
    )
    with pytest.raises(TemplateFault) as caught:
        render(templates, "page.html")
    assert str(caught.value) == "site_overrides/claimgraph/page.html:4: 'missing' is undefined"


def test_a_build_sees_one_state_of_a_template(tmp_path: Path) -> None:
    templates = own(tmp_path, "before")
    assert render(templates, "page.html") == "before"
    place = tmp_path / "site_overrides/claimgraph/page.html"
    place.write_text("after", "utf-8")
    os.utime(place, (1, 1))
    assert render(templates, "page.html") == "before"
    assert render(environment(tmp_path), "page.html") == "after"


def test_what_many_pages_show_is_made_once_in_a_build(tmp_path: Path) -> None:
    source = """\
{% macro one(shown) %}{{ made(shown.name) }}{% endmacro %}
{% macro two(shown) %}2{{ made(shown.name) }}{% endmacro %}
{{ once(one, a) }} {{ once(one, a) }} {{ once(two, a) }} {{ once(one, b) }}"""
    templates = own(tmp_path, source)
    calls: list[str] = []
    a, b = SimpleNamespace(name="a"), SimpleNamespace(name="b")

    def made(name: str) -> str:
        calls.append(name)
        return name

    def shown() -> tuple[str, list[str]]:
        calls.clear()
        return render(templates, "page.html", a=a, b=b, made=made).strip(), calls.copy()

    assert shown() == ("a a 2a b", ["a", "a", "b"])
    assert shown() == ("a a 2a b", [])
    prepare(templates, None)
    assert shown() == ("a a 2a b", ["a", "a", "b"])
