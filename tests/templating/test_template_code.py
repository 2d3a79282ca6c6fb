"""The code of templates: it makes the same as Jinja's own."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from claimgraph.templating.template_code import Compiled, Templates, escaped

ALL_KINDS = (
    "{% macro bold(text, mark='!') %}<b>{{ text }}{{ mark }}</b>{% endmacro %}"
    "{% for text in texts %}{{ bold(text) }}{{ bold(text, mark='?') }}{{ loop.index }} {{ text | upper }}"
    "{{ 'a' ~ text }}{{ loop.cycle('<', '>') }}{{ thing.name }}{% endfor %}"
)


@pytest.mark.parametrize("value", ["plain", "<", ">", "&", '"', "'", "é—“", Markup("<i>"), 1, True, None, 1.5, ["<"]])
def test_it_escapes_as_ever(value: object) -> None:
    source, values = "<p>{{ value }}</p>{{ call(value) }}", {"value": value, "call": lambda given: given}
    ours, theirs = (made(autoescape=True).from_string(source).render(values) for made in (Templates, Environment))
    assert ours == theirs


def test_it_calls_as_ever() -> None:
    source = ALL_KINDS
    values = {"texts": ["<a>", Markup("<b>"), 7], "thing": SimpleNamespace(name="&")}
    ours, theirs = (made(autoescape=True).from_string(source).render(values) for made in (Templates, Environment))
    assert ours == theirs


@pytest.mark.parametrize("source", ["{{ gone }}", "{{ gone() }}", "{{ thing.gone }}", "{{ thing.gone() }}"])
def test_an_unknown_name_is_refused(source: str) -> None:
    templates = Templates(autoescape=True, undefined=StrictUndefined)
    with pytest.raises(UndefinedError):
        templates.from_string(source).render(thing=SimpleNamespace())


def test_both_ways_are_in_the_code_that_is_written() -> None:
    code = Templates(autoescape=True).compile("{{ thing }}{{ call(thing) }}", raw=True)
    assert code.count("yield environment.escaped(") == 2
    assert "context.call" not in code


def test_a_text_that_needs_no_escape_is_itself() -> None:
    text = "plain"
    assert escaped(text) is text


def test_a_text_is_compiled_once_and_another_anew() -> None:
    cache, texts = Compiled(), {"page.html": "one {{ word }}"}

    def made(word: str) -> tuple[str, object]:
        template = Templates(loader=DictLoader(texts), bytecode_cache=cache).get_template("page.html")
        return template.render(word=word), template.root_render_func.__code__

    first, code = made("first")
    second, again = made("second")
    assert (first, second) == ("one first", "one second")
    assert again is code
    texts["page.html"] = "two {{ word }}"
    third, other = made("third")
    assert third == "two third"
    assert other is not code
