"""Runs the command line in this process, over a small checkout of a made-up subject."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.cli import main
from tests.rules.laying import lay_corpus

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

COUNTED = "7 claims, 2 sources, 6 of 6 quotes verified: 0 errors, 0 warnings, 0 notes\n"
UNREAD = "6 claims with quotes: none has been read beside them by a second person yet\n"
CLEAN = COUNTED + UNREAD
"""What the check says last of the checkout as it is laid: a line for people and programs, and one for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command said, and its exit status."""

    status: int
    out: str
    err: str


class Checkout:
    """The base corpus of the tests of rules, with captures and texts, in a folder of its own."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Lay it."""
        lay_corpus(root)
        (root / "mkdocs.yml").write_text("site_name: Harbour Town\n", encoding="utf-8")
        self.root = root
        self.texts = root / "texts"
        self._capsys = capsys

    def run(self, *arguments: str | Path) -> Said:
        """Run a command on this checkout."""
        return said(self._capsys, "--root", str(self.root), *map(str, arguments))

    def read(self, path: str) -> str:
        """Return the text of a file."""
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file, with its folders."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def put_texts_elsewhere(self) -> None:
        """Move the full texts to where no command finds them by itself."""
        self.texts = self.texts.rename(self.root / "full-texts")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace the one place at which `old` stands in a file."""
        text = self.read(path)
        assert text.count(old) == 1, old
        self.write(path, text.replace(old, new))

    def files(self) -> dict[str, bytes]:
        """Return every file but git's own and what it ignores, by its path."""
        ignored = {".git", ".cache"}
        files = (path for path in sorted(self.root.rglob("*")) if path.is_file() and ignored.isdisjoint(path.parts))
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in files}

    def commit(self) -> None:
        """Commit everything as the first or next revision."""
        git = shutil.which("git")
        assert git
        for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "a revision", "--no-gpg-sign")):
            who = ("-c", "user.name=A tester", "-c", "user.email=tester@harbour.example", "-c", "core.autocrlf=false")
            subprocess.run([git, "-C", str(self.root), *who, *arguments], check=True, capture_output=True)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> Said:
    """Run a command as the shell does."""
    capsys.readouterr()
    status = main(arguments)
    out, err = capsys.readouterr()
    return Said(status=status, out=out, err=err)
