"""Verbatim means verbatim: what verifies, what does not, and how it is refused."""

from __future__ import annotations

import zlib

import pytest

from claimgraph.captures.capture import capture_text
from claimgraph.incremental.digests import digest_of
from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.claim import Claim
from claimgraph.model.corpus import Corpus, Entry
from claimgraph.model.verdict import Outcome, Place, Verdict
from claimgraph.quotes.prepared import PreparedSource, prepare
from claimgraph.quotes.verify import QuoteCache, verify, verify_all
from tests.quotes.prepared import SOURCE, prepared_of, quote_of, source_of

TEXT = "In all, half of the buses came late that winter. Trams came on time. They said so."
EXACT = "half of the buses came late that winter"
NEARLY = {Outcome.NEAR, Outcome.ABSENT}


def outcome(exact: str, text: str, *, at_hand: bool, **fields: str) -> Outcome:
    prepared = prepared_of(text, with_text=at_hand)
    return verify(quote_of(exact, **fields), prepared, [prepared]).outcome


def test_found(*, at_hand: bool) -> None:
    place = Place(first_line=1, last_line=1, words=((2, 10),), speaker="", posted_by="", is_whole=False, marks=())
    assert verify(quote_of(EXACT), prepared_of(TEXT, with_text=at_hand)) == Verdict(
        outcome=Outcome.VERIFIED,
        place=place,
        places=(place,),
        sentence="In all, half of the buses came late that winter" if at_hand else "",
    )


