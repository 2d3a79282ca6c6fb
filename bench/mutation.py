"""Changes the code in small ways, one at a time, and tells which changes no test notices: `python -m bench.mutation`.

Mutmut makes the changes and runs the tests; `pyproject.toml` says of which modules, and by which tests. It wants the
code in a folder `src/`, and copies what it works on: so it works in a folder of its own, made anew each time. Each
function's mutants are numbered from 1: those are tried whose number ends in one of some digits.

What a module makes as it is imported is made before Mutmut chooses a mutant: `AT_IMPORT` are tried in new processes.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT: Final = Path(__file__).parents[1]
WORKSHOP: Final = ROOT / ".cache" / "mutation"
STAGED: Final = ("claims", "docs", "mkdocs.yml", "pyproject.toml", "site_overrides", "sources", "tests", "voices")
DIGITS: Final = "15"
"""A fifth of the mutants: what half an hour has time for."""
AT_IMPORT: Final = ("claimgraph.captures.folding.x__plain__", "claimgraph.captures.folding.x__of__")

_MEMORY: Final = 4 << 30
"""Bytes of address space: an endless loop that gathers things is stopped before the machine is full."""
_UNNOTICED: Final = ("survived", "no tests")
_UNTRIED: Final = "not checked"


def main() -> int:
    """Run, and print the score of each module and what nothing noticed; 1 if mutmut could not run."""
    asked = argparse.ArgumentParser(prog="python -m bench.mutation", description=__doc__)
    asked.add_argument("--digits", default=DIGITS, help=f"last digits of the mutants to try (default: {DIGITS})")
    asked.add_argument("mutants", nargs="*", help="mutants to try in their place, by name; * stands for anything")
    options = asked.parse_args()
    _stage()
    tried = options.mutants or [f"*[{options.digits}]"]
    if _mutmut("run", "--max-children", "1", *tried, stdout=None).returncode != 0:
        return 1
    told = {
        name: _status_at_import(name) if name.startswith(AT_IMPORT) else status
        for name, status in _told(_mutmut("results", "--all", "true").stdout)
    }
    print(_table(told))
    for name in (name for name, status in told.items() if status in _UNNOTICED):
        print(_mutmut("show", name).stdout)
    return 0


def _stage() -> None:
    shutil.rmtree(WORKSHOP, ignore_errors=True)
    WORKSHOP.mkdir(parents=True)
    WORKSHOP.joinpath("src").symlink_to(ROOT / "scripts")
    for name in STAGED:
        WORKSHOP.joinpath(name).symlink_to(ROOT / name)


def _mutmut(*arguments: str, stdout: int | None = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("mutmut")
    return subprocess.run(
        [program, *arguments], cwd=WORKSHOP, stdout=stdout, text=True, check=False, preexec_fn=_hold_memory
    )


def _status_at_import(name: str) -> str:
    command = [sys.executable, "-m", "pytest", "--rootdir=.", "-q", "-x", "--hypothesis-profile=mutation"]
    tested = subprocess.run(
        [*command, "tests/captures"],
        cwd=WORKSHOP / "mutants",
        env=os.environ | {"MUTANT_UNDER_TEST": name, "PYTHONPATH": "src"},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return "survived" if tested.returncode == 0 else "killed"


def _hold_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _told(results: str) -> Iterator[tuple[str, str]]:
    """Yield the name and status of each mutant that was tried."""
    for line in results.splitlines():
        name, _, status = line.strip().partition(": ")
        if status and status != _UNTRIED:
            yield name, status


def _table(told: Mapping[str, str]) -> str:
    by_module: defaultdict[str, list[str]] = defaultdict(list)
    for name, status in told.items():
        by_module[name.rpartition(".")[0].removeprefix("claimgraph.")].append(status)
    rows = [_row(module, statuses) for module, statuses in sorted(by_module.items())]
    return "\n".join(["module | tried | noticed | score", "---|---|---|---", *rows, _row("all", told.values())])


def _row(module: str, statuses: Iterable[str]) -> str:
    counts = Counter(status not in _UNNOTICED for status in statuses)
    return f"{module} | {counts.total()} | {counts[True]} | {counts[True] / counts.total():.1%}"


if __name__ == "__main__":
    sys.exit(main())
