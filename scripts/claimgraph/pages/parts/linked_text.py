"""Plain text in which `[[id]]` and `[[id|words]]` are links to claims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from claimgraph.index.addresses import Ref
from claimgraph.templating.templates import inside_link
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimgraph.index.view import View


def linked_text(view: View, text: str) -> tuple[str | Ref, ...]:
    """Return a text in pieces, with each link as the page of its claim; one with an unknown id stays as written."""
    return tuple(_ref(view, piece) if isinstance(piece, WikiLink) else piece for piece in pieces(text))


def _ref(view: View, link: WikiLink) -> Ref:
    ref = claim_ref(view, link.id)
    return replace(ref, title=link.words or ref.title) if ref.address else Ref(title=link.to(link.id), address=None)


def claim_ref(view: View, id_: str) -> Ref:
    """Return the page of a claim; if there is no such claim, the link as written and without an address."""
    return view.claim(id_) if id_ in view.corpus.claims else Ref(title=f"[[{id_}]]", address=None)


def linked_html(text: Iterable[str | Ref], here: str, marked: Callable[[str], str] = escape) -> Markup:
    """Return a text in pieces as HTML for the page at `here`; `marked` turns the text between links into HTML."""
    made = (inside_link(here, piece) if isinstance(piece, Ref) else str(marked(piece)) for piece in text)
    return Markup("".join(made))  # noqa: S704  every piece is escaped
