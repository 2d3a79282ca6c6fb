"""The corpora that every format is tried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.data.formats.datasets import ROOT, dataset, lay_everything
from tests.data.formats.hostile import hostile_dataset

if TYPE_CHECKING:
    from claimgraph.data.dataset import Dataset


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Return the small corpus that has everything once."""
    root = tmp_path_factory.mktemp("everything")
    lay_everything(root)
    return dataset(root)


@pytest.fixture(scope="session", params=["small", pytest.param("real", marks=pytest.mark.map)])
def either(request: pytest.FixtureRequest, everything: Dataset) -> Dataset:
    """Return the small corpus, then the project's own."""
    return everything if request.param == "small" else dataset(ROOT)


@pytest.fixture(scope="session")
def hostile() -> Dataset:
    """Return the corpus in which every text is hostile to some format."""
    return hostile_dataset()
