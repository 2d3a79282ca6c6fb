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

from claimgraph.data.formats.formats import FORMATS, version_of
from claimgraph.data.formats.formats import everything as everything_of
from claimgraph.data.formats.graphs import graphml, node_link, whole_graph
from claimgraph.data.formats.release import release
from claimgraph.model.claim import LINK_KINDS
from tests.data.formats.materials import lay_everything, material

if TYPE_CHECKING:
    from pathlib import Path

    from claimgraph.data.formats.material import Material


def test_release_has_every_format(everything: Material) -> None:
    files = release(everything, "2026.1")
    written = {name for write in FORMATS.values() for name in write(everything)}
    assert set(files) == {*written, "manifest.json", "SHA256SUMS", "claims-2026.1.zip"}
    assert list(files)[-1] == "claims-2026.1.zip"


def test_manifest_counts_and_sums_every_file(either: Material) -> None:
    files = release(either, "2026.1")
    manifest = json.loads(files["manifest.json"])
    assert (manifest["version"], manifest["claims"]) == ("2026.1", len(either.corpus.claims))
    assert {one["name"]: (one["bytes"], one["sha256"]) for one in manifest["files"]} == {
        name: (len(content), hashlib.sha256(content).hexdigest())
        for name, content in files.items()
        if name not in {"manifest.json", "SHA256SUMS", "claims-2026.1.zip"}
    }


def test_sums_are_what_sha256sum_checks(everything: Material, tmp_path: Path) -> None:
    for name, content in release(everything).items():
        (tmp_path / name).write_bytes(content)
    command = shutil.which("sha256sum")
    assert command
    done = subprocess.run(
        [command, "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(list(tmp_path.iterdir())) - 2


def test_archive_holds_the_same_files(everything: Material) -> None:
    files = release(everything, "2026.1")
    with zipfile.ZipFile(io.BytesIO(files.pop("claims-2026.1.zip"))) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == {f"claims-2026.1/{name}": content for name, content in files.items()}


def test_the_same_claims_make_the_same_bytes(everything: Material, tmp_path: Path) -> None:
    lay_everything(tmp_path)
    assert release(material(tmp_path)) == release(everything)


def test_version_is_made_of_the_contents(everything: Material) -> None:
    files = release(everything)
    version = json.loads(files["manifest.json"])["version"]
    assert f"claims-{version}.zip" in files
    assert version_of({"a": b"b"}) != version_of({"a": b"c"}) != version_of({"b": b"c"})


def test_no_private_part_of_a_voice_is_written(either: Material) -> None:
    said = [i.text for entry in either.corpus.voices.values() for i in entry.record.interests]
    roles = [entry.record.role for entry in either.corpus.voices.values() if entry.record.role]
    assert roles
    for content in everything_of(either).values():
        text = content.decode()
        assert [one for one in (*said, *roles) if one in text] == []


@pytest.mark.parametrize("form", ["graphml", "node-link"])
def test_graphs_have_the_nodes_and_the_links_by_kind(either: Material, form: str) -> None:
    if form == "graphml":
        read = nx.parse_graphml(graphml(whole_graph(either.corpus)), force_multigraph=True)
    else:
        read = nx.node_link_graph(json.loads(node_link(whole_graph(either.corpus))), edges="edges")
    assert list(read.nodes) == list(either.corpus.claims)
    assert Counter((one, other, about["kind"]) for one, other, about in read.edges(data=True)) == Counter(
        (id_, link.claim, kind)
        for id_, entry in either.corpus.claims.items()
        for kind in LINK_KINDS
        for link in getattr(entry.record, kind)
    )
