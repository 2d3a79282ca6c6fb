"""What is measured at one size: the order of commands, and what each of them begins with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bench import plan, series
from bench.hugo import SINGLE
from bench.measured import Measured, Work
from bench.measuring import Cost
from bench.plan import Place, measured

if TYPE_CHECKING:
    from collections.abc import Sequence

OURS = [
    "check",
    "check cached",
    "check cached edited",
    "build",
    "build cached edited",
    "editing cached",
    "analysing cached",
]
COMMANDS = ("check", "build", "editing", "analysing")
HUGOS = ["hugo", "hugo-same-bytes"]


class Machine:
    """Stands for the commands: each writes what it would, and what it began with is noted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ran: list[str] = []

    def run(self, command: Sequence[str]) -> Cost:
        """Run a command."""
        if "bench.writing" in command:
            self._write("checkout/claims/buses/buses.yml", "title: Buses\n")
            self._write("hugo/content/claims/buses.md", "")
            self._write("hugo/config.toml", "")
            self._write("hugo/static/style.css", "")
            self._write(f"hugo/{SINGLE}", "<article></article>")
            self._write("words", "139")
        elif command[0] == "hugo":
            pages = Path(command[2])
            self._note(pages.name, {"stale": pages / "public"})
            self._write(f"{pages.name}/public/claims/buses/index.html", (pages / SINGLE).read_text(encoding="utf-8"))
        else:
            self._ours(next(name for name in COMMANDS if {name, f"bench.{name}"} & {*command}))
        return Cost(wall=1, cpu=1, peak=1, said='[{"wall": 2, "cpu": 2}]')

    def _ours(self, name: str) -> None:
        checkout = self.folder / "checkout"
        claim = (checkout / "claims/buses/buses.yml").read_text(encoding="utf-8")
        self._note(name, {"cached": checkout / ".cache"}, is_edited=claim != "title: Buses\n")
        self._write("checkout/.cache/claimgraph/kept", "")
        if name == "build":
            self._write("checkout/site/claims/buses/index.html", claim * 10)

    def _note(self, name: str, found: dict[str, Path], *, is_edited: bool = False) -> None:
        there = [word for word, path in found.items() if path.exists()]
        self.ran.append(" ".join([name, *there, *(["edited"] if is_edited else [])]))

    def _write(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    for module in (plan, series):
        monkeypatch.setattr(module, "measure", machine.run)
    return machine


def run(machine: Machine, runs: int, program: str | None) -> tuple[Measured, list[str]]:
    said: list[str] = []
    place = Place(folder=machine.folder, size=1_000, program=program)
    return measured(place, runs, said.append), said


def test_cold_commands_begin_without_a_cache_and_every_other_run_goes_backwards(machine: Machine) -> None:
    found, said = run(machine, 2, "hugo")
    assert machine.ran[:9] == [*OURS, *HUGOS]
    assert machine.ran[9:] == [*reversed(HUGOS), *OURS[5:][::-1], *OURS[3:5], *OURS[:3]]
    assert list(found.runs[0]) == list(Work)
    assert [set(costs) for costs in found.runs] == [set(Work), set(Work)]
    assert {work: site.total for work, site in found.sites.items()} == {
        Work.BUILD: 130,
        Work.HUGO: 19,
        Work.HUGO_SAME: 130,
    }
    assert (found.size, found.words) == (1_000, "139")
    assert said[:2] == ["1,000 claims: writing them", "1,000 claims, run 1 of 2: check, cold: 1.00 s, CPU 1.00 s"]
    assert found.runs[0][Work.PREVIEW_EDIT] == Cost(wall=2, cpu=2, peak=1)


def test_without_hugo_and_with_a_corpus_that_is_there(machine: Machine) -> None:
    run(machine, 1, None)
    found, said = run(machine, 1, None)
    assert machine.ran == [*OURS, *OURS]
    assert set(found.runs[0]) == set(Work) - {Work.HUGO, Work.HUGO_SAME}
    assert set(found.sites) == {Work.BUILD}
    assert said[0] == "1,000 claims, run 1 of 1: check, cold: 1.00 s, CPU 1.00 s"
