"""Rules about explanations: the reason of a link, and why the cut of a quote is fair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.model.claim import links_of
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.location import Step
    from claimgraph.model.claim import Claim

FEWEST: Final = 5
"""The fewest words of a reason."""


@rule(Severity.WARNING)
def reason_too_short(examined: Examined) -> Iterator[Problem]:
    """`because`, and the `context` of a quote, have at least five words.

    Readers judge a link by its reason, and a cut by why it is fair. Fewer words hardly say either.

    Bad:

        supports: [{claim: buses-are-late, because: See above.}]

    Good:

        supports: [{claim: buses-are-late, because: A bus that is held up comes late.}]
    """
    for claim in examined.corpus.claims.values():
        for steps, text in _said(claim.record):
            if 0 < len(text.split()) < FEWEST:
                yield Problem(
                    at=claim.at(*steps),
                    message=f"`{steps[-1]}` has fewer than five words: {shortened(text)}",
                    hint="say it in a sentence that a reader can judge",
                )


def _said(claim: Claim) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield each reason and context with the steps that lead to it in the file."""
    for kind, index, link in links_of(claim):
        yield (kind, index, "because"), link.because
    for index, quote in enumerate(claim.quotes):
        yield ("quotes", index, "context"), quote.context
