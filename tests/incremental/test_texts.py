"""Texts that are kept by what they are made of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from claimgraph.incremental.store import Store
from claimgraph.incremental.texts import KeptTexts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("is_stored", [True, False])
def test_a_text_is_made_once_and_forgotten_when_nobody_asked_for_it(tmp_path: Path, *, is_stored: bool) -> None:
    store = Store(tmp_path) if is_stored else None
    made: list[str] = []
    texts = KeptTexts(store, "drawings")

    def make(name: str) -> str:
        made.append(name)
        return f"<{name}>"

    def asked(*names: str) -> list[str]:
        found = [texts.get(name.encode(), partial(make, name)) for name in names]
        texts.keep()
        return found

    assert asked("a", "b", "a") == ["<a>", "<b>", "<a>"]
    assert asked("b", "c") == ["<b>", "<c>"]
    assert made == ["a", "b", "c"]
    if store is not None:
        texts = KeptTexts(store, "drawings")
    assert asked("c", "a") == ["<c>", "<a>"]
    assert made == ["a", "b", "c", "a"]
