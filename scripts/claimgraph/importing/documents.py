"""Reads the text of a document: of plain text, of a web page, and of a PDF; and refuses what is none of these.

What it is, is told from how it begins, not from its name. A refusal says which program makes a text of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from claimgraph.importing.argument_map import UnreadableError
from claimgraph.importing.html import read_html

if TYPE_CHECKING:
    from collections.abc import Mapping

_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TO_TEXT: Final = "pandoc {name} -t plain --wrap=none -o {stem}.txt"
_OCR: Final = "tesseract {name} {stem}"
_KINDS: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"PK\x03\x04", "a file of Word, LibreOffice or another program, packed with zip", _TO_TEXT),
    (b"\xd0\xcf\x11\xe0", "a file of an old Word or Excel", "soffice --headless --convert-to txt:Text {name}"),
    (b"{\\rtf", "a file in RTF", _TO_TEXT),
    (b"\x89PNG", "a picture", _OCR),
    (b"\xff\xd8\xff", "a picture", _OCR),
    (b"II*\x00", "a picture", _OCR),
    (b"MM\x00*", "a picture", _OCR),
    (b"\x1f\x8b", "packed with gzip", "gunzip {name}"),
    (b"\xff\xfe", "text in UTF-16", "iconv -f UTF-16 -t UTF-8 {name} > {stem}.utf8.txt"),
    (b"\xfe\xff", "text in UTF-16", "iconv -f UTF-16 -t UTF-8 {name} > {stem}.utf8.txt"),
)
"""How files that are no text begin, what they are, and the command that makes a text of them."""

_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read of a document.

    `form` is `text`, `page` (of the web) or `PDF`. `record` is what the document says of itself, in CSL, as far as it
    says it. `heads` are headings, each with the line, from 1, at which it stands. `pages` are the first lines of a
    PDF's pages.
    """

    form: str
    text: str
    record: Mapping[str, Any] = field(default_factory=dict)
    heads: tuple[tuple[int, str], ...] = ()
    pages: tuple[int, ...] = ()


def read_document(name: str, content: bytes) -> Reading:
    """Return what is read of a file's content. Raises UnreadableError, with the command to run, if it is no text."""
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return _pdf(name, content)
    stem = re.sub(r"\.\w+$", "", name)
    for begin, what, command in _KINDS:
        if content.startswith(begin):
            raise UnreadableError(f"it is {what}; make a text of it: {_filled(command, name, stem)}")
    try:
        if _HTML.match(content):
            return _page(content)
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\x00" in content:
            raise UnreadableError("it is no text; write down what it says, line by line, in a text file") from error
        command = _filled("iconv -f WINDOWS-1252 -t UTF-8 {name} > {stem}.utf8.txt", name, stem)
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableError(f"line {line} is not in UTF-8; if it is in Windows' letters: {command}") from error
    if found := _UNSEEN.search(text):
        line = text[: found.start()].count("\n") + 1
        raise UnreadableError(f"it is no text: line {line} has a character of code {ord(found[0])}")
    return Reading(form="text", text=content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"))


def _page(content: bytes) -> Reading:
    page = read_html(content)
    if not page.text.strip():
        raise UnreadableError("it is a web page without text: a script writes it; copy the text from a browser")
    return Reading(form="page", text=page.text, record=page.record, heads=page.heads)


def _filled(command: str, name: str, stem: str) -> str:
    return command.format(name=_quoted(name), stem=_quoted(stem))


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[\w./-]+", name) else "'" + name.replace("'", "'\\''") + "'"


def _pdf(name: str, content: bytes) -> Reading:
    try:
        from claimgraph.importing.pdf import read_pdf  # noqa: PLC0415  installed by `make intake` alone
    except ModuleNotFoundError as error:
        raise UnreadableError(
            f"what reads PDF is not installed; type `make intake`, or make a text of it: pdftotext {_quoted(name)}"
        ) from error
    found = read_pdf(content)
    if found is None:
        raise UnreadableError(f"it is a PDF with a password, or damaged; try: qpdf --decrypt {_quoted(name)} open.pdf")
    if not found.text.strip():
        raise UnreadableError(f"it is a PDF of pictures, without text; find the text: ocrmypdf {_quoted(name)} ocr.pdf")
    return Reading(form="PDF", text=found.text, record=found.record, heads=found.heads, pages=found.pages)
