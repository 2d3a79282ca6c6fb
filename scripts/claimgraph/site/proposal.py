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
from claimgraph.incremental.store import Store
from claimgraph.index.view import view_of
from claimgraph.pages.proposal.page import Proposal, proposal_page
from claimgraph.site.shells import shell_of
from claimgraph.templating.templates import prepare, render

if TYPE_CHECKING:
    from datetime import date

    from claimgraph.checking.sides import Side
    from claimgraph.site.shells import SiteShell

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
    corpus = after.examined.corpus
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as scratch:
        shell = shell_of(root, corpus, Path(scratch), Store(root), strict=False, last=None)
    templates = shell.renderer.templates
    prepare(templates, corpus.glossary)
    styles = _styles(shell)
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
    page = proposal_page(made, shell.renderer, shell.home)
    return str(render(templates, "proposal.html", page=page, policy=_policy(styles), styles=_element(styles)))


def _styles(shell: SiteShell) -> str:
    """Return the style sheets of a claim's page in one, with the dark scheme for readers whose system is dark."""
    page = "".join(shell.published.shells[_KIND].chunks.texts)
    texts = [shell.files[path].decode() for path in (*_STYLE.findall(page), _MAP_STYLE)]
    dark = "\n".join(f"[data-md-color-scheme] {rule}" for rule in _DARK.findall("\n".join(texts)))
    own = render(shell.renderer.templates, "proposal.css.html", dark=Markup(dark))  # noqa: S704  the site's own
    return "\n".join((*texts, own)).replace("</style", "<\\/style")


def _element(styles: str) -> Markup:
    return Markup(f"<style>{styles}</style>")  # noqa: S704  the site's own style sheets, in which no tag ends


def _policy(styles: str) -> str:
    """Return the content security policy: this style sheet, and the pictures in it; nothing else, from nowhere."""
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
