"""The files of data as values: what they say decides their bytes, and nothing is written or remembered."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.analysis.whole import Analysis
from claimgraph.data.api.encoding import encoded
from claimgraph.data.api.shards import shard_of, sharded
from claimgraph.data.files import data_files, data_index, pieced_files
from claimgraph.data.formats.formats import FORMATS
from claimgraph.data.manifest import manifest_of, sums, version_of
from claimgraph.incremental.digests import digest_of
from claimgraph.index.view import view_of
from tests.data.formats.datasets import AS_OF, BASE, dataset, lay_everything

if TYPE_CHECKING:
    from pathlib import Path

    from claimgraph.data.dataset import Dataset
    from claimgraph.incremental.artefacts import Artefact


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    root = tmp_path_factory.mktemp("harbour")
    lay_everything(root)
    return replace(dataset(root), has_claim_files=True)


def content(artefact: Artefact) -> bytes:
    """Return the contents of a file, as the site's renderers of these kinds make them."""
    value: Any = artefact.value()
    return value.encode() if artefact.kind == "text" else encoded(value)


def test_files_that_say_the_same_have_the_same_digest_and_bytes(harbour: Dataset, tmp_path: Path) -> None:
    lay_everything(tmp_path)
    again = replace(dataset(tmp_path), has_claim_files=True)
    files, others = list(data_files(harbour)), list(data_files(again))
    assert [(file.path, file.kind, file.of) for file in files] == [(file.path, file.kind, file.of) for file in others]
    for file, other in zip(files, others, strict=True):
        assert digest_of(file.value()) == digest_of(other.value())
        assert content(file) == content(other)
    assert pieced(harbour) == pieced(again)


def pieced(made: Dataset) -> dict[str, bytes]:
    """Return the contents of the files with a piece for each claim."""
    found = pieced_files(made)
    return dict(found.contents(lambda _: None, {}, {id_: found.make(id_) for id_ in found.keys}))


def test_a_file_of_pieces_is_what_an_export_of_that_name_writes(harbour: Dataset) -> None:
    written = {f"data/{name}": write for files in FORMATS.values() for name, write in files.items()}
    found = pieced(harbour)
    assert {path for path in found if path not in written} == {"api/v2/claims.json"}
    assert [path for path, made in found.items() if path in written and made.decode() != written[path](harbour)] == []


def test_a_piece_reads_no_table_whole(harbour: Dataset) -> None:
    found = pieced_files(harbour)
    for id_ in found.keys:
        with harbour.view.tables.recorder.noting() as reads:
            found.make(id_)
        assert [name for name, keys in reads.items() if None in keys] == []


def test_no_two_files_have_one_address(harbour: Dataset) -> None:
    paths = [artefact.path for artefact in data_files(harbour)] + [file.path for file in pieced_files(harbour).files]
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize("wanted", ["shards/", "claims/"])
def test_a_file_of_some_claims_reads_no_table_whole(tmp_path: Path, wanted: str) -> None:
    lay_everything(tmp_path)
    plain = replace(dataset(tmp_path), has_claim_files=True)
    view = view_of(Analysis(corpus=plain.view.corpus, verdicts=plain.view.verdicts), AS_OF)
    for artefact in data_files(replace(plain, view=view)):
        if artefact.path.startswith(f"api/v2/{wanted}"):
            with view.tables.recorder.noting() as reads:
                artefact.value()
            assert [name for name, keys in reads.items() if None in keys] == []


@pytest.mark.parametrize(
    ("id_", "shard"), [("a", "43"), ("bus-late-fudge", "d1"), ("over-28-minutes-to-second-stop-2018", "91")]
)
def test_the_shard_of_an_id_is_that_of_any_program(id_: str, shard: str) -> None:
    assert shard_of(id_) == shard


def test_shards_are_in_order() -> None:
    assert list(sharded(["bus-late-fudge", "b", "a"]).items()) == [
        ("43", ("a",)),
        ("d1", ("bus-late-fudge",)),
        ("f9", ("b",)),
    ]


def test_the_index_is_made_of_the_manifest(harbour: Dataset) -> None:
    contents = {artefact.path: content(artefact) for artefact in data_files(harbour)} | pieced(harbour)
    manifest = manifest_of(contents)
    index, page = data_index(harbour, manifest)
    read = json.loads(content(index))
    assert (read["data_version"], page.data_version) == (version_of(manifest),) * 2
    assert (page.files[0].address, page.files[0].size) == (index.path, len(content(index)))
    assert {file["url"]: file["bytes"] for file in read["files"] if "<" not in file["url"]} == {
        f"{BASE}{address}": len(content)
        for address, content in contents.items()
        if address.startswith("data/") or (address.startswith("api/v2/") and address.count("/") == 2)
    }


def test_checksums_are_in_the_order_of_addresses() -> None:
    one, other = manifest_of({"b": b"", "a": b"x"})
    assert (one.address, one.size, other.address, other.size) == ("a", 1, "b", 0)
    assert sums((other, one)) == f"{one.digest}  a\n{other.digest}  b\n"
