"""Tables of facts that note who reads what.

The facts that a value read are its *verifying trace* (Mokhov, Mitchell and Peyton Jones, "Build systems à la carte",
2018, section 4.2.2): the value still holds if all of them are the same. So nobody writes down by hand what a page
depends on, and nobody can forget a part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from claimgraph.incremental.digests import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, ItemsView, Iterator, ValuesView

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

Reads: TypeAlias = "dict[str, set[Hashable]]"
"""The keys that were read, by the name of the table; None stands for the whole table."""


class Recorder:
    """Notes reads. `reads` has those of the value that is being made; None if they are not noted now."""

    __slots__ = ("reads",)

    def __init__(self) -> None:
        """Note nothing yet."""
        self.reads: Reads | None = None

    @contextmanager
    def noting(self) -> Iterator[Reads]:
        """Note what is read meanwhile, and nothing of it for a value that was being made before."""
        outer, reads = self.reads, defaultdict[str, set["Hashable"]](set)
        self.reads = reads
        try:
            yield reads
        finally:
            self.reads = outer


class Table(Mapping[K, V]):
    """Facts by key. A read of one is noted under the table's name; an iteration is a read of the whole table."""

    __slots__ = ("_digest", "_digests", "_facts", "_recorder", "name")

    def __init__(
        self, name: str, facts: Mapping[K, V], recorder: Recorder, digest: Callable[[V], bytes] = digest_of
    ) -> None:
        """Make a table of `facts`, with what gives a fact's digest; no other table of the recorder has this name."""
        self.name = name
        self._facts = facts
        self._recorder = recorder
        self._digest = digest
        self._digests: dict[Hashable, bytes] = {}

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

    def digests(self, former: Table[K, V]) -> dict[Hashable, bytes]:
        """Return the digest of each fact, and under None that of the whole table with its order.

        `former` is a former table, or this one; the same objects have the digests that they had there.
        """
        old, known = former._facts, former._digests
        found: dict[Hashable, bytes] = {
            key: (known.get(key) if old.get(key, _NONE) is fact else None) or self._digest(fact)
            for key, fact in self._facts.items()
        }
        found[None] = digest_of((tuple(self._facts), tuple(found.values())))
        self._digests = found
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

    def __call__(self, name: str, facts: Mapping[K, V], digest: Callable[[V], bytes] = digest_of) -> Table[K, V]:
        """Make a table; see `Table`."""
        made = Table(name, facts, self.recorder, digest)
        self._made.append(made)
        return made

    def once(self, name: str, make: Callable[[K], V], key: K) -> V:
        """Return `make(key)`, which is called only once; whoever asks for it has read all that it read.

        Args:
            name: The name of these values, which no table has.
            make: Makes a value; it may read only tables, and other values that are made once.
            key: The key of the value.
        """
        at = name, key
        known = self._once.get(at) or self._carried.get(at)
        if known is None:
            with self.recorder.noting() as reads:
                known = make(key), reads
        self._once[at] = known
        if (outer := self.recorder.reads) is not None:
            for table, keys in known[1].items():
                outer[table] |= keys
        value: V = known[0]
        return value

    def digests(self, former: Tables) -> dict[str, dict[Hashable, bytes]]:
        """Return the digests of all facts by table; see `Table.digests`."""
        return {mine.name: mine.digests(known) for mine, known in zip(self._made, former._made, strict=True)}

    def take_over(self, former: Tables, changed: Mapping[str, set[Hashable]]) -> None:
        """Take over the shared values of the former tables that have read nothing changed."""
        known = {**former._carried, **former._once}  # also values that nobody has read again: somebody may later
        self._carried = {at: made for at, made in known.items() if is_unaffected(made[1], changed)}


def is_unaffected(reads: Reads, changed: Mapping[str, set[Hashable]]) -> bool:
    """Tell whether none of the reads is among the changed keys."""
    return all((keys := reads.get(name)) is None or keys.isdisjoint(differing) for name, differing in changed.items())
