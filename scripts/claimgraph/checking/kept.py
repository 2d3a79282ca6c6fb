"""Keeps the findings of checks between runs. If no file has changed, a check only reads their names and times."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Final
from zlib import crc32

from claimgraph.checking.whole import CheckCache, Counts, Summary, check
from claimgraph.incremental.digests import digest_of
from claimgraph.incremental.store import Store
from claimgraph.loading.corpus import RecordCache
from claimgraph.loading.files import data_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimgraph.checking.whole import Checked
    from claimgraph.findings import Finding
    from claimgraph.loading.corpus import Known

_RESULT: Final = "checked"
_CLAIMS: Final = tuple(f"claims-{number:02}" for number in range(32))
"""The names under which the records of claims are kept, in many files, so that an edit changes only one of them."""
_OTHERS: Final = "others"
_PASSED: Final = "passed"
_WRITTEN_BY_HAND: Final = "docs"

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inputs:
    """The inputs of a check: the stamp and digest of each file by path, and findings on anything else than files."""

    files: dict[str, tuple[Stamp, bytes]]
    misplaced: tuple[Finding, ...]


def summary(root: Path, *, texts: Path | None = None) -> Summary:
    """Check a checkout, or return the findings of the last check if no file has changed since.

    With `texts` everything is checked, since these files are not part of the checkout. Raises TextError.
    """
    if texts is not None:
        return check(root, texts=texts)
    store = Store(root)
    kept = store.load(_RESULT)
    inputs = _inputs(root, kept[0] if kept is not None else {})
    if kept is not None and _is_same(kept, inputs):
        if kept[0] != inputs.files:
            store.save(_RESULT, (inputs.files, *kept[1:]))
        return Summary(findings=kept[2], counts=Counts(**kept[3]))
    checked = _checked(root, store, kept_cache(store))
    _keep_result(store, inputs, checked)
    return Summary(findings=checked.findings, counts=checked.counts)


def explained(root: Path, texts: Path) -> Summary:
    """Check a checkout, and say more of the quotes that are refused; nothing is kept. Raises TextError."""
    return check(root, explaining=texts, cache=kept_cache(Store(root)))


def inputs_of(root: Path) -> bytes:
    """Return the digest of all files that a check looks at, which is the same on every machine."""
    return digest_of(tuple((path, digest) for path, (_, digest) in sorted(_inputs(root, {}).files.items())))


def kept_check(root: Path, store: Store, cache: CheckCache | None = None) -> Checked:
    """Check a checkout, using what earlier runs kept, and keep the results.

    Args:
        root: The checkout.
        store: What is kept between runs.
        cache: What earlier checks in this process found; None to load that of earlier runs.
    """
    kept = store.load(_RESULT)
    inputs = _inputs(root, kept[0] if kept is not None else {})
    checked = _checked(root, store, cache if cache is not None else kept_cache(store))
    if kept is None or not _is_same(kept, inputs):
        _keep_result(store, inputs, checked)
    return checked


def _checked(root: Path, store: Store, cache: CheckCache) -> Checked:
    """Check a checkout, and keep what is known of its files."""
    claims, others, passed = _claims(cache), _others(cache), cache.passed
    checked = check(root, cache=cache, store=store)
    for name, mine in _claims(cache).items():
        if _digests(mine) != _digests(claims[name]):
            store.save(name, mine)
    if _others(cache) != others:
        read = {path: known for path, known in cache.records.read.items() if _shard(path) is None}
        store.save(_OTHERS, (read, cache.records.digests, cache.captures, cache.prepared_sources, cache.quotes))
    if cache.passed != passed:
        store.save(_PASSED, cache.passed)
    return checked


def _keep_result(store: Store, inputs: _Inputs, checked: Checked) -> None:
    counts = {name: getattr(checked.counts, name) for name in Counts.__slots__}
    store.save(_RESULT, (inputs.files, inputs.misplaced, checked.findings, counts))


def kept_cache(store: Store) -> CheckCache:
    """Return the cache that earlier runs kept; empty if they kept none."""
    others = store.load(_OTHERS)
    if others is None:
        return CheckCache()
    read, digests, captures, prepared_sources, quotes = others
    for name in _CLAIMS:
        read.update(store.load(name) or {})
    return CheckCache(
        records=RecordCache(read=read, digests=digests),
        captures=captures,
        prepared_sources=prepared_sources,
        quotes=quotes,
        passed=store.load(_PASSED) or {},
    )


def _claims(cache: CheckCache) -> dict[str, dict[str, Known]]:
    """Return what was read of claims, by the name under which it is kept."""
    found: dict[str, dict[str, Known]] = {name: {} for name in _CLAIMS}
    for path, known in cache.records.read.items():
        if (name := _shard(path)) is not None:
            found[name][path] = known
    return found


def _shard(path: str) -> str | None:
    """Return the name under which a claim is kept, None for any other file."""
    return _CLAIMS[crc32(path.encode()) % len(_CLAIMS)] if path.startswith("claims/") else None


def _digests(read: dict[str, Known]) -> dict[str, bytes]:
    return {path: known.digest for path, known in read.items()}


def _others(cache: CheckCache) -> tuple[object, ...]:
    """Return a value that changes whenever another file than a claim is read, or a quote is verified or gone."""
    records = {path: known.digest for path, known in cache.records.read.items() if _shard(path) is None}
    captures = {id_: known.digest for id_, known in cache.captures.read.items()}
    return records, captures, frozenset(cache.quotes.verified)


def _is_same(kept: tuple[dict[str, tuple[Stamp, bytes]], tuple[Finding, ...], object, object], inputs: _Inputs) -> bool:
    files, misplaced, *_ = kept
    mine = {path: digest for path, (_, digest) in inputs.files.items()}
    return misplaced == inputs.misplaced and mine == {path: digest for path, (_, digest) in files.items()}


def _inputs(root: Path, known: dict[str, tuple[Stamp, bytes]]) -> _Inputs:
    """Return the inputs of a check; a file with a known stamp is not read."""
    files, misplaced = data_files(root)
    stamps = {file.path: file.stamp for file in files} | dict(_pages(root))
    found = {}
    for path, stamp in stamps.items():
        former = known.get(path)
        found[path] = former if former is not None and former[0] == stamp else (stamp, _digest(root / path))
    return _Inputs(files=found, misplaced=misplaced)


def _pages(root: Path) -> Iterator[tuple[str, Stamp]]:
    """Yield the written pages with their stamps; rules look for links in them."""
    for path in sorted((root / _WRITTEN_BY_HAND).rglob("*.md")):
        if path.is_file() and not path.is_symlink():
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
            yield path.relative_to(root).as_posix(), stamp


def _digest(path: Path) -> bytes:
    """Return the digest of a file's contents; empty if it cannot be read, which the check reports."""
    try:
        return blake2b(path.read_bytes(), digest_size=16).digest()
    except OSError:
        return b""
