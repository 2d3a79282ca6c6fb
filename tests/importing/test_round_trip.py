"""What is exported and imported again is the same claims."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import pytest

from claimgraph.data.formats.aif import aif
from claimgraph.data.formats.argdown import argdown
from claimgraph.importing.drafts import drafts
from claimgraph.importing.files import MARK, draft_file
from claimgraph.importing.formats import MAPS
from claimgraph.loading.corpus import load
from tests.data.formats.datasets import ROOT, dataset, lay_everything, links

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimgraph.data.dataset import Dataset
    from claimgraph.model.corpus import Corpus

WRITERS: Final[dict[str, Callable[[Dataset], str]]] = {".argdown": argdown, ".json": aif}


@pytest.fixture(params=["small", "real"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "small":
        lay_everything(tmp_path / "from")
        return tmp_path / "from"
    return ROOT


def imported(text: str, suffix: str, root: Path, to: Path) -> Corpus:
    """Import into a checkout that has all but the claims."""
    for folder in ("sources", "voices"):
        shutil.copytree(root / folder, to / folder)
    for file in (root / "claims").rglob("_*.yml"):
        copy = to / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    argument_map = MAPS[suffix](text)
    assert argument_map.left_out == []
    for draft in drafts(argument_map):
        path = f"claims/{draft.topic}/{draft.id}.yml"
        content = draft_file(draft, path, is_supported=True)
        assert MARK not in content
        (to / path).write_text(content, encoding="utf-8")
    return load(to)


@pytest.mark.parametrize("suffix", WRITERS)
def test_claims_come_back_as_they_were(root: Path, tmp_path: Path, suffix: str) -> None:
    before = dataset(root)
    after = imported(WRITERS[suffix](before), suffix, root, tmp_path / "to")
    assert after.findings == ()
    assert after.topic_of == before.corpus.topic_of
    assert sorted(links(after)) == sorted(links(before.corpus))
    for id_, entry in before.corpus.claims.items():
        assert after.claims[id_].record == entry.record
