"""Claim files as somebody might write them who is new to it, each with all that the check says, word for word.

What is said has to be enough to mend the file without looking anything up. A file may say in its first line, after
`# at: `, where it is laid. To take over new messages after reading them:
`NEWCOMER=write pytest tests/cli/test_newcomer.py`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.running import Checkout

FILES = sorted((Path(__file__).parent / "newcomer").glob("*.yml"))
AT = b"# at: "


def test_there_are_more_than_forty() -> None:
    assert len(FILES) > 40


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_the_check_says(checkout: Checkout, file: Path) -> None:
    checkout.put_texts_elsewhere()
    path, content = "claims/buses/no-bus-at-all.yml", file.read_bytes()
    if content.startswith(AT):
        first, content = content.split(b"\n", 1)
        path = first.removeprefix(AT).decode()
    (checkout.root / path).write_bytes(content)
    shown = checkout.run("check")
    golden = file.with_suffix(".txt")
    if os.environ.get("NEWCOMER") == "write":
        golden.write_text(shown.out + shown.err, encoding="utf-8")
    assert shown.status == ("error[" in shown.out)
    assert shown.out + shown.err == golden.read_text(encoding="utf-8")
