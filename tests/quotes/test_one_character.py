"""Every quote of the corpus, one character changed: refused, or the same words by what is folded.

What is folded stands in docs/contribute/verbatim.md.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimgraph.captures.folding import fold_line
from claimgraph.captures.store import read_captures
from claimgraph.captures.words import cut
from claimgraph.loading.corpus import load
from claimgraph.quotes.phrase import readings
from claimgraph.quotes.prepared import PreparedSource, prepare
from claimgraph.quotes.verify import verify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.model.claim import Quote

ROOT: Final = Path(__file__).parents[2]
SEEDS: Final = ROOT.parent / "shared" / "seeds"
MOST: Final = int(os.environ.get("EXAMPLES", "400"))
"""How many changes are tried; more by `EXAMPLES=20000`."""
PUT_IN: Final = (
    *"aeoxAZ059 .,;:!?'\"-+%()[]/&<=\u00a3",
    *("\u0430", "\u043e", "\u03bf", "\u0301", "\u0338"),  # letters of other scripts that look alike, marks
    *("\u00ad", "\u200b", "\u2060", "\u202e", "\ufe0f"),  # what nobody sees
    *("\u2018", "\u201c", "\u00ab", "\u2013", "\u2014", "\u2212", "\u2026", "\u00a0", "\n"),  # what typesetters put
    *("\ufb01", "\uff11", "\u00b2", "\u2082", "\u2020"),
)


@cache
def prepared_sources(*, at_hand: bool) -> Mapping[str, PreparedSource]:
    sources = load(ROOT).sources
    captures = read_captures(ROOT, {id_: source.record.aliases for id_, source in sources.items()}).by_source
    texts = {id_: (SEEDS / f"{id_}.txt").read_text("utf-8") if at_hand else None for id_ in captures}
    return {id_: prepare(sources[id_], capture, texts[id_]) for id_, capture in captures.items()}


@cache
def quotes() -> tuple[Quote, ...]:
    return tuple(quote for claim in load(ROOT).claims.values() for quote in claim.record.quotes)


def changed(data: st.DataObject, exact: str) -> str:
    """Return a quote with one character put in, taken out, replaced, or in the other case."""
    at: int = data.draw(st.integers(0, len(exact) - 1), label="at")
    other: str = data.draw(st.sampled_from(PUT_IN), label="other")
    how = data.draw(st.sampled_from(("put in", "take out", "replace", "case")), label="how")
    match how:
        case "put in":
            return exact[:at] + other + exact[at:]
        case "take out":
            return exact[:at] + exact[at + 1 :]
        case "case":
            return exact[:at] + exact[at].swapcase() + exact[at + 1 :]
        case _:
            return exact[:at] + other + exact[at + 1 :]


def is_same(exact: str, other: str) -> bool:
    """Tell whether two quotes have the same words and inner gaps, part for part, once they are folded.

    A word of one letter at the edge of a part may have gone: that is a shorter quote of the same words.
    """
    one, two = (tuple(readings(text))[-1].parts for text in (exact, other))
    return len(one) == len(two) and all(
        b.inside in {a.inside, a.cut.between(1, len(a.words)), a.cut.between(0, len(a.words) - 1)}
        for a, b in zip(one, two, strict=True)
    )


@pytest.mark.skipif(not quotes(), reason="there are no quotes")
@pytest.mark.parametrize(
    "with_text",
    [pytest.param(False, id="capture alone"), pytest.param(True, id="text at hand", marks=pytest.mark.map)],
)
@settings(max_examples=MOST)
@given(data=st.data())
def test_one_character_changed(data: st.DataObject, *, with_text: bool) -> None:
    if with_text and not SEEDS.is_dir():
        pytest.skip("the founding texts are under copyright and not at hand")
    quote = data.draw(st.sampled_from(quotes()))
    other = changed(data, quote.exact)
    verdict = verify(replace(quote, exact=other), prepared_sources(at_hand=with_text).get(quote.source))
    assert not verdict.is_verified or is_same(quote.exact, other), repr(other)


@example("\u200b")
@example("\ufb01")
@given(st.sampled_from(PUT_IN))
def test_what_is_put_into_a_word_is_folded_or_makes_it_another(character: str) -> None:
    word = f"wait{character}ing"
    folded = fold_line(word)
    is_unseen = folded == "waiting"
    assert is_unseen == (character in {"\u00ad", "\u200b", "\u2060", "\u202e", "\ufe0f"})
    assert (cut(folded).words == ("waiting",)) == is_unseen
