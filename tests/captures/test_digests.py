"""Digests: 96 bits of SHA-256, with the format and the source's id hashed in."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.captures.digests import FORMAT, WIDTH, WINDOW, Digester
from claimgraph.captures.folding import fold
from claimgraph.captures.words import cut


def test_a_digest_is_the_first_96_bits_of_sha_256() -> None:
    whole = hashlib.sha256(b"claimgraph capture 2\0report\0half of us, caf\xc3\xa9")
    assert FORMAT == "claimgraph capture 2"
    assert Digester("report").of("half of us, caf\u00e9") == whole.digest()[:12]
    assert Digester("report").hex_of("half of us, caf\u00e9") == whole.hexdigest()
    assert WIDTH * 8 == 96


def test_the_id_is_hashed_in() -> None:
    assert Digester("report").of("half of us") != Digester("reports").of("half of us")
    assert Digester("a").of("b\0c") != Digester("a\0b").of("c\0")


@given(st.text(st.sampled_from("ab-,.' \n5\u00e9\u20ac\U0001d7d8\u2019[1]\u00b2"), max_size=60))
def test_a_window_is_the_digest_of_its_words_with_the_gaps_inside(text: str) -> None:
    words, digester = cut(fold(text)), Digester("report")
    windows = [words.between(first, first + WINDOW) for first in range(len(words.words) - WINDOW + 1)]
    assert digester.windows(words) == b"".join(map(digester.of, windows))
    others = [
        (first, digester.of(reading))
        for first, window in enumerate(windows)
        for reading in words.readings(first, first + WINDOW)
        if reading != window
    ]
    assert [item for item in digester.other_windows(words) if item[1] != digester.of(windows[item[0]])] == others
