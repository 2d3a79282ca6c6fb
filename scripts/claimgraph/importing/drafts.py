"""Makes draft claims from an argument map: of each statement a claim, of each item a part of its claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from claimgraph.importing.argument_map import EVIDENCE
from claimgraph.loading.adapters import adapter
from claimgraph.model.claim import Claim
from claimgraph.model.links import LINK_KINDS, THIRDS
from claimgraph.model.values import MAX_ID, is_id
from claimgraph.voices import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.importing.argument_map import ArgumentMap, Item

_TEXTS: Final[Mapping[str, str]] = {"quotes": "exact", "citations": "finding"}
"""The field for an item's text; the text of a link goes into `because`."""

_HITS: Final[Mapping[str, str]] = {"quotes": "quote", "citations": "citation"}
_WORDS: Final = 8
"""How many words of an assertion make an id."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A draft of a claim: its id, its topic, empty if none is named, and the known fields of its file."""

    id: str
    topic: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


def drafts(argument_map: ArgumentMap) -> tuple[Draft, ...]:
    """Return a draft for each statement, in order; items that belong to none are added to `left_out` of the map.

    A statement whose name is an id keeps it. Otherwise the id is made of its title, or without one of its first words.
    """
    made: dict[str, Draft] = {}
    taken: set[str] = set()
    for name, statement in argument_map.statements.items():
        known = {key: value for key, value in statement.fields.items() if key in _FIELDS}
        id_ = _free(_id(name, str(known.get("title", "")), statement.text), taken)
        topic = str(statement.fields.get("topic", ""))
        made[name] = Draft(id=id_, topic=topic, fields={**known, "assertion": statement.text})
    for name, item in argument_map.items.items():
        if not _is_placed(argument_map, made, item):
            argument_map.left_out.append(f"'{name}', which bears on nothing that is a claim")
        elif item.kind in EVIDENCE:
            made[item.to].fields.setdefault(item.kind, []).append(_evidence(item))
    for item in argument_map.items.values():
        if item.kind not in EVIDENCE and _is_placed(argument_map, made, item):
            made[item.makers[0]].fields.setdefault(item.kind, []).append(_link(argument_map, made, item))
    return tuple(made.values())


_FIELDS: Final = frozenset(adapter(Claim).json_schema(by_alias=True)["properties"]) - {*EVIDENCE, *LINK_KINDS}
"""The fields of a claim that come from its statement; the others come from items."""


def _id(name: str, title: str, text: str) -> str:
    if is_id(name):
        return name
    return slug(title or " ".join(text.split()[:_WORDS]) or name)


def _free(id_: str, taken: set[str]) -> str:
    """Return the id, with a number if another draft has it."""
    found, number = id_, 1
    while found in taken:
        number += 1
        found = f"{id_[: MAX_ID - 4]}-{number}".replace("--", "-")
    taken.add(found)
    return found


def _is_placed(argument_map: ArgumentMap, made: Mapping[str, Draft], item: Item) -> bool:
    """Tell whether everything that an item names is in the map."""
    if item.kind in EVIDENCE:
        return item.to in made
    if not item.makers or any(name not in made for name in item.makers):
        return False
    if item.kind != "undercuts":
        return item.to in made
    hit = argument_map.items.get(item.to)
    return hit is not None and hit.kind in {*EVIDENCE, *THIRDS} and _is_placed(argument_map, made, hit)


def _evidence(item: Item) -> dict[str, Any]:
    name = _TEXTS[item.kind]
    return {**item.fields, **({name: item.text} if item.text else {})}


def _link(argument_map: ArgumentMap, made: Mapping[str, Draft], item: Item) -> dict[str, Any]:
    found: dict[str, Any] = {"claim": made[item.to].id} if item.to in made else _target(argument_map, made, item)
    premises = [made[name].id for name in item.makers[1:]]
    if premises:
        found["with"] = premises
    return {**item.fields, **found, **({"because": item.text} if item.text else {})}


def _target(argument_map: ArgumentMap, made: Mapping[str, Draft], item: Item) -> dict[str, Any]:
    """Return the fields by which an undercut names the part that it hits; a quote or citation without an id gets one.

    A conflict has no direction: the fields of the item may say which of the two claims is named first.
    """
    hit = argument_map.items[item.to]
    if hit.kind not in EVIDENCE:
        ends = (made[hit.makers[0]].id, made[hit.to].id)
        is_turned = hit.kind == "opposes" and item.fields.get("claim") == ends[1]
        claim, third = reversed(ends) if is_turned else ends
        return {"claim": claim, hit.kind: third}
    if "rests_on" in item.fields:
        return {"claim": made[hit.to].id}
    listed = made[hit.to].fields[hit.kind]
    same = [one for one in argument_map.items.values() if one.kind == hit.kind and one.to == hit.to]
    part = listed[same.index(hit)]
    part.setdefault("id", f"{_HITS[hit.kind]}-{same.index(hit) + 1}")
    return {"claim": made[hit.to].id, _HITS[hit.kind]: part["id"]}
