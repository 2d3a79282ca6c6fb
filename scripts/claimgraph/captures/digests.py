"""Digests of words: 96 bits of SHA-256, with the version of the format and the source's id hashed in.

A made-up quote passes only if each window of its words has the digest of some window of the text. With n windows
captured, one guess in 2**96 / n does: docs/contribute/security.md works out what that takes. Because the id is hashed
in, an attacker has to search for each source anew. A digest hides nothing: whoever knows four words can try the fifth.
"""

from __future__ import annotations

import hashlib
import itertools
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.captures.words import Words

FORMAT: Final = "claimgraph capture 2"
WINDOW: Final = 5
"""How many words one digest covers, and the fewest words of a quote."""
WIDTH: Final = 12
"""Bytes of one digest: the first 96 of 256 bits (FIPS 180-4, truncated as in NIST SP 800-107, 5.1)."""


class Digester:
    """Computes the digests of one source's texts."""

    def __init__(self, source: str) -> None:
        """Begin each digest with the format and the id of the source."""
        self._begun = hashlib.sha256(f"{FORMAT}\0{source}\0".encode())

    def of(self, text: str) -> bytes:
        """Return the digest of a text, `WIDTH` bytes."""
        return self._whole(text)[:WIDTH]

    def hex_of(self, text: str) -> str:
        """Return all 256 bits of a text's digest, as 64 hexadecimal digits."""
        return self._whole(text).hex()

    def _whole(self, text: str) -> bytes:
        made = self._begun.copy()
        made.update(text.encode())
        return made.digest()

    def windows(self, words: Words) -> bytes:
        """Return the joined digests of each five consecutive words with the gaps inside, in order."""
        pieces = [(gap + word).encode() for gap, word in zip(words.gaps, words.words, strict=False)]
        text, ends = b"".join(pieces), tuple(itertools.accumulate(map(len, pieces)))
        starts = (end - len(word.encode()) for word, end in zip(words.words, ends, strict=True))
        made: list[bytes] = []
        for start, end in zip(starts, ends[WINDOW - 1 :], strict=False):
            each = self._begun.copy()
            each.update(text[start:end])
            made.append(each.digest()[:WIDTH])
        return b"".join(made)

    def other_windows(self, words: Words) -> Iterator[tuple[int, bytes]]:
        """Yield the first word and each further digest of the windows in which a word or gap has two readings."""
        for first in range(len(words.words) - WINDOW + 1):
            if words.has_variants(first, first + WINDOW):
                for reading in itertools.islice(words.readings(first, first + WINDOW), 1, None):
                    yield first, self.of(reading)
