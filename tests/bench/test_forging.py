"""The benchmark that tries to forge quotes: what it finds where there is something to find."""

from __future__ import annotations

import itertools

from bench.forging import Found, forged, phrases, report
from claimgraph.captures.capture import capture_text


def test_phrases_have_five_words_and_are_different() -> None:
    made = list(phrases(2_000))
    assert made == list(itertools.islice(phrases(9_999), 2_000))
    assert len(set(made)) == len(made)
    assert {len(phrase.split()) for phrase in made} == {5}


def test_what_stands_in_a_text_is_found() -> None:
    one, *_, last = made = list(phrases(50))
    text = f"{one}. So they say.\n\nThen {last}"
    captures = {"report": capture_text(text, "report"), "other": capture_text("Nothing of the kind at all.", "other")}
    found = forged(captures, len(made))
    assert (found.phrases, found.whole, found.short) == (50, 2, 2)


def test_report() -> None:
    found = Found(phrases=10_000_000, windows=12_427, seconds=61.4, whole=0, short=29)
    assert report(found) == (
        "10,000,000 invented phrases against 12,427 windows in 61 s:\n"
        "  0 have a digest of 96 bits that stands in a capture\n"
        "  29 have its first 32 bits\n"
        "A forger who tries 1,000,000,000,000 phrases a second finds one in 202,027 years on average\n"
        "(2^96 / 12,427 windows / 1,000,000,000,000 a second).\n"
    )
