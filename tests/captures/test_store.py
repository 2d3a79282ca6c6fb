"""Captures beside their source files: what is read, what is remembered, what is found wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from claimgraph.captures import store
from claimgraph.captures.capture import capture_text
from claimgraph.captures.files import MAX_BYTES, write_capture
from claimgraph.captures.store import CaptureCache, capture_path, read_captures
from claimgraph.findings import Finding, Severity
from claimgraph.location import Location

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SOURCES = {"report": ("old-report",)}
"""One source, which had another id."""
HINT = "make it again: claimgraph capture TEXT --source report"


def put(root: Path, content: str, source: str = "report") -> Path:
    path = root / capture_path(source)
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, "utf-8")
    return path


def test_captures_of_sources_that_have_one(tmp_path: Path) -> None:
    capture = capture_text("Half of us", "report")
    put(tmp_path, write_capture(capture))
    put(tmp_path, "nothing of a source", "other")
    captures = read_captures(tmp_path, {"report": (), "without": ()})
    assert captures.by_source == {"report": capture}
    assert captures.findings == ()


def test_a_damaged_capture_is_a_finding(tmp_path: Path) -> None:
    put(tmp_path, "{}")
    captures = read_captures(tmp_path, SOURCES)
    assert captures.by_source == {}
    assert captures.findings == (
        Finding(
            rule="capture-damaged",
            severity=Severity.ERROR,
            location=Location(path="sources/report.capture.json"),
            message="the capture of 'report' cannot be read: its format is not 'claimgraph capture 2'",
            hint=HINT,
        ),
    )


def test_a_capture_of_the_old_format_is_refused_with_what_to_do(tmp_path: Path) -> None:
    put(tmp_path, '{"format": "claimgraph capture 1", "words": 12}')
    (finding,) = read_captures(tmp_path, SOURCES).findings
    why = "its format is an old one, in which invented words could be made to fit"
    assert (finding.message, finding.hint) == (f"the capture of 'report' cannot be read: {why}", HINT)


def test_a_capture_goes_with_the_id_or_a_former_id_of_its_source(tmp_path: Path) -> None:
    put(tmp_path, write_capture(capture_text("Half of us", "old-report")))
    assert list(read_captures(tmp_path, SOURCES).by_source) == ["report"]
    put(tmp_path, write_capture(capture_text("Half of us", "another-report")))
    captures = read_captures(tmp_path, SOURCES)
    assert captures.by_source == {}
    assert captures.findings == (
        Finding(
            rule="capture-damaged",
            severity=Severity.ERROR,
            location=Location(path="sources/report.capture.json"),
            message="the capture of 'report' was made for 'another-report'",
            hint=HINT,
        ),
    )


def test_a_capture_that_is_too_large_is_a_finding(tmp_path: Path) -> None:
    os.truncate(put(tmp_path, ""), MAX_BYTES + 1)
    (finding,) = read_captures(tmp_path, SOURCES).findings
    message = "the capture of 'report' cannot be read: it has 33,554,433 bytes, more than 33,554,432"
    assert finding.message == message


def test_a_capture_by_other_lists_is_a_warning_and_is_used(tmp_path: Path) -> None:
    put(tmp_path, write_capture(capture_text("Half of us", "report")).replace('"lists": 2', '"lists": 0'))
    captures = read_captures(tmp_path, SOURCES)
    assert list(captures.by_source) == ["report"]
    assert captures.findings == (
        Finding(
            rule="capture-outdated",
            severity=Severity.WARNING,
            location=Location(path="sources/report.capture.json"),
            message="the capture of 'report' was made by word lists 0; the present ones are 2",
            hint=HINT,
        ),
    )


def test_links_and_folders_are_not_read(tmp_path: Path) -> None:
    put(tmp_path, write_capture(capture_text("Half of us", "report")), "other")
    (tmp_path / capture_path("report")).symlink_to(tmp_path / capture_path("other"))
    (tmp_path / capture_path("folder")).mkdir()
    captures = read_captures(tmp_path, {"report": (), "folder": ()})
    assert captures.by_source == {}
    assert captures.findings == ()


def test_an_unchanged_capture_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = CaptureCache()
    path = put(tmp_path, write_capture(capture_text("Half of us", "report")))
    first = read_captures(tmp_path, SOURCES, cache).by_source["report"]
    with monkeypatch.context() as patched:
        patched.setattr(store, "read_capture", None)
        assert read_captures(tmp_path, SOURCES, cache).by_source["report"] is first
    path.write_text(write_capture(capture_text("Half of you", "report")), "utf-8")
    os.utime(path, ns=(1, 1))
    assert read_captures(tmp_path, SOURCES, cache).by_source["report"] == capture_text("Half of you", "report")


def test_a_capture_put_in_the_place_of_another_is_read(tmp_path: Path) -> None:
    cache = CaptureCache()
    path = put(tmp_path, write_capture(capture_text("Half of us", "report")))
    os.utime(path, ns=(1, 1))
    read_captures(tmp_path, SOURCES, cache)
    other = put(tmp_path, write_capture(capture_text("Half of we", "report")), "other")
    os.utime(other, ns=(1, 1))
    other.replace(path)
    assert read_captures(tmp_path, SOURCES, cache).by_source["report"] == capture_text("Half of we", "report")


def test_a_removed_capture_is_forgotten(tmp_path: Path) -> None:
    cache = CaptureCache()
    path = put(tmp_path, write_capture(capture_text("Half of us", "report")))
    read_captures(tmp_path, SOURCES, cache)
    path.unlink()
    assert read_captures(tmp_path, SOURCES, cache).by_source == {}
    assert cache.read == {}


def test_a_damaged_capture_is_told_each_time_until_it_is_mended(tmp_path: Path) -> None:
    cache = CaptureCache()
    path = put(tmp_path, "{}")
    assert len(read_captures(tmp_path, SOURCES, cache).findings) == 1
    assert len(read_captures(tmp_path, SOURCES, cache).findings) == 1
    path.write_text(write_capture(capture_text("Half of us", "report")), "utf-8")
    captures = read_captures(tmp_path, SOURCES, cache)
    assert captures.findings == ()
    assert list(captures.by_source) == ["report"]