def test_a_whole_sentence(*, at_hand: bool) -> None:
    verdict = verify(
        quote_of("One two three four five."), prepared_of("So.\n\nOne two three\nfour five. So", with_text=at_hand)
    )
    assert verdict.place == Place(
        first_line=3, last_line=4, words=((1, 6),), speaker="", posted_by="", is_whole=True, marks=()
    )
    assert verdict.sentence == ""


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("Half of the buses came late", "Half of the buses came late"),
        ("Half  of\tthe\nbuses\u00a0came late", "Half of the buses came late"),
        ("Half of the \u201cbuses\u201d came late", 'Half of the "buses" came late'),
        ('Half of the "buses" came late', "Half of the \u201cbuses\u201d came late"),
        ("Half of the buses\u2019 drivers came late", "Half of the buses' drivers came late"),
        ("Half of them \u2013 buses \u2014 came late", "Half of them - buses - came late"),
        ("Half of them\u2026 buses came late", "Half of them... buses came late"),
        ("Half of the cafe\u0301s came late", "Half of the caf\u00e9s came late"),
        ("Half of the bus\u00ades came late", "Half of the buses came late"),
        ("Half of the bus-\nes came late", "Half of the buses came late"),
        ("Half of the bus-\nes came late", "Half of the bus-es came late"),
        ("Half of the well-\nbeing came late", "Half of the well-being came late"),
        ("Half of them\u2014\nbuses came late", "Half of them\u2014 buses came late"),
        ("Half of them [all] came late", "Half of them [all] came late"),
        ("Half of them [...] came late", "Half of them [...] came late"),
        ("Half of them [sic] came late", "Half of them [sic] came late"),
        ("Half of the \u22125 buses came late", "Half of the \u22125 buses came late"),
        ("It was \u201cHalf of the buses came late\u201d, so", "\u201cHalf of the buses came late\u201d,"),
        ("Half of the buses came late.", "Half of the buses came late."),
    ],
)
def test_what_may_differ(source: str, quote: str, *, at_hand: bool) -> None:
    assert outcome(quote, source, at_hand=at_hand) is Outcome.VERIFIED


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        # words
        ("Half of the buses came late again", "Half of the trams came late again"),
        ("Half of the buses came late again", "Half of the bus came late again"),
        ("Half of the buses came late again", "Half of the buses were came late again"),
        ("Half of the buses came late again", "Half the buses came late again"),
        ("Half of the buses came late again", "of Half the buses came late again"),
        ("Half of the buses came late again", "Half of the buses came lat"),
        ("Half of the buses came late again", "alf of the buses came late"),
        ("Half of the busses [sic] came late", "Half of the buses came late"),
        # case
        ("Half of the buses came late again", "half of the buses came late again"),
        ("Half of the NHS buses came late", "Half of the nhs buses came late"),
        # digits, signs, points, percent, currency
        ("Half of the 25 buses came late", "Half of the 26 buses came late"),
        ("Half of the 25 buses came late", "Half of the 2 buses came late"),
        ("They saw -5 more buses again", "They saw 5 more buses again"),
        ("They saw +5 more buses again", "They saw -5 more buses again"),
        ("They saw \u22125 more buses again", "They saw -5 more buses again"),
        ("They saw 5 more buses again", "They saw +5 more buses again"),
        ("They saw 1.5 more buses again", "They saw 15 more buses again"),
        ("They saw 1.5 more buses again", "They saw 1,5 more buses again"),
        ("They saw .5 more buses again", "They saw 5 more buses again"),
        ("They saw 1\u00b75 more buses again", "They saw 1.5 more buses again"),
        ("They saw 5% more buses again", "They saw 5 more buses again"),
        ("They saw 5% more buses again", "They saw 5 % more buses again"),
        ("They saw \u00a35 more buses again", "They saw $5 more buses again"),
        ("They saw \u00a35 more buses again", "They saw 5 more buses again"),
        ("They saw US$5 more buses again", "They saw A$5 more buses again"),
        ("They saw 65+ more buses again", "They saw 65 more buses again"),
        ("They saw 1,000 more buses again", "They saw 1000 more buses again"),
        ("They saw 5\u00b2 more buses again", "They saw 52 more buses again"),
        # diacritics
        ("Half of the caf\u00e9s came late", "Half of the cafes came late"),
        ("Half of the x\u0302 came late again", "Half of the x came late again"),
        # what stands between
        ("Half of x < y came late", "Half of x > y came late"),
        ("Half of x < y came late", "Half of x y came late"),
        ("Half of x \u2264 y came late", "Half of x < y came late"),
        ("Half of us, all came late", "Half of us all came late"),
        ("Half of us all came late", "Half of us, all came late"),
        ("Half of us; all came late", "Half of us, all came late"),
        ("Half of us. All came late", "Half of us? All came late"),
        ("Half of us or/and all came late", "Half of us or and all came late"),
        ("Half of us - all came late", "Half of us-all came late"),
        ("Half of \u201cus\u201d all came late", "Half of us all came late"),
        ("Half of us\u2026 all came late", "Half of us all came late"),
        ("Half of us (all) came late", "Half of us [all] came late"),
        ("Half of the bus-\nes came late", "Half of the bus- es came late"),
        ("Half of them\u2014\nbuses came late", "Half of thembuses came late"),
    ],
)
def test_what_may_not_differ(source: str, quote: str, *, at_hand: bool) -> None:
    assert outcome(quote, source, at_hand=at_hand) in NEARLY


@pytest.mark.parametrize(
    "word", ["-5", "+5", "\u22125", "\u00a35", "US$5", ".5", "-.5", "1.5", "1,5", "1\u00b75", "<5", "p<5", "%5"]
)
def test_a_quote_does_not_begin_inside_a_number(word: str, *, at_hand: bool) -> None:
    assert outcome("5 buses came late again", f"They saw {word} buses came late again", at_hand=at_hand) in NEARLY


@pytest.mark.parametrize(
    "word",
    ["5%", "5+", "5\u20ac", "5\u00b0", "5\u00b0C", "5.5", "5,000", "5\u00b75", "5-6", "5\u2030", "5\u2212", "5m"],
)
def test_a_quote_does_not_end_inside_a_number(word: str, *, at_hand: bool) -> None:
    assert outcome("They saw again late 5", f"They saw again late {word} buses", at_hand=at_hand) in NEARLY


