"""Writes and removes the files of a built site."""

from __future__ import annotations

import os
from pathlib import Path


def put(path: str | Path, text: str | bytes) -> bool:
    """Write a file, with the folders above it, unless it has this text already, in UTF-8; tell whether it was written.

    A site has as many folders as pages, so a file that is not there yet is opened before anything is asked about it.
    """
    content = text.encode() if isinstance(text, str) else text
    try:
        file = open(path, "xb")  # noqa: PTH123, SIM115  closed below; a Path would cost more than the writing
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120  as above
        file = open(path, "xb")  # noqa: PTH123, SIM115
    except FileExistsError:
        there = Path(path)
        if there.read_bytes() == content:
            return False
        there.write_bytes(content)
        return True
    with file:
        file.write(content)
    return True


def page_file(folder: Path, address: str) -> str:
    """Return the file of the page at an address of the site in `folder`."""
    return f"{folder}/{address}index.html"


def remove_page(folder: Path, address: str) -> None:
    """Remove a page, and its folder where nothing else is in it."""
    page = folder / address / "index.html"
    page.unlink(missing_ok=True)
    if page.parent.is_dir() and not any(page.parent.iterdir()):
        page.parent.rmdir()
