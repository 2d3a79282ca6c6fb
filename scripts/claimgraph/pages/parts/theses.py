"""A thesis as its own page and its topic's page show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.pages.parts.face_offs import FaceOff, face_off
from claimgraph.pages.parts.sides import SideNotes, side_notes
from claimgraph.pages.parts.trees import Trees, trees

if TYPE_CHECKING:
    from claimgraph.index.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownThesis:
    """A thesis: its face-off, the whole argument about it, and what is said about its two sides together."""

    face: FaceOff
    trees: Trees
    notes: SideNotes


def shown_thesis(view: View, thesis: str) -> ShownThesis:
    """Return a thesis with the argument about it."""
    return ShownThesis(face=face_off(view, thesis), trees=trees(view, thesis), notes=side_notes(view, thesis))
