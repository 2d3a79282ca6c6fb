"""Explains where a quote that does not verify goes wrong. Nothing here makes a quote pass."""

from __future__ import annotations

import difflib
import itertools
from collections import Counter
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from claimgraph.captures.digests import WIDTH, WINDOW
from claimgraph.captures.words import cut
from claimgraph.quotes.search import occurrences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimgraph.captures.capture import Capture
    from claimgraph.captures.words import Words
    from claimgraph.quotes.phrase import Part, Reading

NEAR_SCORE: Final = 70
"""How similar a passage must be, of 100, to be named as the nearest."""
MAX_SHIFT: Final = 8
"""How many words further apart or closer two halves of a quote may stand and still be one passage."""

MAX_HITS: Final = 100
"""How many places of one window are looked at."""


def failing_words(reading: Reading, capture: Capture) -> tuple[str, ...]:
    """Return the words of a quote that no matching window covers; all of them if nothing matches.

    Two neighbouring words both fail if they are covered but the gap between them is not. No word fails if only the
    punctuation at the quote's edges, its prefix or its suffix differs.
    """
    return tuple(part.words[at] for part in reading.parts for at in sorted(failing_positions(part, capture)))


def failing_positions(part: Part, capture: Capture) -> frozenset[int]:
    """Return which words of a part no matching window covers, counted from 0; see `failing_words`."""
    key = part.key(capture.source)
    windows = [key[i : i + WIDTH] for i in range(0, len(key), WIDTH)]
    found = {window: tuple(itertools.islice(occurrences(window, capture), MAX_HITS)) for window in set(windows)}
    hits = [(index, at) for index, window in enumerate(windows) for at in found[window]]
    shifts = Counter(at - index for index, at in hits)
    best = min(shifts, key=lambda shift: (-shifts[shift], shift), default=0)
    matching = {index for index, at in hits if abs(at - index - best) <= MAX_SHIFT}
    covered = {word for index in matching for word in range(index, index + WINDOW)}
    tied = {word for index in matching for word in range(index, index + WINDOW - 1)}
    loose = {word for word in covered - tied if word + 1 in covered}
    return frozenset(
        index for index in range(len(part.words)) if index not in covered or index in loose or index - 1 in loose
    )


def differing_words(quote: str, passage: str) -> tuple[str, ...]:
    """Return the words of a quote that a passage does not have in this order."""
    one, other = cut(quote).words, cut(passage).words
    blocks = difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    same = {at for block in blocks for at in range(block.a, block.a + block.size)}
    return tuple(word for at, word in enumerate(one) if at not in same)


def nearest_passage(reading: Reading, text: Words) -> tuple[str, str]:
    """Return the passage of the text nearest to a quote, and their `difference`; both empty if none is near."""
    quote = " ".join(part.text for part in reading.parts)
    whole = text.gaps[0] + text.between(0, len(text.words)) + text.gaps[-1] if text.words else ""
    found = fuzz.partial_ratio_alignment(quote, whole, score_cutoff=NEAR_SCORE)
    if found is None or 2 * (found.dest_end - found.dest_start) < len(quote):
        return "", ""
    first, end = len(whole[: found.dest_start].split()), len(whole[: found.dest_end].split())
    around = whole.split()[max(first - MAX_SHIFT, 0) : end + MAX_SHIFT]
    passage = _without_edges(" ".join(_counterpart(quote.split(), around)), quote)
    return passage, difference(quote.split(), passage.split())


def _counterpart(quote: Sequence[str], source: Sequence[str]) -> Sequence[str]:
    """Return the source's words from the first to the last that match a quote, padded by the quote's words beyond."""
    *blocks, _ = difflib.SequenceMatcher(None, quote, source, autojunk=False).get_matching_blocks()
    if not blocks:
        return source
    beyond = len(quote) - blocks[-1].a - blocks[-1].size
    return source[max(blocks[0].b - blocks[0].a, 0) : blocks[-1].b + blocks[-1].size + beyond]


def _without_edges(passage: str, quote: str) -> str:
    """Return a passage without edge punctuation that the quote lacks, unless nothing else differs."""
    there, here = cut(passage), cut(quote)
    if not there.words or there.words == here.words:
        return passage
    inside = there.between(0, len(there.words))
    return (there.gaps[0] if here.gaps[0] else "") + inside + (there.gaps[-1] if here.gaps[-1] else "")


def difference(one: Sequence[str], other: Sequence[str], *, context: int | None = None) -> str:
    """Return a word diff of two texts: `[-words-]` are only in the first, `{+words+}` only in the second.

    With `context`, only so many unchanged words are shown on each side of a change.
    """
    parts: list[str] = []
    for tag, i, j, k, end in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            head = 0 if context is None or i == k == 0 else context
            tail = 0 if context is None or (j, end) == (len(one), len(other)) else context
            is_long = context is not None and j - i > head + tail + 1
            parts += [*one[i : i + head], "\u2026", *one[j - tail : j]] if is_long else one[i:j]
            continue
        if i < j:
            parts.append(f"[-{' '.join(one[i:j])}-]")
        if k < end:
            parts.append(f"{{+{' '.join(other[k:end])}+}}")
    return " ".join(parts)
