"""Says in lines what became of a record: its fields, and the quotes, citations, figures and links of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.changes.fields import as_text
from claimgraph.changes.lines import Line, Piece, Told, line, told
from claimgraph.model.claim import HITS
from claimgraph.quotes.nearby import difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.changes.fields import FieldChange, Plain
    from claimgraph.changes.records import ItemChange, RecordChange

LONG: Final = 100
"""From how many characters on a changed text is shown as its difference."""
AROUND: Final = 5
"""How many words that did not change are shown beside one that did."""


_SHORT: Final = ("assertion", "question")
"""The fields that are told of a removed record."""
_SAID: Final = frozenset(
    "source speaker exact stance finding measure value bound period name how claim because".split()
)
"""The fields of an item that stand in its own line."""
_ANSWERS: Final = ("answers", "question")
_LINKS: Final[Mapping[str, str]] = {
    "counts_against": "counts against",
    "rivals": "gives another figure than",
    "context": "gives context to",
}
"""What the kinds of link are called that are not called like their field."""


def record_lines(change: RecordChange, state: str | None = None) -> Iterator[Line]:
    """Yield what became of a record; `state` is how a claim that is new stands."""
    title = (": ", told(change.title)) if change.title else ()
    match change.how:
        case "renamed":
            yield line(0, "renamed ", Told(text=change.former), " to ", Told(text=change.id), *title)
        case "refused":
            yield line(0, "cannot be read any more: ", Told(text=change.path))
        case how:
            yield line(0, f"{how} ", Told(text=change.id), *title)
    if state is not None:
        yield line(1, f"stands as: “{state}”")
    for field in change.fields:
        if change.how != "removed" or field.field in _SHORT:
            yield line(1, *_field(field, is_whole=change.how in {"added", "removed"}))
    for item in change.items:
        yield line(1, *([] if change.how == item.how == "added" else [f"{item.how} "]), *_item(item))
        yield from _details(item)


def _details(change: ItemChange) -> Iterator[Line]:
    """Yield what belongs to an item and does not stand in its own line."""
    for answer in change.answers:
        yield line(2, "answers the critical question: ", told(answer))
    for field in change.fields:
        yield line(2, *_field(field))
    if change.how == "added":
        said = {*_SAID, *(HITS if change.kind == "undercuts" else ()), *(_ANSWERS if change.answers else ())}
        for name, value in change.item.items():
            text = as_text(value)
            if text is not None and name not in said and (name, text) != ("mode", "asserted"):
                yield line(2, Told(text=name), ": ", told(text))


def _field(change: FieldChange, *, is_whole: bool = False) -> tuple[Piece, ...]:
    name = Told(text=change.field)
    if is_whole:
        return name, ": ", told(change.after or change.before or "")
    if change.before is None:
        return name, " is new: ", told(change.after or "")
    if change.after is None:
        return name, " is gone: ", told(change.before)
    if max(len(change.before), len(change.after)) > LONG:
        return name, " changed: ", told(difference(change.before.split(), change.after.split(), context=AROUND))
    return name, ": ", told(change.before), " became ", told(change.after)


def _item(change: ItemChange) -> tuple[Piece, ...]:
    item = change.item
    match change.kind:
        case "quotes":
            verb = "disputing " if item["stance"] == "disputes" else ""
            by = (" by ", told(item["speaker"])) if item["speaker"] else ()
            return f"{verb}quote from ", Told(text=item["source"]), *by, ": ", told(item["exact"])
        case "citations":
            verb = "disputing " if item["stance"] == "disputes" else ""
            return f"{verb}citation of ", Told(text=item["source"]), ": ", told(item["finding"])
        case "figures":
            bound = f"{item['bound']} " if item.get("bound") else ""
            parts = (Told(text=item["measure"]), f" = {bound}", told(item["value"]), " in ", told(item["period"]))
            return "figure ", *parts, " from ", Told(text=item["source"])
        case "computed":
            return "worked out by the editors: ", told(item["value"]), ", ", told(item["how"])
        case "named":
            return "named by the editors: ", told(item["name"]), ", ", told(item["how"])
        case "undercuts":
            return "link: undercuts ", *_hit(item), ": ", told(item["because"])
        case kind:
            return f"link: {_LINKS.get(kind, kind)} ", Told(text=item["claim"]), ": ", told(item["because"])


def _hit(item: Plain) -> tuple[Piece, ...]:
    claim = Told(text=item["claim"])
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
            return before, Told(text=item[kind]), after, claim
    return (claim,)
