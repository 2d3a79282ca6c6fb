"""A check of a whole checkout: what it finds, and what it remembers."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from claimgraph.captures.capture import capture_text
from claimgraph.captures.files import write_capture
from claimgraph.checking.whole import CheckCache, TextError, check
from claimgraph.findings import Severity
from tests.site.checkouts import CHECKOUT, REPORT, Checkout, checkout

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(tmp_path: Path) -> Checkout:
    return checkout(tmp_path / "checkout")


def shown(root: Path, **options: object) -> list[str]:
    """Return every finding as a line."""
    findings = check(root, **options).findings  # type: ignore[arg-type]
    return [f"{found.location}: {found.severity}[{found.rule}]: {found.message}" for found in findings]


@pytest.mark.map
def test_this_checkout_is_clean() -> None:
    assert shown(CHECKOUT) == []


def test_a_clean_checkout_verifies_every_quote(made: Checkout) -> None:
    checked = check(made.root)
    assert checked.findings == ()
    assert not checked.fails(strict=True)
    assert [verdict.is_verified for verdict in checked.examined.verdicts.values()] == [True] * 3
    assert list(checked.examined.prepared_sources) == ["harbour-report"]
    assert checked.examined.captured == {"harbour-report"}
    assert list(checked.examined.pages) == [
        "docs/claims/index.md",
        "docs/index.md",
        "docs/map/index.md",
        "docs/method.md",
        "docs/sources/index.md",
        "docs/topics/index.md",
        "docs/voices/index.md",
    ]


def test_an_empty_checkout_has_nothing_to_find(tmp_path: Path) -> None:
    assert shown(tmp_path) == []


def test_nothing_that_reading_finds_is_lost(made: Checkout) -> None:
    made.write("claims/buses/broken.yml", "title: [\n")
    made.write("claims/buses/Not An Id.yml", "title: x\n")
    made.write("claims/trams/riders-walk.yml", "title: x\n")
    made.write("claims/trams/no-fields.yml", "kind: factual\n")
    made.write("sources/tram-survey.capture.json", "{}")
    made.write("voices/driver-two.yml", "name: x\nrolle: x\n")
    made.edit("claims/_measures.yml", "unit: minutes", "unit: ''")
    (made.root / "claims/buses/link.yml").symlink_to("riders-walk.yml")
    checked = check(made.root)
    assert checked.examined.found
    assert set(checked.examined.found) <= set(checked.findings)
    assert {found.rule for found in checked.examined.found} >= {
        "yaml-refused",
        "unexpected-file",
        "missing-field",
        "capture-damaged",
        "unknown-field",
        "wrong-value",
        "not-a-plain-file",
    }


@pytest.mark.parametrize("folder", ["claims", "sources", "voices"])
def test_a_folder_of_data_that_is_a_symbolic_link_is_told_and_not_read(made: Checkout, folder: str) -> None:
    (made.root / folder).rename(made.root.parent / "moved")
    (made.root / folder).symlink_to(made.root.parent / "moved")
    told = f"{folder}:1:1: error[not-a-plain-file]: '{folder}' is a symbolic link; only plain files are read"
    assert told in shown(made.root)
    assert getattr(check(made.root).examined.corpus, folder) == {}


def test_a_symbolic_link_among_pages_and_templates_is_told(made: Checkout) -> None:
    elsewhere = made.root.parent / "elsewhere.md"
    elsewhere.write_text("# Elsewhere\n\n[[no-such-claim]]\n", "utf-8")
    (made.root / "docs/linked.md").symlink_to(elsewhere)
    (made.root / "docs/nowhere").symlink_to("no such file")
    (made.root / "site_overrides/folder").symlink_to(made.root.parent)
    assert shown(made.root) == [
        f"{path}:1:1: error[not-a-plain-file]: '{path}' is a symbolic link; only plain files are read"
        for path in ("docs/linked.md", "docs/nowhere", "site_overrides/folder")
    ]


def test_a_pipe_is_told_and_not_waited_for(made: Checkout) -> None:
    os.mkfifo(made.root / "claims/buses/pipe.yml")
    os.mkfifo(made.root / "docs/pipe.md")
    assert shown(made.root) == [
        f"{path}:1:1: error[not-a-plain-file]: '{path}' is no plain file; only plain files are read"
        for path in ("claims/buses/pipe.yml", "docs/pipe.md")
    ]


def test_an_error_fails_and_a_warning_only_where_it_is_to(made: Checkout) -> None:
    made.edit("claims/buses/riders-walk.yml", "# yaml-language-server: $schema=../claim.schema.json\n", "")
    checked = check(made.root)
    assert [found.severity for found in checked.findings] == [Severity.WARNING]
    assert (checked.fails(), checked.fails(strict=True)) == (False, True)
    made.edit("claims/buses/riders-walk.yml", "along the quay", "along the keys")
    checked = check(made.root)
    assert Severity.ERROR in {found.severity for found in checked.findings}
    assert (checked.fails(), checked.fails(strict=True)) == (True, True)


# Texts at hand


def test_a_text_that_fits_its_capture_changes_nothing(made: Checkout) -> None:
    made.write("texts/harbour-report.txt", REPORT)
    assert shown(made.root, texts=made.root / "texts") == []


def test_a_text_is_enough_without_a_capture(made: Checkout) -> None:
    made.write("texts/harbour-report.txt", REPORT)
    made.remove("sources/harbour-report.capture.json")
    verdicts = check(made.root, texts=made.root / "texts").examined.verdicts
    assert all(verdict.is_verified for verdict in verdicts.values())


def test_a_text_that_differs_from_its_capture_is_told_and_decides(made: Checkout) -> None:
    made.write("texts/harbour-report.txt", REPORT.replace("twenty minutes late", "ten minutes late"))
    told = shown(made.root, texts=made.root / "texts")
    assert (
        "sources/harbour-report.capture.json:1:1: error[text-differs-from-capture]: "
        "the capture of 'harbour-report' is not the one that its text gives"
    ) in told
    assert any(line.startswith("claims/buses/buses-are-late.yml:") and "[quote-near]" in line for line in told)


def test_a_text_that_is_not_utf_8_is_told(made: Checkout) -> None:
    made.write("texts/none.txt", "")
    (made.root / "texts/harbour-report.txt").write_bytes(b"Caf\xe9\n")
    with pytest.raises(TextError) as caught:
        check(made.root, texts=made.root / "texts")
    assert str(caught.value) == "the text of 'harbour-report' is not UTF-8: invalid continuation byte"


# The cache


def test_after_any_edit_memory_finds_what_a_fresh_check_finds(made: Checkout) -> None:
    cache = CheckCache()
    check(made.root, cache=cache)
    other = write_capture(capture_text(REPORT.replace("twenty", "thirty"), "harbour-report"))
    wrong: dict[str, list[str]] = {}
    edits = {
        "claims/buses/buses-are-late.yml": ("exact: Every morning", "exact: Every evening"),
        "claims/buses/riders-walk.yml": ("title: Riders", "title: [Riders"),
        "claims/buses/_topic.yml": ("[[trams-are-full]]", "[[trams-are-empty]]"),
        "claims/_measures.yml": ("id: delay", "id: lateness"),
        "sources/harbour-report.yml": ("segments: speaker-turns", "segments: [{lines: 1-2, speaker: Driver Two}]"),
        "sources/harbour-report.capture.json": ((made.root / "sources/harbour-report.capture.json").read_text(), other),
        "sources/tram-survey.yml": ("title: A survey", "titel: A survey"),
        "voices/driver-one.yml": ("source: gazette", "source: gazettes"),
        "docs/method.md": ("How it is done.", "How [[it-is-done]]."),
    }
    for path, (old, new) in edits.items():
        text = (made.root / path).read_text("utf-8")
        for step, changed in (("edited", text.replace(old, new)), ("removed", None), ("as it was", text)):
            if changed is None:
                made.remove(path)
            else:
                made.write(path, changed)
            found = check(made.root, cache=cache).findings
            if found != check(made.root).findings or (step == "edited") > bool(found):
                wrong[f"{path} {step}"] = [str(finding) for finding in found]
    assert wrong == {}


def test_a_moved_checkout_is_the_same(made: Checkout, tmp_path: Path) -> None:
    made.edit("claims/buses/riders-walk.yml", "along the quay", "along the keys")
    shutil.copytree(made.root, tmp_path / "elsewhere/moved")
    assert check(tmp_path / "elsewhere/moved").findings == check(made.root).findings
