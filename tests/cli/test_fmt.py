"""The command `fmt`."""

from __future__ import annotations

import pytest

from tests.cli.running import Checkout, Said

PATH = "claims/fares/fares-up.yml"


@pytest.fixture
def unformed(checkout: Checkout) -> Checkout:
    """Return a checkout with one file whose keys are out of order."""
    checkout.run("fmt")
    assert checkout.run("fmt", "--check") == Said(status=0, out="", err="0 files of 16 would be formatted\n")
    text = checkout.read(PATH)
    kind = "kind: factual\n"
    checkout.write(PATH, text.replace(kind, "") + kind)
    return checkout


def test_it_names_what_it_has_formatted(unformed: Checkout) -> None:
    assert unformed.run("fmt") == Said(status=0, out=f"{PATH}\n", err="1 file of 16 formatted\n")
    assert unformed.run("fmt") == Said(status=0, out="", err="0 files of 16 formatted\n")
    assert unformed.run("check").status == 0


def test_check_changes_nothing_and_shows_what_would_change(unformed: Checkout) -> None:
    before = unformed.files()
    shown = unformed.run("fmt", "--check")
    assert (shown.status, shown.err) == (1, "1 file of 16 would be formatted\n")
    assert f"--- a/{PATH}\n+++ b/{PATH}\n" in shown.out
    assert "\n+kind: factual\n" in shown.out
    assert unformed.files() == before


def test_only_what_is_named(unformed: Checkout) -> None:
    assert unformed.run("fmt", "claims/buses").out == ""
    assert unformed.run("fmt", "claims/fares", PATH).out == f"{PATH}\n"
    assert unformed.run("fmt", "nothing").err == "claimgraph fmt: there is no file or folder 'nothing'\n"
