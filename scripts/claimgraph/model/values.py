"""The types of a record's scalars, which pydantic checks and JSON Schema describes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from claimgraph.model.docstrings import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
"""An id is a file's name and a part of an address."""

MAX_ID = 80
"""The most characters of an id."""

_ID: Final = re.compile(ID_PATTERN)

RECORD = ConfigDict(extra="forbid", defer_build=True, json_schema_extra=describe)
"""Every record refuses unknown keys; the docstrings of its attributes describe its fields."""

DOI_PATTERN = r'^10\.[0-9]{4,9}/([^\s%"{}\\^`|]|%[0-9A-Fa-f]{2})+$'
"""A DOI (DOI Handbook, 2.2) that is safe between braces and in an address; other characters are percent-encoded."""

_PERCENT: Final = re.compile("%(?![0-9A-Fa-f]{2})")
"""A percent sign that does not begin an encoded character."""

RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Ids that cannot be file names on Windows, whatever the suffix."""

_RESERVED_NAMES: Final = RESERVED | {"conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in "¹²³")}
"""All such names, even ones that are not ids (Microsoft, Naming Files, Paths, and Namespaces)."""


def is_id(text: str) -> bool:
    """Tell whether a text can be an id."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None and text not in RESERVED


def id_near(text: str, kind: str) -> str:
    """Return what is left of a text in an id, after the kind of record if an id cannot begin so; it may be no id."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.sub(r"[^a-z0-9]+", "-", kept).strip("-")
    return words if is_id(words) or not words else f"{kind}-{words}"


def is_reserved(name: str) -> bool:
    """Tell whether Windows reserves the name of a file or folder, in any case and with any suffix."""
    return name.partition(".")[0].rstrip(" ").casefold() in _RESERVED_NAMES


def _not_reserved(text: str) -> str:
    if text in RESERVED:
        raise PydanticCustomError("reserved_id", "'{text}' cannot be a file's name on Windows", {"text": text})
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("one_line", "stands on one line")
    return text


def _some(text: str) -> str:
    if not any(_is_visible(character) for character in text):
        raise PydanticCustomError("empty", "is empty")
    return text


def _is_visible(character: str) -> bool:
    """Tell whether a character is visible by itself: not white space, a combining mark or a format character."""
    return unicodedata.category(character)[0] not in "ZCM" and character != "\u2800"


def _url(text: str) -> str:
    """Refuse an address that a browser might run, that has no host, or that is not encoded (RFC 3986, 2 and 3)."""
    wrong = PydanticCustomError("web_address", "is no web address that begins with https:// or http://")
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in {"http", "https"} or not host or "." not in host or parts.username or parts.password:
        raise wrong
    if found := next(_coded(text), None):
        code = "".join(f"%{byte:02X}" for byte in found.encode())
        raise PydanticCustomError("web_address", "cannot hold '{found}': write {code}", {"found": found, "code": code})
    return text


def _coded(text: str) -> Iterator[str]:
    """Yield each character that must be encoded in an address; letters beyond ASCII need not be (RFC 3987)."""
    yield from (c for c in text if c in '\\<>"`{}|^[]\ufffc\ufffd' or c.isspace() or not c.isprintable())
    yield from _PERCENT.findall(text)
    yield from "#" if "#" in text.partition("#")[2] else ""


def loose_json_schema(pattern: str | None = None) -> dict[str, Any]:
    """Return the JSON Schema of text that an editor's YAML may read as a number or a date."""
    text: dict[str, Any] = {"type": "string"}
    if pattern:
        text["pattern"] = pattern
    return {"anyOf": [text, {"type": "number"}]}


Id: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN, max_length=MAX_ID), AfterValidator(_not_reserved)]
"""The id of a claim, topic, source or voice: `[a-z][a-z0-9]*(-[a-z0-9]+)*`, at most 80 characters."""

Label: TypeAlias = Annotated[str, Field(min_length=1, max_length=70), AfterValidator(_one_line), AfterValidator(_some)]
"""One line for maps and lists, at most 70 characters."""

Line: TypeAlias = Annotated[str, Field(min_length=1, max_length=400), AfterValidator(_one_line), AfterValidator(_some)]
"""One line of text, at most 400 characters, never empty."""

Prose: TypeAlias = Annotated[str, Field(min_length=1, max_length=2_000), AfterValidator(_some)]
"""Plain text of some sentences, at most 2,000 characters, never empty."""

Optional: TypeAlias = Annotated[str, Field(max_length=2_000)]
"""Plain text that may be left out; empty means that there is none."""

Loose: TypeAlias = Annotated[str, Field(min_length=1, max_length=200), WithJsonSchema(loose_json_schema())]
"""A short text that may look like a number: a volume, a page, a version."""

Url: TypeAlias = Annotated[str, Field(max_length=2_000), AfterValidator(_url), WithJsonSchema({"type": "string"})]
"""A web address with a host, by http or https, without credentials."""

Numeral: TypeAlias = Annotated[
    str,
    Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$", max_length=30),
    WithJsonSchema(loose_json_schema(r"^-?[0-9]+(\.[0-9]+)?$")),
]
"""A plain decimal number as written: digits, at most one point, no thousands separator, no unit."""


Doi: TypeAlias = Annotated[
    str, Field(pattern=DOI_PATTERN, max_length=200), WithJsonSchema(loose_json_schema(DOI_PATTERN))
]
"""A DOI without the resolver's address; white space, `"{}\\^|%` and backticks are percent-encoded, as in `%7B`."""


def _mapping_if_empty(value: object) -> object:
    return {} if value == "" else value


class _EmptyMeansNone:
    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_mapping_if_empty, handler(source))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"type": "null"}]}


EmptyMeansNone: Final = _EmptyMeansNone
"""Reads a key without a value (`Participant A:`), which is null to an editor's YAML, as an empty mapping."""
