"""A source as BibTeX, for LaTeX (Patashnik, "BibTeXing", 1988; in UTF-8, as every program reads it today)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.citing.csl import date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimgraph.model.corpus import Entry
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
_SPECIAL: Final = re.compile(r"[\\{}&%$#_^~]")
_COMMANDS: Final[Mapping[str, str]] = {
    "\\": r"{\textbackslash}",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
}


def latex(text: str) -> str:
    """Return a text in one line in which every character of LaTeX's own stands for itself."""
    return _SPECIAL.sub(lambda found: _COMMANDS.get(found[0], f"\\{found[0]}"), " ".join(text.split()))


def bibtex_entry(entry: Entry[Source]) -> str:
    """Return the entry of a source; its key is the source's id."""
    kind = _TYPES.get(entry.record.type, "misc")
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(entry.record, kind) if value not in {"", "{}"})
    return f"@{kind}{{{entry.id},\n{fields}}}\n"


def _fields(source: Source, kind: str) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{{{latex(source.title)}}}}}"  # twice: no style may change its capitals
    yield "author", f"{{{_names(source.author)}}}"
    yield "editor", f"{{{_names(source.editor)}}}"
    if source.issued:
        yield "year", f"{{{source.issued.year or ''}}}"
        parts = date_parts(source.issued)
        yield "month", _MONTHS[parts[0][1] - 1] if parts and parts[0][1:] and parts[0][1] <= len(_MONTHS) else ""
    yield _CONTAINERS.get(kind, "howpublished"), f"{{{latex(source.container_title)}}}"
    yield _PUBLISHERS.get(kind, "publisher"), f"{{{latex(source.publisher)}}}"
    yield "address", f"{{{latex(source.publisher_place)}}}"
    yield "series", f"{{{latex(source.collection_title)}}}"
    yield "volume", f"{{{latex(source.volume or '')}}}"
    yield "number", f"{{{latex(source.issue or source.number or '')}}}"
    yield "pages", f"{{{latex(source.page or '')}}}"
    yield "edition", f"{{{latex(source.edition or '')}}}"
    # These are not typeset as text, and so hold for themselves.
    yield "doi", f"{{{source.doi or ''}}}"
    yield "isbn", f"{{{source.isbn or ''}}}"
    yield "issn", f"{{{source.issn or ''}}}"
    yield "url", f"{{{source.url or ''}}}"
    yield "urldate", f"{{{source.accessed.text if source.accessed else ''}}}"
    yield "language", f"{{{latex(source.language)}}}"


def _names(names: Sequence[Name]) -> str:
    """Return names with `and` between: `particles Family, Suffix, Given`, or a whole name in braces."""
    return " and ".join(map(_name, names))


def _name(name: Name) -> str:
    if name.literal or not name.family:
        return f"{{{latex(str(name))}}}"
    particles = (name.dropping_particle, name.non_dropping_particle, name.family)
    family = latex(" ".join(part for part in particles if part))
    return ", ".join(part for part in (family, latex(name.suffix), latex(name.given)) if part)
