"""Rules about undercuts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimgraph.findings import Severity
from claimgraph.model.claim import HITS
from claimgraph.nearest import did_you_mean
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.claim import Claim, Undercut
    from claimgraph.model.corpus import Entry

Wrong: TypeAlias = "tuple[str, str] | None"
"""Message and hint, or None where nothing is wrong."""


@rule(Severity.ERROR)
def undercut_names_nothing(examined: Examined) -> Iterator[Problem]:
    """An undercut names the one part that it hits, and that part is there.

    That is one of: a quote or a citation of the claim, by its `id`; the step from the claim to a third that it
    `supports`; or the conflict between the claim and a third that it `opposes`, which may stand in either file. What
    is said against the claim itself is `opposes`.

    Bad:

        undercuts: [{claim: buses-are-late, because: "…"}]

    Good:

        undercuts: [{claim: buses-are-late, quote: fudge, because: "…"}]
    """
    claims = examined.corpus.claims
    makers = {
        (premise, link.claim): claim.id
        for claim in claims.values()
        for link in claim.record.supports
        for premise in link.together
    }
    for claim in claims.values():
        for index, undercut in enumerate(claim.record.undercuts):
            hit = claims.get(undercut.claim)
            named = [target for target in HITS if getattr(undercut, target) is not None]
            if len(named) != 1:
                yield _not_one(claim, index, named)
            elif hit is not None and (found := _missing(claims, makers, undercut, hit)):
                at = claim.at("undercuts", index, named[0])
                yield Problem(at=at, message=found[0], hint=found[1])


def _not_one(claim: Entry[Claim], index: int, named: list[str]) -> Problem:
    if named:
        at = claim.at("undercuts", index, named[1], key=True)
        message = f"an undercut names one part of a claim; this one names {listed(f'`{target}`' for target in named)}"
        return Problem(at=at, message=message, hint="write an undercut for each")
    return Problem(
        at=claim.at("undercuts", index),
        message=f"the undercut names no part of the claim: expected one of {', '.join(HITS)}",
        hint="name what it hits; what is said against the claim itself is `opposes`",
    )


def _missing(
    claims: Mapping[str, Entry[Claim]], makers: Mapping[tuple[str, str], str], undercut: Undercut, hit: Entry[Claim]
) -> Wrong:
    """Say that what an undercut names is not there; `makers` are the claims that make a step with a co-premise."""
    if undercut.supports is not None:
        return _no_step(claims, makers, hit, undercut.supports)
    if undercut.opposes is not None:
        return _no_conflict(claims, hit, undercut.opposes)
    if undercut.quote is not None:
        return _no_item(hit, "quote", undercut.quote, [quote.id for quote in hit.record.quotes])
    return _no_item(hit, "citation", undercut.citation or "", [citation.id for citation in hit.record.citations])


def _no_item(hit: Entry[Claim], noun: str, written: str, given: list[str | None]) -> Wrong:
    if written in given:
        return None
    ids = [id_ for id_ in given if id_ is not None]
    message = f"'{hit.id}' has no {noun} '{written}'{did_you_mean(written, ids)}"
    return message, f"its {noun}s are: {', '.join(ids)}" if ids else f"give the {noun} an `id` in {hit.path}"


def _no_step(
    claims: Mapping[str, Entry[Claim]], makers: Mapping[tuple[str, str], str], hit: Entry[Claim], third: str
) -> Wrong:
    if third not in claims or any(link.claim == third for link in hit.record.supports):
        return None
    maker = makers.get((hit.id, third))
    hint = f"name the claim that makes the step: '{maker}'" if maker else _reached(hit, "supports")
    return f"'{hit.id}' does not support '{third}'", hint


def _no_conflict(claims: Mapping[str, Entry[Claim]], hit: Entry[Claim], third: str) -> Wrong:
    other = claims.get(third)
    if other is None or any(link.claim == third for link in hit.record.opposes):
        return None
    if any(link.claim == hit.id for link in other.record.opposes):
        return None
    return f"'{hit.id}' and '{third}' do not oppose each other", _reached(hit, "opposes")


def _reached(hit: Entry[Claim], kind: str) -> str:
    ids = [link.claim for link in getattr(hit.record, kind)]
    return f"it {kind}: {', '.join(ids)}" if ids else f"it {kind} nothing"
