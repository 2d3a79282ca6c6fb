"""What all data are made from: the view of the claims, and the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimgraph.incremental.digests import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.captures.offsets import Offsets
    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.model.corpus import Corpus

NOWHERE: Final = "https://claims.invalid/"
"""The base of addresses if the site has no address: a name that never leads anywhere (RFC 6761, section 6.4)."""

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the claims; quotations belong to those who wrote them (LICENSE-TEXT.md)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dataset:
    """The data of one site, whose claims must be free of errors.

    `captured` are the ids of the sources with a capture. `offsets` has the full texts at hand, by source.
    `has_claim_files` says whether the site has one file of data for each claim and topic, and the addresses of
    version 1.
    """

    view: View
    home: Home
    captured: frozenset[str]
    offsets: Mapping[str, Offsets] = field(default_factory=dict)
    has_claim_files: bool = False

    @property
    def corpus(self) -> Corpus:
        """All records."""
        return self.view.corpus

    @property
    def base(self) -> str:
        """The address of the site, which ends in a slash; `NOWHERE` if the site has no address."""
        return self.home.url or NOWHERE

    @property
    def settings(self) -> bytes:
        """The digest of everything but the view that the data are made from."""
        return digest_of((self.home, tuple(sorted(self.captured)), self.has_claim_files))

    def address(self, kind: str, id_: str, part: str = "") -> str:
        """Return the address of a page, or of the element `part` on it.

        `kind` is `claims`, `sources`, `topics` or `voices`.
        """
        return f"{self.base}{kind}/{id_}/" + (f"#{part}" if part else "")

    def to_home(self, file: str) -> str:
        """Return the relative path from a file to the site's home; the whole address if the site has one."""
        return self.home.url or "../" * file.count("/")
