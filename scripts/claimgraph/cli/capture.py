"""Make the capture of a source's text, or compare it with the text.

The text file is UTF-8 and holds what the source says, line by line. The capture goes to sources/<id>.capture.json and
holds fingerprints, no running text.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.captures.capture import capture_text
from claimgraph.captures.differing import differing_lines
from claimgraph.captures.files import CaptureError, read_capture, write_capture
from claimgraph.captures.store import capture_path
from claimgraph.cli.check import plural
from claimgraph.cli.failure import UsageError, checkout, writing
from claimgraph.cli.ids import require_id

if TYPE_CHECKING:
    import argparse

NAME: Final = "capture"
_MOST: Final = 20
"""How many lines that differ are named."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("text", type=Path, metavar="TEXT", help="the text file")
    parser.add_argument("--source", metavar="ID", help="the source's id; by default the text file's name")
    parser.add_argument("--compare", action="store_true", help="write nothing; tell whether the capture is the text's")


def run(options: argparse.Namespace) -> int:
    """Make or compare a capture."""
    root = checkout(options)
    source_id = options.source or options.text.stem
    require_id(source_id)
    if not (root / "sources" / f"{source_id}.yml").is_file():
        raise UsageError(
            f"there is no source '{source_id}': write sources/{source_id}.yml first, or name it by --source"
        )
    try:
        text = options.text.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"'{options.text}' cannot be read as UTF-8 text: {error}") from error
    made = capture_text(text, source_id)
    path = root / capture_path(source_id)
    if options.compare:
        return _compare(path, write_capture(made), source_id)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise UsageError(f"'{capture_path(source_id)}' is no plain file: remove it")
    with writing(capture_path(source_id)):
        path.write_text(write_capture(made), encoding="utf-8")
    sys.stdout.write(f"{capture_path(source_id)}: {plural(made.words, 'word')} in {plural(made.lines, 'line')}\n")
    return 0


def _compare(path: Path, made: str, source_id: str) -> int:
    if not path.is_file():
        raise UsageError(f"'{source_id}' has no capture")
    content = path.read_bytes()
    if content == made.encode():
        sys.stdout.write(f"{capture_path(source_id)}: it is the capture of this text\n")
        return 0
    try:
        stored = read_capture(content)
    except CaptureError as error:
        sys.stdout.write(f"{capture_path(source_id)}: it cannot be read: {error}\n")
        return 1
    lines = differing_lines(content, made.encode())
    shown = ", ".join(map(str, lines[:_MOST])) + (" and more" if len(lines) > _MOST else "") if lines else "none"
    sys.stdout.write(
        f"{capture_path(source_id)}: it is NOT the capture of this text ({plural(stored.words, 'word')} stored); "
        f"lines that differ: {shown}\n"
    )
    return 1
