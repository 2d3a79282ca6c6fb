"""What the page of data shows: all files of data, and the fields of the API's records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file, by its address; `schema` is the address of its JSON Schema, empty if it has none.

    `holds` describes its contents, and `format` is such as `CSV`. `size` is in bytes.
    """

    address: str
    format: str
    holds: str
    size: int
    schema: str = ""

    @property
    def weight(self) -> str:
        """The size in words: decimal kilobytes, as file managers show them."""
        kilobytes = self.size / 1000
        return f"{kilobytes:,.1f} kB" if kilobytes < 10 else f"{kilobytes:,.0f} kB"  # noqa: PLR2004


@dataclass(frozen=True, slots=True, kw_only=True)
class DataField:
    """One field of a record, with its type in words; `meaning` is empty if the name says it all."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRecord:
    """One kind of record with its fields."""

    name: str
    meaning: str
    fields: tuple[DataField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """All data of the site; `counts` are names with numbers, `licence` is an address."""

    api_version: str = ""
    data_version: str = ""
    as_of: str = ""
    licence: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    files: tuple[DataFile, ...] = ()
    records: tuple[DataRecord, ...] = ()
