"""The part of a page that says how to cite what it shows."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from claimgraph.citing.bibtex import latex
from claimgraph.citing.cited import Cited, cited
from claimgraph.citing.lines import one_line
from claimgraph.index.addresses import claim_address
from claimgraph.index.wording import date_of_event
from claimgraph.loading.validation import adapter
from claimgraph.location import Mark
from claimgraph.model.corpus import Entry
from claimgraph.model.source import Source
from claimgraph.templating.templates import render

if TYPE_CHECKING:
    from datetime import date

    from jinja2 import Environment

    from claimgraph.index.home import Home
    from claimgraph.templating.blocks import Blocks

_TITLE: Final = "@title@"
_ID: Final = "@id@"
_URL: Final = "https://claim.invalid/"
"""What stands for a claim's title, id and address in the section that all claims have in common."""

_PLACES: Final = re.compile("@(title|latex|json|line|id)@")
_NO_MARK: Final = Mark(1, 1, None, {})
_STOPS: Final = (".", "?", "!")


def source_section(templates: Environment, id_: str, source: Source) -> Markup:
    """Return how to cite a source."""
    made = cited(Entry(id=id_, path="", record=source, mark=_NO_MARK), date_of_event)
    return render(templates, "cite.html", heading="Cite this source", cited=made)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPage:
    """A claim to be cited: as a page of this site, of the day `as_of`."""

    id: str
    title: str
    home: Home
    as_of: date


def claim_section(templates: Environment, blocks: Blocks, page: CitedPage) -> Markup:
    """Return how to cite a claim.

    The styles take milliseconds, so what all claims have in common is made once, and each claim's own is put into it.
    """
    title = page.title
    is_stop = title.endswith(_STOPS)
    common = blocks.get(
        ("cite", is_stop), (page.home, page.as_of), lambda: _common(templates, page.home, page.as_of, is_stop=is_stop)
    )
    own = {
        "title": escape(title),
        "latex": escape(latex(title)),
        "json": escape(json.dumps(title, ensure_ascii=False)[1:-1]),
        "line": escape(one_line(title)),
        "id": page.id,
    }
    return Markup(_PLACES.sub(lambda found: own[found[1]], common))  # noqa: S704  all of them are escaped


def _common(templates: Environment, home: Home, as_of: date, *, is_stop: bool) -> Markup:
    given = {
        "type": "webpage",
        "title": _TITLE,
        "container-title": one_line(home.name),
        "issued": as_of.isoformat(),
        "language": "en",
        "depth": "none",
    }
    record = adapter(Source).validate_python(given | ({"URL": _URL} if home.url else {}))
    entry = Entry(id=_ID, path="", record=record, mark=_NO_MARK)
    made = cited(entry, date_of_event, stops=(_TITLE,) if is_stop else ())
    own = Cited(
        apa=made.apa,
        vancouver=made.vancouver,
        bibtex=made.bibtex.replace(_TITLE, "@latex@"),
        ris=made.ris.replace(_TITLE, "@line@"),
        csl_json=made.csl_json.replace(_TITLE, "@json@"),
    )
    section = render(templates, "cite.html", heading="Cite this claim", cited=own)
    return Markup(section.replace(_URL, escape(f"{home.url}{claim_address(_ID)}")))  # noqa: S704  both are HTML
