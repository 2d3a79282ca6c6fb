"""The one door to Jinja: templates that escape whatever they are given, and refuse a name they do not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimgraph.rendering.links import external, relative, text_fragment

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "site_overrides/claimgraph"
"""Where the templates stand; MkDocs copies no `.html` of a theme, so they are not published."""


def environment(root: Path) -> Environment:
    """Return the templates of the checkout at `root`.

    Filters: `seen_from(here)` makes an address relative to the page at `here`; `external` gives an address that is safe
    to link to, else None. Global: `text_fragment(url, exact, prefix=…, suffix=…)`.
    """
    made = Environment(
        loader=FileSystemLoader(root / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["seen_from"] = _seen_from
    made.filters["external"] = external
    made.globals["text_fragment"] = text_fragment
    return made


def render(templates: Environment, name: str, **values: object) -> Markup:
    """Return the HTML that the template `name` makes of `values`, which are all it knows."""
    return Markup(templates.get_template(name).render(values))  # noqa: S704  autoescape is on for every template


def _seen_from(target: str, here: str) -> str:
    return relative(here, target)
