"""What a quote that does not verify was meant to say, by the capture alone and with the text at hand."""

from __future__ import annotations

import pytest

from claimgraph.model.verdict import Outcome
from claimgraph.quotes.verify import verify
from tests.quotes.prepared import prepared_of, quote_of

TEXT = """The council had decided to close the lido in

Lido report - page 2

the winter of that year because of cost. We warned the council in 2019 about it, and nobody came back to us.
They said "the pool is too cold for us" and left the old town hall at once. A change of -5 degrees was seen in May.
"""


@pytest.mark.parametrize(
    ("quote", "meant", "words"),
    [
        # One slip, in words so few that no five of them stand in the source.
        ("We warned the counsil in 2019 about it", "We warned the council in 2019 about it", ("counsil",)),
        ("We warned the coucnil in 2019 about it", "We warned the council in 2019 about it", ("coucnil",)),
        ("We warned the Council in 2019 about it", "We warned the council in 2019 about it", ("Council",)),
        ("We warned the council in 2018 about it", "We warned the council in 2019 about it", ("2018",)),
        ("we warned the council in", "We warned the council in", ("we",)),
        ("We warned the town council in 2019", "We warned the council in 2019", ("town",)),
        ("We warned council in 2019 about it", "We warned the council in 2019 about it", ("warned", "council")),
        ("about it and nobody came back", "about it, and nobody came back", ("it", "and")),
        ("change of 5 degrees was seen", "change of -5 degrees was seen", ("5",)),
        # Slips in several words.
        (
            "The council hed decided to close teh lido in",
            "The council had decided to close the lido in",
            ("hed", "teh"),
        ),
        # Words are left out.
        (
            "We warned the council in 2019 ... nobody came back to us",
            "We warned the council in 2019 [...] nobody came back to us",
            (),
        ),
        (
            "\u2026 We warned the council in 2019 (\u2026) nobody came back to us \u2026",
            "We warned the council in 2019 [...] nobody came back to us",
            (),
        ),
        ("We warned the ... council in 2019 about it", "We warned the council in 2019 about it", ()),
        (
            "decided to close the lido in the winter of that year",
            "decided to close the lido in [...] the winter of that year",
            (),
        ),
        # What stands at the ends.
        ('"We warned the council in 2019."', "We warned the council in 2019", ()),
        ('"We warned the council in 2019 about it,"', "We warned the council in 2019 about it,", ()),
        ("the pool is too cold for us.", "the pool is too cold for us", ()),
        ("We wanred the council in 2019.", "We warned the council in 2019", ("wanred",)),
        # Another order is no omission.
        ("the pool is too cold for ... We warned the council in 2019", "", ()),
    ],
)
def test_what_was_meant(quote: str, meant: str, words: tuple[str, ...], *, at_hand: bool) -> None:
    verdict = verify(quote_of(quote), prepared_of(TEXT, with_text=at_hand))
    assert not verdict.is_verified
    assert verdict.meant == meant
    assert verdict.outcome is Outcome.NEAR
    if meant:
        assert verdict.words == words
        assert verify(quote_of(meant), prepared_of(TEXT, with_text=at_hand)).is_verified


def test_a_slip_is_shown_by_the_capture_alone() -> None:
    verdict = verify(quote_of("We warned the counsil in 2019 about it"), prepared_of(TEXT))
    assert verdict.passage == "We warned the council in 2019 about it"
    assert verdict.difference == "We warned the [-counsil-] {+council+} in 2019 about it"


def test_words_that_nobody_wrote_are_absent() -> None:
    verdict = verify(quote_of("zebras graze under the wide blue sky"), prepared_of(TEXT))
    assert (verdict.outcome, verdict.words, verdict.meant) == (Outcome.ABSENT, (), "")
