"""Changes the code in small ways, one by one, and lists the changes that no test notices: `python -m bench.mutation`.

Mutmut makes the changed copies of the code, the mutants, and finds the tests that reach each function; `pyproject.toml`
has the modules and the tests. Mutmut needs the code in a folder `src/` and copies what it reads, so it works in a new
folder of its own each time. The mutants of a function are numbered from 1; those whose number ends in one of some
digits are tried.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from bench.mutants import NOTICED, Trial

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / ".cache" / "mutation"
CONFIGURATION: Final = "pyproject.toml"
STAGED: Final = ("claims", "docs", "mkdocs.yml", CONFIGURATION, "site_overrides", "sources", "tests", "voices")
DIGITS: Final = "15"

_FIRST: Final = "claimgraph.captures.digests.xǁDigesterǁof__mutmut_1"
"""The mutant that Mutmut itself tries: without one, it neither makes mutants nor looks at the tests."""


def main() -> int:
    """Try the mutants, and print each module's score and all unnoticed mutants. Return 1 if the trial failed."""
    asked = argparse.ArgumentParser(prog="python -m bench.mutation", description=__doc__)
    asked.add_argument("--digits", default=DIGITS, help=f"last digits of the mutants to try (default: {DIGITS})")
    asked.add_argument("--only", default="", help="a part of the names of the mutants to try")
    options = asked.parse_args()
    _stage()
    if _mutmut("run", "--max-children", "1", _FIRST).returncode != 0:
        return 1
    chosen = {
        name: tests for name, tests in _mutants() if name.endswith(tuple(options.digits)) and options.only in name
    }
    found = _tried(chosen)
    if found.keys() != chosen.keys():
        return 1
    print(table(found))
    for name in (name for name, status in found.items() if status != NOTICED):
        print(f"\n{found[name]}:")
        _mutmut("show", name)
    return 0


def _stage() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    FOLDER.joinpath("src").symlink_to(ROOT / "scripts")
    for name in STAGED:
        FOLDER.joinpath(name).symlink_to(ROOT / name)


def _mutmut(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([Path(sys.executable).with_name("mutmut"), *arguments], cwd=FOLDER, check=False)


def _mutants() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the name of each mutant with the tests that reach its function, the fastest first."""
    known = json.loads((FOLDER / "mutants/mutmut-stats.json").read_text("utf-8"))
    seconds, reached = known["duration_by_test"], known["tests_by_mangled_function_name"]
    for path in sorted((FOLDER / "mutants/src").rglob("*.meta")):
        for name in json.loads(path.read_text("utf-8"))["exit_code_by_key"]:
            tests = reached.get(name.rpartition("__mutmut_")[0], ())
            yield name, tuple(sorted(tests, key=lambda test: (seconds[test], test)))


def _tried(chosen: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Return the result of each mutant; some are missing if pytest failed."""
    settings = tomllib.loads((ROOT / CONFIGURATION).read_text("utf-8"))["tool"]["mutmut"]
    arguments = [*settings["pytest_add_cli_args"], *settings["pytest_add_cli_args_test_selection"]]
    os.chdir(FOLDER / "mutants")
    sys.path.insert(0, str(Path("src").resolve()))
    os.environ["PYTHONPATH"] = sys.path[0]
    os.environ["MUTANT_UNDER_TEST"] = ""
    trial = Trial(tests=chosen)
    pytest.main(["--rootdir=.", "-q", *arguments], plugins=[trial])
    return trial.found


def table(found: Mapping[str, str]) -> str:
    """Return a table with the numbers of tried and of noticed mutants of each module."""
    by_module: defaultdict[str, list[str]] = defaultdict(list)
    for name, status in found.items():
        by_module[name.rpartition(".")[0].removeprefix("claimgraph.")].append(status)
    rows = [_row(module, statuses) for module, statuses in sorted(by_module.items())]
    return "\n".join(["module | tried | noticed | score", "---|---|---|---", *rows, _row("all", found.values())])


def _row(module: str, statuses: Iterable[str]) -> str:
    counts = Counter(status == NOTICED for status in statuses)
    return f"{module} | {counts.total()} | {counts[True]} | {counts[True] / counts.total():.1%}"


if __name__ == "__main__":
    sys.exit(main())
