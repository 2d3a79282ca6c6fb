"""The rule about nearly equal titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.rules.blocking import similar_pairs
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NEAR: Final = 90
"""The similarity, of 100, from which on two titles are nearly equal."""

_RARE: Final = 3
"""A title is compared with titles that share one of this many of its rarest words."""

_NEIGHBOURS: Final = 12
"""With how many of the following titles that share a rare word each title is compared."""

_NUMBER: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"\w+")


@rule(Severity.WARNING, words=("title",))
def near_duplicate_title(examined: Examined) -> Iterator[Problem]:
    """The titles of two claims differ by more than a letter or a word.

    A nearly equal title mostly means that one claim is in two files. Titles with different numbers are not compared.

    Bad:

        title: Buses were late
        title: Buses are late

    Good:

        title: Buses were late
        title: Half of the buses came after ten minutes
    """
    claims = examined.corpus.claims
    pairs = near_pairs({id_: claim.record.title for id_, claim in claims.items()})
    nearest: dict[str, str] = {}
    for first, second in sorted(pairs):
        nearest.setdefault(second, first)
    for second, first in nearest.items():
        yield Problem(
            at=claims[second].at("title"),
            message=f"the title is nearly that of '{first}': {claims[first].record.title}",
            hint="if it is the same claim, add to that file; if not, let the title say what differs",
        )


def near_pairs(titles: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the ids of nearly equal titles, each pair once, in alphabetical order.

    A pair in which every word is spelt differently is not found.
    """
    plain = {id_: " ".join(title.casefold().split()) for id_, title in titles.items()}
    words = {id_: set(_WORD.findall(title)) for id_, title in plain.items()}
    numbers = {id_: " ".join(_NUMBER.findall(title)) for id_, title in plain.items()}
    return similar_pairs(plain, words, numbers, rare=_RARE, neighbours=_NEIGHBOURS, score=NEAR)
