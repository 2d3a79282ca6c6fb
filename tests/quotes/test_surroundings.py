"""What stands around a quote: small words that it leaves out ask for context."""

from __future__ import annotations

import pytest

from claimgraph.quotes.prepared import prepare
from claimgraph.quotes.verify import verify
from tests.quotes.prepared import prepared_of, quote_of, source_of, stored

EXACT = "the buses came late again"


def marks(text: str, exact: str = EXACT, *, at_hand: bool, speaker: str = "", **fields: object) -> tuple[str, ...]:
    prepared = prepare(source_of(**fields), stored(text), text if at_hand else None)
    verdict = verify(quote_of(exact, speaker=speaker), prepared)
    assert verdict.place is not None
    return verdict.place.marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the buses came late again.", ()),
        ("In town the buses came late again at night.", ()),
        # before
        ("No study found that the buses came late again.", ("negation",)),
        ("I don\u2019t think the buses came late again.", ("attribution", "negation")),
        ("The suspicion is that the buses came late again.", ("attribution",)),
        ("Perhaps the buses came late again.", ("hedge",)),
        ("If the buses came late again, we walked.", ("condition",)),
        ("About 10% of the buses came late again.", ("hedge",)),
        ("At times the buses came late again.", ("hedge",)),
        ("Far from it: the buses came late again.", ("negation",)),
        ("No\u2014the buses came late again.", None),
        ("They said no\u2014 the buses came late again.", ("attribution", "negation")),
        ("It was not so\u2014or was it\u2014 that the buses came late again.", ("negation",)),
        ("There is no proof that\nthe buses came late again: we looked.", ("negation",)),
        ("There is no proof of this:\nthe buses came late again.", ("negation",)),
        ("Nobody at Action for M.E. Town saw that the buses came late again.", ("negation",)),
        # after
        ("the buses came late again, they said.", ("attribution",)),
        ("the buses came late again, or so it may seem.", ("hedge",)),
        ("the buses came late again in no case.", ("negation",)),
        ("the buses came late again unless it rained.", ("condition",)),
        ("the buses came late again \u2013 I think.", ("attribution",)),
        # in the sentences beside
        ("It was not so. Then the buses came late again. It was not so.", ()),
        ("Not so!\n\nthe buses came late again\n\nNot so.", ()),
        ("\u2022 not so\n\u2022 the buses came late again\n\u2022 not so", ()),
        # inside the quote
        ("Now the buses came late again.", ()),
    ],
)
def test_the_sentence_around_a_quote(text: str, expected: tuple[str, ...] | None, *, at_hand: bool) -> None:
    if expected is None:
        assert not verify(quote_of(EXACT), prepared_of(text, with_text=at_hand)).is_verified
        return
    assert marks(text, at_hand=at_hand) == expected


def test_small_words_inside_a_quote_are_not_asked_for(*, at_hand: bool) -> None:
    text = "So perhaps they said the buses may not come if it rains."
    assert marks(text, "perhaps they said the buses may not come if it rains", at_hand=at_hand) == ()
    assert marks(text, "the buses may not come if it rains", at_hand=at_hand) == ("attribution", "hedge")
    assert marks(text, "perhaps they said the buses may not", at_hand=at_hand) == ("condition",)


@pytest.mark.parametrize(
    ("middle", "expected"),
    [
        ("in town", ()),
        ("did not come. All", ("negation",)),
        ("came. Nobody said so. Still", ("attribution", "negation")),
        ("might as well have", ("hedge",)),
        ("came if the", ("condition",)),
    ],
)
def test_what_is_left_out_inside(middle: str, expected: tuple[str, ...], *, at_hand: bool) -> None:
    text = f"In all the buses of the town {middle} the trams of the old town came."
    exact = "the buses of the town [...] the trams of the old town"
    assert marks(text, exact, at_hand=at_hand) == expected


def test_all_sentences_that_a_quote_touches_are_looked_at(*, at_hand: bool) -> None:
    text = "It may be. Not all of the buses came late. Again they waited, she said. If so."
    assert marks(text, "the buses came late. Again they waited", at_hand=at_hand) == ("attribution", "negation")


SEGMENTS = [{"lines": "1", "speaker": "Driver"}, {"lines": "2", "speaker": "Rider"}]
SPEAKERS: dict[str, object] = {"Driver": {}, "Rider": {}}


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("They all said", ()),
        ("They never did", ("negation",)),
        ("They perhaps did", ("hedge",)),
        ("They asked if", ("condition",)),
        ("They say nobody thinks", ("negation",)),
    ],
)
def test_outside_the_segment_all_but_an_attribution_is_asked_for(
    before: str, expected: tuple[str, ...], *, at_hand: bool
) -> None:
    text = f"{before}\nthe buses came late again"
    found = marks(text, at_hand=at_hand, speaker="Rider", speakers=SPEAKERS, segments=SEGMENTS)
    assert found == expected


def test_an_attribution_inside_the_segment_is_asked_for(*, at_hand: bool) -> None:
    text = "They all said\nI think the buses came late again"
    assert marks(text, at_hand=at_hand, speaker="Rider", speakers=SPEAKERS, segments=SEGMENTS) == ("attribution",)


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("the buses came late again.", True),
        ("So.\n\nthe buses came late again\n\nSo.", True),
        ("Now the buses came late again.", False),
        ("the buses came late again now.", False),
    ],
)
def test_whether_a_sentence_has_more(text: str, *, is_whole: bool, at_hand: bool) -> None:
    verdict = verify(quote_of(EXACT), prepared_of(text, with_text=at_hand))
    assert verdict.place is not None
    assert verdict.place.is_whole is is_whole
    sentence = text.rstrip(".") if at_hand and not is_whole else ""
    assert verdict.sentence == sentence


def test_a_label_is_nothing_more_of_the_sentence(*, at_hand: bool) -> None:
    prepared = prepared_of(
        "Driver: the buses came late again.\nRider: no.",
        with_text=at_hand,
        speakers=SPEAKERS,
        segments="speaker-turns",
    )
    verdict = verify(quote_of(EXACT, speaker="Driver"), prepared)
    assert verdict.place is not None
    assert verdict.place.is_whole


def test_words_left_out_between_parts_make_a_quote_less_than_whole(*, at_hand: bool) -> None:
    text = "One two three four five, then six seven eight nine ten."
    verdict = verify(
        quote_of("One two three four five [...] six seven eight nine ten"), prepared_of(text, with_text=at_hand)
    )
    assert verdict.place is not None
    assert not verdict.place.is_whole
