"""The corpora that every format is tried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.data.formats.hostile import hostile_material
from tests.data.formats.materials import ROOT, lay_everything, material

if TYPE_CHECKING:
    from claimgraph.data.formats.material import Material


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """Return the small corpus that has everything once."""
    root = tmp_path_factory.mktemp("everything")
    lay_everything(root)
    return material(root)


@pytest.fixture(scope="session", params=["small", "real"])
def either(request: pytest.FixtureRequest, everything: Material) -> Material:
    """Return the small corpus, then the project's own."""
    return everything if request.param == "small" else material(ROOT)


@pytest.fixture(scope="session")
def hostile() -> Material:
    """Return the corpus in which every text is hostile to some format."""
    return hostile_material()
