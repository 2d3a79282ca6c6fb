"""Reads the text of a PDF, line by line. Only this module uses pypdf."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLACEHOLDERS: Final = frozenset({"", "anonymous", "untitled", "unknown", "unspecified"})
"""What programs write for a title or author that nobody gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The text of a PDF, what it says of itself, its bookmarks by line, and the first line of each page."""

    text: str
    record: Mapping[str, Any]
    heads: tuple[tuple[int, str], ...]
    pages: tuple[int, ...]


def read_pdf(content: bytes) -> Pages | None:
    """Return what is read of a PDF; None if it cannot be opened."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every slip of whoever wrote the file
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return None
        pages = [page.extract_text().strip("\n").split("\n") for page in reader.pages]
        texts = ["\n".join(line.rstrip() for line in lines) for lines in pages]
        firsts = tuple(accumulate(map(len, pages), initial=1))[:-1]
        heads = tuple((firsts[page], title) for page, title in _bookmarks(reader, reader.outline))
        given = {"title": reader.metadata.title, "author": reader.metadata.author} if reader.metadata else {}
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return None
    record = {name: " ".join(str(text or "").split()) for name, text in given.items()}
    return Pages(
        text="\n".join(texts) + "\n",
        record={name: text for name, text in record.items() if text.casefold() not in _PLACEHOLDERS},
        heads=heads,
        pages=firsts,
    )


def _bookmarks(reader: PdfReader, outline: list[Any]) -> Iterator[tuple[int, str]]:
    """Yield the page, from 0, and the title of each bookmark that leads to a page."""
    for one in outline:
        if isinstance(one, list):
            yield from _bookmarks(reader, one)
        elif (page := reader.get_destination_page_number(one)) is not None and page >= 0:
            yield page, " ".join(str(one.title).split())
