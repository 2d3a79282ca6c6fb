"""A release of the data: every format, with a manifest and checksums, in a folder and in one archive."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Final

from claimgraph.data.dataset import LICENCE
from claimgraph.data.formats.croissant import croissant
from claimgraph.data.formats.dcat import dcat
from claimgraph.data.formats.formats import everything
from claimgraph.data.manifest import manifest_of, sums, version_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.data.dataset import Dataset
    from claimgraph.data.manifest import Filed

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP file can say: the clock must not change the bytes."""

_PLAIN_FILE: Final = 0o100644 << 16
_UNIX: Final = 3


def release(dataset: Dataset, version: str = "") -> dict[str, bytes]:
    """Return the files of a release by name, the archive `claims-<version>.zip` with all the others last.

    `manifest.json` has the version, what the data are, and of each file its name, bytes and SHA-256; `SHA256SUMS` is
    for `sha256sum --check`. Without a version, it is made of the contents. The same claims make the same bytes, so the
    archive is not compressed: what compression makes of bytes differs between versions of its library.
    """
    files = everything(dataset, but=frozenset({"croissant", "dcat"}))
    named = version or version_of(manifest_of(files))
    files["croissant.jsonld"] = croissant(dataset, manifest_of(files), named).encode("utf-8")
    files["dcat.jsonld"] = dcat(dataset, manifest_of(files), named).encode("utf-8")
    files["manifest.json"] = _manifest(dataset, manifest_of(files), named)
    files["SHA256SUMS"] = checksums(files)
    return {**files, f"claims-{named}.zip": archive(files, f"claims-{named}")}


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the SHA-256 of each file by name, for `sha256sum --check`."""
    return sums(manifest_of(files)).encode("utf-8")


def archive(files: Mapping[str, bytes], folder: str) -> bytes:
    """Return a ZIP file with everything in one folder, the same bytes for the same files."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(files):
            about = zipfile.ZipInfo(f"{folder}/{name}", _EARLIEST)
            about.create_system, about.external_attr = _UNIX, _PLAIN_FILE
            packed.writestr(about, files[name])
    return whole.getvalue()


def _manifest(dataset: Dataset, manifest: tuple[Filed, ...], version: str) -> bytes:
    corpus = dataset.corpus
    counts = {"claims": len(corpus.claims), "topics": len(corpus.topics), "sources": len(corpus.sources)}
    listed = [{"name": one.address, "bytes": one.size, "sha256": one.digest} for one in manifest]
    whole = {"name": dataset.home.name, "version": version, "licence": LICENCE, **counts, "files": listed}
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
