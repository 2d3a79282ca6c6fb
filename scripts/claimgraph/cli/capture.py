"""Make the capture of a source's text, or compare it with the text.

The text file is UTF-8 and holds what the source says, line by line. The capture goes to sources/<id>.capture.json and
holds fingerprints, no running text.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.captures.capture import capture_text
from claimgraph.captures.files import CaptureError, read_capture, write_capture
from claimgraph.captures.store import capture_path
from claimgraph.cli.failure import UsageError, checkout

if TYPE_CHECKING:
    import argparse

NAME: Final = "capture"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("text", type=Path, metavar="TEXT", help="the text file")
    parser.add_argument("--source", metavar="ID", help="the source's id; by default the text file's name")
    parser.add_argument("--compare", action="store_true", help="write nothing; tell whether the capture is the text's")


def run(options: argparse.Namespace) -> int:
    """Make or compare a capture."""
    root = checkout(options)
    source_id = options.source or options.text.stem
    if not (root / "sources" / f"{source_id}.yml").is_file():
        raise UsageError(
            f"there is no source '{source_id}': write sources/{source_id}.yml first, or name it by --source"
        )
    try:
        text = options.text.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"'{options.text}' cannot be read as UTF-8 text: {error}") from error
    made = capture_text(text)
    path = root / capture_path(source_id)
    if options.compare:
        return _compare(path, write_capture(made), source_id)
    path.write_text(write_capture(made), encoding="utf-8")
    sys.stdout.write(f"{capture_path(source_id)}: {made.words:,} words in {made.lines:,} lines\n")
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
    differing = _differing_lines(content.decode(), made)
    sys.stdout.write(
        f"{capture_path(source_id)}: it is NOT the capture of this text ({stored.words:,} words stored); "
        f"lines that differ: {differing}\n"
    )
    return 1


def _differing_lines(stored: str, made: str) -> str:
    """Return the numbers of the text's lines whose fingerprints differ, at most twenty."""

    def by_line(text: str) -> dict[str, str]:
        rows = [row.strip().rstrip(",") for row in text.splitlines() if row.strip().startswith('{"line":')]
        return {row.split(":", 2)[1].split(",")[0]: row.partition('"windows"')[2] for row in rows}

    one, other = by_line(stored), by_line(made)
    numbers = sorted((key for key in one.keys() | other.keys() if one.get(key) != other.get(key)), key=int)
    return ", ".join(numbers[:20]) + (" and more" if len(numbers) > 20 else "") if numbers else "none"  # noqa: PLR2004