@pytest.mark.parametrize(
    ("quote", "is_found"),
    [
        ("came late again and again", True),
        ("\u201ccame late again and again", True),
        (': "came late again and again', True),
        ('so: "came late again and again', False),
        ("'came late again and again", False),
        (', "came late again and again', False),
        ("(came late again and again", False),
        ('came late again and again."', True),
        ('came late again and again." (', True),
        ("came late again and again.", True),
        ('came late again and again"', False),
        ("came late again and again,", False),
        ("came late again and again?", False),
        ('"came late again and again."', True),
        ('("came late again and again.")', False),
    ],
)
def test_a_quotes_own_edges(quote: str, *, is_found: bool, at_hand: bool) -> None:
    text = 'They all said: "came late again and again." (So they did.)'
    assert (outcome(quote, text, at_hand=at_hand) is Outcome.VERIFIED) is is_found


def test_edges_at_the_ends_of_the_text(*, at_hand: bool) -> None:
    text = '"One two three four five"'
    assert outcome(text, text, at_hand=at_hand) is Outcome.VERIFIED
    assert outcome(f"({text}", text, at_hand=at_hand) is Outcome.NEAR
    assert outcome(f"{text})", text, at_hand=at_hand) is Outcome.NEAR


def test_a_very_long_gap(*, at_hand: bool) -> None:
    dashes = "-" * 60
    text = f"One two three four five {dashes} six seven eight nine ten"
    assert outcome(text, text, at_hand=at_hand) is Outcome.VERIFIED
    assert outcome(text.replace(dashes, dashes[:-1]), text, at_hand=at_hand) in NEARLY
    assert outcome("One two three four five ---", text, at_hand=at_hand) is Outcome.VERIFIED
    assert outcome("--- six seven eight nine ten", text, at_hand=at_hand) is Outcome.VERIFIED


@pytest.mark.parametrize("text", ["", "\n", "...", "One", "One two three four", "One two three four six"])
def test_short_and_empty_texts(text: str, *, at_hand: bool) -> None:
    assert outcome("One two three four five", text, at_hand=at_hand) in NEARLY


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        ("came", ("came",)),
        ("buses came late that", ("buses", "came", "late", "that")),
        ("buses [very] came late that", ("buses", "came", "late", "that")),
        ("half of the buses [...] that winter", ("half", "of", "the", "buses")),
        ("half of the buses came [...] they said so", ("they", "said", "so")),
    ],
)
def test_fewer_than_five_words(exact: str, words: tuple[str, ...], *, at_hand: bool) -> None:
    assert verify(quote_of(exact), prepared_of(TEXT, with_text=at_hand)) == Verdict(
        outcome=Outcome.TOO_SHORT, words=words
    )


@pytest.mark.parametrize("exact", ["...", "[...]", "[ ... ]", "\u2014"])
def test_a_quote_without_words(exact: str, *, at_hand: bool) -> None:
    assert verify(quote_of(exact), prepared_of(TEXT, with_text=at_hand)) == Verdict(
        outcome=Outcome.TOO_SHORT, detail="a part of it has no words"
    )


@pytest.mark.parametrize("exact", ["[...] half of the buses came late", "half of the buses came late [...]"])
def test_nothing_is_left_out_at_the_ends_of_a_quote(exact: str, *, at_hand: bool) -> None:
    verdict = verify(quote_of(exact), prepared_of(TEXT, with_text=at_hand))
    assert verdict.outcome is Outcome.NEAR
    assert verdict.words == ()


LONG = (
    "First one two three four five, then six seven eight nine ten. "
    "After it one more two three four five six seven eight. At the end they all go home again."
)


