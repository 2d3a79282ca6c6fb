"""The files of the API: lists, shards of claims, schemas, and the addresses of version 1."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.api import former, others
from claimgraph.data.api.argument import debate, schemes
from claimgraph.data.api.claims import FOLDER, Claims, claim_file
from claimgraph.data.api.encoding import One, Several
from claimgraph.data.api.schemas import schema_files
from claimgraph.data.api.shards import SHARDS, shard_file, sharded, shards
from claimgraph.incremental.artefacts import Artefact
from claimgraph.incremental.digests import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimgraph.data.dataset import Dataset

RECORDS: Final = "records"
"""The kind of artefact whose value is `One` or `Several`."""

_LISTS: Final[tuple[tuple[str, str, Callable[[Dataset, str], tuple[Any, ...]]], ...]] = (
    ("sources", "Source", others.sources),
    ("topics", "Topic", others.topics),
    ("voices", "Voice", others.voices),
    ("schemes", "Scheme", schemes),
)


def api_files(dataset: Dataset) -> Iterator[Artefact]:
    """Yield every file of the API except its index, which needs the sizes of the others."""
    claims, of = Claims(dataset), dataset.settings
    for shard, own in sharded(dataset.corpus.claims).items():
        path = shard_file(shard)
        yield Artefact(path=path, kind=RECORDS, value=partial(_sharded, claims, own, path), of=digest_of((of, own)))
    yield Artefact(path=SHARDS, kind=RECORDS, value=lambda: Several(kind="Shard", records=shards(dataset)), of=of)
    for name, kind, records in _LISTS:
        path = f"{FOLDER}{name}.json"
        yield Artefact(path=path, kind=RECORDS, value=partial(_list, kind, records, dataset, path), of=of)
    yield _one(f"{FOLDER}debate.json", "Debate", partial(debate, dataset.view), of)
    for path, text in schema_files(dataset.home.url, has_former=dataset.has_claim_files):
        yield Artefact(path=path, kind="text", value=partial(str, text), of=of)
    if dataset.has_claim_files:
        yield from _claim_files(dataset, claims)
        yield from _former_files(dataset)


def _sharded(claims: Claims, ids: Iterable[str], path: str) -> Several:
    return Several(kind="ClaimDetail", records=tuple(claims.detail(id_, path) for id_ in ids))


def _list(kind: str, records: Callable[[Dataset, str], tuple[object, ...]], dataset: Dataset, path: str) -> Several:
    return Several(kind=kind, records=records(dataset, path))


def _one(path: str, kind: str, record: Callable[[], object], of: bytes) -> Artefact:
    return Artefact(path=path, kind=RECORDS, value=lambda: One(kind=kind, record=record()), of=of)


def _claim_files(dataset: Dataset, claims: Claims) -> Iterator[Artefact]:
    """Yield a file for each claim and each topic, also at the addresses of their former ids."""
    of = dataset.settings
    for id_, claim in dataset.corpus.claims.items():
        for path in map(claim_file, (id_, *claim.record.aliases)):
            yield _one(path, "WholeClaim", partial(claims.whole, id_, path), of)
    for id_, topic in dataset.corpus.topics.items():
        for path in map(others.topic_file, (id_, *topic.record.aliases)):
            yield _one(path, "TopicPage", partial(others.topic, dataset, claims, id_, path), of)


def _former_files(dataset: Dataset) -> Iterator[Artefact]:
    """Yield the files at the addresses of version 1."""
    of = dataset.settings
    yield Artefact(
        path=former.CLAIMS,
        kind=RECORDS,
        value=lambda: Several(kind="FormerClaim", records=former.former_claims(dataset)),
        of=of,
    )
    moved = [f"{FOLDER}{name}.json" for name in former.LISTS]
    for entries, file in ((dataset.corpus.claims, claim_file), (dataset.corpus.topics, others.topic_file)):
        moved += [file(name) for id_, entry in entries.items() for name in (id_, *entry.record.aliases)]
    for path in moved:
        yield _one(former.former(path), "Moved", partial(former.moved, dataset, path), of)
