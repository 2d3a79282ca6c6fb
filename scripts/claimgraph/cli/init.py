"""Begin a map of your own in an empty folder, with an example to replace."""

from __future__ import annotations

import json
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

from claimgraph.cli.failure import UsageError, writing
from claimgraph.drafting.founding import PROGRAM, new_map, write_map

if TYPE_CHECKING:
    from types import SimpleNamespace

_LONGEST: Final = 70
"""How many characters the name of a map may have: it stands in the header of each page."""


def run(options: SimpleNamespace) -> int:
    """Write the files, and print what to do next."""
    folder, name = options.folder, " ".join(options.name.split())
    if not name or len(name) > _LONGEST:
        raise UsageError(f"--name: a map's name has 1 to {_LONGEST} characters, this one {len(name)}")
    _require_empty(folder)
    wheel = _wheel()
    files = new_map(name, wheel)
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        write_map(folder, files)
    sys.stdout.write(f"{folder}: a new map of {len(files)} files, with tomatoes as an example to replace\n")
    if wheel is None:
        sys.stdout.write(
            f"Missing: the program itself. Put its wheel into {folder / PROGRAM}/, for `make` and workflows\n"
        )
    sys.stdout.write(
        "Next:\n"
        f"    cd {folder}\n"
        "    claimgraph check\n"
        "    claimgraph serve\n"
        "Then begin a topic of your own: claimgraph new topic ID. README.md says what to replace.\n"
    )
    return 0


def _require_empty(folder: Path) -> None:
    """Raise UsageError unless a map can be begun there."""
    if folder.is_dir():
        there = sorted(entry.name for entry in folder.iterdir() if entry.name != ".git")
        if there:
            raise UsageError(
                f"'{folder}' is not empty: it has {there[0]}{' and more' * (len(there) > 1)}; name a new folder"
            )
    elif folder.exists() or folder.is_symlink():
        raise UsageError(f"'{folder}' is there, and no folder; name a new one")


def _wheel() -> Path | None:
    """Return the wheel that this program was installed from; None if it was not, or is no longer there.

    Installers record it as https://packaging.python.org/en/latest/specifications/direct-url/ says.
    """
    try:
        recorded = distribution("claimgraph").read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    url = urlsplit(json.loads(recorded)["url"]) if recorded else None
    if url is None or url.scheme != "file":
        return None
    path = Path(url2pathname(url.path))
    return path if path.suffix == ".whl" and path.is_file() else None