@pytest.mark.parametrize(
    ("exact", "expected"),
    [
        ("First one two three four [...] six seven eight nine ten", Outcome.VERIFIED),
        ("First one two three four [\u2026] six seven eight nine ten", Outcome.VERIFIED),
        ("First one two three four [ ... ] six seven eight nine ten", Outcome.VERIFIED),
        ("First one two three four, [...] six seven eight nine ten", Outcome.NEAR),
        ("First one two three four five, [...] six seven eight nine ten.", Outcome.VERIFIED),
        ("First one two three four [...] one more two three four [...] they all go home again", Outcome.VERIFIED),
        ("First one two three four [...] five, then six seven eight", Outcome.OUT_OF_ORDER),
        ("First one two three four [...] then six seven eight nine", Outcome.VERIFIED),
        ("First one two three four [...] four five, then six seven", Outcome.OUT_OF_ORDER),
        ("six seven eight nine ten [...] First one two three four", Outcome.OUT_OF_ORDER),
        ("they all go home again [...] one more two three four", Outcome.OUT_OF_ORDER),
        ("First one two three four ... six seven eight nine ten", Outcome.NEAR),
        ("First one two three four (...) six seven eight nine ten", Outcome.NEAR),
        ("First one two three four[...] six seven eight nine ten", Outcome.NEAR),
        ("First one two three four [...] they all went home again", Outcome.NEAR),
    ],
)
def test_left_out_words(exact: str, expected: Outcome, *, at_hand: bool) -> None:
    found = outcome(exact, LONG, at_hand=at_hand)
    assert found is expected or {found, expected} == NEARLY


def test_the_parts_are_told_as_they_stand(*, at_hand: bool) -> None:
    exact = "one two three four five [...] At the end they all"
    (place,) = verify(quote_of(exact), prepared_of(LONG, with_text=at_hand)).places
    assert place.words == ((1, 6), (23, 28))


NAMES_NOTHING = "names nobody and nothing: begin it with a name, a pronoun, or `the` and what is meant"


@pytest.mark.parametrize(
    ("exact", "detail"),
    [
        ("half of the [council] buses came late", f"the insertion '[council]' {NAMES_NOTHING}"),
        (
            "[About] half of the buses came late",
            "the insertion '[About]' holds a word that hedges, makes a condition or reports",
        ),
        ("half of the buses [of the council] came late", ""),
        ("half of the buses [sic] came late", ""),
        ("half of the buses [of the big old town] came late", ""),
        ("half [the council] of the [RMT] buses came late", ""),
        (
            "half of the buses [of the big old town there] came late",
            "the insertion '[of the big old town there]' has 6 words, more than 5",
        ),
        ("half of the [5] buses came late", "the insertion '[5]' holds a digit"),
        ("half of the [\u00bd] buses came late", "the insertion '[\u00bd]' holds a digit"),
        ("half of the [not new] buses came late", "the insertion '[not new]' holds a negation: 'not'"),
        ("half of the [no more than] buses came late", "the insertion '[no more than]' holds a negation: 'no'"),
        ("half of the buses [didn\u2019t] came late", "the insertion '[didn't]' holds a negation: 'didn't'"),
        ("half of the [?] buses came late", "the insertion '[?]' holds no word"),
        ("half of the [] buses came late", "the insertion '[]' holds no word"),
    ],
)
def test_insertions(exact: str, detail: str, *, at_hand: bool) -> None:
    verdict = verify(quote_of(exact), prepared_of(TEXT, with_text=at_hand))
    assert verdict.outcome is (Outcome.BRACKETS if detail else Outcome.VERIFIED)
    assert verdict.detail == detail


@pytest.mark.parametrize(
    ("exact", "text", "is_found"),
    [
        ("half of us [they], they came late", "half of us, they came late", True),
        ("half of us, [they] they came late", "half of us, they came late", True),
        ("half of \u201c[they] us they came\u201d late", "half of \u201cus they came\u201d late", True),
        ("half of us ([they] of them) came late", "half of us (of them) came late", True),
        ("half of us (of [they] them [it]) came late", "half of us (of them) came late", True),
        ("half of the bus[es] came late", "half of the bus came late", False),
        ("half of the [trolley]bus came late", "half of the bus came late", False),
        ("half of the trol[l]ey came late", "half of the troley came late", False),
        ("half of us don [they]'t come late", "half of us don't come late", False),
        ("half of us don' [they] t come late", "half of us don't come late", False),
        ("half of 1 [they],000 buses came late", "half of 1,000 buses came late", False),
        ("half of the 5 [they]% came late", "half of the 5% came late", False),
        ("half of the un- [they] likely came late", "half of the unlikely came late", False),
        ("half of us, [they] , they came late", "half of us, they came late", False),
    ],
)
def test_where_an_insertion_stands(exact: str, text: str, *, is_found: bool, at_hand: bool) -> None:
    assert (outcome(exact, text, at_hand=at_hand) is Outcome.VERIFIED) is is_found


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        ("half of [not all] the buses came late", "half of [not all] the buses came late"),
        ("half of [5 and 6 and 7 and 8] the buses", "half of [5 and 6 and 7 and 8] the buses"),
        ("half of [the] bus[es] came [they] late again", "half of [the] bus[es] came late again"),
        ("one two three four [...] five six [...] seven eight", "one two three four [...] five six [...] seven eight"),
    ],
)
def test_brackets_that_the_source_itself_has(exact: str, text: str, *, at_hand: bool) -> None:
    assert outcome(exact, text, at_hand=at_hand) is Outcome.VERIFIED


