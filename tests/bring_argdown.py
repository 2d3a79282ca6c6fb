"""Argdown's own parser, which reads what the export writes: installed from npm once, into `.cache/`.

Run as a command it prints where it is. It ends with 1 where it cannot be had, and says what to do.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
HERE: Final = Path(__file__).parent / "data" / "formats" / "argdown"
READER: Final = HERE / "read.mjs"
PACKAGES: Final = ("package.json", "package-lock.json")
_ADVICE: Final = "Install Node.js 20 or newer with its npm, and run this again."
_TRIES: Final = 3


class NoArgdownError(Exception):
    """The parser is not here and could not be brought. The text says why, and what to do."""


def find_node() -> str:
    """Give the command that runs the reader. Raises NoArgdownError where there is none."""
    if node := shutil.which("node"):
        return node
    raise NoArgdownError(f"There is no Node.js here. {_ADVICE}")


def bring_argdown() -> Path:
    """Give the folder with the parser, after installing what its lock file names where it is not there.

    It is installed beside its place and then moved there, so that two at a time do not spoil it.
    """
    lock = b"".join((HERE / name).read_bytes() for name in PACKAGES)
    home = ROOT / ".cache" / f"argdown-{hashlib.sha256(lock).hexdigest()[:12]}"
    if home.is_dir():
        return home
    npm = _bring_npm()
    home.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as folder:
        new = Path(folder) / "new"
        new.mkdir()
        for name in PACKAGES:
            shutil.copy(HERE / name, new)
        # No script of a package is run.
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        for _ in range(_TRIES):  # a registry may be slow to answer
            done = subprocess.run(command, cwd=new, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                break
        else:
            raise NoArgdownError(f"`npm ci` failed: {done.stderr.strip()[-500:]}")
        try:
            new.rename(home)
        except OSError:
            if not home.is_dir():  # else another was faster
                raise
    return home


def _bring_npm() -> str:
    """Give npm, after installing Debian's where there is none and this process may. Raises NoArgdownError."""
    if npm := shutil.which("npm"):
        return npm
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for arguments in (("update", "--quiet"), ("install", "--yes", "--quiet", "--no-install-recommends", "npm")):
            subprocess.run(["apt-get", *arguments], stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)  # noqa: S607
        if npm := shutil.which("npm"):
            return npm
    raise NoArgdownError(f"There is no npm here, and none could be installed. {_ADVICE}")


def main() -> int:
    """Print where the parser is, and give the exit code."""
    try:
        print(bring_argdown())
    except NoArgdownError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
