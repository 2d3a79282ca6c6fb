"""Measures checking and building beside Hugo on invented corpora: `make bench`, or `python -m bench --help`."""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.hugo import MISSING, command, hugo
from bench.measuring import CommandError, Cost, measure, median
from bench.output_size import output_size
from bench.report import Measured, report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

REPOSITORY: Final = Path(__file__).resolve().parents[1]
_PYTHON: Final = sys.executable


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its report. Return 0 even where targets are missed, 1 where a command fails."""
    options = _options(arguments)
    program = hugo()
    if program is None:
        print(MISSING)
    with _folder(options.keep) as folder:
        try:
            measured = [_measured(folder / str(size), size, options.runs, program) for size in sorted(options.sizes)]
            _tell("the repository's own claims: check")
            own = median([measure(_claimgraph(REPOSITORY, "check"), accepted=(0, 1)) for _ in range(options.runs)])
        except CommandError as error:
            print(f"failed: {error}", file=sys.stderr)
            return 1
    print(report(measured, own), end="")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=_positive, nargs="+", default=[1_000, 10_000], metavar="N", help="claims")
    parser.add_argument("--runs", type=_positive, default=3, metavar="N", help="runs of each command (default 3)")
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="keep the corpora and sites here; what is there already is used again"
    )
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        yield keep.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="claimgraph-bench-") as folder:
        yield Path(folder)


def _measured(folder: Path, size: int, runs: int, program: str | None) -> Measured:
    """Write a corpus, then run our commands and Hugo in turn, so that both meet the same noise."""
    checkout, pages = folder / "checkout", folder / "hugo"
    words = _written(folder, size)
    commands = {
        "check": _claimgraph(checkout, "check", "--strict"),
        "build": _claimgraph(checkout, "build", "--strict"),
        "edit": (_PYTHON, "-m", "bench.editing", str(checkout)),
        "analysis": (_PYTHON, "-m", "bench.analysing", str(checkout)),
        **({"hugo": command(program, pages)} if program else {}),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for run in range(runs):
        for name in commands if run % 2 == 0 else reversed(commands):
            for made in (checkout / "site", pages / "public", pages / "resources", pages / "cache"):
                if name in {"build", "hugo"} and (made.parent == pages) == (name == "hugo"):
                    shutil.rmtree(made, ignore_errors=True)
            cost = measure(commands[name])
            costs[name].append(cost)
            _tell(f"{size:,} claims, run {run + 1} of {runs}: {name} {cost.wall:.2f} s, CPU {cost.cpu:.2f} s")
    return Measured(
        size=size,
        words=words,
        check=median(costs["check"]),
        build=median(costs["build"]),
        edit=_edit(costs["edit"]),
        analysis=_inner([json.loads(run.said) for run in costs["analysis"]], median(costs["analysis"]).peak),
        hugo=median(costs["hugo"]) if program else None,
        output=output_size(checkout / "site"),
        hugo_output=output_size(pages / "public") if program else None,
    )


def _written(folder: Path, size: int) -> str:
    """Write the corpus of a size unless it is there; return how many words a page has."""
    note = folder / "words"
    if not note.is_file():
        shutil.rmtree(folder, ignore_errors=True)
        _tell(f"{size:,} claims: writing them")
        words = measure((_PYTHON, "-m", "bench.writing", str(size), str(folder))).said.strip()
        note.write_text(words, encoding="utf-8")
    return note.read_text(encoding="utf-8").strip()


def _claimgraph(root: Path, *arguments: str) -> tuple[str, ...]:
    return (_PYTHON, "-m", "claimgraph", "--root", str(root), *arguments)


def _edit(runs: Sequence[Cost]) -> Cost:
    """Return what one edit cost: the median of all edits of all runs; the memory is that of the whole preview."""
    return _inner([edit for run in runs for edit in json.loads(run.said)], median(runs).peak)


def _inner(parts: Sequence[Mapping[str, float]], peak: int) -> Cost:
    """Return the median of what parts of a process cost by their own account, with the memory of all of it."""
    return Cost(
        wall=statistics.median(part["wall"] for part in parts),
        cpu=statistics.median(part["cpu"] for part in parts),
        peak=peak,
    )


def _tell(step: str) -> None:
    print(step, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
