"""Reads the files that commands are given: documents, and records of references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from claimgraph.cli.failure import UsageError
from claimgraph.importing.argument_map import UnreadableError
from claimgraph.importing.documents import Reading, read_document
from claimgraph.importing.formats import RECORDS, read_records
from claimgraph.importing.records import RecordDraft, record_drafts

if TYPE_CHECKING:
    from pathlib import Path

_MOST: Final = 50_000_000
"""How many bytes are read at most."""


def content_of(file: Path) -> bytes:
    """Return what is in a file. Raises UsageError if it is too large or cannot be read."""
    try:
        if file.stat().st_size > _MOST:
            raise UsageError(f"'{file}' has more than {_MOST:,} bytes")
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read '{file}': {error.strerror}") from error


def text_of(file: Path) -> str:
    """Return the text in a file, with line feeds. Raises UsageError if it is none."""
    try:
        return content_of(file).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"'{file}' is not in UTF-8") from error


def document(file: Path) -> Reading:
    """Return what is read of a document. Raises UsageError, with what to type, if it is no text."""
    try:
        return read_document(str(file), content_of(file))
    except UnreadableError as error:
        raise UsageError(f"cannot read '{file}': {error}") from error


def record(file: Path) -> RecordDraft | None:
    """Return the one record in a file of references; None if it is no such file. Raises UsageError if it has more."""
    if file.suffix.lower() not in RECORDS:
        return None
    try:
        items: tuple[Any, ...] | None = read_records(file.suffix.lower(), text_of(file))
    except UnreadableError as error:
        raise UsageError(f"cannot read '{file}': {error}") from error
    if items is None:
        raise UsageError(f"'{file}' is an argument map: claimgraph import FILE")
    if len(items) != 1:
        raise UsageError(f"'{file}' has {len(items)} records; for all of them: claimgraph import FILE")
    return record_drafts(items)[0]
