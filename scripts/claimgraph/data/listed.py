"""What the page of data shows: the files that there are, and the fields of the API's records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file, by its address; `schema` is the address of its JSON Schema, empty where it has none.

    `holds` says what is in it, and `form` what it is for. `size` is in bytes.
    """

    address: str
    form: str
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
    """One field of a record: its type in words, and what it means; empty where the name says it."""

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
