"""The only module that uses Jinja: templates that escape all values, and fail on unknown names."""

from __future__ import annotations

import traceback
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup, escape

from claimgraph.brought.places import brought
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
"""The folder of the templates; MkDocs copies no `.html` of a theme, so they are not published."""


_COMPILED = Compiled()


class TemplateFault(Exception):  # noqa: N818  the fault is in the template
    """A template cannot be used; the message says where and why."""


def environment(root: Path) -> Environment:
    """Return the templates of the checkout at `root`, which stand in for those that the program brings.

    Filters: `seen_from(here)` makes an address relative to the page at `here`; `external` returns an address if it is
    safe to link to, or else None. Globals: `text_fragment(url, exact, prefix=…, suffix=…)`; `terms(text)`, see `Terms`;
    `inside_link(here, page)` and `outside_link(url, text)`; `once(macro, value)`, which calls a macro once for a value.
    """
    made = Templates(
        loader=FileSystemLoader((root / FOLDER, brought(FOLDER))),
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
    made.globals["inside_link"] = inside_link
    made.globals["outside_link"] = _outside_link
    return made


def render(templates: Environment, name: str, **values: object) -> Markup:
    """Return the HTML of the template `name` with these values.

    Raises TemplateFault for a template that is broken or missing, or that uses a name not among `values`.
    """
    try:
        return Markup(templates.get_template(name).render(values))  # noqa: S704  autoescape is on for every template
    except TemplateError as error:
        raise TemplateFault(f"{_place(name, error)}: {error.message}") from error


def fields_of(value: DataclassInstance) -> dict[str, object]:
    """Return the fields of a page's value by name, for its template."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _place(name: str, error: TemplateError) -> str:
    """Return the place of a fault: Jinja gives syntax errors a line, and other errors have it in the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return f"{FOLDER}/{error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    places = [f":{frame.lineno}" for frame in frames if frame.filename.endswith(f"{FOLDER}/{name}")]
    return f"{FOLDER}/{name}{places[-1] if places else ''}"


def prepare(templates: Environment, glossary: Entry[Glossary] | None) -> None:
    """Forget what was made `once` for values of an earlier build, and mark the terms of this glossary."""
    once = templates.globals["once"]
    assert isinstance(once, _Once)  # noqa: S101  `environment` put it there
    once.made.clear()
    terms_of(templates).use(glossary)


def terms_of(templates: Environment) -> Terms:
    """Return the object that marks the terms of the glossary in these templates."""
    terms = templates.globals["terms"]
    assert isinstance(terms, Terms)  # noqa: S101  `environment` put it there
    return terms


class _Once:
    """Calls a macro once for a value that many pages show."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, int], tuple[object, str]] = {}

    def __call__(self, macro: Macro, shown: object) -> str:
        """Return the macro's HTML for `shown`; the value is kept, so that no other value can have its identity."""
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


def inside_link(here: str, page: _Page) -> Markup:
    """Return a link to a page of this site, or its title if it has no address. A macro would be ten times slower."""
    if page.address is None:
        return escape(page.title)
    return _link(relative(here, page.address), page.title)


@lru_cache(maxsize=1 << 16)
def _link(href: str, title: str) -> Markup:
    return Markup(f'<a href="{escape(href)}">{escape(title)}</a>')  # noqa: S704  both are escaped


def _outside_link(url: str | None, text: str) -> Markup:
    """Return a link to another host if that is safe, or else only the text."""
    href = url if url is None or isinstance(url, SafeUrl) else external(url)
    if href is None:
        return escape(text)
    return Markup(f'<a href="{escaped(str(href))}" rel="external">{escaped(text)}</a>')  # noqa: S704  both are


def _seen_from(target: str, here: str) -> str:
    return relative(here, target)