def test_many_brackets_are_all_of_one_kind(*, at_hand: bool) -> None:
    exact = " ".join(f"one{n} [it]" for n in "abcdefgh")
    text = " ".join(f"one{n}" for n in "abcdefgh")
    assert outcome(exact, text, at_hand=at_hand) is Outcome.VERIFIED
    assert outcome(exact, exact, at_hand=at_hand) is Outcome.VERIFIED
    assert outcome(exact, exact.replace(" [it]", "", 1), at_hand=at_hand) in NEARLY


TWICE = "At first half of the buses came late. Then came trams, and half of the buses came late? So it was."


def test_found_twice_is_ambiguous(*, at_hand: bool) -> None:
    verdict = verify(quote_of("half of the buses came late"), prepared_of(TWICE, with_text=at_hand))
    assert verdict.outcome is Outcome.AMBIGUOUS
    assert verdict.place is None
    assert [place.words for place in verdict.places] == [((2, 8),), ((12, 18),)]


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({"prefix": "At first"}, 2),
        ({"prefix": "first"}, 2),
        ({"prefix": "trams, and"}, 12),
        ({"prefix": "late. Then came trams, and"}, 12),
        ({"suffix": "."}, 2),
        ({"suffix": ". Then"}, 2),
        ({"suffix": "?"}, 12),
        ({"suffix": "? So it was."}, 12),
        ({"prefix": "and", "suffix": "? So"}, 12),
        ({"prefix": "  and\n"}, 12),
        ({"prefix": " ", "suffix": ". Then"}, 2),
    ],
)
def test_prefix_and_suffix_decide(fields: dict[str, str], first: int, *, at_hand: bool) -> None:
    verdict = verify(quote_of("half of the buses came late", **fields), prepared_of(TWICE, with_text=at_hand))
    assert verdict.outcome is Outcome.VERIFIED
    assert verdict.place is not None
    assert verdict.place.words == ((first, first + 6),)


@pytest.mark.parametrize(
    "fields",
    [
        {"prefix": "At second"},
        {"prefix": "At"},
        {"prefix": "at first"},
        {"prefix": "t first"},
        {"prefix": "So it was. At first"},
        {"prefix": "first,"},
        {"prefix": "("},
        {"suffix": "Then"},
        {"suffix": ","},
        {"suffix": ". Then came tram"},
        {"suffix": "? So it was. And"},
        {"prefix": "first", "suffix": "?"},
    ],
)
def test_a_wrong_prefix_or_suffix_is_refused(fields: dict[str, str], *, at_hand: bool) -> None:
    verdict = verify(quote_of("half of the buses came late", **fields), prepared_of(TWICE, with_text=at_hand))
    assert verdict.outcome is Outcome.NEAR
    assert verdict.words == ()


def test_prefix_and_suffix_of_punctuation_alone(*, at_hand: bool) -> None:
    text = "One (two three four five six) and two three four five six."
    for fields, first in (({"prefix": "("}, 1), ({"suffix": ")"}, 1), ({"suffix": "."}, 7)):
        verdict = verify(quote_of("two three four five six", **fields), prepared_of(text, with_text=at_hand))
        assert verdict.place is not None
        assert verdict.place.words == ((first, first + 5),)
    assert outcome("two three four five six", text, at_hand=at_hand, prefix=")") is Outcome.NEAR


