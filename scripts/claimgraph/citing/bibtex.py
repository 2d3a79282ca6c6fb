"""A source as BibTeX, for LaTeX (Patashnik, "BibTeXing", 1988; in UTF-8, as every program reads it today).

Every character of a record stands for itself. A value is in braces, and BibTeX counts braces even after a backslash
(bibtex.web, `scan_balanced_braces`), so a brace is written by its name. `doi` and `url` are verbatim (biblatex manual,
2.2.1): they are not escaped, and records have no brace or backslash in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.citing.csl import date_parts
from claimgraph.citing.lines import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimgraph.model.corpus import Entry
    from claimgraph.model.dates import Period
    from claimgraph.model.source import Name, Source

_TYPES: Final[Mapping[str, str]] = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""The type of an entry by the CSL type; all others are `misc`."""

_CONTAINERS: Final[Mapping[str, str]] = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
}
_PUBLISHERS: Final[Mapping[str, str]] = {"techreport": "institution", "phdthesis": "school"}
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SPECIAL: Final = re.compile(r"[\\{}<>|^~&%$#_]|(?:-(?=-)|'(?=')|`(?=`)|,(?=,)|[!?](?=`))")
"""LaTeX's special characters, and the first of two characters that its fonts join, such as `--` to a dash."""

_COMMANDS: Final[Mapping[str, str]] = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "|": r"{\textbar}",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    **{first: f"{first}{{}}" for first in "-'`,!?"},
}
"""The commands for special characters; all others are a backslash and the character."""

_BOUND: Final = re.compile(r",|(?:^| )and(?: |$)|^others$", re.IGNORECASE)
"""What separates names or parts of a name ("BibTeXing", section 4), and `others`, which means "et al."."""


def latex(text: str) -> str:
    """Return a text on one line with LaTeX's special characters escaped."""
    return _SPECIAL.sub(lambda found: _COMMANDS.get(found[0], f"\\{found[0]}"), one_line(text))


def bibtex_entry(entry: Entry[Source]) -> str:
    """Return the BibTeX entry of a source; its key is the source's id."""
    kind = _TYPES.get(entry.record.type, "misc")
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(entry.record, kind) if value not in {"", "{}"})
    return f"@{kind}{{{entry.id},\n{fields}}}\n"


def _fields(source: Source, kind: str) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{{{latex(source.title)}}}}}"  # twice: no style may change its capitals
    yield "author", f"{{{_names(source.author)}}}"
    yield "editor", f"{{{_names(source.editor)}}}"
    yield from _dated(source.issued) if source.issued else ()
    yield _CONTAINERS.get(kind, "howpublished"), f"{{{latex(source.container_title)}}}"
    yield _PUBLISHERS.get(kind, "publisher"), f"{{{latex(source.publisher)}}}"
    yield "address", f"{{{latex(source.publisher_place)}}}"
    yield "series", f"{{{latex(source.collection_title)}}}"
    yield "volume", f"{{{latex(source.volume or '')}}}"
    yield "number", f"{{{latex(source.issue or source.number or '')}}}"
    yield "pages", f"{{{latex(source.page or '')}}}"
    yield "edition", f"{{{latex(source.edition or '')}}}"
    yield "doi", f"{{{source.doi or ''}}}"
    yield "isbn", f"{{{latex(source.isbn or '')}}}"
    yield "issn", f"{{{latex(source.issn or '')}}}"
    yield "url", f"{{{source.url or ''}}}"
    yield "urldate", f"{{{latex(source.accessed.text) if source.accessed else ''}}}"
    yield "language", f"{{{latex(source.language)}}}"


def _dated(issued: Period) -> Iterator[tuple[str, str]]:
    """Yield the fields of a date: `year` and `month` for a plain one, and for any other `date`, as biblatex has it.

    `date` is EDTF as it stands (biblatex manual, 2.3.8), but for the braces of a set, which biblatex does not read.
    BibTeX's own styles pass over it: no year is better than a wrong one.
    """
    parts = date_parts(issued)
    if len(parts) == 1 and issued.text[-1:].isdigit():
        yield "year", f"{{{issued.text[:4]}}}"
        yield "month", _MONTHS[parts[0][1] - 1] if parts[0][1:] else ""
    else:
        yield "date", f"{{{latex(issued.text) if '{' in issued.text else issued.text}}}"


def _names(names: Sequence[Name]) -> str:
    """Return names joined by `and`."""
    return " and ".join(filter(None, map(_name, names)))


def _name(name: Name) -> str:
    """Return `particles Family, Suffix, Given`, or a whole name in braces; empty for a name without any part.

    A name without a family or given name is whole: a family name alone would be split at its spaces, and a suffix would
    be read as the given name.
    """
    if name.literal or not name.family or not name.given:
        return f"{{{latex(str(name))}}}" if str(name) else ""
    particles = (name.dropping_particle, name.non_dropping_particle, name.family)
    parts = (" ".join(part for part in particles if part), name.suffix, name.given)
    return ", ".join(_name_part(part) for part in parts if part)


def _name_part(text: str) -> str:
    """Return a part of a name, in braces if something in it would split it or if it begins with a command.

    BibTeX does not need the latter, but bibtexparser loses such a character after an `and`.
    """
    made = latex(text)
    return f"{{{made}}}" if made.startswith("\\") or _BOUND.search(one_line(text)) else made
