"""Texts that take long to make, kept between runs by the digest of what each is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimgraph.incremental.store import Store


class KeptTexts:
    """Texts that are kept in a store under one name; without a store, in this process alone."""

    def __init__(self, store: Store | None = None, name: str = "") -> None:
        """Begin with what earlier runs kept."""
        self._store, self._name = store, name
        self._known: dict[bytes, str] = (store.load(name) or {}) if store is not None else {}
        self._used: dict[bytes, str] = {}

    def get(self, of: bytes, make: Callable[[], str]) -> str:
        """Return the text that `make` makes of what has the digest `of`."""
        if of not in self._used:
            self._used[of] = self._known[of] if of in self._known else make()
        return self._used[of]

    def keep(self) -> None:
        """Keep the texts that were asked for since the last time, and no others."""
        if self._store is not None and self._used.keys() != self._known.keys():
            self._store.save(self._name, self._used)
        self._known, self._used = self._used, {}
