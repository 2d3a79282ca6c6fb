"""What all tests share: property tests that try the same examples every time, on every machine.

`pytest --hypothesis-profile search` tries many more, and others each time. Profile `mutation`
stops at the first example that fails, and looks for no simpler one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import Phase, settings

if TYPE_CHECKING:
    import pytest

LONGEST: Final = ("tests/browser/test_hostile.py::", "tests/browser/", "tests/site/", "tests/release/")
"""What the paths of tests begin with that take the longest, the longest first."""

settings.register_profile("same-every-time", derandomize=True, print_blob=True, deadline=None, max_examples=100)
settings.register_profile(
    "mutation",
    settings.get_profile("same-every-time"),
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.register_profile("search", print_blob=True, deadline=None, max_examples=5_000)
settings.load_profile("same-every-time")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the longest tests first, so that at the end no process waits for another's long one."""
    items.sort(
        key=lambda item: next((at for at, path in enumerate(LONGEST) if item.nodeid.startswith(path)), len(LONGEST))
    )
