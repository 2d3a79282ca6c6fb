"""Writes a new file with every required field, empty, each with its description from the model."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from claimgraph.loading.adapters import adapter
from claimgraph.loading.schemas import schema_line
from claimgraph.model.claim import Claim
from claimgraph.model.links import HITS, LINK_KINDS
from claimgraph.model.source import Source
from claimgraph.model.topic import Topic
from claimgraph.model.voice import Voice
from claimgraph.yaml_text import comment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Schema: TypeAlias = "Mapping[str, Any]"

_FEW: Final = 12
"""The values of a field are listed only if there are at most this many."""

_LONG: Final = 400
"""A field that may have more characters than this is written as a block below its key."""

_INTRODUCTION: Final = (
    "Fill in what is empty: `claimgraph check` names what still is. Text after `>-` goes on the next lines, "
    "indented by two spaces more."
)

_OFFER: Final = "What follows counts where you take the `#` before it away: a thesis, and links to other claims."
_HITS: Final = f" Each says what it hits by one of: {', '.join(HITS)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file to begin.

    `title` is the field for a given title. `also` maps further fields to write to the fields of their items, none for
    a list of ids. `offered` are the fields to write as comments.
    """

    record: type[Any]
    title: str
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    offered: tuple[str, ...] = ()


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "claim": Kind(
            record=Claim,
            title="title",
            also={"quotes": ("source", "speaker", "exact")},
            offered=("thesis", "one_sided", "crux", *LINK_KINDS),
        ),
        "topic": Kind(record=Topic, title="title", also={"theses": (), "background": ()}),
        "source": Kind(record=Source, title="title"),
        "voice": Kind(record=Voice, title="name"),
    }
)
"""The kinds by their names."""


def skeleton(kind: Kind, path: str, given: Mapping[str, str]) -> str:
    """Return the text of a new file of a kind at `path`.

    `given` has what is known, as it stands in the file, by the names of fields: `title`, or `scope.place` for a field
    of a field. What is not given is empty, with a comment that says what it is for.
    """
    schema = adapter(kind.record).json_schema(by_alias=True)
    fields: Mapping[str, Schema] = schema["properties"]
    written = [*schema["required"], *kind.also, *kind.offered]
    further = ", ".join(name for name in fields if name not in written)
    definitions = schema.get("$defs", {})
    writer = _Fields(kind=kind, definitions=definitions, given=given)
    parts = [f"{schema_line(path)}\n", comment(_INTRODUCTION)]
    for name in written:
        parts.append(f"\n{comment(_OFFER)}\n" if name in kind.offered[:1] and name not in given else "\n")
        if name in kind.offered and name not in given:
            parts.extend(_offered(name, fields[name], definitions))
        else:
            parts.extend(writer.written(name, fields[name]))
    parts += ["\n", comment(f"Further fields, each explained in docs/contribute/fields.md: {further}.")]
    return "".join(parts)


def whole(path: str, fields: Iterable[str]) -> str:
    """Return the text of a new file at `path` of which all fields are known, as they stand in the file."""
    return "".join((f"{schema_line(path)}\n", *fields))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fields:
    """The fields of a new file; `given` has what is known of them, and `definitions` are the records within."""

    kind: Kind
    definitions: Mapping[str, Schema]
    given: Mapping[str, str]

    def written(self, path: str, about: Schema, indent: str = "") -> Iterator[str]:
        """Yield a field as it stands in the file; `path` is its name, after those of the fields around it."""
        if path in self.given:
            yield self.given[path]
            return
        name = path.rpartition(".")[2]
        yield comment(about["description"] + _values(about), indent)
        if path == self.kind.title:
            yield f'{name}: ""\n'
        elif "$ref" in about:
            record = self.definitions[about["$ref"].rpartition("/")[2]]
            yield f"{indent}{name}:\n"
            for inner in record["required"]:
                yield from self.written(f"{path}.{inner}", record["properties"][inner], f"{indent}  ")
        elif about.get("type") == "array" and not self.kind.also[name]:
            yield f"{indent}{name}: []\n"
        elif about.get("type") == "array":
            record = self.definitions[about["items"]["$ref"].rpartition("/")[2]]
            yield f"{indent}{name}:\n{indent}  -\n"
            for inner in self.kind.also[name]:
                yield from self.written(f"{path}.{inner}", record["properties"][inner], f"{indent}    ")
        else:
            yield f"{indent}{name}:{_placeholder(about)}\n"


def _offered(name: str, about: Schema, definitions: Mapping[str, Schema]) -> Iterator[str]:
    """Yield a field as comments; it counts once the `#` is removed."""
    yield comment(about["description"] + (_HITS if name == "undercuts" else ""))
    if about.get("type") != "array":
        yield f"#{name}: {'true' if about.get('type') == 'boolean' else ''}".rstrip() + "\n"
        return
    record = definitions[about["items"]["$ref"].rpartition("/")[2]]
    yield f"#{name}:\n"
    for number, inner in enumerate(record["required"]):
        value = record["properties"][inner]
        yield f"#  {'  ' if number else '- '}{inner}:{' []' if value.get('type') == 'array' else _placeholder(value)}\n"


def _values(about: Schema) -> str:
    """Return the sentence with a field's possible values, or how many there are; empty if it is free."""
    values = about.get("enum", ())
    if not values:
        return ""
    if len(values) > _FEW:
        return f" One of {len(values)} words, which your editor offers and the check lists."
    return f" One of: {', '.join(values)}."


def _placeholder(about: Schema) -> str:
    if "enum" in about or "pattern" in about or "maxLength" not in about:
        return ""
    is_required = "minLength" in about
    return " >-" if is_required and about["maxLength"] > _LONG else ' ""'
