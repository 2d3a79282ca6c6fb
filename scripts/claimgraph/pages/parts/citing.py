"""How to cite what a page shows: a part of the page, and records of claims for programs that keep references."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from claimgraph.citing.bibtex import latex
from claimgraph.citing.cited import Cited, cited
from claimgraph.citing.lines import one_line
from claimgraph.index.addresses import claim_address
from claimgraph.index.links import relative
from claimgraph.index.wording import date_of_event
from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.corpus import Entry
from claimgraph.model.source import Source
from claimgraph.templating.templates import render

if TYPE_CHECKING:
    from datetime import date

    from jinja2 import Environment

    from claimgraph.citing.processor import Run
    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.templating.blocks import Blocks

_TITLE: Final = "@title@"
_ID: Final = "@id@"
_URL: Final = "https://claim.invalid/"
"""What stands for a claim's title, id and address in what all claims have in common."""

_PLACES: Final = re.compile("@(title|latex|json|line|id)@")
_NO_MARK: Final = Mark(1, 1, None, {})
_STOPS: Final = (".", "?", "!")

RECORDS: Final = "cite/"
"""The folder of the records of claims: for each topic one file in each of the `FORMS`."""

FORMS: Final = ("bib", "ris", "csl.json")
"""How the names of the files with records end: BibTeX, RIS and CSL-JSON."""


def source_section(templates: Environment, id_: str, source: Source) -> Markup:
    """Return how to cite a source."""
    made = cited(Entry(id=id_, path="", record=source, mark=_NO_MARK), date_of_event)
    return render(templates, "cite.html", cited=made, records="", key=id_)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPage:
    """A claim to be cited: as a page of this site, of the day `as_of`; `topic` is its topic's id."""

    id: str
    title: str
    topic: str
    home: Home
    as_of: date


def claim_section(templates: Environment, blocks: Blocks, page: CitedPage) -> Markup:
    """Return how to cite a claim.

    The styles take milliseconds, so what all claims of a topic have in common is made once, and each claim's own is put
    into it. The records for programs stand in the files of its topic.
    """
    is_stop = page.title.endswith(_STOPS)
    common = blocks.get(
        ("cite", page.topic, is_stop),
        (page.home, page.as_of),
        lambda: render(
            templates,
            "cite.html",
            cited=_common(page.home, page.as_of, is_stop=is_stop),
            records=relative(claim_address(_ID), f"{RECORDS}{page.topic}"),
            key=_ID,
        ),
    )
    own = {"title": escape(page.title), "id": page.id}
    return Markup(_PLACES.sub(lambda found: own[found[1]], common))  # noqa: S704  all of them are escaped


def records(view: View, home: Home, topic: str, form: str) -> str:
    """Return how to cite the claims of a topic, in one of the `FORMS`."""
    common = _common(home, view.as_of, is_stop=False)
    claims = [(id_, view.corpus.claims[id_].record.title) for id_ in view.by_topic[topic]]
    if form == "bib":
        return "\n".join(f"{_filled(common.bibtex, *claim)}\n" for claim in claims)
    if form == "ris":
        return "".join(f"{_filled(common.ris, *claim)}\n" for claim in claims).replace("\n", "\r\n")
    return "[" + ",\n".join(_filled(common.csl_json[1:-1], *claim) for claim in claims) + "]\n"


def _filled(record: str, id_: str, title: str) -> str:
    own = {
        "latex": latex(title),
        "json": json.dumps(title, ensure_ascii=False)[1:-1],
        "line": one_line(title),
        "id": id_,
    }
    return _PLACES.sub(lambda found: own[found[1]], record)


@lru_cache(maxsize=4)
def _common(home: Home, as_of: date, *, is_stop: bool) -> Cited:
    """Return how any claim is cited, with places for its title and id."""
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
    url = f"{home.url}{claim_address(_ID)}"
    return Cited(
        apa=_at(made.apa, url),
        vancouver=_at(made.vancouver, url),
        bibtex=made.bibtex.replace(_TITLE, "@latex@").replace(_URL, url),
        ris=made.ris.replace(_TITLE, "@line@").replace(_URL, url),
        csl_json=made.csl_json.replace(_TITLE, "@json@").replace(_URL, url),
    )


def _at(runs: tuple[Run, ...], url: str) -> tuple[Run, ...]:
    """Return a reference with the address of a claim's page."""
    return tuple(replace(run, text=run.text.replace(_URL, url)) for run in runs)
