"""The command `diff`."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from claimgraph.changes.formats import MARK
from tests.cli.running import Checkout, Said, said

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = "Nothing that is checked or published has changed.\n"
LATE = "claims/buses/half-late.yml"


@pytest.fixture
def committed(checkout: Checkout) -> Checkout:
    checkout.commit()
    return checkout


@pytest.mark.parametrize(("form", "out"), [("text", NOTHING), ("markdown", f"{MARK}\n{NOTHING}")])
def test_nothing(committed: Checkout, form: str, out: str) -> None:
    assert committed.run("diff", "HEAD", "--format", form) == Said(status=0, out=out, err="")


def test_nothing_as_json(committed: Checkout) -> None:
    shown = committed.run("diff", "HEAD", "--format", "json")
    kinds = ("captures", "comparisons", "standings", "records", "effects")
    expected = {**{kind: [] for kind in kinds}, "findings": {"new": [], "gone": []}}
    assert (shown.status, json.loads(shown.out)) == (0, expected)


def test_files_are_left_alone(committed: Checkout) -> None:
    committed.edit(LATE, "kind: statistical", "kind: factual")
    before = committed.files()
    index = (committed.root / ".git/index").read_bytes()
    committed.run("diff", "HEAD")
    assert committed.files() == before
    assert (committed.root / ".git/index").read_bytes() == index


def test_quote_of_a_claim(committed: Checkout) -> None:
    committed.edit(LATE, "    suffix: The road works in Station Road\n", "    suffix: The road works in Station\n")
    assert (
        committed.run("diff", "HEAD").out
        == """\
Claims
  changed half-late: Half of the buses late
      changed quote from bus-hearing-2021 by A driver: Half of the buses were late that winter.
          suffix: The road works in Station Road became The road works in Station
"""
    )


def test_findings(committed: Checkout) -> None:
    committed.edit("claims/buses/road-works.yml", "  - claim: half-late", "  - claim: half-latte")
    shown = committed.run("diff", "HEAD")
    assert shown.status == 0
    assert (
        shown.out
        == """\
Theses that change
  (How a thesis stands in the debate recorded here. It is no verdict on its truth.)
  half-late loses its last reason for it: “Reasons for it only” became “No reasons recorded”, because road-works no \
longer supports it (voices: A driver at the hearing of 2021 and Harbour News)
      reasons for it: 2 voices (A driver at the hearing of 2021 and Harbour News) became none
      reasons against it: none, and 1 answered, as before

Claims
  changed road-works: Road works held up the buses
      added link: supports half-latte: A bus that is held up for ten minutes comes late.
          with: timetable-unchanged
          scheme: cause-to-effect
      removed link: supports half-late: A bus that is held up for ten minutes comes late.

New findings
  claims/buses/road-works.yml:11:12: error unknown-claim: supports 'half-latte', which is not a claim (did you mean \
'half-late'?)
"""
    )
    committed.commit()
    committed.edit("claims/buses/road-works.yml", "  - claim: half-latte", "  - claim: half-late")
    assert "\nFindings that are gone\n" in committed.run("diff", "HEAD").out


def test_an_added_opposition(committed: Checkout) -> None:
    path = "claims/buses/timetable-unchanged.yml"
    because = "A timetable that stays the same counts every bus that it has."
    committed.write(path, f"{committed.read(path)}opposes:\n  - {{claim: count-leaves-out, because: {because}}}\n")
    assert (
        committed.run("diff", "HEAD").out
        == """\
Theses that change
  (How a thesis stands in the debate recorded here. It is no verdict on its truth.)
  half-late: “Reasons for it only” became “Reasons on both sides”, because target-met, which it opposes, is now “Open \
dispute: each side’s claim excludes the other’s”, since timetable-unchanged now opposes count-leaves-out (in our words\
: Harbour News)
      reasons for it: 2 voices (A driver at the hearing of 2021 and Harbour News), as before
      reasons against it: none, and 1 answered became 1 voice (The council)

Other claims that change
  count-leaves-out: “Not disputed here” became “Open dispute: each side’s claim excludes the other’s”, because \
