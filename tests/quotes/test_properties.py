"""Whatever the text and whatever the quote: the check says the same as an independent look at the text.

Every property is tried with the text at hand and with the capture alone.
"""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimgraph.model.verdict import Outcome
from claimgraph.quotes.prepared import prepare
from claimgraph.quotes.verify import verify
from tests.quotes import oracle
from tests.quotes.invented import NUMBERS, PLAIN_WORDS, SMALL_WORDS, Invented, invented_texts
from tests.quotes.prepared import quote_of, source_of, stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.verdict import Place, Verdict

FOUND: Final = {Outcome.VERIFIED, Outcome.AMBIGUOUS, Outcome.WRONG_SPEAKER, Outcome.CROSSES_BOUND}
"""The words stand in the source, be it at the wrong place."""
REFUSED: Final = {Outcome.NEAR, Outcome.ABSENT}
WINDOW: Final = 5
VARIANTS: Final = {
    "'": "'\u2018\u2019",
    '"': '"\u201c\u201d',
    "-": "-\u2010\u2011\u2013\u2014",
    " ": (" ", "\u00a0", "\n", "  ", " \t", "\u2009"),
}

BOTH = pytest.mark.parametrize("with_text", [False, True], ids=["capture alone", "text at hand"])


def cuts(text: Invented) -> st.SearchStrategy[tuple[int, int]]:
    """Choose a range of five words or more."""
    last = len(text.words)
    return st.integers(0, max(last - WINDOW, 0)).flatmap(
        lambda first: st.tuples(st.just(first), st.integers(min(first + WINDOW, last), min(first + 16, last)))
    )


def verdict_of(text: Invented, exact: str, *, with_text: bool, speaker: str = "Driver", **fields: str) -> Verdict:
    prepared = prepare(source_of(**text.fields), stored(text.text), text.text if with_text else None)
    return verify(quote_of(exact, speaker=speaker, **fields), prepared, [prepared])


def words_of(places: tuple[Place, ...]) -> set[tuple[tuple[int, int], ...]]:
    return {place.words for place in places}


def as_distinct(text: Invented, spans: Iterator[tuple[tuple[int, int], ...]]) -> dict[tuple[object, ...], int]:
    """Return each different place with the number of spans there: the same words of a whole sentence are one."""
    found: dict[tuple[object, ...], int] = {}
    for span in spans:
        first, end = text.sentence_of(span[0][0], span[-1][1])
        line = oracle.readings_of(text.text)[0]
        following = oracle.tokens(line)[end - 1].end
        stop = line[following : following + 1].strip('.,;" ')
        key = (text.speaker_of(span[0][0]), span[0][0] - first, text.cut(first, end), stop)
        found[key] = found.get(key, 0) + 1
    return found


def changed(data: st.DataObject, exact: str) -> str:
    """Return a quote with one word replaced, put in or left out, or with one character changed."""

    def chosen(*options: str) -> str:
        return data.draw(st.sampled_from(options))

    tokens = oracle.tokens(exact)
    token = data.draw(st.sampled_from(tokens))
    first, end = token.first, token.end
    word = chosen(*PLAIN_WORDS, *NUMBERS, *SMALL_WORDS)
    how = chosen("replace", "insert", "delete", "case", "character", "gap")
    match how:
        case "replace":
            return exact[:first] + word + exact[end:]
        case "insert":
            return exact[:first] + word + chosen(" ", ", ", " < ") + exact[first:]
        case "delete":
            return (exact[:first] + exact[end:].lstrip()).strip()
        case "case":
            return exact[:first] + exact[first:end].swapcase() + exact[end:]
        case "character":
            at = data.draw(st.integers(first, end - 1))
            return exact[:at] + chosen("", "x", "5", "-", "\u2212", "+", ".", ",", "\u0301", "%") + exact[at + 1 :]
        case _:
            at = data.draw(st.integers(0, len(exact)))
            return exact[:at] + chosen(",", ".", " ", "<", "\u00a3", "-", "(", "\u0301") + exact[at:]


@BOTH
@given(data=st.data(), text=invented_texts())
def test_a_quote_is_found_exactly_where_a_plain_search_finds_it(
    data: st.DataObject, text: Invented, *, with_text: bool
) -> None:
    first, end = data.draw(cuts(text))
    assume(end - first >= WINDOW)
    exact = text.cut(first, end, data.draw(st.sampled_from((0, -1))))
    if data.draw(st.booleans()):
        exact = changed(data, exact)
    assume(len(oracle.tokens(oracle.plain(exact))) >= WINDOW)
    expected = oracle.places(exact, text.text)
    verdict = verdict_of(text, exact, with_text=with_text)
    if not expected:
        assert verdict.outcome in REFUSED
        return
    within = sorted(span for span in expected if text.segment_of(span[0]) == text.segment_of(span[1] - 1))
    if not within:
        assert verdict.outcome is Outcome.CROSSES_BOUND
        assert words_of(verdict.places) == {(span,) for span in expected}
        return
    assert words_of(verdict.places) <= {(span,) for span in within}
    assert len(verdict.places) == len(as_distinct(text, ((span,) for span in within)))
    if len(verdict.places) > 1:
        assert verdict.outcome is Outcome.AMBIGUOUS
    elif text.speaker_of(within[0][0]) == "Driver":
        assert verdict.outcome is Outcome.VERIFIED
        assert verdict.place == verdict.places[0]
    else:
        assert verdict.outcome is Outcome.WRONG_SPEAKER


