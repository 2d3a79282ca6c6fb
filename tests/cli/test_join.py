"""`claimgraph join`, and the parts that `claimgraph build --shard` makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import said
from tests.site.checkouts import checkout as laid
from tests.site.checkouts import manifest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Checkout


def test_parts_are_built_and_joined(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = laid(tmp_path / "checkout")
    root, given = ("--root", str(made.root)), [str(tmp_path / f"part-{number}") for number in (1, 2)]
    for number, part in enumerate(given, start=1):
        shown = said(capsys, *root, "build", "--shard", f"{number}/2", "--output", part)
        assert shown.status == 0
        assert shown.out.startswith(f"part {number}/2 of the site, ")
    shown = said(capsys, *root, "join", *given)
    assert shown.status == 0
    assert shown.out.endswith(f" pages of 2 parts: {made.root / 'site'}\n")
    assert said(capsys, *root, "build", "--output", str(tmp_path / "whole")).status == 0
    assert manifest(made.root / "site") == manifest(tmp_path / "whole")


def test_a_missing_part_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, part = ("--root", str(laid(tmp_path / "checkout").root)), str(tmp_path / "part")
    assert said(capsys, *root, "build", "--shard", "1/2", "--output", part).status == 0
    shown = said(capsys, *root, "join", part)
    assert (shown.status, shown.err.splitlines()[-2:]) == (
        1,
        ["error: of 2 parts, these are missing: 2", "Nothing was joined."],
    )


@pytest.mark.parametrize("shard", ["0/2", "3/2", "2", "1/0", "a/b", "1/2/3"])
def test_what_is_no_part_is_refused(checkout: Checkout, shard: str) -> None:
    shown = checkout.run("build", "--shard", shard, "--output", "part")
    assert shown.status == 2
    assert f"'{shard}' is no part: write 2/5 for the second of five" in shown.err


def test_a_part_needs_a_place(checkout: Checkout) -> None:
    shown = checkout.run("build", "--shard", "1/2")
    assert (shown.status, shown.err) == (
        2,
        "claimgraph build: --shard: say where the part goes, such as --output part-1\n",
    )
