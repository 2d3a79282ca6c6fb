"""Files of data with a piece for each claim, which a build need not make again for other claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimgraph.data.dataset import Dataset

    Piece: TypeAlias = "Callable[[Dataset, str], str]"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByClaims:
    """A file: texts, and functions that return the piece of a claim, empty where a claim has none.

    `between` stands between two pieces.
    """

    layout: tuple[str | Piece, ...]
    between: str = ""

    def __call__(self, dataset: Dataset) -> str:
        """Return the contents of the file."""
        return "".join(
            part
            if isinstance(part, str)
            else self.between.join(filter(None, (part(dataset, id_) for id_ in dataset.corpus.claims)))
            for part in self.layout
        )
