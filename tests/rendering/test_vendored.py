"""Other people's files that are published with the site."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[2] / "site_overrides/assets/vendor"


@pytest.mark.parametrize("readme", sorted(VENDOR.glob("*/README.md")), ids=lambda path: path.parent.name)
def test_each_is_the_one_its_readme_names(readme: Path) -> None:
    sums = [line.split()[1:] for line in readme.read_text("utf-8").splitlines() if line.startswith("    sha256")]
    assert sums
    for expected, name in sums:
        assert hashlib.sha256((readme.parent / name).read_bytes()).hexdigest() == expected
    assert list(readme.parent.glob("LICENSE*"))
