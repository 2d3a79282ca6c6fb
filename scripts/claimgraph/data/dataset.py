"""What all data are made of: the claims looked up from every side, and the site that they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.captures.offsets import Offsets
    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.model.corpus import Corpus

NOWHERE: Final = "https://claims.invalid/"
"""The base of addresses while the site has none: a name that never leads anywhere (RFC 6761, section 6.4)."""

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the claims; quotations belong to those who wrote them (LICENSE-TEXT.md)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dataset:
    """The data of one site. There must be no errors in its claims.

    `captured` are the ids of sources whose text was captured. `offsets` are the full texts at hand, by source.
    `has_claim_files` tells whether the site keeps one file of data for each claim and topic, and the addresses of
    version 1.
    """

    view: View
    home: Home
    captured: frozenset[str]
    offsets: Mapping[str, Offsets] = field(default_factory=dict)
    has_claim_files: bool = False

    @property
    def corpus(self) -> Corpus:
        """What the files hold."""
        return self.view.corpus

    @property
    def base(self) -> str:
        """The address of the site, which ends in a slash; one that leads nowhere while the site has none."""
        return self.home.url or NOWHERE

    @property
    def settings(self) -> tuple[Home, tuple[str, ...], bool]:
        """What the data are made of beside the index."""
        return self.home, tuple(sorted(self.captured)), self.has_claim_files

    def address(self, kind: str, id_: str, part: str = "") -> str:
        """Return the address of a page, `kind` being `claims`, `sources`, `topics` or `voices`, or of a part of one."""
        return f"{self.base}{kind}/{id_}/" + (f"#{part}" if part else "")

    def to_home(self, file: str) -> str:
        """Return what leads from a file of the site to its home; the whole address where the site has one."""
        return self.home.url or "../" * file.count("/")