@BOTH
@given(data=st.data(), text=invented_texts(with_segments=False))
def test_whatever_the_sentence_has_more_asks_for_context(
    data: st.DataObject, text: Invented, *, with_text: bool
) -> None:
    first, end = data.draw(cuts(text))
    assume(end - first >= WINDOW)
    verdict = verdict_of(text, text.cut(first, end), with_text=with_text)
    assume(verdict.place is not None)
    assert verdict.place is not None
    ((at, stop),) = verdict.place.words
    begin, until = text.sentence_of(at, stop)
    left_out = [word.replace("'", "\u2019") for word in (*text.words[begin:at], *text.words[stop:until])]
    assert verdict.place.marks == tuple(sorted({SMALL_WORDS[word] for word in left_out if word in SMALL_WORDS}))
    assert verdict.place.is_whole == (not left_out)


@BOTH
@given(data=st.data(), text=invented_texts())
def test_typography_does_not_count(data: st.DataObject, text: Invented, *, with_text: bool) -> None:
    first, end = data.draw(cuts(text))
    assume(end - first >= WINDOW)
    exact = text.cut(first, end)
    choices = data.draw(st.binary(min_size=len(exact), max_size=len(exact)))
    forms = [VARIANTS.get(character, character) for character in exact]
    varied = "".join(form[choice % len(form)] for form, choice in zip(forms, choices, strict=True))
    varied = varied.replace("...", data.draw(st.sampled_from(("...", "\u2026"))))
    varied = unicodedata.normalize(data.draw(st.sampled_from(("NFC", "NFD"))), varied)
    at = data.draw(st.integers(1, len(varied) - 1))
    varied = varied[:at] + data.draw(st.sampled_from(("", "\u00ad"))) + varied[at:]
    assume("\u00ad\n" not in varied)
    assert verdict_of(text, varied, with_text=with_text) == verdict_of(text, exact, with_text=with_text)


@BOTH
@given(data=st.data(), text=invented_texts())
def test_parts_stand_in_order_in_one_segment(data: st.DataObject, text: Invented, *, with_text: bool) -> None:
    assume(len(text.words) >= WINDOW)
    ranges = data.draw(st.lists(cuts(text), min_size=2, max_size=3))
    parts = [text.cut(first, min(end, first + 6), data.draw(st.sampled_from((0, -1)))) for first, end in ranges]
    found = [sorted(oracle.places(part, text.text)) for part in parts]
    assert all(found)
    spans = [
        span
        for span in itertools.product(*found)
        if all(before < after for (_, before), (after, _) in itertools.pairwise(span))
    ]
    verdict = verdict_of(text, " [...] ".join(parts), with_text=with_text)
    if not spans:
        assert verdict.outcome is Outcome.OUT_OF_ORDER
        return
    within = [span for span in spans if text.segment_of(span[0][0]) == text.segment_of(span[-1][1] - 1)]
    if not within:
        assert verdict.outcome is Outcome.CROSSES_BOUND
        return
    different = as_distinct(text, iter(within))
    assert words_of(verdict.places) <= set(within)
    assert (len(verdict.places) > 1) == (len(different) > 1)
    if len(different) > 1:
        assert verdict.outcome is Outcome.AMBIGUOUS
    else:
        assert verdict.outcome in {Outcome.VERIFIED, Outcome.WRONG_SPEAKER}


@given(data=st.data(), text=invented_texts())
def test_the_capture_alone_says_what_the_text_says(data: st.DataObject, text: Invented) -> None:
    first, end = data.draw(cuts(text))
    assume(end > first)
    exact = text.cut(first, end)
    if data.draw(st.booleans()):
        exact = changed(data, exact)
    exact = data.draw(st.sampled_from((exact, f'"{exact}', f"{exact}.", f"[sic] {exact}", f"{exact} [...] {exact}")))
    around = {
        name: text.cut(at, min(at + 2, len(text.words))) if at < len(text.words) else ""
        for name, at in (("prefix", first - 2), ("suffix", end))
        if at >= 0 and data.draw(st.booleans())
    }
    alone, at_hand = (verdict_of(text, exact, with_text=with_text, **around) for with_text in (False, True))
    assert alone.place == at_hand.place
    assert alone.places == at_hand.places
    assert alone.outcome == at_hand.outcome or {alone.outcome, at_hand.outcome} == REFUSED


@BOTH
@given(data=st.data(), text=invented_texts(with_segments=False))
def test_prefix_and_suffix_decide_between_places(data: st.DataObject, text: Invented, *, with_text: bool) -> None:
    first, end = data.draw(cuts(text))
    assume(end - first >= WINDOW)
    line = oracle.readings_of(text.text)[0]
    tokens = oracle.tokens(line)
    begin, until = data.draw(st.integers(0, first)), data.draw(st.integers(end, len(tokens)))
    prefix = line[tokens[begin].first if begin < first else tokens[first].first : tokens[first].first]
    suffix = line[tokens[end - 1].end : tokens[until - 1].end]
    expected = {
        (at, stop)
        for at, stop in oracle.places(text.cut(first, end), text.text)
        if line[: tokens[at].first].endswith(prefix)
        and line[tokens[stop - 1].end :].startswith(suffix)
        and (begin == first or at >= first - begin)
        and (not prefix or tokens[at - (first - begin)].first == tokens[at].first - len(prefix))
        and (not suffix or tokens[stop - 1 + until - end].end == tokens[stop - 1].end + len(suffix))
    }
    verdict = verdict_of(text, text.cut(first, end), with_text=with_text, prefix=prefix, suffix=suffix)
    assert words_of(verdict.places) <= {(span,) for span in expected}
    assert len(verdict.places) == len(as_distinct(text, ((span,) for span in sorted(expected))))
    assert verdict.outcome is (Outcome.VERIFIED if len(verdict.places) == 1 else Outcome.AMBIGUOUS)
