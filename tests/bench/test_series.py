"""Commands in series: cold first, then warm, with a claim edited where that is asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from bench.edits import EDITS, editable, edited
from bench.measured import Work
from bench.measuring import CommandError
from bench.series import Series, Step, run_series

if TYPE_CHECKING:
    from pathlib import Path

BUILD = """
import pathlib, sys
root = pathlib.Path(sys.argv[1])
for claim in sorted(root.glob("claims/*/[!_]*.yml")):
    page = root / "site" / "claims" / claim.stem / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(claim.read_text().splitlines()[1])
    print(page.read_text())
print((root / "cache").exists())
(root / "cache").mkdir(exist_ok=True)
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "claims/buses").mkdir(parents=True)
    for number in range(4):
        text = f"kind: factual\ntitle: Buses {number}\nnote: buses\n"
        (tmp_path / f"claims/buses/buses-{number}.yml").write_text(text, encoding="utf-8")
    (tmp_path / "claims/buses/_topic.yml").write_text("title: Buses\n", encoding="utf-8")
    return tmp_path


def series(checkout: Path, command: str) -> Series:
    build = (sys.executable, "-c", command, str(checkout))
    return Series(
        removed=(checkout / "cache", checkout / "site"),
        steps=(
            Step(work=Work.BUILD, command=build),
            Step(work=Work.BUILD_EDIT, command=build, follows_edit=True, writes=checkout / "site"),
        ),
    )


def test_the_first_step_is_cold_and_the_next_one_warm_after_an_edit(checkout: Path) -> None:
    for run in (0, 1):
        costs = dict(run_series(series(checkout, BUILD), checkout, run))
        titles = [f"title: Buses {number}" for number in range(4)]
        assert costs[Work.BUILD].said.splitlines() == [*titles, "False"]
        titles[run] = f"title: BUSES {run}"
        assert costs[Work.BUILD_EDIT].said.splitlines() == [*titles, "True"]


def test_a_page_that_does_not_follow_an_edit_is_a_failure(checkout: Path) -> None:
    once = BUILD.replace("page.write_text", "page.exists() or page.write_text")
    each = series(checkout, once)
    with pytest.raises(CommandError) as failure:
        list(run_series(each, checkout, 0))
    assert str(failure.value) == (
        f"{' '.join(each.steps[1].command)}\n"
        f"{checkout}/claims/buses/buses-0.yml was edited, and its page stayed as it was"
    )


def test_prepared_before_the_first_run_alone(checkout: Path) -> None:
    prepared: list[str] = []
    each = Series(steps=(), prepare=lambda: prepared.append("once"))
    for run in range(3):
        assert list(run_series(each, checkout, run)) == []
    assert prepared == ["once"]


def test_a_step_that_prints_the_cost_of_its_parts(checkout: Path) -> None:
    command = (sys.executable, "-c", """print('[{"wall": 1.5, "cpu": 1.25}]')""")
    each = Series(steps=(Step(work=Work.ANALYSIS, command=command, prints_parts=True),))
    ((work, cost),) = run_series(each, checkout, 0)
    assert (work, cost.wall, cost.cpu) == (Work.ANALYSIS, 1.5, 1.25)


def test_edited_claims_get_their_titles_back(checkout: Path) -> None:
    claims = editable(checkout)
    assert [claim.name for claim in claims] == [f"buses-{number}.yml" for number in range(EDITS)]
    text = claims[1].read_text(encoding="utf-8")
    with edited(claims[1]):
        assert claims[1].read_text(encoding="utf-8") == "kind: factual\ntitle: BUSES 1\nnote: buses\n"
    assert claims[1].read_text(encoding="utf-8") == text
