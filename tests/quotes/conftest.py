"""Every check of a quote is tried twice: by the capture alone, and with the text at hand."""

from __future__ import annotations

import pytest


@pytest.fixture(params=[False, True], ids=["capture alone", "text at hand"])
def at_hand(request: pytest.FixtureRequest) -> bool:
    """Tell whether the text is at hand."""
    return bool(request.param)
