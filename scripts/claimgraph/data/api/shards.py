"""Which shard has a claim: each file of data on claims has those whose ids have one checksum.

So a shard's address follows from an id alone, in any language, and no new claim moves another. There are never more
than 256: at 10,000 claims each has some forty, at 50,000 two hundred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zlib import crc32

from claimgraph.data.api.claim_forms import Shard

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
    """Return the claims of each shard that has any, by its name, both in order of the alphabet."""
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