def test_a_prefix_reaches_into_the_first_parts_surroundings_and_a_suffix_into_the_last(*, at_hand: bool) -> None:
    text = "a b c d e f x g h i j k l. Or a b c d e y x g h i j k m."
    exact = "a b c d e [...] g h i j k"
    prepared = prepared_of(text, with_text=at_hand)
    assert verify(quote_of(exact), prepared).outcome is Outcome.AMBIGUOUS
    for fields, words in (
        ({"suffix": "l."}, ((0, 5), (7, 12))),
        ({"prefix": "Or"}, ((14, 19), (21, 26))),
    ):
        verdict = verify(quote_of(exact, **fields), prepared)
        assert verdict.place is not None
        assert verdict.place.words == words


def test_many_places_hide_none(*, at_hand: bool) -> None:
    often = "a b c d e z. " * 300
    text = often + "\n\nNow a b c d e and so f g h i j."
    exact = "a b c d e [...] f g h i j"
    prepared = prepared_of(text, with_text=at_hand)
    assert verify(quote_of(exact), prepared).outcome is Outcome.AMBIGUOUS
    verdict = verify(quote_of(exact, prefix="Now"), prepared)
    assert verdict.place is not None
    assert verdict.place.words == ((1801, 1806), (1808, 1813))


def test_a_quote_that_stands_nearly_everywhere_takes_no_time(*, at_hand: bool) -> None:
    prepared = prepared_of("a " * 5_000 + "b", with_text=at_hand)
    verdict = verify(quote_of("a a a a a [...] a a a a a [...] a a a a a"), prepared)
    assert verdict.outcome is Outcome.AMBIGUOUS
    assert len(verdict.places) == 100
    assert verify(quote_of("a a a a a", suffix="b"), prepared).outcome is Outcome.VERIFIED


@pytest.mark.parametrize(
    "text",
    [
        "It came late again today. It came late again today. So",
        "It came late again today! It came late again today.",
        "It came late again today\n\nIt came late again today.",
    ],
)
def test_the_same_whole_sentence_is_one_place(text: str, *, at_hand: bool) -> None:
    verdict = verify(quote_of("It came late again today"), prepared_of(text, with_text=at_hand))
    assert verdict.outcome is (Outcome.AMBIGUOUS if "!" in text else Outcome.VERIFIED)
    assert verdict.places[0].words == ((0, 5),)
    assert len(verdict.places) == (2 if "!" in text else 1)


@pytest.mark.parametrize(
    "text",
    [
        "It came late again today. It came late again today? So",
        "It came late again today. Perhaps It came late again today.",
        "It came late again today. It came late again today, yes.",
        "It came late again today. It came late again, today. It came late again today; so.",
        "Now It came late again today and It came late again today.",
    ],
)
def test_another_sentence_is_another_place(text: str, *, at_hand: bool) -> None:
    assert outcome("It came late again today", text, at_hand=at_hand) is Outcome.AMBIGUOUS


def test_no_capture() -> None:
    assert verify(quote_of(EXACT), None) == Verdict(outcome=Outcome.NO_CAPTURE)


def test_in_another_source(*, at_hand: bool) -> None:
    own = prepared_of("One two three four five.", with_text=at_hand)
    other, third = (prepared_of(TEXT, id_, with_text=at_hand) for id_ in ("other", "third"))
    assert verify(quote_of(EXACT), own, [own, other, third]) == Verdict(
        outcome=Outcome.ELSEWHERE, sources=("other", "third")
    )


def test_another_source_does_not_matter_where_the_own_one_has_the_words(*, at_hand: bool) -> None:
    own, other = prepared_of(TEXT, with_text=at_hand), prepared_of(TEXT, "other", with_text=at_hand)
    assert verify(quote_of(EXACT), own, [own, other]).outcome is Outcome.VERIFIED


