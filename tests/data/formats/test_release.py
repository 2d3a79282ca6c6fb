"""A release: every format, a manifest and checksums, always the same bytes."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from claimgraph.data.formats.formats import FORMATS
from claimgraph.data.formats.formats import everything as everything_of
from claimgraph.data.formats.graphs import GRAPHML, NODE_LINK
from claimgraph.data.formats.release import release
from claimgraph.data.manifest import manifest_of, version_of
from claimgraph.model.links import LINK_KINDS
from tests.data.formats.datasets import dataset, lay_everything

if TYPE_CHECKING:
    from pathlib import Path

    from claimgraph.data.dataset import Dataset


def test_release_has_every_format(everything: Dataset) -> None:
    files = release(everything, "2026.1")
    names = {name for each in FORMATS.values() for name in each}
    assert set(files) == {*names, "manifest.json", "SHA256SUMS", "claims-2026.1.zip"}
    assert list(files)[-1] == "claims-2026.1.zip"


def test_manifest_counts_and_sums_every_file(either: Dataset) -> None:
    files = release(either, "2026.1")
    manifest = json.loads(files["manifest.json"])
    assert (manifest["version"], manifest["claims"]) == ("2026.1", len(either.corpus.claims))
    assert {one["name"]: (one["bytes"], one["sha256"]) for one in manifest["files"]} == {
        name: (len(content), hashlib.sha256(content).hexdigest())
        for name, content in files.items()
        if name not in {"manifest.json", "SHA256SUMS", "claims-2026.1.zip"}
    }


def test_sums_are_what_sha256sum_checks(everything: Dataset, tmp_path: Path) -> None:
    for name, content in release(everything).items():
        (tmp_path / name).write_bytes(content)
    command = shutil.which("sha256sum")
    assert command
    done = subprocess.run(
        [command, "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(list(tmp_path.iterdir())) - 2


def test_archive_holds_the_same_files(everything: Dataset) -> None:
    files = release(everything, "2026.1")
    with zipfile.ZipFile(io.BytesIO(files.pop("claims-2026.1.zip"))) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == {f"claims-2026.1/{name}": content for name, content in files.items()}


def test_the_same_claims_make_the_same_bytes(everything: Dataset, tmp_path: Path) -> None:
    lay_everything(tmp_path)
    assert release(dataset(tmp_path)) == release(everything)


def test_version_is_made_of_the_contents(everything: Dataset) -> None:
    files = release(everything)
    version = json.loads(files["manifest.json"])["version"]
    assert f"claims-{version}.zip" in files
    one, other, renamed = (version_of(manifest_of(each)) for each in ({"a": b"b"}, {"a": b"c"}, {"b": b"c"}))
    assert len({one, other, renamed}) == 3


def test_interests_are_in_no_file_and_roles_in_that_of_the_api_s_records_alone(either: Dataset) -> None:
    said = [i.text for entry in either.corpus.voices.values() for i in entry.record.interests]
    roles = [entry.record.role for entry in either.corpus.voices.values() if entry.record.role]
    assert roles
    for name, content in everything_of(either).items():
        text = content.decode()
        assert [one for one in said if one in text] == []
        assert name == "claims.json" or [one for one in roles if one in text] == []


@pytest.mark.parametrize("form", ["graphml", "node-link"])
def test_graphs_have_the_nodes_and_the_links_by_kind(either: Dataset, form: str) -> None:
    if form == "graphml":
        read = nx.parse_graphml(GRAPHML(either), force_multigraph=True)
    else:
        read = nx.node_link_graph(json.loads(NODE_LINK(either)), edges="edges")
    assert list(read.nodes) == list(either.corpus.claims)
    assert Counter((one, other, about["kind"]) for one, other, about in read.edges(data=True)) == Counter(
        (id_, link.claim, kind)
        for id_, entry in either.corpus.claims.items()
        for kind in LINK_KINDS
        for link in getattr(entry.record, kind)
    )
