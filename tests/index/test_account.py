"""Why a claim stands as it does, as its page tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.index.account import Account, ReasonNode, account
from claimgraph.index.addresses import Ref
from tests.pages.corpora import claim, quote, source, view

if TYPE_CHECKING:
    from claimgraph.index.view import View

SAID = [quote("A rider")]


def shown(*others: object, **fields: object) -> View:
    return view(claim("a", quotes=SAID, **fields), *others, source())  # type: ignore[arg-type]


def test_a_claim_without_a_challenge_has_no_account() -> None:
    assert account(shown(claim("b", supports=[{"claim": "a", "because": "."}])), "a") is None


def test_an_open_dispute() -> None:
    opposing = claim("b", quotes=SAID, opposes=[{"claim": "a", "because": "."}])
    seen = shown(opposing)
    assert account(seen, "a") == Account(
        reasons=(
            ReasonNode(
                says="Opposed by",
                claim=Ref(title="Title of b", address="claims/b/"),
                outcome="not settled here",
                state="Open dispute: each side’s claim excludes the other’s",
                more=False,
                children=(),
            ),
        ),
        found="Any one of 3 changes would alter whether it stands.",
        changes=(
            "If somebody showed that it and ‘Title of b’ can both be true, it would stand.",
            "If it lost the words of A rider, it would have no evidence.",
            "If ‘Title of b’ lost the words of A rider, it would stand.",
        ),
    )


def test_a_challenge_that_is_answered_shows_the_answer_below_it() -> None:
    opposing = claim("b", quotes=[quote("A rider", id="q")], opposes=[{"claim": "a", "because": "."}])
    reply = claim("c", quotes=SAID, undercuts=[{"claim": "b", "quote": "q", "because": "."}])
    made = account(shown(opposing, reply), "a")
    assert made is not None
    (reason,) = made.reasons
    assert (reason.says, reason.outcome, reason.state) == ("Opposed by", "answered", "Contradicted, with no reply here")
    assert [(child.says, child.claim.title) for child in reason.children] == [
        ("Its grounds are doubted by", "Title of c")
    ]


def test_words_that_dispute_are_named_by_their_voice() -> None:
    disputed = shown(claim("b"))
    assert account(disputed, "b") is None
    made = account(view(claim("a", quotes=[*SAID, quote("A driver", stance="disputes")]), source()), "a")
    assert made is not None
    assert [(reason.says, reason.claim, reason.state) for reason in made.reasons] == [
        ("Disputed in", Ref(title="words of A driver", address=None), "")
    ]
