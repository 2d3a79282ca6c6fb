"""Parts of pages that are made once, however many pages show them and however often the site is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from markupsafe import Markup


class Blocks:
    """HTML by what it shows: a block is made anew only when that has changed. They fit one set of templates."""

    def __init__(self) -> None:
        """Begin with nothing made."""
        self._made: dict[Hashable, tuple[object, Markup]] = {}

    def get(self, name: Hashable, shows: object, make: Callable[[], Markup]) -> Markup:
        """Return the block of this name; `shows` holds all that `make` puts into it."""
        known = self._made.get(name)
        if known is not None and known[0] == shows:
            return known[1]
        made = make()
        self._made[name] = (shows, made)
        return made
