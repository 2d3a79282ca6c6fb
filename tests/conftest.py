"""What all tests share: property tests that try the same examples every time, on every machine.

`pytest --hypothesis-profile search` tries many more, and others each time. Profile `mutation`
stops at the first example that fails, and looks for no simpler one.
"""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import Phase, settings

LONGEST: Final = ("tests/browser/test_hostile.py::", "tests/browser/", "tests/site/", "tests/release/")
"""What the paths of tests begin with that take the longest, the longest first."""

OF_THE_MAP: Final = frozenset({"housed", "housed_site", "real", "real_site", "thin", "thin_site"})
"""Fixtures that build the map of this checkout: tests that ask for one name its claims and pages."""

settings.register_profile("same-every-time", derandomize=True, print_blob=True, deadline=None, max_examples=100)
settings.register_profile(
    "mutation",
    settings.get_profile("same-every-time"),
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.register_profile("search", print_blob=True, deadline=None, max_examples=5_000)
settings.load_profile("same-every-time")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the longest tests first, so that at the end no process waits for another's long one.

    Tests about the map in this checkout get the mark `map`, so that whoever puts another map in its place leaves them
    out: `pytest -m "not map"`.
    """
    for item in items:
        if item.nodeid.startswith("tests/map/") or not OF_THE_MAP.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker("map")
    items.sort(
        key=lambda item: next((at for at, path in enumerate(LONGEST) if item.nodeid.startswith(path)), len(LONGEST))
    )
