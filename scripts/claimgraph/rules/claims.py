"""Rules about a claim as a whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.captures.folding import fold
from claimgraph.captures.sentences import sentence_starts
from claimgraph.captures.words import cut
from claimgraph.findings import Severity
from claimgraph.model.claim import steps_of
from claimgraph.rules.naming import unread
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import in_a_circle, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry

_CLOSING: Final = "'\")]\u2019\u201d"
_PERHAPS_TWO: Final = re.compile(r"[.!?:][" + re.escape(_CLOSING) + r"]*\s+\S")


@rule(Severity.ERROR)
def no_evidence(examined: Examined) -> Iterator[Problem]:
    """A claim has at least one quote or citation, or another claim is a reason for or against it.

    A claim that nobody makes and that nothing leads to does not belong here.

    Bad:

        title: Buses are late
        quotes: []

    Good:

        title: Buses are late
        citations: [{source: town-report-2021, finding: Half of the buses arrived late.}]
    """
    if unread(examined, "claims"):
        return  # A claim that could not be read may be the one that supports.
    claims = examined.corpus.claims
    supported = {
        link.claim for claim in claims.values() for _, _, link in steps_of(claim.record) if link.claim != claim.id
    }
    for claim in claims.values():
        if not claim.record.quotes and not claim.record.citations and claim.id not in supported:
            yield Problem(
                at=claim.at("title"),
                message="the claim has no quote and no citation, and no claim is a reason for it or against it",
                hint="add the words of somebody who makes it, or a citation",
            )


@rule(Severity.ERROR, words=("assertion",))
def duplicate_assertion(examined: Examined) -> Iterator[Problem]:
    """No two claims make the same assertion in the same words.

    One assertion is one claim, so that everything about it is in one place. Case and white space do not count.

    Bad, in two files:

        assertion: In Harbour Town in 2021, buses were late.

    Good, in one file, with the quotes of both:

        quotes: [{source: town-report-2021, exact: "…"}, {source: letter-of-a-driver, exact: "…"}]
    """
    first: dict[str, Entry[Claim]] = {}
    for claim in examined.corpus.claims.values():
        other = first.setdefault(" ".join(claim.record.assertion.casefold().split()), claim)
        if other is not claim:
            yield Problem(
                at=claim.at("assertion"),
                message=f"asserts the same as '{other.id}': {shortened(claim.record.assertion)}",
                hint=f"move the quotes to {other.path}, and keep this id there under `aliases`",
            )


@rule(Severity.WARNING, words=("assertion",))
def assertion_not_one_sentence(examined: Examined) -> Iterator[Problem]:
    """An assertion is one declarative sentence with a full stop.

    A question asserts nothing, and of two sentences one may be true and the other false.

    Bad:

        assertion: Are buses late in Harbour Town?

    Good:

        assertion: In Harbour Town in 2021, buses were late.
    """
    for claim in examined.corpus.claims.values():
        wrong = _not_one_sentence(claim.record.assertion.rstrip())
        if wrong:
            yield Problem(
                at=claim.at("assertion"),
                message=f"the assertion {wrong}",
                hint="write one declarative sentence with a full stop; a second claim goes into a file of its own",
            )


def _not_one_sentence(assertion: str) -> str:
    bare = assertion.rstrip(_CLOSING)
    if bare.endswith("?"):
        return "is a question"
    if not bare.endswith("."):
        return "does not end in a full stop"
    if not _PERHAPS_TWO.search(assertion):
        return ""
    folded = fold(assertion)
    sentences = sum(1 for _ in sentence_starts(folded, cut(folded)))
    return f"has {sentences} sentences" if sentences > 1 else ""


@rule(Severity.ERROR)
def replaced_by_circle(examined: Examined) -> Iterator[Problem]:
    """Claims do not replace each other in a circle.

    Readers are led from a claim to the claim that replaces it, and must arrive somewhere.

    Bad, in `buses-are-late.yml`, while `late-buses` is replaced by it:

        replaced_by: late-buses

    Good:

        replaced_by: buses-late-in-2021
    """
    claims = examined.corpus.claims
    done: set[str] = set()
    for first in claims:
        way: dict[str, None] = {}
        here: str | None = first
        while here is not None and here in claims and here not in done and here not in way:
            way[here] = None
            here = claims[here].record.replaced_by
        done.update(way)
        if here is None or here not in way:
            continue
        circle = list(way)[list(way).index(here) :]
        turn = circle.index(min(circle))
        circle = [*circle[turn:], *circle[: turn + 1]]
        yield Problem(
            at=claims[circle[0]].at("replaced_by"),
            message=f"claims replace each other in a circle: {in_a_circle(circle)}",
            hint="remove `replaced_by` from the claim that is to stay",
        )
