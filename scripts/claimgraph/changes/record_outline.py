"""Writes the lines about the change of a record: its fields, and a claim's quotes, citations, figures and links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.changes.fields import as_text
from claimgraph.changes.lines import FileText, Line, Piece, file_text, line, reworded
from claimgraph.model.links import HITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.changes.fields import FieldChange, Plain
    from claimgraph.changes.records import ItemChange, RecordChange

_SHORT: Final = ("assertion", "question")
"""The fields that are shown of a removed record."""
_SAID: Final = frozenset(
    "source speaker exact stance finding measure value bound period name how claim because".split()
)
"""The fields of an item that are in its first line."""
_ANSWERS: Final = ("answers", "question")
_LINKS: Final[Mapping[str, str]] = {
    "counts_against": "counts against",
    "rivals": "gives another figure than",
    "context": "gives context to",
}
"""The words for the kinds of link whose field is not the word."""


def record_lines(change: RecordChange, state: str | None = None) -> Iterator[Line]:
    """Yield the lines about the change of a record; `state` is the state of a new claim."""
    title = (": ", file_text(change.title)) if change.title else ()
    match change.how:
        case "renamed":
            yield line(0, "renamed ", FileText(text=change.former), " to ", FileText(text=change.id), *title)
        case "refused":
            yield line(0, "cannot be read any more: ", FileText(text=change.path))
        case how:
            yield line(0, f"{how} ", FileText(text=change.id), *title)
    if state is not None:
        yield line(1, f"stands as: “{state}”")
    for field in change.fields:
        if change.how != "removed" or field.field in _SHORT:
            yield line(1, *_field(field, is_whole=change.how in {"added", "removed"}))
    for item in change.items:
        yield line(1, *([] if change.how == item.how == "added" else [f"{item.how} "]), *_item(item))
        yield from _details(item)


def _details(change: ItemChange) -> Iterator[Line]:
    """Yield the further lines about the change of an item."""
    for answer in change.answers:
        yield line(2, "answers the critical question: ", file_text(answer))
    for field in change.fields:
        yield line(2, *_field(field))
    if change.how == "added":
        said = {*_SAID, *(HITS if change.kind == "undercuts" else ()), *(_ANSWERS if change.answers else ())}
        for name, value in change.item.items():
            text = as_text(value)
            if text is not None and name not in said and (name, text) != ("mode", "asserted"):
                yield line(2, FileText(text=name), ": ", file_text(text))


def _field(change: FieldChange, *, is_whole: bool = False) -> tuple[Piece, ...]:
    name = FileText(text=change.field)
    if is_whole:
        return name, ": ", file_text(change.after or change.before or "")
    if change.before is None:
        return name, " is new: ", file_text(change.after or "")
    if change.after is None:
        return name, " is gone: ", file_text(change.before)
    return name, reworded(change.before, change.after)


def _item(change: ItemChange) -> tuple[Piece, ...]:
    item = change.item
    match change.kind:
        case "quotes":
            verb = "disputing " if item["stance"] == "disputes" else ""
            by = (" by ", file_text(item["speaker"])) if item["speaker"] else ()
            return f"{verb}quote from ", FileText(text=item["source"]), *by, ": ", file_text(item["exact"])
        case "citations":
            verb = "disputing " if item["stance"] == "disputes" else ""
            return f"{verb}citation of ", FileText(text=item["source"]), ": ", file_text(item["finding"])
        case "figures":
            bound = f"{item['bound']} " if item.get("bound") else ""
            parts = (
                FileText(text=item["measure"]),
                f" = {bound}",
                file_text(item["value"]),
                " in ",
                file_text(item["period"]),
            )
            return "figure ", *parts, " from ", FileText(text=item["source"])
        case "computed":
            return "worked out by the editors: ", file_text(item["value"]), ", ", file_text(item["how"])
        case "named":
            return "named by the editors: ", file_text(item["name"]), ", ", file_text(item["how"])
        case "undercuts":
            return "link: undercuts ", *_hit(item), ": ", file_text(item["because"])
        case kind:
            return f"link: {_LINKS.get(kind, kind)} ", FileText(text=item["claim"]), ": ", file_text(item["because"])


def _hit(item: Plain) -> tuple[Piece, ...]:
    claim = FileText(text=item["claim"])
    for kind, before, after in (
        ("quote", "the quote ", " of "),
        ("citation", "the citation ", " of "),
        ("rests_on", "what rests on ", " in "),
        ("supports", "the step to ", " from "),
        ("counts_against", "the step against ", " from "),
        ("limits", "the limit of ", " by "),
        ("opposes", "the conflict with ", " of "),
    ):
        if item[kind] is not None:
            return before, FileText(text=item[kind]), after, claim
    return (claim,)
