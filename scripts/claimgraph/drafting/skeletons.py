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
from claimgraph.yaml_text import comment, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


def skeleton(kind: Kind, path: str, title: str = "") -> str:
    """Return the text of a new file of a kind at `path`, with `title` filled in unless it is empty."""
    schema = adapter(kind.record).json_schema(by_alias=True)
    fields: Mapping[str, Schema] = schema["properties"]
    written = [*schema["required"], *kind.also, *kind.offered]
    further = ", ".join(name for name in fields if name not in written)
    parts = [f"{schema_line(path)}\n", comment(_INTRODUCTION)]
    definitions = schema.get("$defs", {})
    for name in written:
        parts.append("\n" if name not in kind.offered[:1] else f"\n{comment(_OFFER)}\n")
        if name == kind.title:
            parts.append(f"{comment(fields[name]['description'])}{name}: {scalar(title)}\n")
        elif name in kind.offered:
            parts.extend(_offered(name, fields[name], definitions))
        else:
            parts.extend(_field(name, fields[name], definitions, kind, ""))
    parts += ["\n", comment(f"Further fields, each explained in docs/contribute/fields.md: {further}.")]
    return "".join(parts)


def _field(name: str, about: Schema, definitions: Mapping[str, Schema], kind: Kind, indent: str) -> Iterator[str]:
    yield comment(about["description"] + _values(about), indent)
    if "$ref" in about:
        record = definitions[about["$ref"].rpartition("/")[2]]
        yield f"{indent}{name}:\n"
        for inner in record["required"]:
            yield from _field(inner, record["properties"][inner], definitions, kind, f"{indent}  ")
    elif about.get("type") == "array" and not kind.also[name]:
        yield f"{indent}{name}: []\n"
    elif about.get("type") == "array":
        record = definitions[about["items"]["$ref"].rpartition("/")[2]]
        yield f"{indent}{name}:\n{indent}  -\n"
        for inner in kind.also[name]:
            yield from _field(inner, record["properties"][inner], definitions, kind, f"{indent}    ")
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
