"""The run of a first contribution that the documentation records: typed anew, it says the same."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from tests.cli.running import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

PAGE = Path(__file__).parents[2] / "docs/contribute/first-claim.md"
PATH = "claims/tomatoes/fruit-of-a-vine.yml"


def blocks() -> Iterator[tuple[str, str]]:
    """Yield the language and the content of each block of code, in order."""
    text = PAGE.read_text(encoding="utf-8")
    yield from re.findall(r"^```(\w+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(block: str) -> Iterator[tuple[list[str], str]]:
    """Yield each command of a block as words, with what it says."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        typed, _, says = re.sub(r"\\\n *", "", part).partition("\n")
        yield shlex.split(typed), says


def test_the_run_says_the_same_when_typed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said(capsys, "init", "tomatoes").status == 0
    monkeypatch.chdir(tmp_path / "tomatoes")
    Path(PATH).unlink()
    typed = 0
    for language, block in blocks():
        if language == "yaml":
            Path(PATH).write_text(block, encoding="utf-8")
        for words, says in commands(block) if language == "console" else ():
            assert words[0] == "claimgraph"
            shown = said(capsys, *words[1:])
            assert shown.out + shown.err == says, words
            typed += 1
    assert typed == 5
    assert said(capsys, "fmt", "--check", PATH).status == 0
