"""Reads Argdown: the part that makes an argument map, with the additions of this project's export."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimgraph.importing.argdown_blocks import Element, read_blocks
from claimgraph.importing.argument_map import EVIDENCE, ArgumentMap, Item, Statement
from claimgraph.model.links import LINK_KINDS, THIRDS
from claimgraph.voices import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.importing.argdown_blocks import Blocks, Relation, Structure

_KINDS: Final = (*EVIDENCE, *LINK_KINDS)
_UPWARDS: Final[Mapping[str, str]] = {"<+": "+", "+": "+", "<-": "-", "-": "-", "<_": "_", "_": "_"}
"""The signs of arrows by which an element bears on the element above it."""

_DOWNWARDS: Final[Mapping[str, str]] = {"+>": "+", "->": "-", "_>": "_", "><": "x"}
"""The signs of arrows by which an element bears on the one below it; a contradiction, which goes both ways, too."""

_SIGNS: Final[Mapping[str, str]] = {"+": "supports", "-": "counts_against", "x": "opposes"}
"""The kind of link that a sign between two statements stands for."""

_LONGEST: Final = 8
"""How many words of a statement without a title make its name."""


def read_argdown(text: str) -> ArgumentMap:
    """Return the argument map in a document. Raises UnreadableError if it cannot be read.

    A statement becomes a claim, and so does an argument without a structure; one with premises and a conclusion becomes
    supports. An argument with a tag of this project's export becomes the part of a claim that was exported. An attack
    on a statement counts against it; a contradiction opposes it. An attack on an argument with premises undercuts it.
    An undercut of anything else hits every step from it. Groups, colours and rules of inference are left out.
    """
    return _Reader(read_blocks(text)).argument_map


class _Reader:
    """Makes the map in three passes: which arguments are parts of claims, what bears on what, then the texts."""

    def __init__(self, blocks: Blocks) -> None:
        self.argument_map = ArgumentMap()
        self._texts: dict[str, str] = {}
        self._fields: dict[str, dict[str, object]] = {}
        self._mentions: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        self._conclusions: dict[str, str] = {}
        self._undercuts: list[tuple[str, str]] = []
        for element in blocks.elements:
            self._read(element)
        for structure in blocks.structures:
            self._reason(structure)
        for relation in blocks.relations:
            self._relate(relation)
        for one, other in self._undercuts:
            self._undercut(one, other)
        for name, kind in self._parts.items():
            self._finish(name, kind)
        for name, text in self._texts.items():
            if name not in self._parts and name not in self._conclusions:
                title = {} if slug(name) == name else {"title": name}
                self.argument_map.statements[name] = Statement(text=text, fields={**title, **self._fields[name]})

    def _name(self, element: Element) -> str:
        if element.title:
            return element.title
        words = element.content.words.split()
        return slug(" ".join(words[:_LONGEST])) if words else f"line {element.line}"

    def _read(self, element: Element) -> None:
        name, content = self._name(element), element.content
        self._texts[name] = self._texts.get(name) or content.words
        self._fields.setdefault(name, {}).update(content.data)
        if content.mentions:
            self._mentions[name] = content.mentions[-1]
        for kind in _KINDS:
            if element.is_argument and kind in content.tags:
                self._parts[name] = kind

    def _reason(self, structure: Structure) -> None:
        """Add a support for each step of a structure; the last one has the name of the argument."""
        name, steps = self._name(structure.argument), structure.steps
        for number, (before, after) in enumerate(pairwise(steps), start=1):
            if before and after:
                is_last = number == len(steps) - 1
                self.argument_map.items[name if is_last else f"{name}, step {number}"] = Item(
                    kind="supports",
                    makers=tuple(map(self._name, before)),
                    to=self._name(after[0]),
                    text=self._texts.get(name, "") if is_last else "",
                    fields=self._fields.get(name, {}) if is_last else {},
                )
                self._conclusions[name] = self._name(after[0])

    def _relate(self, relation: Relation) -> None:
        parent, child = self._name(relation.parent), self._name(relation.child)
        if relation.arrow in _UPWARDS:
            one, other, sign = child, parent, _UPWARDS[relation.arrow]
        else:
            one, other, sign = parent, child, _DOWNWARDS[relation.arrow]
        if one in self._parts:
            self._point(one, other, sign)
        elif other in self._parts and sign == "+":
            made = self.argument_map.items.get(other) or Item(kind=self._parts[other], to="")
            self._put(other, made.to, (*made.makers, one))
        else:
            self._link(self._conclusions.get(one, one), other, sign)

    def _point(self, name: str, to: str, sign: str) -> None:
        """Set what a part of a claim bears on."""
        if self._parts[name] in EVIDENCE and sign == "-":
            self._fields[name]["stance"] = "disputes"
        made = self.argument_map.items.get(name)
        self._put(name, to, made.makers if made else ())

    def _put(self, name: str, to: str, makers: tuple[str, ...]) -> None:
        self.argument_map.items[name] = Item(kind=self._parts[name], to=to, makers=makers)

    def _link(self, one: str, other: str, sign: str) -> None:
        """Add a link between two statements, or an undercut of an argument with premises."""
        is_step = other in self._parts or other in self._conclusions
        if sign == "_" and not is_step:
            self._undercuts.append((one, other))
        elif sign == "+" and is_step:
            self.argument_map.left_out.append(f"the support of the argument '{other}' by '{one}'")
        else:
            kind = "undercuts" if is_step else _SIGNS[sign]
            self.argument_map.items[f"relation {len(self.argument_map.items) + 1}"] = Item(
                kind=kind, makers=(one,), to=other
            )

    def _undercut(self, one: str, other: str) -> None:
        """Add an undercut of each step from a statement or argument without premises, once all steps are known."""
        hit = [
            name for name, item in self.argument_map.items.items() if item.kind in THIRDS and item.makers == (other,)
        ]
        for name in hit:
            number = len(self.argument_map.items) + 1
            self.argument_map.items[f"relation {number}"] = Item(kind="undercuts", makers=(one,), to=name)
        if not hit:
            self.argument_map.left_out.append(f"the undercut of '{other}', which is a reason for nothing")

    def _finish(self, name: str, kind: str) -> None:
        """Set the text and fields of a part; without an arrow, a link is to the statement that it mentions."""
        made = self.argument_map.items.pop(name, Item(kind=kind, to=""))
        to = made.to or self._mentions.get(name, "")
        text, fields = self._texts[name], self._fields[name]
        self.argument_map.items[name] = Item(kind=kind, to=to, makers=made.makers, text=text, fields=fields)
