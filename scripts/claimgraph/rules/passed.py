"""What rules have found nothing wrong with before, so that a check after an edit need not look at it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from claimgraph.incremental.digests import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from claimgraph.model.corpus import Entry

T = TypeVar("T")


class Passed:
    """The digests of what passed, by rule: those of an earlier check in `known`, and those of this one in `now`."""

    def __init__(self, known: Mapping[str, frozenset[bytes]] | None = None) -> None:
        """Begin with what passed in an earlier check; None if there was none."""
        self.known: Mapping[str, frozenset[bytes]] = known or {}
        self.now: dict[str, set[bytes]] = {}

    def unless(
        self, rule: str, entries: Iterable[Entry[Any]], others: bytes, find: Callable[[], tuple[T, ...]]
    ) -> tuple[T, ...]:
        """Return what `find` finds in some records; nothing, without a look, if it found nothing in the same before.

        Args:
            rule: The id of the rule.
            entries: The records.
            others: The digest of everything else that counts; empty if it is unknown, and then `find` always looks.
            find: What looks. It depends on the records and on `others` alone.
        """
        read = tuple((entry.path, entry.digest) for entry in entries)
        if not others or not all(digest for _, digest in read):
            return find()
        key = digest_of((read, others))
        found = () if key in self.known.get(rule, ()) else find()
        if not found:
            self.now.setdefault(rule, set()).add(key)
        return found

    def kept(self) -> dict[str, frozenset[bytes]]:
        """Return what passed this time, for the next check."""
        return {rule: frozenset(keys) for rule, keys in self.now.items()}


def digest_of_all(entries: Iterable[Entry[Any] | None]) -> bytes:
    """Return the digest of records, None for one that is missing; empty if one of them has none."""
    read = tuple((entry.path, entry.digest) if entry is not None else ("", b"-") for entry in entries)
    return digest_of(read) if all(digest for _, digest in read) else b""
