"""Measures checking and building on invented corpora, compared with Hugo: `make bench`, or `python -m bench --help`."""

from __future__ import annotations

import argparse
import compileall
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.hugo import MISSING, hugo
from bench.measuring import CommandError, measure, median
from bench.plan import Place, claimgraph, measured
from bench.report import report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REPOSITORY: Final = Path(__file__).resolve().parents[1]
_QUICK: Final = ("--sizes", "1000", "--runs", "1")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its report. Return 0 even if targets are missed, 1 if a command fails."""
    options = _options(arguments)
    program = hugo()
    if program is None:
        print(MISSING)
    machine = f"{os.cpu_count()} processors, load average {os.getloadavg()[0]:.1f} at the start"
    compileall.compile_dir(REPOSITORY / "scripts", quiet=1)  # else the first command would pay for it
    with _folder(options.keep) as folder:
        places = [Place(folder=folder / str(size), size=size, program=program) for size in sorted(set(options.sizes))]
        try:
            found = [measured(place, options.runs, _say) for place in places]
            _say("the repository's own claims: check")
            own = median([measure(claimgraph(REPOSITORY, "check"), accepted=(0, 1)) for _ in range(options.runs)])
        except CommandError as error:
            print(f"failed: {error}", file=sys.stderr)
            return 1
    print(report(found, own, machine), end="")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=_positive, nargs="+", default=[1_000, 10_000], metavar="N", help="claims")
    parser.add_argument("--runs", type=_positive, default=3, metavar="N", help="runs of each command (default 3)")
    parser.add_argument("--quick", action="store_true", help=f"the same as {' '.join(_QUICK)}: about a minute")
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="keep the corpora and sites here; what is there already is used again"
    )
    options = parser.parse_args(arguments)
    return parser.parse_args(_QUICK, options) if options.quick else options


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


def _say(step: str) -> None:
    print(step, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
