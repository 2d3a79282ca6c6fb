"""The one door to Jinja: templates that escape whatever they are given, and refuse a name they do not know."""

from __future__ import annotations

import traceback
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup, escape

from claimgraph.index.links import SafeUrl, external, relative, text_fragment
from claimgraph.templating.template_code import Compiled, Templates, escaped
from claimgraph.templating.terms import Terms

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import DataclassInstance
    from jinja2 import Environment
    from jinja2.runtime import Macro

    from claimgraph.model.corpus import Entry
    from claimgraph.model.terms import Glossary

FOLDER = "site_overrides/claimgraph"
"""Where the templates stand; MkDocs copies no `.html` of a theme, so they are not published."""


_COMPILED = Compiled()


class TemplateFault(Exception):  # noqa: N818  what is at fault is the template
    """A template cannot be used; the message has its place and what is wrong."""


def environment(root: Path) -> Environment:
    """Return the templates of the checkout at `root`.

    Filters: `seen_from(here)` makes an address relative to the page at `here`; `external` gives an address that is safe
    to link to, else None. Globals: `text_fragment(url, exact, prefix=…, suffix=…)`; `terms(text)`, see `Terms`.
    """
    made = Templates(
        loader=FileSystemLoader(root / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    made.filters["seen_from"] = _seen_from
    made.filters["external"] = external
    made.globals["text_fragment"] = text_fragment
    made.globals["once"] = _Once()
    made.globals["terms"] = Terms()
    made.globals["inside_link"] = _inside_link
    made.globals["outside_link"] = _outside_link
    return made


def render(templates: Environment, name: str, **values: object) -> Markup:
    """Return the HTML that the template `name` makes of `values`, which are all it knows.

    Raises TemplateFault for a template that is broken, missing, or asks for a name that it was not given.
    """
    try:
        return Markup(templates.get_template(name).render(values))  # noqa: S704  autoescape is on for every template
    except TemplateError as error:
        raise TemplateFault(f"{_place(name, error)}: {error.message}") from error


def fields_of(value: DataclassInstance) -> dict[str, object]:
    """Return the fields of a page's value by name, as its template knows them."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _place(name: str, error: TemplateError) -> str:
    """Return where a template is at fault: Jinja gives syntax errors a place, and others a line in the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return f"{FOLDER}/{error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    places = [f":{frame.lineno}" for frame in frames if frame.filename.endswith(f"{FOLDER}/{name}")]
    return f"{FOLDER}/{name}{places[-1] if places else ''}"


def prepare(templates: Environment, glossary: Entry[Glossary] | None) -> None:
    """Let go of what was made `once` for objects of an earlier build, and mark the terms of this glossary."""
    once = templates.globals["once"]
    assert isinstance(once, _Once)  # noqa: S101  `environment` put it there
    once.made.clear()
    terms_of(templates).use(glossary)


def terms_of(templates: Environment) -> Terms:
    """Return what marks the terms of the glossary in these templates."""
    terms = templates.globals["terms"]
    assert isinstance(terms, Terms)  # noqa: S101  `environment` put it there
    return terms


class _Once:
    """Calls a macro once with an object that many pages show."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, int], tuple[object, str]] = {}

    def __call__(self, macro: Macro, shown: object) -> str:
        """Return what the macro makes of `shown`, which is kept, so that no other can have its identity."""
        key = macro.name, id(shown)
        known = self.made.get(key)
        if known is None:
            known = self.made[key] = shown, macro(shown)
        return known[1]


class _Page(Protocol):
    @property
    def title(self) -> str: ...

    @property
    def address(self) -> str | None: ...


def _inside_link(here: str, page: _Page) -> Markup:
    """Return a link to a page of this site by its title, or its title alone. A macro would cost ten times as much."""
    if page.address is None:
        return escape(page.title)
    return _link(relative(here, page.address), page.title)


@lru_cache(maxsize=1 << 16)
def _link(href: str, title: str) -> Markup:
    return Markup(f'<a href="{escape(href)}">{escape(title)}</a>')  # noqa: S704  both are escaped


def _outside_link(url: str | None, text: str) -> Markup:
    """Return a link to another host where that is safe, else the text alone."""
    href = url if url is None or isinstance(url, SafeUrl) else external(url)
    if href is None:
        return escape(text)
    return Markup(f'<a href="{escaped(str(href))}" rel="external">{escaped(text)}</a>')  # noqa: S704  both are


def _seen_from(target: str, here: str) -> str:
    return relative(here, target)
