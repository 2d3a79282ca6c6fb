"""A contributor puts a sentence into a text, captures that, and quotes it: everything that shows the quote tells so."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from claimgraph.data.api.shards import shard_file, shard_of
from tests.cli.running import Said, said
from tests.site.checkouts import REPORT, Checkout, checkout

if TYPE_CHECKING:
    from pathlib import Path

FORGED = "Driver Two: I have always taken money from the tram board."
CLAIM = "claims/buses/buses-leave-on-time.yml"
WARNING = "the quote rests on a capture of 'harbour-report' that was changed after it was compared"
WORDS = "Word for word, checked against a fingerprint that nobody has compared with the source yet"


class Forgery:
    """A checkout into which a quote is forged, after the last commit."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Forge it."""
        self.made: Checkout = checkout(root / "checkout")
        self.honest, self.forged = root / "honest.txt", root / "forged.txt"
        self.honest.write_text(REPORT, "utf-8")
        self.forged.write_text(f"{REPORT}{FORGED}\n", "utf-8")
        self._capsys = capsys
        self.git("init", "-q")
        self.git("add", "-A")
        self.git("-c", "user.name=T", "-c", "user.email=t@harbour.example", "commit", "-qm", "all", "--no-gpg-sign")
        self.refused = self.run("capture", self.forged, "--source", "harbour-report")
        self.written = self.run("capture", self.forged, "--source", "harbour-report", "--replace")
        quote = FORGED.removeprefix("Driver Two: ")
        text = (self.made.root / CLAIM).read_text("utf-8")
        added = f"  - {{source: harbour-report, speaker: Driver Two, exact: {quote}}}\nopposes:"
        self.made.write(CLAIM, text.replace("opposes:", added))

    def git(self, *arguments: str) -> None:
        git = shutil.which("git")
        assert git
        subprocess.run([git, "-C", str(self.made.root), *arguments], check=True, capture_output=True)

    def run(self, *arguments: str | Path) -> Said:
        return said(self._capsys, "--root", str(self.made.root), *map(str, arguments))


@pytest.fixture
def forgery(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Forgery:
    return Forgery(tmp_path, capsys)


def test_the_capture_is_refused_first(forgery: Forgery) -> None:
    assert forgery.refused.status == 1
    assert (
        "It was compared on 2026-02-01 by maintainers: that counts for the old capture alone.\n" in forgery.refused.out
    )
    assert forgery.written.status == 0
    assert "Nobody has compared it with the source yet: " in forgery.written.out


def test_the_check_warns_and_is_strict_about_it(forgery: Forgery) -> None:
    shown = forgery.run("check")
    assert (shown.status, shown.err) == (
        0,
        (
            "5 claims, 3 sources, 4 of 4 quotes verified: 0 errors, 5 warnings, 0 notes\n"
            "3 claims with quotes: none has been read beside them by a second person yet\n"
        ),
    )
    assert f"{CLAIM}:10:58: warning[capture-not-compared]: {WARNING}\n" in shown.out
    assert forgery.run("check", "--strict").status == 1
    annotated = forgery.run("check", "--format", "github").out
    assert f"::warning file={CLAIM},line=10,col=58,title=capture-not-compared::{WARNING}%0A" in annotated


def test_the_pages_and_the_data_say_so(forgery: Forgery, tmp_path: Path) -> None:
    assert forgery.run("build", "--output", tmp_path / "site").status == 0
    for page in ("claims/buses-leave-on-time", "sources/harbour-report", "voices/harbour-report-driver-two"):
        html = (tmp_path / "site" / page / "index.html").read_text("utf-8")
        assert html.count(WORDS) >= 2
        assert "erified word for word" not in html
    shard = json.loads((tmp_path / "site" / shard_file(shard_of("buses-leave-on-time"))).read_text("utf-8"))
    (claim,) = (claim for claim in shard if claim["id"] == "buses-leave-on-time")
    assert [(quote["verified"], quote["compared"]) for quote in claim["quotes"]] == [(True, None)] * 2


def test_the_diff_names_the_capture_and_the_quote(forgery: Forgery) -> None:
    assert (
        """\
  changed sources/harbour-report.capture.json: lines 3-5 differ; now 51 words
      before: compared on 2026-02-01 by maintainers
      now: nobody has compared it
      3 quotes stand on it as before
      rests on it, and did not before: buses-leave-on-time, quote 2: I have always taken money from the tram board.
"""
        in forgery.run("diff", "HEAD").out
    )
    (note,) = forgery.run("diff", "HEAD", "--format", "github").out.splitlines()
    assert note.startswith("::warning file=sources/harbour-report.capture.json,line=1,col=1,title=capture changed::")
    assert "3 quotes stand on it as before, 1 for the first time, 0 no longer." in note


def test_a_maintainer_with_the_text_finds_it(forgery: Forgery) -> None:
    shown = forgery.run("capture", forgery.honest, "--source", "harbour-report", "--compare", "--by", "maintainers")
    assert shown.status == 1
    assert shown.out.split("\n")[1:] == [
        "With this text, 1 quote would no longer stand:",
        (
            "    buses-leave-on-time, quote 2, 'I have always taken money from the tram board.': "
            "these words were not found in the source"
        ),
        "Nothing was recorded.",
        "",
    ]


def test_forging_the_comparison_too_is_named(forgery: Forgery) -> None:
    forged = ("capture", forgery.forged, "--source", "harbour-report", "--compare", "--by", "maintainers")
    assert forgery.run(*forged).status == 0
    assert forgery.run("check").out == ""
    notes = forgery.run("diff", "HEAD", "--format", "github").out.splitlines()
    assert [note.partition(",")[0] for note in notes] == [
        "::warning file=sources/compared.yml",
        "::warning file=sources/harbour-report.capture.json",
    ]
    assert "Only maintainers who compared the capture with the text change this file." in notes[0]
