"""What a misspelt name was meant to be, and when that is sure."""

from __future__ import annotations

import pytest

from claimgraph.nearest import surely_meant

IDS = ("town-report-2020", "town-report-2021", "bus-hearing-2021", "buses", "cases", "late")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("bus-haering-2021", "bus-hearing-2021"),  # two letters changed places
        ("bushearing-2021", "bus-hearing-2021"),
        ("Bus-Hearing-2021", "bus-hearing-2021"),
        ("busses", "buses"),
        ("town-report-2022", None),  # a digit makes another source
        ("town-report-202", None),
        ("town-reprt-2021", "town-report-2021"),
        ("bases", None),  # two are as near
        ("lat", None),  # too short to be sure
        ("bus-haering-by-2021", None),
        ("", None),
    ],
)
def test_what_is_surely_meant(written: str, meant: str | None) -> None:
    assert surely_meant(written, IDS) == meant
