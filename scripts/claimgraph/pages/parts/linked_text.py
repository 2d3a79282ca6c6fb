"""Plain text in which `[[id]]` is a link to a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from claimgraph.index.addresses import Ref
from claimgraph.templating.templates import inside_link
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimgraph.index.view import View


def linked_text(view: View, text: str) -> tuple[str | Ref, ...]:
    """Return a text in pieces, with each `[[id]]` as the page of the claim; an unknown id stays as written."""
    return tuple(claim_ref(view, piece.id) if isinstance(piece, WikiLink) else piece for piece in pieces(text))


def claim_ref(view: View, id_: str) -> Ref:
    """Return the page of a claim; if there is no such claim, the link as written and without an address."""
    return view.claim(id_) if id_ in view.corpus.claims else Ref(title=f"[[{id_}]]", address=None)


def linked_html(text: Iterable[str | Ref], here: str, marked: Callable[[str], str] = escape) -> Markup:
    """Return a text in pieces as HTML for the page at `here`; `marked` turns the text between links into HTML."""
    made = (inside_link(here, piece) if isinstance(piece, Ref) else str(marked(piece)) for piece in text)
    return Markup("".join(made))  # noqa: S704  every piece is escaped
