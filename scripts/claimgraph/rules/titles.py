"""The rule about titles that are nearly the same."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from claimgraph.findings import Severity
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NEAR: Final = 90
"""From which likeness of 100 on two titles are nearly the same."""

_RARE: Final = 3
"""How many of a title's rarest words lead to the titles that it is compared with."""

_NEIGHBOURS: Final = 12
"""With how many titles of one rare word each is compared: those that follow in the alphabet."""

_NUMBER: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"\w+")


@rule(Severity.WARNING)
def near_duplicate_title(examined: Examined) -> Iterator[Problem]:
    """Titles of two claims differ by more than a letter or a word.

    A nearly equal title mostly means the same claim in a second file. Titles whose numbers differ are not compared.

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
    """Return the ids of titles that are nearly the same, each pair once, in order of the alphabet.

    Only titles that share a rare word and all their numbers are compared (blocking, as in record linkage), and of many
    that share one, only those near each other in the alphabet, so that time grows with the number of titles and hardly
    faster. A pair of which every word is spelt differently may be missed.
    """
    plain = {id_: " ".join(title.casefold().split()) for id_, title in titles.items()}
    pairs: set[tuple[str, str]] = set()
    for ids in _blocks(plain):
        ordered = sorted(ids, key=plain.__getitem__)
        texts = [plain[id_] for id_ in ordered]
        for index, text in enumerate(texts):
            following = texts[index + 1 : index + 1 + _NEIGHBOURS]
            for _, _, step in process.extract(text, following, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None):
                one, other = ordered[index], ordered[index + 1 + step]
                pairs.add((one, other) if one < other else (other, one))
    return pairs


def _blocks(plain: Mapping[str, str]) -> Iterable[list[str]]:
    """Return the ids of titles that share a rare word and all numbers."""
    words = {id_: set(_WORD.findall(title)) for id_, title in plain.items()}
    counts = Counter(word for inside in words.values() for word in inside)
    blocks: dict[tuple[str, str], list[str]] = {}
    for id_, inside in words.items():
        numbers = " ".join(_NUMBER.findall(plain[id_]))
        shared = [word for word in inside if counts[word] > 1]
        for word in sorted(shared, key=lambda word: (counts[word], word))[:_RARE]:
            blocks.setdefault((word, numbers), []).append(id_)
    return (ids for ids in blocks.values() if len(ids) > 1)
