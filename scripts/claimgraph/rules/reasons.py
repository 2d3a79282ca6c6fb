"""Rules about explanations: the reason of a link, and why the cut of a quote is fair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.model.claim import links_of
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.location import Location
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry

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
        for at, field, text in _said(claim):
            if 0 < len(text.split()) < FEWEST:
                yield Problem(
                    at=at,
                    message=f"`{field}` has fewer than five words: {shortened(text)}",
                    hint="say it in a sentence that a reader can judge",
                )


def _said(claim: Entry[Claim]) -> Iterator[tuple[Location, str, str]]:
    for kind, index, link in links_of(claim.record):
        yield claim.at(kind, index, "because"), "because", link.because
    for index, quote in enumerate(claim.record.quotes):
        yield claim.at("quotes", index, "context"), "context", quote.context
