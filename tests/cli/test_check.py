"""The command `check`: its exit statuses, and each form of its findings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimgraph.cli import watching
from tests.cli.running import CLEAN, COUNTED, UNREAD, Checkout, Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LATE = "claims/buses/half-late.yml"
ONE_ERROR = "7 claims, 2 sources, 6 of 6 quotes verified: 1 error, 0 warnings, 0 notes\n"
ONE_WARNING = "7 claims, 2 sources, 6 of 6 quotes verified: 0 errors, 1 warning, 0 notes\n"
TEXT = """\
claims/buses/half-late.yml:16:12: error[unknown-claim]: opposes 'target-meet', which is not a claim (did you mean \
'target-met'?)
    16 |   - claim: target-meet
       |            ^
    = name the id of a claim: its file's name without .yml
    = `claimgraph fix` writes it
"""


@pytest.fixture
def broken(checkout: Checkout) -> Checkout:
    checkout.edit(LATE, "  - claim: target-met\n", "  - claim: target-meet\n")
    return checkout


@pytest.fixture
def doubtful(checkout: Checkout) -> Checkout:
    checkout.edit(LATE, "# yaml-language-server: $schema=../claim.schema.json\n", "")
    return checkout


def test_clean(checkout: Checkout) -> None:
    assert checkout.run("check") == Said(status=0, out="", err=CLEAN)


def test_error(broken: Checkout) -> None:
    assert broken.run("check") == Said(status=1, out=TEXT, err=ONE_ERROR + UNREAD)


def test_warning_fails_only_strictly(doubtful: Checkout) -> None:
    shown = doubtful.run("check")
    assert (shown.status, shown.err) == (0, ONE_WARNING + UNREAD)
    assert shown.out.startswith(f"{LATE}:1:1: warning[schema-line-missing]: the first line does not name the schema")
    assert doubtful.run("check", "--strict") == Said(status=1, out=shown.out, err=ONE_WARNING + UNREAD)


def test_a_claim_that_was_read_beside_its_quotes_is_counted(checkout: Checkout) -> None:
    read = "read: {by: Ada Quill, on: 2021-11-20}\n"
    (checkout.root / LATE).write_text(checkout.read(LATE) + read, encoding="utf-8")
    shown = checkout.run("check")
    assert shown == Said(
        status=0, out="", err=f"{COUNTED}6 claims with quotes: 5 not yet read beside them by a second person\n"
    )
    assert checkout.run("check", "--strict").status == 0


def test_without_quotes_nothing_is_said_of_reading(checkout: Checkout) -> None:
    for claim in (checkout.root / "claims").glob("*/*.yml"):
        claim.unlink()
    assert "with quotes" not in checkout.run("check").err


def test_checking_changes_no_file(broken: Checkout) -> None:
    before = broken.files()
    broken.run("check", "--texts", broken.texts)
    assert broken.files() == before


def test_texts(checkout: Checkout) -> None:
    checkout.edit(LATE, "Half of the buses were late that winter.", "Half of the trams were late that spring.")
    difference = "    = the difference: Half of the [-trams-] {+buses+} were late that [-spring.-] {+winter.+}"
    with_texts = checkout.run("check", "--texts", checkout.texts)
    assert with_texts.status == 1
    assert difference in with_texts.out
    assert checkout.run("check") == with_texts
    (checkout.texts / "bus-hearing-2021.txt").write_text("Another text.\n", encoding="utf-8")
    without = checkout.run("check")
    assert without.status == 1
    assert difference not in without.out
    assert "text-differs-from-capture" not in without.out


def test_texts_at_hand_let_no_quote_pass_and_none_fail(checkout: Checkout) -> None:
    (checkout.root / "sources/bus-hearing-2021.capture.json").unlink()
    shown = checkout.run("check")
    checkout.put_texts_elsewhere()
    assert checkout.run("check") == shown
    assert "error[quote-without-capture]" in shown.out


def test_texts_that_are_no_folder(checkout: Checkout) -> None:
    shown = checkout.run("check", "--texts", "nowhere")
    assert shown == Said(status=2, out="", err="claimgraph check: --texts: 'nowhere' is no folder\n")


def test_text_that_is_not_utf_8(checkout: Checkout) -> None:
    (checkout.texts / "harbour-news-2021.txt").write_bytes(b"\xff")
    shown = checkout.run("check", "--texts", checkout.texts)
    assert shown.status == 2
    assert shown.err == "claimgraph check: the text of 'harbour-news-2021' is not UTF-8: invalid start byte\n"


def test_github(broken: Checkout) -> None:
    shown = broken.run("check", "--format", "github")
    annotation = (
        "::error file=claims/buses/half-late.yml,line=16,col=12,title=unknown-claim::opposes 'target-meet', which is "
        "not a claim (did you mean 'target-met'?)%0Aname the id of a claim: its file's name "
        "without .yml%0A`claimgraph fix` writes it\n"
    )
    assert shown == Said(status=1, out=f"{annotation}::group::All findings\n{TEXT}::endgroup::\n", err=ONE_ERROR)


def test_github_without_findings(checkout: Checkout) -> None:
    assert checkout.run("check", "--format", "github") == Said(status=0, out="", err=COUNTED)


def test_json(broken: Checkout) -> None:
    shown = broken.run("check", "--format", "json")
    assert (shown.status, shown.err) == (1, ONE_ERROR)
    assert json.loads(shown.out) == [
        {
            "rule": "unknown-claim",
            "severity": "error",
            "path": LATE,
            "line": 16,
            "column": 12,
            "message": "opposes 'target-meet', which is not a claim (did you mean 'target-met'?)",
            "hint": "name the id of a claim: its file's name without .yml\n`claimgraph fix` writes it",
        }
    ]


def test_json_without_findings(checkout: Checkout) -> None:
    assert json.loads(checkout.run("check", "--format", "json").out) == []


def test_sarif(broken: Checkout) -> None:
    run = json.loads(broken.run("check", "--format", "sarif").out)["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == ["unknown-claim"]
    assert "unknown-claim" in {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_tabs_keep_the_caret_in_its_column(checkout: Checkout) -> None:
    checkout.edit(LATE, "kind: statistical", "kind:\tstatisticl")
    shown = checkout.run("check")
    assert "    4 | kind:\tstatisticl\n      |      \t^\n" in shown.out


def test_windows_line_ends_and_a_byte_order_mark(checkout: Checkout) -> None:
    text = checkout.read(LATE).replace("kind: statistical", "kind: statisticl").replace("\n", "\r\n")
    (checkout.root / LATE).write_bytes(b"\xef\xbb\xbf" + text.encode())
    shown = checkout.run("check")
    assert shown.status == 1
    assert f"{LATE}:4:7: error[wrong-value]" in shown.out
    assert "    4 | kind: statisticl\n      |       ^\n" in shown.out


@pytest.mark.parametrize("name", ["Target-Met.yml", "target_met.yml", "target-met.yaml"])
def test_a_file_with_a_wrong_name_is_one_error(checkout: Checkout, name: str) -> None:
    file = checkout.root / "claims/buses/target-met.yml"
    file.rename(file.with_name(name))
    shown = checkout.run("check")
    assert "unknown-claim" not in shown.out
    assert f"error[unexpected-file]: '{name}' is not read: " in shown.out
    assert "    = rename it: claims/buses/target-met.yml\n" in shown.out


# Only some files, and again and again

FARES = "claims/fares/fares-up.yml"
BUSES = "claims/buses/target-met.yml"


def test_only_the_files_that_are_named_are_told_of(checkout: Checkout) -> None:
    checkout.edit(FARES, "kind: factual", "kind: fares")
    checkout.edit(BUSES, "kind: factual", "kind: buses")
    shown = checkout.run("check", checkout.root / FARES)
    assert (shown.status, shown.out.count("error[")) == (1, 1)
    assert shown.out.startswith(f"{FARES}:")
    assert shown.err.splitlines()[0].endswith(": 1 error, 0 warnings, 0 notes")
    assert shown.err.splitlines()[1].startswith("elsewhere, and not shown: 1 error, ")
    assert checkout.run("check", "claims/fares", "claims/buses").out.count("error[") == 2
    assert checkout.run("check", "claims").out == checkout.run("check").out


def test_an_error_elsewhere_does_not_fail_what_is_named(checkout: Checkout) -> None:
    checkout.edit(FARES, "kind: factual", "kind: fares")
    shown = checkout.run("check", "voices")
    assert (shown.status, shown.out) == (0, "")
    assert "elsewhere, and not shown: 1 error, " in shown.err


def test_paths_are_those_of_the_folder_one_is_in(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout.root / "claims")
    checkout.edit(FARES, "kind: factual", "kind: fares")
    assert checkout.run("check", "fares").out.startswith(f"{FARES}:")
    assert checkout.run("check", "nothing").err == "claimgraph check: there is no file or folder 'nothing'\n"


def test_watching_checks_again_after_each_change(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    def changes(root: Path, stop: object) -> Iterator[None]:
        assert (root, stop) == (checkout.root, None)
        yield
        checkout.edit(FARES, "kind: factual", "kind: fares")
        yield
        checkout.edit(FARES, "kind: fares", "kind: factual")
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "changes", changes)
    shown = checkout.run("check", "--watch")
    assert (shown.status, shown.out.count("error[wrong-value]")) == (0, 1)
    counts = [line.rpartition(": ")[2] for line in shown.err.splitlines() if "verified" in line]
    assert [count.partition(",")[0] for count in counts] == ["0 errors", "1 error", "0 errors"]
    assert shown.err.count(" s; waiting for a change; Ctrl-C ends it\n") == 3
