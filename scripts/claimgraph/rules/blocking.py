"""Finds pairs of similar texts without comparing every two (blocking, as in record linkage)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def similar_pairs(  # noqa: PLR0913
    texts: Mapping[str, str],
    words: Mapping[str, Collection[str]],
    numbers: Mapping[str, str],
    *,
    rare: int,
    neighbours: int,
    score: int,
) -> set[tuple[str, str]]:
    """Return the ids of similar texts, each pair once, in alphabetical order.

    Only texts that share a rare word and all numbers are compared, and of many that do, only those close to each other
    in alphabetical order, so that the time is nearly linear in the number of texts.

    Args:
        texts: The texts by id, in the form in which they are compared.
        words: The words of each text.
        numbers: The numbers of each text.
        rare: How many of the rarest words of each text count as rare.
        neighbours: With how many of the texts that follow it each text is compared.
        score: The similarity, of 100, from which on two texts are a pair.

    """
    counts = Counter(word for inside in words.values() for word in inside)
    blocks: dict[tuple[str, str], list[str]] = {}
    for id_, inside in words.items():
        shared = [word for word in inside if counts[word] > 1]
        for word in sorted(shared, key=lambda word: (counts[word], word))[:rare]:
            blocks.setdefault((word, numbers[id_]), []).append(id_)
    pairs: set[tuple[str, str]] = set()
    for ids in blocks.values():
        ordered = sorted(ids, key=lambda id_: (texts[id_], id_))
        compared = [texts[id_] for id_ in ordered]
        for at, one in enumerate(ordered):
            following = compared[at + 1 : at + 1 + neighbours]
            for _, _, step in process.extract(texts[one], following, scorer=fuzz.ratio, score_cutoff=score, limit=None):
                other = ordered[at + 1 + step]
                pairs.add((one, other) if one < other else (other, one))
    return pairs
