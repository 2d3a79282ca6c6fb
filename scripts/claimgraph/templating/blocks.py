"""Blocks: parts of pages that are made once for all pages and builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from markupsafe import Markup


class Blocks:
    """A cache of HTML for one set of templates: a block is made again only if its value has changed."""

    def __init__(self) -> None:
        """Begin without blocks."""
        self._made: dict[Hashable, tuple[object, Markup]] = {}

    def get(self, name: Hashable, shows: object, make: Callable[[], Markup]) -> Markup:
        """Return the HTML of the block `name`.

        Args:
            name: The name of the block.
            shows: The value of the block, with everything that `make` puts into it.
            make: Makes the HTML.
        """
        known = self._made.get(name)
        if known is not None and known[0] == shows:
            return known[1]
        made = make()
        self._made[name] = (shows, made)
        return made
