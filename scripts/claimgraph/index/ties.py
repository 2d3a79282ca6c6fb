"""Links seen from both of their ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimgraph.model.claim import Link, LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A link between two claims: `maker` makes it in its file, `target` is the claim it names."""

    kind: LinkKind
    maker: str
    target: str
    link: Link
