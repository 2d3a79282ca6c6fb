"""The command `import`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import CLEAN, Said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Checkout

MAP = """[Fares are fair]: A ticket is worth its price.
  - [fares-too-high]: A ticket costs too much.
"""

FAIR = """\
# yaml-language-server: $schema=../claim.schema.json
# Imported. Fill in what says TO DO: `claimgraph check` names what is still empty.
title: Fares are fair
assertion: A ticket is worth its price.
# TO DO: What kind of assertion it is. One of: factual, statistical, causal, definitional, rule,
# prediction, evaluative, normative, experience.
kind:
scope:
  # TO DO: The place that the claim speaks about, such as `England`.
  place:
  # TO DO: The time that the claim speaks about, in EDTF: `2021-10`, `2013-04/2013-06`, `2018~`.
  period:
quotes:
  - # TO DO: The id of the source in which the words stand.
    source:
    # TO DO: The words, as they stand; `[...]` leaves some out, `[sic]` and `[an insertion]` are the
    # editors'.
    exact:
"""


def test_drafts_are_written_with_marks_that_the_check_refuses(checkout: Checkout, tmp_path: Path) -> None:
    file = tmp_path / "map.argdown"
    file.write_text(MAP, encoding="utf-8")
    paths = ["claims/fares/fares-are-fair.yml", "claims/fares/fares-too-high.yml"]
    shown = checkout.run("import", file, "--topic", "fares")
    lines = "".join(f"{path}\n" for path in paths)
    assert shown == Said(
        status=0, out=f"{lines}Next: fill in what says TO DO (2 of 2 files): claimgraph check\n", err=""
    )
    assert checkout.read(paths[0]) == FAIR
    assert checkout.read(paths[1]).endswith(
        "counts_against:\n  - claim: fares-are-fair\n    # TO DO: Why this is a reason against it.\n    because:\n"
    )
    found = checkout.run("check").out
    for empty in ("kind", "scope.place", "scope.period", "quotes[1].source", "quotes[1].exact"):
        assert f"error[wrong-value]: {empty} is empty" in found
    assert f"{paths[1]}:4:7: error[wrong-value]: title is empty" in found


@pytest.mark.parametrize("form", ["argdown", "aif"])
def test_what_was_exported_comes_back(checkout: Checkout, tmp_path: Path, form: str) -> None:
    assert checkout.run("export", form, "--output", tmp_path).status == 0
    claims = [path for path in checkout.root.glob("claims/*/*.yml") if not path.name.startswith("_")]
    for path in claims:
        path.unlink()
    (file,) = (path for path in tmp_path.iterdir() if path.name.startswith("claims."))
    shown = checkout.run("import", file)
    assert (shown.status, shown.err, len(shown.out.splitlines())) == (0, "", len(claims))
    assert checkout.run("check") == Said(status=0, out="", err=CLEAN)


def test_nothing_is_overwritten(checkout: Checkout, tmp_path: Path) -> None:
    checkout.run("export", "aif", "--output", tmp_path)
    before = checkout.files()
    shown = checkout.run("import", tmp_path / "claims.aif.json")
    error = "the id 'count-leaves-out' is taken: claims/buses/count-leaves-out.yml"
    assert shown == Said(status=2, out="", err=f"claimgraph import: {error}\n")
    assert checkout.files() == before


@pytest.mark.parametrize(
    ("written", "error"),
    [
        (("a.txt", ""), "'FILE' is none of: .argdown, .ad, .json"),
        (("a.json", "{"), "cannot read 'FILE': it is no JSON"),
        (("a.ad", ""), "there is no statement in 'FILE'"),
        (("a.ad", "\udce9"), "'FILE' is not in UTF-8"),
        (("a.ad", "[b]: c"), "'b' has no topic: --topic TOPIC; there are: buses, fares"),
        (("a.ad", "[b]: c", "--topic", "bus"), "there is no topic 'bus' (did you mean 'buses'?); begin it, or name "),
        (("a.ad", '[b]: c {topic: "../x"}'), "'../x' cannot be an id: "),
        (("a.ad", "[same-timetable]: c", "--topic", "buses"), "the id 'same-timetable' is a former id of "),
    ],
)
def test_wrong_use(checkout: Checkout, tmp_path: Path, written: tuple[str, ...], error: str) -> None:
    name, text, *arguments = written
    file = tmp_path / name
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    before = checkout.files()
    shown = checkout.run("import", file, *arguments)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith(f"claimgraph import: {error.replace('FILE', str(file))}")
    assert checkout.files() == before


def test_file_that_is_not_there(checkout: Checkout, tmp_path: Path) -> None:
    shown = checkout.run("import", tmp_path / "none.ad")
    assert shown.err == f"claimgraph import: cannot read '{tmp_path / 'none.ad'}': No such file or directory\n"


def test_what_is_left_out_is_told(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "a.ad").write_text("[b]: c\n  <_ d\n", encoding="utf-8")
    shown = checkout.run("import", tmp_path / "a.ad", "--topic", "buses")
    assert shown.err == "note: left out: the undercut of 'b', which is a reason for nothing\n"


RECORDS = """@book{Smith2021, title = {Buses}, author = {Smith, Ann}, year = 2021, abstract = {x}}
@misc{9lives, author = {{The Board}}}
"""


def test_records_become_sources(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(RECORDS, encoding="utf-8")
    assert checkout.run("import", tmp_path / "a.bib") == Said(
        status=0,
        out="sources/smith2021.yml\nsources/source-9lives.yml\n"
        "Next: fill in what says TO DO (1 of 2 files): claimgraph check\n",
        err="note: left out: of sources/smith2021.yml: abstract\n",
    )
    assert checkout.read("sources/smith2021.yml") == (
        "# yaml-language-server: $schema=source.schema.json\ntype: book\ntitle: Buses\n"
        "author:\n  - family: Smith\n    given: Ann\nissued: 2021\ndepth: none\n"
    )
    again = checkout.run("import", tmp_path / "a.bib")
    assert again == Said(
        status=2, out="", err="claimgraph import: the id 'smith2021' is taken: sources/smith2021.yml\n"
    )


def test_records_have_no_topic(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(RECORDS, encoding="utf-8")
    said = "--topic is for an argument map, and this file has records of references"
    assert checkout.run("import", tmp_path / "a.bib", "--topic", "buses").err == f"claimgraph import: {said}\n"


def test_what_reads_records_may_not_be_installed(
    checkout: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.ris"
    file.write_text("TY  - BOOK\nTI  - Buses\nER  -\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "claimgraph.importing.ris", None)
    said = f"cannot read '{file}': what reads .ris is not installed; type `make intake`"
    assert checkout.run("import", file) == Said(status=2, out="", err=f"claimgraph import: {said}\n")
