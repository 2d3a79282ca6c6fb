"""The file that says who compared which capture with its source's text, and when."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass as plain_dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import Field, GetCoreSchemaHandler
from pydantic.dataclasses import dataclass
from pydantic_core import CoreSchema, core_schema

from claimgraph.model.dates import IsoDay
from claimgraph.model.values import RECORD, Id, Line

if TYPE_CHECKING:
    from collections.abc import Mapping


Digest: TypeAlias = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 as 64 hexadecimal digits in small letters."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Comparison:
    """Somebody who had a source's text found that its capture is the one that the text gives."""

    capture: Digest
    """The SHA-256 of the capture file that was compared, its line ends read as line feeds."""
    on: IsoDay
    """The day of the comparison, such as `2021-10-12`."""
    by: Line
    """Who compared it: `maintainers`, or a public name."""


@plain_dataclass(frozen=True, slots=True, kw_only=True)
class Comparisons:
    """All comparisons, by the source's id; a mapping in the file."""

    by_source: Mapping[str, Comparison]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a mapping of ids to comparisons."""
        return core_schema.no_info_after_validator_function(
            lambda by_source: cls(by_source=by_source),
            handler.generate_schema(dict[Id, Comparison]),
            serialization=core_schema.plain_serializer_function_ser_schema(_plain),
        )


def _plain(comparisons: Comparisons) -> Any:  # noqa: ANN401  plain data
    return {id_: {"capture": one.capture, "on": one.on, "by": one.by} for id_, one in comparisons.by_source.items()}


def capture_digest(content: bytes) -> str:
    """Return the SHA-256 by which a comparison names a capture file; CRLF counts as LF."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
