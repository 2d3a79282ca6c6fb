"""Which claims and theses stand otherwise, and what makes them; the debates are written as in `tests.standing`."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimgraph.changes.comparison import Changes
from claimgraph.changes.formats import as_text
from claimgraph.changes.standings import changed_standings
from claimgraph.model.verdict import Outcome, Verdict
from tests.changes.states import argued, changes, edited
from tests.standing.invented import chance, invented

if TYPE_CHECKING:
    from claimgraph.changes.standings import StandingChange

CASES = (Path(__file__).parent / "standings.txt").read_text("utf-8").split("\n\n")
"""Each has a title; a debate, in which `-` and `+` begin what only the earlier or later state has; what is told."""


def shown(found: tuple[StandingChange, ...]) -> str:
    """Return what is told of some changes, without the notes of sections."""
    told = as_text(Changes(captures=(), comparisons=(), standings=found, records=(), effects=(), new=(), gone=()))
    return "".join(line for line in told.splitlines(keepends=True) if line.strip() and not line.startswith("  ("))


def compared(lines: list[str]) -> tuple[StandingChange, ...]:
    """Return what changes where some lines of a debate have `-` or `+`."""
    before, after = ([line.removeprefix(sign) for line in lines if line[0] != other] for sign, other in ("-+", "+-"))
    return changed_standings(argued("\n".join(before)), argued("\n".join(after)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.partition("\n")[0].removeprefix("# "))
def test_cases(case: str) -> None:
    _, _, rest = case.partition("\n")
    debate, _, told = rest.partition("\n=\n")
    assert shown(compared(debate.split("\n"))) == f"{told.strip()}\n"


def test_a_quote_that_is_no_longer_verified() -> None:
    before = argued("late*:\nfull: Ben\nfull -| late")
    after = replace(before, verdicts={("full", 0): Verdict(outcome=Outcome.ABSENT)})
    expected = """\
Theses that change
  late loses its last reason against it: “Reasons against it only” became “No reasons recorded”, because full, which \
counts against it, is now “No evidence recorded”, since a quote that asserts full is no longer verified (voice: Ben)
      reasons for it: none, as before
      reasons against it: 1 voice (Ben) became none
Other claims that change
  full: “Not disputed here” became “No evidence recorded”, because a quote that asserts it is no longer verified \
(voice: Ben)
"""
    assert shown(changed_standings(before, after)) == expected
    again = shown(changed_standings(after, before)).splitlines()
    assert again[-1] == (
        "  full: “No evidence recorded” became “Not disputed here”, because a quote that asserts it is verified now, "
        "and was not before (voice: Ben)"
    )


def test_renamed_claims_stand_as_before(tmp_path: Path) -> None:
    def rename(root: Path) -> None:
        for path in sorted(root.glob("claims/**/*.yml")):
            path.write_text(path.read_text("utf-8").replace("half-late", "late"), "utf-8")
        with (root / "claims/buses/half-late.yml").open("a", encoding="utf-8") as file:
            file.write("aliases: [half-late]\n")
        (root / "claims/buses/half-late.yml").rename(root / "claims/buses/late.yml")

    assert changes(tmp_path, rename).standings == ()


def test_a_claim_that_cannot_be_read_any_more(tmp_path: Path) -> None:
    found = changes(tmp_path, edited("claims/buses/count-leaves-out.yml", "kind: factual", "kind: fact"))
    assert (
        shown(found.standings)
        == """\
Theses that change
  half-late: “Reasons for it only” became “Reasons on both sides”, because target-met, which it opposes, is now “Not \
disputed here”, since count-leaves-out, which undercut target-met’s quote every-month, cannot be read any more (voice: \
A driver at the hearing of 2021)
      reasons for it: 2 voices (A driver at the hearing of 2021 and Harbour News), as before
      reasons against it: none, and 1 answered became 1 voice (The council)
Other claims that change
  target-met: “Contradicted, with no reply here” became “Not disputed here”, because count-leaves-out, which undercut \
its quote every-month, cannot be read any more (voice: A driver at the hearing of 2021)
"""
    )


@pytest.mark.parametrize("seed", range(200))
def test_whatever_link_comes_or_goes_something_is_told(seed: int) -> None:
    """Between two claims there is one link at most, as the check asks."""
    lot, joined, lines = chance("link", seed), set[frozenset[str]](), list[str]()
    for line in invented(seed).split("\n"):
        link = re.fullmatch(r"(\w)(?: \+ \w)* (?:->|-\||x|%|=) (\w)", line)
        pair = frozenset(link.groups()) if link else frozenset()
        if not link or (len(pair) == 2 and pair not in joined):
            lines.append(line)
            joined.add(pair)
    links = [line for line in lines if ":" not in line]
    changed = lot.choice(links) if links else ""
    for change in compared([f"{lot.choice('+-')}{line}" if line == changed else line for line in lines]):
        assert change.because or change.pro.because or change.con.because, change
