"""Writes the files of a new map: settings, pages, workflows, and an example to replace."""

from __future__ import annotations

import json
import re
import tempfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.brought.places import PACKAGE, brought
from claimgraph.loading.schemas import schema_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROGRAM: Final = "program"
"""The folder of a map that holds the program's wheel, so that a map stays with the version it was made for."""

_EXAMPLE: Final = "map"
"""The folder of the package with the files of a new map."""
_FORGE: Final = ".github"
"""The folder with the workflows and forms of the program's own repository, some of which serve a map as well."""
_CUT: Final = {"workflows/check.yml": "\n  code:\n", "PULL_REQUEST_TEMPLATE.md": "\nFor code:\n"}
"""Where a file goes on with what is for the program's code alone."""
_LOCK: Final = "requirements/site.txt"
FORGE: Final = (
    "CODEOWNERS",
    "ISSUE_TEMPLATE/1-new-claim.yml",
    "ISSUE_TEMPLATE/2-mistake-in-a-quote.yml",
    "ISSUE_TEMPLATE/3-source-wording-found.yml",
    "ISSUE_TEMPLATE/config.yml",
    "PULL_REQUEST_TEMPLATE.md",
    "workflows/check.yml",
    "workflows/publish.yml",
)
"""What of it that is."""
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]])")


def new_map(name: str, wheel: Path | None) -> dict[str, bytes]:
    """Return the files of a new map by their path in its folder.

    `name` is on one line. `wheel` is the file that the program was installed from; None if it is not known, and then
    the map has no `program/`.
    """
    title = _MARKDOWN.sub(r"\\\1", escape(name, quote=False))
    put = {'"@NAME@"': json.dumps(name, ensure_ascii=False), "@TITLE@": title}
    files = {path: _with(file.read_bytes(), put) for path, file in _below(PACKAGE / _EXAMPLE)}
    files |= {f"{_FORGE}/{path}": _of_maps(path).encode() for path in FORGE}
    files |= {path: text.encode() for path, text in schema_files().items()}
    files["requirements.txt"] = brought(_LOCK).read_bytes()
    if wheel is not None:
        files[f"{PROGRAM}/{wheel.name}"] = wheel.read_bytes()
    return dict(sorted(files.items()))


def write_map(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into an empty folder, all of them or none. Raises OSError."""
    with tempfile.TemporaryDirectory(prefix=".claimgraph-", dir=folder) as scratch:
        staged = Path(scratch)
        for path, content in files.items():
            file = staged / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        for entry in sorted(staged.iterdir()):
            entry.rename(folder / entry.name)


def _of_maps(path: str) -> str:
    """Return what of a file for the code forge a map has."""
    text = (brought(_FORGE) / path).read_text(encoding="utf-8")
    return f"{text.partition(_CUT[path])[0].rstrip()}\n" if path in _CUT else text


def _with(content: bytes, put: Mapping[str, str]) -> bytes:
    for mark, text in put.items():
        content = content.replace(mark.encode(), text.encode())
    return content


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file