def test_near_by_the_capture_alone() -> None:
    assert verify(quote_of("half of the buses came late that summer"), prepared_of(TEXT)) == Verdict(
        outcome=Outcome.NEAR, words=("summer",)
    )


def test_near_with_the_text_at_hand() -> None:
    verdict = verify(quote_of("half of the trams came late that winter"), prepared_of(TEXT, with_text=True))
    assert verdict == Verdict(
        outcome=Outcome.NEAR,
        words=("trams",),
        passage="half of the buses came late that winter",
        difference="half of the [-trams-] {+buses+} came late that winter",
    )


def test_absent(*, at_hand: bool) -> None:
    prepared = prepared_of(TEXT, with_text=at_hand)
    assert verify(quote_of("Zebras graze quietly under open skies"), prepared, [prepared]) == Verdict(
        outcome=Outcome.ABSENT
    )


def test_words_with_the_checksum_of_others_are_refused(*, at_hand: bool) -> None:
    text, clash = "They came late again plumless", "They came late again buckeroo"
    assert zlib.crc32(text.encode()) == zlib.crc32(clash.encode())
    assert outcome(clash, text, at_hand=at_hand) in NEARLY


def test_a_text_that_is_not_the_captured_one_is_left_out() -> None:
    prepared = prepare(source_of(), capture_text(TEXT, SOURCE), "Another text")
    assert prepared.text is None
    assert verify(quote_of(EXACT), prepared).outcome is Outcome.VERIFIED


def test_a_text_of_other_words_than_the_capture_refuses() -> None:
    prepared = prepare(source_of(), capture_text(TEXT, SOURCE), TEXT.replace("winter", "summer"))
    assert verify(quote_of(EXACT), prepared).outcome is Outcome.NEAR


def corpus_of(*exacts: str) -> Corpus:
    record = adapter(Claim).validate_python(
        {
            "title": "Late buses",
            "assertion": "In Town in 2021, half of the buses came late.",
            "kind": "factual",
            "scope": {"place": "Town", "period": "2021"},
            "quotes": [{"source": "town-report-2021", "exact": exact} for exact in exacts],
        }
    )
    claim = Entry(id="late", path="claims/buses/late.yml", record=record, mark=Mark(1, 1, None, {}))
    return Corpus(claims={"late": claim}, topics={}, sources={}, voices={}, topic_of={"late": "buses"})


def test_all_quotes_are_checked_in_order() -> None:
    verdicts = verify_all(
        corpus_of(EXACT, "not there", "Trams came on time. They"), {"town-report-2021": prepared_of(TEXT)}
    )
    assert [(key, verdict.outcome) for key, verdict in verdicts.items()] == [
        (("late", 0), Outcome.VERIFIED),
        (("late", 1), Outcome.TOO_SHORT),
        (("late", 2), Outcome.VERIFIED),
    ]
    assert verify_all(corpus_of(EXACT), {})["late", 0] == Verdict(outcome=Outcome.NO_CAPTURE)


def test_all_other_sources_are_searched() -> None:
    prepared = {"town-report-2021": prepared_of("One two three four five."), "other": prepared_of(TEXT, "other")}
    assert verify_all(corpus_of(EXACT), prepared)["late", 0] == Verdict(outcome=Outcome.ELSEWHERE, sources=("other",))


def test_what_verified_is_remembered_as_long_as_its_ground_stays() -> None:
    cache = QuoteCache()
    prepared: PreparedSource = prepared_of(TEXT)
    first = verify_all(corpus_of(EXACT, "not there"), {"town-report-2021": prepared}, cache)
    assert set(cache.verified) == {digest_of(quote_of(EXACT))}
    again = verify_all(corpus_of(EXACT), {"town-report-2021": prepared}, cache)
    assert again["late", 0] is first["late", 0]
    other = verify_all(corpus_of(EXACT), {"town-report-2021": prepared_of("One two three four five")}, cache)
    assert other["late", 0].outcome is Outcome.ABSENT
    assert cache.verified == {}
