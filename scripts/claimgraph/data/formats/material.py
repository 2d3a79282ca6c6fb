"""What every format is written from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from claimgraph.captures.offsets import Offsets
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.verdict import Verdict

NOWHERE: Final = "https://claims.invalid/"
"""The base of addresses while the site has none: a name that never leads anywhere (RFC 6761, section 6.4)."""

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the claims; quotations belong to those who wrote them (LICENSE-TEXT.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A checkout without errors.

    `verdicts` are by the claim's id and the quote's index in it. `captured` are the ids of sources whose text was
    captured. `base` is the address of the site, which ends in a slash. `name` is the site's name, for readers.
    `offsets` are the full texts that are at hand, by source.
    """

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    captured: Collection[str]
    base: str = NOWHERE
    name: str = "Claims"
    offsets: Mapping[str, Offsets] = field(default_factory=dict)

    def address(self, kind: str, id_: str, part: str = "") -> str:
        """Return the address of a page, `kind` being `claims`, `sources`, `topics` or `voices`, or of a part of one."""
        return f"{self.base}{kind}/{id_}/" + (f"#{part}" if part else "")
