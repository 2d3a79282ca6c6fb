"""Updates the ids in an earlier record, so that a reference to a renamed record does not count as a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimgraph.changes.state import State, pairs
from claimgraph.model.links import THIRDS
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

_CLAIMS: Final = frozenset({"claim", "related", "background", "theses", "replaced_by", "step", "with", *THIRDS})
_TEXT_WITH_LINKS: Final = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The present id of each renamed claim, source and voice, by its former id."""

    claims: Mapping[str, str]
    sources: Mapping[str, str]
    voices: Mapping[str, str]

    @classmethod
    def between(cls, before: State, after: State) -> Names:
        """Return the records that were renamed between two states."""
        one, other = before.corpus, after.corpus
        return cls(
            claims=_renamed(one.claims, other.claims),
            sources=_renamed(one.sources, other.sources),
            voices=_renamed(one.voices, other.voices),
        )

    def brought_up_to_date(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Return a record as plain data with the present ids of the records that it names."""
        return {key: self._present(key, value) for key, value in record.items()}

    def _present(self, key: str, value: Any) -> Any:  # noqa: ANN401  plain data
        if isinstance(value, dict):
            return self.brought_up_to_date(value)
        if isinstance(value, list):
            return [self._present(key, item) for item in value]
        if not isinstance(value, str):
            return value
        if key == _TEXT_WITH_LINKS:
            return "".join(self._linked(piece) for piece in pieces(value))
        names = self.claims if key in _CLAIMS else {"source": self.sources, "voice": self.voices}.get(key, {})
        return names.get(value, value)

    def _linked(self, piece: str | WikiLink) -> str:
        return piece.to(self.claims.get(piece.id, piece.id)) if isinstance(piece, WikiLink) else piece


def _renamed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, str]:
    return {
        pair.before: pair.after
        for pair in pairs(before, after)
        if pair.before is not None and pair.after is not None and pair.before != pair.after
    }
