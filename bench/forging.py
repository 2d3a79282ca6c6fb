"""Tries to forge quotes: invented phrases against every capture of the repository, `python -m bench.forging --help`.

Each phrase has five words, so one digest decides. None may be found. The first 32 bits of each digest are looked up as
well: their hits show how many phrases would be found with digests of that length.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.captures.digests import WIDTH, Digester
from claimgraph.captures.store import captured, read_captures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimgraph.captures.capture import Capture

REPOSITORY: Final = Path(__file__).resolve().parents[1]
GUESSES: Final = 10**12
"""The number of phrases a second that a forger is assumed to try."""
_SHORT: Final = 4
_YEAR: Final = 365.25 * 24 * 3600
_WHO: Final = (
    "The RMT",
    "Harbour Board",
    "Harbour Digital",
    "The council",
    "The government",
    "Most drivers",
    "Our service",
)
_WHAT: Final = "harmed concealed lost refused abandoned misled overcharged ignored dismissed invented".split()
_WHOM: Final = "patients deaths complaints records referrals therapists families reports appointments results".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The result of a trial: `whole` and `short` are the numbers of phrases with a window's digest or its beginning."""

    phrases: int
    windows: int
    seconds: float
    whole: int
    short: int


def phrases(number: int) -> Iterator[str]:
    """Yield distinct phrases of five words, each with its own number; always the same ones."""
    chance = random.Random(0)  # noqa: S311  the same phrases every time
    for count in itertools.islice(itertools.count(1), number):
        who = chance.choice(_WHO)
        rest = "" if " " in who else " in all"
        phrase = f"{who} {chance.choice(_WHAT)} {chance.choice(('', 'some '))}{count:,} {chance.choice(_WHOM)}{rest}"
        yield " ".join(phrase.split()[:5])


def forged(captures: Mapping[str, Capture], number: int) -> Found:
    """Try phrases against every window of the captures, in every reading of a word that a line end breaks."""
    known = {capture.source: _digests(capture) for capture in captures.values()}
    short = {source: {digest[:_SHORT] for digest in digests} for source, digests in known.items()}
    digesters = {source: Digester(source) for source in known}
    whole = clipped = 0
    begun = time.perf_counter()
    for phrase in phrases(number):
        for source, digester in digesters.items():
            digest = digester.of(phrase)
            if digest[:_SHORT] in short[source]:
                clipped += 1
                whole += digest in known[source]
    seconds = time.perf_counter() - begun
    windows = sum(map(len, known.values()))
    return Found(phrases=number, windows=windows, seconds=seconds, whole=whole, short=clipped)


def _digests(capture: Capture) -> frozenset[bytes]:
    passing = b"".join(each.windows for each in capture.interruptions)
    windows = capture.windows + passing
    found = {windows[at : at + WIDTH] for at in range(0, len(windows), WIDTH)}
    return frozenset(found.union(*capture.others.values()))


def report(found: Found) -> str:
    """Return the result in lines, with the time that a forgery would take."""
    bits = WIDTH * 8
    years = 2**bits / found.windows / GUESSES / _YEAR
    return (
        f"{found.phrases:,} invented phrases against {found.windows:,} windows in {found.seconds:.0f} s:\n"
        f"  {found.whole} have a digest of {bits} bits that stands in a capture\n"
        f"  {found.short} have its first {_SHORT * 8} bits\n"
        f"A forger who tries {GUESSES:,} phrases a second finds one in {years:,.0f} years on average\n"
        f"(2^{bits} / {found.windows:,} windows / {GUESSES:,} a second).\n"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Try and print the result. Return 1 if a phrase was found."""
    parser = argparse.ArgumentParser(prog="python -m bench.forging", description=__doc__)
    parser.add_argument("--phrases", type=int, default=10_000_000, metavar="N", help="how many (default 10,000,000)")
    options = parser.parse_args(arguments)
    captures = read_captures(REPOSITORY, dict.fromkeys(captured(REPOSITORY), ())).by_source
    found = forged(captures, options.phrases)
    print(report(found), end="")
    return 1 if found.whole else 0


if __name__ == "__main__":
    raise SystemExit(main())
