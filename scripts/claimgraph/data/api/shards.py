"""Shards: the files with the details of claims, each with the claims whose ids have the same checksum.

So the id of a claim gives the address of its shard, in any language, and a new claim moves no other. There are never
more than 256 shards: with 10,000 claims each has some forty of them, with 50,000 two hundred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zlib import crc32

from claimgraph.data.api.claim_records import Shard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimgraph.data.dataset import Dataset

_FOLDER: Final = "api/v2/"
SHARDS: Final = f"{_FOLDER}shards.json"
"""The address of the list of all shards."""


def shard_of(id_: str) -> str:
    """Return the name of the shard of a claim: the last two hexadecimal digits of the CRC-32 of its id."""
    return f"{crc32(id_.encode('ascii')) & 0xFF:02x}"


def shard_file(shard: str) -> str:
    """Return the address of a shard."""
    return f"{_FOLDER}shards/{shard}.json"


def sharded(ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the claims of each shard that has any, by its name; both in alphabetical order."""
    found: dict[str, list[str]] = {}
    for id_ in sorted(ids):
        found.setdefault(shard_of(id_), []).append(id_)
    return {shard: tuple(found[shard]) for shard in sorted(found)}


def shards(dataset: Dataset) -> tuple[Shard, ...]:
    """Return all shards, for their list."""
    home = dataset.to_home(SHARDS)
    return tuple(
        Shard(id=shard, claims=ids, url=f"{home}{shard_file(shard)}")
        for shard, ids in sharded(dataset.corpus.claims).items()
    )
