"""Reads the main text of a web page, a block a line. Only this module and citeproc-py use lxml.

A source must have all its words, so nothing is left out by a guess at what is interesting: only what HTML itself says
is not the text (navigation, scripts, forms' fields, what is hidden). The main part is `main`, else the one `article`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lxml import html
from lxml.etree import ParserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

_LEFT_OUT: Final = frozenset(
    "aside audio button canvas dialog footer head iframe input map math menu nav noscript object option script select "
    "style svg template textarea video".split()
)
_BLOCKS: Final = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 "
    "h5 h6 header hgroup hr legend li main ol p pre section summary table tbody tfoot thead tr ul".split()
)
_HEADS: Final = frozenset({"h1", "h2", "h3"})
_LEVELS: Final = {
    "sup": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DAY: Final = re.compile(r"\d{4}(?:[-/]\d{2}(?:[-/]\d{2})?)?")
_META: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("citation_title", "og:title", "dc.title"),
    "author": ("citation_author", "author", "dc.creator"),
    "issued": ("citation_publication_date", "citation_date", "article:published_time", "dc.date", "date"),
    "container-title": ("citation_journal_title", "og:site_name"),
    "DOI": ("citation_doi",),
    "URL": ("og:url",),
}
"""The names of `meta` for each field of CSL; the first that the page has counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The main text of a page, what the page says of itself in CSL, and its headings by line."""

    text: str
    record: Mapping[str, Any]
    heads: tuple[tuple[int, str], ...]


def read_html(content: bytes) -> Page:
    """Return what is read of a page, in UTF-8 or in the letters that it names.

    Raises UnicodeDecodeError if it is in neither. As in browsers, a page in ISO 8859-1 or ASCII is in Windows' letters.
    """
    parser = html.HTMLParser(encoding="utf-8")
    content = _decoded(content).encode("utf-8")
    try:
        root = html.document_fromstring(content, parser=parser)
    except ParserError:  # it is empty
        return Page(text="", record={}, heads=())
    lines, heads = _lines(_main(root))
    return Page(text="".join(f"{line}\n" for line in lines), record=_record(root, heads), heads=tuple(heads))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = _CHARSET.search(content[:4096])
        name = found[1].decode("ascii").casefold() if found else ""
        if not name or name in {"utf-8", "utf8"}:
            raise
        try:
            return content.decode("cp1252" if name in {"iso-8859-1", "latin1", "us-ascii"} else name)
        except LookupError:
            pass
        raise


def _main(root: HtmlElement) -> HtmlElement:
    for path in ("//main | //*[@role='main']", "//article", "//body"):
        found = root.xpath(path)
        if len(found) == 1:
            return found[0]
    return root


def _lines(main: HtmlElement) -> tuple[list[str], list[tuple[int, str]]]:
    """Return the lines of an element's text, and its headings with their lines."""
    lines: list[str] = [""]
    heads: list[tuple[int, str]] = []
    for piece in _pieces(main):
        if piece in _HEADS:
            heads.append((len(lines) + bool(lines[-1].strip()), ""))
        if piece in _BLOCKS or piece == "\n":
            lines += [""] if lines[-1].strip() else []
        else:
            lines[-1] += piece.removeprefix("=")
    made = [_SPACE.sub(" ", line.replace("\t", "\v")).replace("\v", "\t").strip() for line in lines]
    made = [line for line in made if line]
    return made, [(line, made[line - 1]) for line, _ in heads if line <= len(made)]


def _pieces(element: HtmlElement, *, is_pre: bool = False) -> Iterator[str]:
    """Yield the text below an element after `=`, a line feed where a line ends, and each block's name at its ends."""
    name = element.tag if isinstance(element.tag, str) else ""
    if not name or name in _LEFT_OUT or _is_hidden(element):
        return
    is_pre = is_pre or name == "pre"
    if name == "br":
        yield "\n"
    if name in _BLOCKS:
        yield name
    own = element.text or ""
    yield from _text(own.translate(_LEVELS[name]) if name in _LEVELS and _is_number(element) else own, is_pre=is_pre)
    for child in element:
        yield from _pieces(child, is_pre=is_pre)
        yield from _text(child.tail or "", is_pre=is_pre)
    if name in {"td", "th"} and element.getnext() is not None:
        yield "=\t"
    if name in _BLOCKS:
        yield name if name not in _HEADS else "p"


def _text(text: str, *, is_pre: bool) -> Iterator[str]:
    for number, line in enumerate(text.split("\n") if is_pre else [text]):
        if number:
            yield "\n"
        yield f"={_SPACE.sub(' ', line)}"


def _is_number(element: HtmlElement) -> bool:
    return len(element) == 0 and (element.text or "").strip().isdecimal()


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").casefold()
    is_furniture = element.tag == "header" and element.getparent().tag == "body" and not element.xpath(".//h1")
    return "hidden" in element.attrib or "display:none" in style or is_furniture


def _record(root: HtmlElement, heads: list[tuple[int, str]]) -> dict[str, Any]:
    meta: dict[str, list[str]] = {}
    for one in root.iter("meta"):
        name = (one.get("name") or one.get("property") or "").casefold()
        if value := " ".join((one.get("content") or "").split()):
            meta.setdefault(name, []).append(value)
    record: dict[str, Any] = {"type": "webpage"}
    for field, names in _META.items():
        values = next((meta[name] for name in names if name in meta), [])
        if values:
            record[field] = values if field == "author" else values[0]
    title = root.findtext(".//title") or ""
    record.setdefault("title", heads[0][1] if heads else " ".join(title.split()))
    if day := _DAY.match(record.pop("issued", "")):
        record["issued"] = day[0].replace("/", "-")
    record["URL"] = next(iter(root.xpath("//link[@rel='canonical']/@href")), "") or record.get("URL", "")
    record["language"] = root.get("lang") or ""
    return record
