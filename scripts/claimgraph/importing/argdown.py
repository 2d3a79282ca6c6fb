"""Reads Argdown: the plain part of it that makes an argument map, and what this project's export writes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimgraph.importing.argdown_blocks import Element, read_blocks
from claimgraph.importing.sketch import EVIDENCE, Item, Sketch, Statement
from claimgraph.model.claim import LINK_KINDS
from claimgraph.voices import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.importing.argdown_blocks import Blocks, Relation, Structure

_KINDS: Final = (*EVIDENCE, *LINK_KINDS)
_UPWARDS: Final[Mapping[str, str]] = {"<+": "+", "+": "+", "<-": "-", "-": "-", "<_": "_", "_": "_"}
"""The arrows by which the element below bears on the one above, with what they mean."""

_DOWNWARDS: Final[Mapping[str, str]] = {"+>": "+", "->": "-", "_>": "_", "><": "x"}
"""The arrows by which the element above bears on the one below; a contradiction holds both ways, and is said once."""

_SIGNS: Final[Mapping[str, str]] = {"+": "supports", "-": "counts_against", "x": "opposes"}
"""What a sign says between two statements."""

_LONGEST: Final = 8
"""Of how many words the name of a statement without a title is made."""


def read_argdown(text: str) -> Sketch:
    """Return what a document says.

    A statement becomes a claim. So does an argument of which no structure is given; one with premises and a conclusion
    becomes supports. An argument with a tag of this project's export becomes the part of a claim that it was. What
    attacks a statement counts against it; a contradiction opposes it. An attack on an argument with premises undercuts
    it. Groups, colours and rules of inference are left out. Raises
    UnreadableError where the document cannot be read.
    """
    return _Reader(read_blocks(text)).sketch


class _Reader:
    """Makes the sketch in three passes: which arguments are parts, then what bears on what, then the texts."""

    def __init__(self, blocks: Blocks) -> None:
        self.sketch = Sketch()
        self._texts: dict[str, str] = {}
        self._fields: dict[str, dict[str, object]] = {}
        self._mentions: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        self._conclusions: dict[str, str] = {}
        for element in blocks.elements:
            self._read(element)
        for structure in blocks.structures:
            self._reason(structure)
        for relation in blocks.relations:
            self._relate(relation)
        for name, kind in self._parts.items():
            self._finish(name, kind)
        for name, text in self._texts.items():
            if name not in self._parts and name not in self._conclusions:
                title = {} if slug(name) == name else {"title": name}
                self.sketch.statements[name] = Statement(text=text, fields={**title, **self._fields[name]})

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
        """Add a support for each step of a structure; the last has the name of the argument."""
        name, steps = self._name(structure.argument), structure.steps
        for number, (before, after) in enumerate(pairwise(steps), start=1):
            if before and after:
                is_last = number == len(steps) - 1
                self.sketch.items[name if is_last else f"{name}, step {number}"] = Item(
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
            made = self.sketch.items.get(other) or Item(kind=self._parts[other], to="")
            self._put(other, made.to, (*made.makers, one))
        else:
            self._link(self._conclusions.get(one, one), other, sign)

    def _point(self, name: str, to: str, sign: str) -> None:
        """Say what a part of this project's export bears on."""
        if self._parts[name] in EVIDENCE and sign == "-":
            self._fields[name]["stance"] = "disputes"
        made = self.sketch.items.get(name)
        self._put(name, to, made.makers if made else ())

    def _put(self, name: str, to: str, makers: tuple[str, ...]) -> None:
        self.sketch.items[name] = Item(kind=self._parts[name], to=to, makers=makers)

    def _link(self, one: str, other: str, sign: str) -> None:
        """Add a link between two statements, or an undercut of an argument with premises."""
        is_step = other in self._parts or other in self._conclusions
        if sign == "_" and not is_step:
            self.sketch.left_out.append(f"the undercut of '{other}', of which no premises are given")
        elif sign == "+" and is_step:
            self.sketch.left_out.append(f"the support of the argument '{other}' by '{one}'")
        else:
            kind = "undercuts" if is_step else _SIGNS[sign]
            self.sketch.items[f"relation {len(self.sketch.items) + 1}"] = Item(kind=kind, makers=(one,), to=other)

    def _finish(self, name: str, kind: str) -> None:
        """Give a part its text and its fields; a link without an arrow is to the statement that it mentions."""
        made = self.sketch.items.pop(name, Item(kind=kind, to=""))
        to = made.to or self._mentions.get(name, "")
        text, fields = self._texts[name], self._fields[name]
        self.sketch.items[name] = Item(kind=kind, to=to, makers=made.makers, text=text, fields=fields)
