"""Tables of facts that note who reads what.

The facts that a value read are its *verifying trace* (Mokhov, Mitchell and Peyton Jones, "Build systems à la carte",
2018, section 4.2.2): the value still holds if all of them are the same. So nobody writes down by hand what a page
depends on, and nobody can forget a part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, ItemsView, Iterator, ValuesView

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

Reads: TypeAlias = "dict[str, set[Hashable]]"
"""The keys that were read, by the name of the table; None stands for the whole table."""


class Recorder:
    """Notes reads. `reads` has those of the value that is being made; None if they are not noted now."""

    __slots__ = ("is_on", "reads")

    def __init__(self, *, is_on: bool) -> None:
        """Note what values read, if `is_on`. A single build does not need it."""
        self.is_on = is_on
        self.reads: Reads | None = None


class Table(Mapping[K, V]):
    """Facts by key. A read of one is noted under the table's name; an iteration is a read of the whole table."""

    __slots__ = ("_facts", "_recorder", "name")

    def __init__(self, name: str, facts: Mapping[K, V], recorder: Recorder) -> None:
        """Make a table of `facts`; no other table of the recorder may have the same name."""
        self.name = name
        self._facts = facts
        self._recorder = recorder

    def __getitem__(self, key: K) -> V:
        """Return the fact; raises KeyError if there is none, which is noted as well."""
        if (reads := self._recorder.reads) is not None:
            reads[self.name].add(key)
        return self._facts[key]

    def get(self, key: K, default: V | T | None = None, /) -> V | T | None:  # type: ignore[override]
        """Return the fact, or `default` if there is none."""
        if (reads := self._recorder.reads) is not None:
            reads[self.name].add(key)
        return self._facts.get(key, default)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a fact."""
        if (reads := self._recorder.reads) is not None:
            reads[self.name].add(key)
        return key in self._facts

    def __iter__(self) -> Iterator[K]:
        """Go through the keys."""
        self._read_whole()
        return iter(self._facts)

    def __len__(self) -> int:
        """Count the facts."""
        self._read_whole()
        return len(self._facts)

    def items(self) -> ItemsView[K, V]:
        """Return all keys with their facts."""
        self._read_whole()
        return self._facts.items()

    def values(self) -> ValuesView[V]:
        """Return all facts."""
        self._read_whole()
        return self._facts.values()

    def _read_whole(self) -> None:
        if (reads := self._recorder.reads) is not None:
            reads[self.name].add(None)

    def differing(self, former: Table[K, V]) -> set[Hashable]:
        """Return the keys whose facts differ from those of a former table; None is among them if the whole does."""
        mine, old = self._facts, former._facts
        if mine is old:
            return set()
        found: set[Hashable] = {
            key for key, fact in mine.items() if (known := old.get(key, _NONE)) is not fact and known != fact
        }
        found.update(key for key in old if key not in mine)
        if found or list(mine) != list(old):
            found.add(None)
        return found


_NONE: object = object()


class Tables:
    """The tables of one view, in order, and the shared values that are made once from them."""

    __slots__ = ("_carried", "_made", "_once", "recorder")

    def __init__(self, recorder: Recorder) -> None:
        """Begin without tables."""
        self.recorder = recorder
        self._made: list[Table[Any, Any]] = []
        self._once: dict[tuple[str, Hashable], tuple[Any, Reads]] = {}
        self._carried: dict[tuple[str, Hashable], tuple[Any, Reads]] = {}

    def __call__(self, name: str, facts: Mapping[K, V]) -> Table[K, V]:
        """Make a table."""
        made = Table(name, facts, self.recorder)
        self._made.append(made)
        return made

    def once(self, name: str, make: Callable[[K], V], key: K) -> V:
        """Return `make(key)`, which is called only once, and notes it as a read of this value.

        Args:
            name: The name of these values, which no table has.
            make: Makes a value; it may read only tables, and other values that are made once.
            key: The key of the value.
        """
        outer = self.recorder.reads
        if outer is not None:
            outer[name].add(key)
        at = name, key
        known = self._once.get(at) or self._carried.get(at)
        if known is None:
            reads: Reads = defaultdict(set)
            self.recorder.reads = reads if self.recorder.is_on else None
            try:
                known = make(key), reads
            finally:
                self.recorder.reads = outer
        self._once[at] = known
        value: V = known[0]
        return value

    def changes_since(self, former: Tables) -> dict[str, set[Hashable]]:
        """Return the keys whose facts or shared values differ from those of a former view, by table or name.

        Shared values of the former view that have read nothing changed are taken over.
        """
        pairs = zip(self._made, former._made, strict=True)
        changed = {table.name: keys for table, old in pairs if (keys := table.differing(old))}
        left = {**former._carried, **former._once}  # also values that nobody has read again: others depend on them
        while gone := [at for at, (_, reads) in left.items() if not is_unaffected(reads, changed)]:
            for name, key in gone:  # other values may have read this one, so the loop looks again
                del left[name, key]
                changed.setdefault(name, set()).add(key)
        self._carried = left
        return changed


def is_unaffected(reads: Reads, changed: Mapping[str, set[Hashable]]) -> bool:
    """Tell whether none of the reads is among the changed keys."""
    return all((keys := reads.get(name)) is None or keys.isdisjoint(differing) for name, differing in changed.items())
