"""What the values of files have read, kept from one build to the next: in one process, or from process to process.

Every fact has a number, and what a value has read is an array of numbers. A fact has changed if its digest has.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from claimgraph.incremental.tables import Reads, Tables

Compact: TypeAlias = "tuple[bytes, tuple[tuple[str, Hashable], ...]]"
"""The numbers of the facts that a value has read, and the table and key of those that had no number."""

_NUMBER: Final = "I"


class Traces:
    """What the value of each file has read."""

    def __init__(self) -> None:
        """Begin with no values."""
        self._base = b""
        self._digests: dict[str, dict[Hashable, bytes]] = {}
        self._numbers: dict[str, dict[Hashable, int]] = {}
        self._count = 0
        self._read: dict[str, tuple[bytes, bytes]] = {}
        self._tables: Tables | None = None

    @property
    def kept(self) -> tuple[object, ...]:
        """All of it, in plain values for `restored`."""
        return self._base, self._digests, self._numbers, self._count, self._read

    @classmethod
    def restored(cls, kept: tuple[object, ...]) -> Traces:
        """Return the traces of an earlier process."""
        made = cls()
        made._base, made._digests, made._numbers, made._count, made._read = kept  # type: ignore[assignment]
        return made

    def look(self, tables: Tables, base: bytes) -> dict[str, set[Hashable]]:
        """Forget the values that have read a fact that is another in these tables; return the changed keys by table.

        All values are forgotten if `base` has changed, the digest of what they depend on besides tables.
        """
        digests = tables.digests(self._tables or tables)
        changed = {name: keys for name, mine in digests.items() if (keys := _differing(self._digests.get(name), mine))}
        if base != self._base:
            self._read = {}
        gone = {number for name, keys in changed.items() for number in self._numbers_of(name, keys)}
        self._read = {
            path: known for path, known in self._read.items() if gone.isdisjoint(memoryview(known[1]).cast(_NUMBER))
        }
        if self._tables is not None:
            tables.take_over(self._tables, changed)
        self._base, self._digests, self._tables = base, digests, tables
        for name, mine in digests.items():
            for key in mine.keys() - self._numbers.get(name, {}).keys():
                self._number(name, key)
        return changed

    def stands(self, path: str, of: bytes) -> bool:
        """Tell whether the value of a file is known to be the same; `of` is the digest of what else it is made of."""
        known = self._read.get(path)
        return known is not None and known[0] == of

    def compact(self, reads: Reads) -> Compact:
        """Return reads in a form that costs little to send from process to process."""
        found, new = array(_NUMBER), []
        for name, keys in reads.items():
            numbers = self._numbers.get(name, {})
            for key in keys:
                number = numbers.get(key)
                if number is None:
                    new.append((name, key))
                else:
                    found.append(number)
        return found.tobytes(), tuple(new)

    def note(self, path: str, of: bytes, reads: Compact) -> None:
        """Note what the value of a file has read."""
        new = array(_NUMBER, [self._number(name, key) for name, key in reads[1]])
        self._read[path] = of, reads[0] + new.tobytes()

    def forget(self, path: str) -> None:
        """Forget the value of a file."""
        self._read.pop(path, None)

    def _number(self, name: str, key: Hashable) -> int:
        numbers = self._numbers.setdefault(name, {})
        number = numbers.get(key)
        if number is None:
            number = numbers[key] = self._count
            self._count += 1
        return number

    def _numbers_of(self, name: str, keys: set[Hashable]) -> list[int]:
        numbers = self._numbers.get(name, {})
        return [numbers[key] for key in keys if key in numbers]


def _differing(former: Mapping[Hashable, bytes] | None, mine: Mapping[Hashable, bytes]) -> set[Hashable]:
    """Return the keys whose facts differ; all of a table that was not there."""
    if former is None:
        return set(mine)
    return {key for key, digest in mine.items() if former.get(key) != digest} | (former.keys() - mine.keys())
