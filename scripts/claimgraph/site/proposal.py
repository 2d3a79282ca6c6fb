"""Makes the page of a proposal: one file that a browser shows without fetching anything."""

from __future__ import annotations

import base64
import hashlib
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from claimgraph.changes.comparison import compare
from claimgraph.index.home import Home
from claimgraph.index.view import view_of
from claimgraph.pages.pages import PROTOTYPES
from claimgraph.pages.proposal.page import Proposal, proposal_page
from claimgraph.publish.publisher import publish
from claimgraph.publish.rendering import Renderer
from claimgraph.site.staging import stage, stamp
from claimgraph.templating.templates import environment, prepare, render

if TYPE_CHECKING:
    from datetime import date

    from jinja2 import Environment

    from claimgraph.checking.sides import Side
    from claimgraph.publish.publisher import Published

_KIND: Final = "claim"
_STYLE: Final = re.compile(r'<link rel="stylesheet" href="(?:\.\./)*([^"]+)"')
_MAP_STYLE: Final = "assets/stylesheets/map.css"
_DARK: Final = re.compile(r'(?<=[}/\n])\s*\[data-md-color-scheme="?slate"?\](?:\[[^\]]*\])*\s*(\{[^{}]*\})')


def proposal_html(root: Path, before: Side, after: Side, as_of: date) -> str:
    """Return the page of what changes from one state to another. Raises PublishError, BuildError and TemplateFault.

    Args:
        root: The checkout, whose templates, style sheets and settings are used.
        before: The earlier state.
        after: The later state.
        as_of: The day that the page gives for the state of claims.
    """
    templates = environment(root)
    prepare(templates, after.examined.corpus.glossary)
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as name:
        published, folder = _published(root, Path(name))
        home = Home(name=published.site_name, url=published.site_url)
        styles = _styles(published, folder, templates)
    made = Proposal(
        base=before.name,
        head=after.name,
        changes=compare(before.state, after.state),
        before=view_of(before.examined.analysis, as_of),
        after=view_of(after.examined.analysis, as_of),
        titles={
            id_: entry.record.title for side in (before, after) for id_, entry in side.examined.corpus.claims.items()
        },
    )
    page = proposal_page(made, Renderer(templates=templates, shells=published.shells), home)
    return str(render(templates, "proposal.html", page=page, policy=_policy(styles), styles=_element(styles)))


def _published(root: Path, scratch: Path) -> tuple[Published, Path]:
    """Return the publisher's work, in which the style sheets are, and its folder."""
    stamp(root)  # refuses what is no plain file
    staged, folder = scratch / "docs", scratch / "published"
    stage(root / "docs", staged)
    shell = {_KIND: PROTOTYPES[_KIND]}
    return publish(root=root, staged_docs=staged, output=folder, prototypes=shell, strict=False), folder


def _styles(published: Published, folder: Path, templates: Environment) -> str:
    """Return the style sheets of a claim's page in one, with the dark scheme for readers whose system is dark."""
    shell = "".join(published.shells[_KIND].chunks.texts)
    texts = [(folder / path).read_text("utf-8") for path in (*_STYLE.findall(shell), _MAP_STYLE)]
    dark = "\n".join(f"[data-md-color-scheme] {rule}" for rule in _DARK.findall("\n".join(texts)))
    own = render(templates, "proposal.css.html", dark=Markup(dark))  # noqa: S704  the site's own style sheets
    return "\n".join((*texts, own)).replace("</style", "<\\/style")


def _element(styles: str) -> Markup:
    return Markup(f"<style>{styles}</style>")  # noqa: S704  the site's own style sheets, in which no tag ends


def _policy(styles: str) -> str:
    """Return the content security policy: this style sheet, and the pictures in it; nothing else, from nowhere."""
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
