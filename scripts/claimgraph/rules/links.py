"""Rules about links between claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.findings import Severity
from claimgraph.graph import LINK_KINDS
from claimgraph.nearest import did_you_mean
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator




@rule(Severity.ERROR)
def unknown_claim(examined: Examined) -> Iterator[Problem]:
    """A link names a claim that exists.

    The claim that a link names, and each co-premise under `with`, is the id of a claim file: its file name without
    `.yml`.

    Bad:

        supports: [{claim: waits-are-sort, because: "…"}]

    Good:

        supports: [{claim: waits-are-short, because: "…"}]
    """
    claims = examined.corpus.claims
    for claim in claims.values():
        for kind in LINK_KINDS:
            for index, link in enumerate(getattr(claim.record, kind)):
                if link.claim not in claims:
                    yield Problem(
                        at=claim.at(kind, index, "claim"),
                        message=f"{kind} '{link.claim}', which is not a claim{did_you_mean(link.claim, claims)}",
                        hint="name the id of a claim file, without .yml",
                    )
