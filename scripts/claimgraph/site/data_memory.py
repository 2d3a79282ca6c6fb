"""What was last written of the site's data, so that the next build writes only what changed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file of data: its size in bytes, and the SHA-256 of its contents."""

    size: int
    digest: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the list of all claims says of one, and what the list at the address of version 1 does."""

    now: bytes = b""
    former: bytes = b""


@dataclass(slots=True)
class DataMemory:
    """What was written last, so that the next build writes only what changed.

    `files` are by address. `entries` has what the lists of all claims say of each, and `keys` what that and the claim's
    own file were made of, by id; `topics` the same for the files of topics, and `exported` for the exports. They are
    empty unless they are kept.
    """

    files: dict[str, Written] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    keys: dict[str, object] = field(default_factory=dict)
    topics: dict[str, object] = field(default_factory=dict)
    exported: tuple[object, ...] = ()
