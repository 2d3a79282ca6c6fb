"""Writes the entry of a quote to paste into a claim file, with comments on what is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.yaml_text import comment, entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.drafting.occurrences import Occurrence
    from claimgraph.model.verdict import Place

_ITEM = "    "


def quote_entries(found: Iterable[Occurrence]) -> str:
    """Return the `quotes` of a claim file with an entry for each occurrence."""
    return "quotes:\n" + "".join(_entry(occurrence) for occurrence in found)


def quote_entry(found: Occurrence, context: str) -> str:
    """Return the `quotes` of a claim file with one entry, whose `context` is given; empty if it is not."""
    return "quotes:\n  - " + "".join(_fields(found, context)).removeprefix(_ITEM)


def _entry(found: Occurrence) -> str:
    return comment(_where(found), "  ") + "  - " + "".join(_fields(found, "")).removeprefix(_ITEM)


def _where(found: Occurrence) -> str:
    source, place = found.prepared.entry, found.place
    text = f"{_lines(place)} of {source.path}"
    if place.posted_by:
        text += f", posted again by {place.posted_by}"
    if found.sentence:
        text += f'; the whole sentence: "{found.sentence}"'
    return text


def _lines(*places: Place) -> str:
    """Return `line 3`, `lines 3-5` or `lines 3, 5-6`."""
    pairs = dict.fromkeys((place.first_line, place.last_line) for place in places)
    numbers = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in pairs)
    return f"line {numbers}" if numbers.isdigit() else f"lines {numbers}"


def _fields(found: Occurrence, context: str) -> Iterator[str]:
    place = found.place
    yield entry("source", found.prepared.entry.id, _ITEM)
    if place.speaker:
        yield entry("speaker", place.speaker, _ITEM)
    yield entry("exact", found.exact, _ITEM)
    if found.prefix:
        yield entry("prefix", found.prefix, _ITEM)
    elif found.suffix:
        yield entry("suffix", found.suffix, _ITEM)
    elif found.others:
        others = _lines(*found.others)
        yield comment(f"give the words right before it, or a suffix: it stands in {others}, too", _ITEM)
        yield entry("prefix", "", _ITEM)
    if context:
        yield entry("context", context, _ITEM)
    elif place.marks:
        kinds = ", ".join(place.marks)
        yield comment(f"say why the cut is fair, or quote more; left out of the sentence: {kinds}", _ITEM)
        yield entry("context", "", _ITEM)