timetable-unchanged now opposes it (in our words: Harbour News)
  target-met: “Contradicted, with no reply here” became “Open dispute: each side’s claim excludes the other’s”, \
because count-leaves-out, which undercuts its quote every-month, is now “Open dispute: each side’s claim excludes the \
other’s”, since timetable-unchanged now opposes count-leaves-out (in our words: Harbour News)
  timetable-unchanged: “Not disputed here” became “Open dispute: each side’s claim excludes the other’s”, because it \
now opposes count-leaves-out (voice: A driver at the hearing of 2021)

Claims
  changed timetable-unchanged: The timetable stayed the same
      added link: opposes count-leaves-out: A timetable that stays the same counts every bus that it has.
"""
    )


def test_captures_come_first(committed: Checkout) -> None:
    committed.edit("texts/bus-hearing-2021.txt", "nine in the morning", "ten in the morning")
    committed.run("capture", committed.texts / "bus-hearing-2021.txt", "--replace")
    committed.edit(LATE, "title: Half of the buses late", "title: Half of all buses late")
    out = committed.run("diff", "HEAD").out
    assert out.startswith(
        """\
Captures
  (A contributor's capture proves nothing until a maintainer compares it with the text.)
  changed sources/bus-hearing-2021.capture.json: line 7 differs; now 251 words
      before: compared on 2026-02-01 by maintainers
      now: nobody has compared it
      4 quotes stand on it as before
      compare it: claimgraph capture TEXT --source bus-hearing-2021 --compare --by maintainers

Claims
  changed half-late: Half of all buses late
      title: Half of the buses late became Half of all buses late

New findings
"""
    )
    assert "sources/compared.yml:4:12: warning comparison-outdated: " in out


def test_captures_and_comparisons_as_annotations(committed: Checkout) -> None:
    assert committed.run("diff", "HEAD", "--format", "github") == Said(status=0, out="", err="")
    committed.edit(LATE, "title: Half of the buses late", "title: Half of all buses late")
    assert committed.run("diff", "HEAD", "--format", "github") == Said(status=0, out="", err="")
    committed.edit("texts/bus-hearing-2021.txt", "nine in the morning", "ten in the morning")
    committed.run("capture", committed.texts / "bus-hearing-2021.txt", "--replace")
    (committed.root / "sources/harbour-news-2021.capture.json").unlink()
    committed.edit("sources/compared.yml", "harbour-news-2021:", "no-news:")
    shown = committed.run("diff", "HEAD", "--format", "github")
    digest = committed.read("sources/compared.yml").rpartition("capture: ")[2][:12]
    entry = f"compared on 2026-02-01 by maintainers (capture {digest})"
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.split("\n") == [
        (
            "::warning file=sources/compared.yml,line=1,col=1,title=comparisons changed::"
            "Only maintainers who compared the capture with the text change this file.%0A"
            f"harbour-news-2021: {entry} became no comparison%0A"
            f"no-news: no comparison became {entry}, which is NOT the capture that is there"
        ),
        (
            "::warning file=sources/bus-hearing-2021.capture.json,line=1,col=1,title=capture changed::"
            "This capture was changed: line 7 differs; now 251 words. "
            "Before, it was compared on 2026-02-01 by maintainers; now, nobody has compared it. "
            "4 quotes stand on it as before, 0 for the first time, 0 no longer.%0A"
            "claimgraph capture TEXT --source bus-hearing-2021 --compare --by maintainers"
        ),
        (
            "::warning file=sources/harbour-news-2021.capture.json,line=1,col=1,title=capture removed::"
            "This capture was removed. Before, it was compared on 2026-02-01 by maintainers. "
            "0 quotes stand on it as before, 0 for the first time, 2 no longer."
        ),
        "",
    ]


def test_speakers_of_a_source(committed: Checkout) -> None:
    committed.edit(
        "sources/harbour-news-2021.yml",
        "    to: new buses for the hills\n    speaker: Mayor Ada Quill\n",
        "    to: new buses for the hills\n    speaker: Reader one\n",
    )
    out = committed.run("diff", "HEAD").out
    assert (
        out
        == """\
Other claims that change
  money-for-new-buses: “Not disputed here” became “No evidence recorded”, because a quote that asserts it is no longer \
verified (voice: Ada Quill)

Sources
  (Who speaks where, and which parts are ignored, decides what quotes of a source prove.)
  changed harbour-news-2021: Bus fares up again
      segments[7].speaker: Mayor Ada Quill became Reader one

Quotes that did not change, and of which the check says something else
  quotes of harbour-news-2021
      money-for-new-buses, quote 1: The money goes straight into new buses for the hills
          verified, line 7, Mayor Ada Quill became wrong speaker, line 7, Reader one

New findings
  claims/fares/money-for-new-buses.yml:8:14: error quote-wrong-speaker: the words in line 7 of 'harbour-news-2021' are \
those of 'Reader one', not of 'the mayor'
"""
    )


def test_between_two_revisions(committed: Checkout) -> None:
    committed.edit(LATE, "title: Half of the buses late", "title: One")
    committed.commit()
    committed.edit(LATE, "title: One", "title: Two")
    assert "Half of the buses late became One\n" in committed.run("diff", "HEAD~1", "HEAD").out
    assert "One became Half of the buses late\n" in committed.run("diff", "HEAD", "HEAD~1").out
    assert "One became Two\n" in committed.run("diff", "HEAD").out


def test_markdown_keeps_texts_from_being_markup(committed: Checkout) -> None:
    committed.edit(LATE, "title: Half of the buses late", "title: '@all `` <b>#1</b> [x](y) ``'")
    assert (
        committed.run("diff", "HEAD", "--format", "markdown").out
        == """\
<!-- claimgraph diff -->
### In short

- claims: 1 changed

<details><summary>Claims</summary>

- changed `half-late`: ``` @all `` <b>#1</b> [x](y) `` ```
    - `title`: `Half of the buses late` became ``` @all `` <b>#1</b> [x](y) `` ```

</details>
"""
    )


def test_json(committed: Checkout) -> None:
    committed.edit(LATE, "title: Half of the buses late", "title: One")
    (record,) = json.loads(committed.run("diff", "HEAD", "--format", "json").out)["records"]
    assert record == {
        "kind": "claim",
        "id": "half-late",
        "how": "changed",
        "title": "One",
        "path": LATE,
        "former": "",
        "fields": [{"field": "title", "before": "Half of the buses late", "after": "One"}],
        "items": [],
    }


def test_unknown_revision(committed: Checkout) -> None:
    shown = committed.run("diff", "nowhere")
    assert shown == Said(
        status=2,
        out="",
        err="claimgraph diff: 'nowhere' is no revision here; git log lists some, and git fetch brings more\n",
    )
    assert committed.run("diff", "HEAD", "nowhere").status == 2


@pytest.mark.parametrize("revision", ["--upload-pack=x", "-h", "HEAD:claims", ":/", "", "HEAD\n", "a b", "\u00e9"])
def test_what_is_no_revision(committed: Checkout, revision: str) -> None:
    shown = committed.run("diff", "--", revision)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith("claimgraph diff: ")
    assert "Traceback" not in shown.err


def test_outside_a_repository(checkout: Checkout) -> None:
    shown = checkout.run("diff", "HEAD")
    assert shown.status == 2
    assert "not a git repository" in shown.err


def test_without_git(committed: Checkout, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    shown = committed.run("diff", "HEAD")
    assert shown.status == 2
    assert shown.err.startswith("claimgraph diff: git cannot be run: ")


def test_checkout_in_a_folder_of_the_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], checkout: Checkout
) -> None:
    checkout.root.rename(tmp_path / "inner")
    (tmp_path / "outer").mkdir()
    (tmp_path / "inner").rename(tmp_path / "outer/inner")
    outer = Checkout(tmp_path / "other", capsys)
    outer.root = tmp_path / "outer"
    outer.commit()
    root = str(tmp_path / "outer/inner")
    assert said(capsys, "--root", root, "diff", "HEAD") == Said(status=0, out=NOTHING, err="")
    os.remove(tmp_path / "outer/inner" / LATE)  # noqa: PTH107  shorter
    assert "removed half-late" in said(capsys, "--root", root, "diff", "HEAD").out
