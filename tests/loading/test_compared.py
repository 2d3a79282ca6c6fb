"""Which captures count as compared with their source's text, and how that is written down."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.loading.compared import COMPARED, compared_text
from claimgraph.loading.corpus import RecordCache, load
from claimgraph.loading.validation import validate
from claimgraph.model.compared import Comparison, Comparisons, capture_digest
from claimgraph.yaml_nodes import Document, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "type: report\ntitle: Report\ndepth: none\n"


def compared(content: bytes = b"{}", by: str = "maintainers") -> Comparison:
    return Comparison(capture=hashlib.sha256(content).hexdigest(), on="2021-10-12", by=by)


def lay(root: Path, comparisons: dict[str, Comparison], captures: dict[str, bytes]) -> None:
    (root / "sources").mkdir(parents=True, exist_ok=True)
    (root / COMPARED).write_text(compared_text(comparisons), "utf-8")
    for id_, content in captures.items():
        (root / f"sources/{id_}.yml").write_text(SOURCE, "utf-8")
        (root / f"sources/{id_}.capture.json").write_bytes(content)


def test_what_was_compared_and_stands_there_is_proven(tmp_path: Path) -> None:
    lay(tmp_path, {"report": compared()}, {"report": b"{}", "other": b"{}"})
    corpus = load(tmp_path)
    assert corpus.findings == ()
    assert corpus.proven == {"report": compared()}


def test_what_was_changed_since_is_not(tmp_path: Path) -> None:
    lay(tmp_path, {"report": compared(b"{ }"), "gone": compared()}, {"report": b"{}"})
    corpus = load(tmp_path)
    assert corpus.compared
    assert list(corpus.compared.record.by_source) == ["gone", "report"]
    assert corpus.proven == {}


def test_nothing_is_proven_without_the_file(tmp_path: Path) -> None:
    lay(tmp_path, {}, {"report": b"{}"})
    (tmp_path / COMPARED).unlink()
    corpus = load(tmp_path)
    assert (corpus.compared, corpus.proven, corpus.findings) == (None, {}, ())


def test_line_ends_make_no_difference(tmp_path: Path) -> None:
    assert capture_digest(b"{\r\n}\r\n") == capture_digest(b"{\n}\n") == hashlib.sha256(b"{\n}\n").hexdigest()
    lay(tmp_path, {"report": compared(b"{\n}\n")}, {"report": b"{\r\n}\r\n"})
    assert list(load(tmp_path).proven) == ["report"]


def test_a_capture_that_is_not_changed_is_read_once(tmp_path: Path) -> None:
    lay(tmp_path, {"report": compared()}, {"report": b"{}"})
    cache = RecordCache()
    load(tmp_path, cache)
    (file,) = cache.digests
    cache.digests[file] = "0" * 64
    assert load(tmp_path, cache).proven == {}
    os.utime(tmp_path / file.path, ns=(1, 1))
    assert list(load(tmp_path, cache).proven) == ["report"]
    assert len(cache.digests) == 1


def test_a_link_is_no_capture(tmp_path: Path) -> None:
    lay(tmp_path, {"report": compared()}, {"report": b"{}"})
    (tmp_path / "sources/report.capture.json").rename(tmp_path / "elsewhere.json")
    (tmp_path / "sources/report.capture.json").symlink_to("../elsewhere.json")
    assert load(tmp_path).proven == {}


def test_a_capture_in_another_folder_is_none_of_the_source(tmp_path: Path) -> None:
    lay(tmp_path, {"report": compared()}, {})
    (tmp_path / "sources/deeper").mkdir()
    (tmp_path / "sources/deeper/report.capture.json").write_bytes(b"{}")
    assert load(tmp_path).proven == {}


def test_it_is_written_in_order_of_ids() -> None:
    text = compared_text({"b": compared(b"b", "Ann: the 2nd"), "a": compared(b"a")})
    assert (
        text
        == f"""\
# yaml-language-server: $schema=compared.schema.json
# Written by `claimgraph capture TEXT --compare`, and in the care of the maintainers.
a:
  capture: {hashlib.sha256(b"a").hexdigest()}
  on: 2021-10-12
  by: maintainers
b:
  capture: {hashlib.sha256(b"b").hexdigest()}
  on: 2021-10-12
  by: "Ann: the 2nd"
"""
    )


@given(st.text(alphabet="ab '\"#:,-[]{}&*!|>%@`\\é ", min_size=1, max_size=30).filter(lambda text: text.strip(" ")))
def test_what_is_written_reads_as_it_was(by: str) -> None:
    one = compared(by=" ".join(by.split()))
    document = read_yaml(COMPARED, compared_text({"report": one}).encode())
    assert isinstance(document, Document)
    assert validate(Comparisons, COMPARED, document) == Comparisons(by_source={"report": one})
