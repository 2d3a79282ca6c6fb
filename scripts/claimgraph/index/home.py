"""The name and the address of the site, as its own pages give them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The site.

    `url` is its address, which ends in a slash, and `repository` that of the home of its files, without one; None if it
    has none.
    """

    name: str
    url: str | None = None
    repository: str | None = None

    def absolute(self, address: str) -> str | None:
        """Return the whole address of a page or file of the site; None if the site has no address."""
        return None if self.url is None else f"{self.url}{quote(address)}"
