"""Makes draft claims of a sketch: each statement a claim, each item a part of the claim that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from claimgraph.importing.sketch import EVIDENCE
from claimgraph.loading.validation import adapter
from claimgraph.model.claim import LINK_KINDS, THIRDS, Claim
from claimgraph.model.values import MAX_ID, is_id
from claimgraph.voices import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.importing.sketch import Item, Sketch

_TEXTS: Final[Mapping[str, str]] = {"quotes": "exact", "citations": "finding"}
"""The field that an item's text goes into; a link's goes into `because`."""

_HITS: Final[Mapping[str, str]] = {"quotes": "quote", "citations": "citation"}
_WORDS: Final = 8
"""Of how many words of an assertion an id is made."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A claim to be: its id, its topic (empty where none is named), and the fields of its file as far as known."""

    id: str
    topic: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


def drafts(sketch: Sketch) -> tuple[Draft, ...]:
    """Return a draft for each statement, in order; what belongs to none is added to what the sketch leaves out.

    A statement whose name is an id keeps it. Any other gets one made of its title, else of its first words.
    """
    made: dict[str, Draft] = {}
    taken: set[str] = set()
    for name, statement in sketch.statements.items():
        known = {key: value for key, value in statement.fields.items() if key in _FIELDS}
        id_ = _free(_id(name, str(known.get("title", "")), statement.text), taken)
        topic = str(statement.fields.get("topic", ""))
        made[name] = Draft(id=id_, topic=topic, fields={**known, "assertion": statement.text})
    for name, item in sketch.items.items():
        if not _is_placed(sketch, made, item):
            sketch.left_out.append(f"'{name}', which bears on nothing that is a claim")
        elif item.kind in EVIDENCE:
            made[item.to].fields.setdefault(item.kind, []).append(_evidence(item))
    for item in sketch.items.values():
        if item.kind not in EVIDENCE and _is_placed(sketch, made, item):
            made[item.makers[0]].fields.setdefault(item.kind, []).append(_link(sketch, made, item))
    return tuple(made.values())


_FIELDS: Final = frozenset(adapter(Claim).json_schema(by_alias=True)["properties"]) - {*EVIDENCE, *LINK_KINDS}
"""The fields of a claim that are its own; the others come of items."""


def _id(name: str, title: str, text: str) -> str:
    if is_id(name):
        return name
    return slug(title or " ".join(text.split()[:_WORDS]) or name)


def _free(id_: str, taken: set[str]) -> str:
    """Return the id, with a number where another draft has it."""
    found, number = id_, 1
    while found in taken:
        number += 1
        found = f"{id_[: MAX_ID - 4]}-{number}".replace("--", "-")
    taken.add(found)
    return found


def _is_placed(sketch: Sketch, made: Mapping[str, Draft], item: Item) -> bool:
    """Tell whether all that an item names is there."""
    if item.kind in EVIDENCE:
        return item.to in made
    if not item.makers or any(name not in made for name in item.makers):
        return False
    if item.kind != "undercuts":
        return item.to in made
    hit = sketch.items.get(item.to)
    return hit is not None and hit.kind in {*EVIDENCE, *THIRDS} and _is_placed(sketch, made, hit)


def _evidence(item: Item) -> dict[str, Any]:
    name = _TEXTS[item.kind]
    return {**item.fields, **({name: item.text} if item.text else {})}


def _link(sketch: Sketch, made: Mapping[str, Draft], item: Item) -> dict[str, Any]:
    found: dict[str, Any] = {"claim": made[item.to].id} if item.to in made else _target(sketch, made, item)
    premises = [made[name].id for name in item.makers[1:]]
    if premises:
        found["with"] = premises
    return {**item.fields, **found, **({"because": item.text} if item.text else {})}


def _target(sketch: Sketch, made: Mapping[str, Draft], item: Item) -> dict[str, Any]:
    """Return what an undercut says of the part that it hits; a quote or citation without an id gets one.

    A conflict has no direction: the item may say which of its two claims it names.
    """
    hit = sketch.items[item.to]
    if hit.kind not in EVIDENCE:
        ends = (made[hit.makers[0]].id, made[hit.to].id)
        is_turned = hit.kind == "opposes" and item.fields.get("claim") == ends[1]
        claim, third = reversed(ends) if is_turned else ends
        return {"claim": claim, hit.kind: third}
    if "rests_on" in item.fields:
        return {"claim": made[hit.to].id}
    listed = made[hit.to].fields[hit.kind]
    same = [one for one in sketch.items.values() if one.kind == hit.kind and one.to == hit.to]
    part = listed[same.index(hit)]
    part.setdefault("id", f"{_HITS[hit.kind]}-{same.index(hit) + 1}")
    return {"claim": made[hit.to].id, _HITS[hit.kind]: part["id"]}
