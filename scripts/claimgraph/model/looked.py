"""The file that says what the last look at each source's address found."""

from __future__ import annotations

from dataclasses import dataclass as plain_dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pydantic.dataclasses import dataclass
from pydantic_core import CoreSchema, core_schema

from claimgraph.model.dates import IsoDay
from claimgraph.model.values import RECORD, Id, Line, Optional, Url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import GetCoreSchemaHandler

Answer: TypeAlias = Literal["there", "moved", "gone", "refused", "silent"]
"""How an address answered: with the document, there or elsewhere; that it is gone; with a refusal; or not at all."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Look:
    """What a look at one source found."""

    on: IsoDay
    """The day of the look, such as `2026-11-30`."""
    answer: Answer
    """How its address answered: `there`, `moved` (it leads elsewhere for good), `gone`, `refused` or `silent`."""
    moved_to: Url | None = None
    """Where the address leads now."""
    copy: Answer | None = None
    """How the address of its archived copy answered; left out if the source names none."""
    lost: tuple[Line, ...] = ()
    """The quotes whose words were not found in the text of that day: each a claim's id and the quote's number."""
    notice: Optional = ""
    """What the register of DOIs says of it, such as `retraction 10.1000/1`."""
    found_copy: Url | None = None
    """A copy that an archive has, while the source names none: to be read, and then put into `archived`."""


@plain_dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """The last look at each source, by the source's id; a mapping in the file."""

    by_source: Mapping[str, Look]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a mapping of ids to looks."""
        return core_schema.no_info_after_validator_function(
            lambda by_source: cls(by_source=by_source),
            handler.generate_schema(dict[Id, Look]),
            serialization=core_schema.plain_serializer_function_ser_schema(plain_looks),
        )


def plain_looks(looks: Looks) -> dict[str, Any]:
    """Return looks as plain data, without empty fields."""
    return {id_: _plain(one) for id_, one in looks.by_source.items()}


def _plain(one: Look) -> dict[str, Any]:
    fields = ("on", "answer", "moved_to", "copy", "lost", "notice", "found_copy")
    values = {name: getattr(one, name) for name in fields}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}
