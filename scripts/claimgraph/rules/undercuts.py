"""Rules about undercuts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.findings import Severity
from claimgraph.model.claim import steps_of
from claimgraph.model.links import HITS
from claimgraph.nearest import did_you_mean
from claimgraph.rules.places import lies_within
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import KIND_IN_WORDS, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.claim import Claim, Scope
    from claimgraph.model.corpus import Entry
    from claimgraph.model.links import LinkKind, Undercut

Wrong: TypeAlias = "tuple[str, str] | None"
"""Message and hint, or None if nothing is wrong."""

_Makers: TypeAlias = "dict[tuple[str, str, str], str]"
"""The claim that makes a step, by the kind of the step, a further premise, and the claim to which it leads."""

_DOES: Final[Mapping[LinkKind, str]] = {
    "supports": "support",
    "counts_against": "count against",
    "limits": "limit",
}


@rule(Severity.ERROR)
def undercut_names_nothing(examined: Examined) -> Iterator[Problem]:
    """An undercut names the one part of a claim that it hits, and that part exists.

    The part is one of these: a quote or a citation of the claim, by its `id`; all of its quotes and citations that rest
    on one study, by their `rests_on`; the step from the claim to a third claim that it `supports` or `counts_against`;
    its limit of a third claim, by `limits`; or its conflict with a third claim, by `opposes`, in whichever file that
    is. A reason against the claim itself is `opposes` or `counts_against`.

    Bad:

        undercuts: [{claim: buses-are-late, because: "…"}]

    Good:

        undercuts: [{claim: buses-are-late, quote: fudge, because: "…"}]
    """
    claims = examined.corpus.claims
    makers: _Makers = {
        (kind, premise, link.claim): claim.id
        for claim in claims.values()
        for kind, _, link in steps_of(claim.record)
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
        hint="name what it hits; what is said against the claim itself is `opposes` or `counts_against`",
    )


def _missing(claims: Mapping[str, Entry[Claim]], makers: _Makers, undercut: Undercut, hit: Entry[Claim]) -> Wrong:
    """Return what is wrong if the part that an undercut names does not exist."""
    match undercut.part:
        case "opposes", third:
            return _no_conflict(claims, hit, third)
        case "supports" | "counts_against" | "limits" as kind, third:
            return _no_link(claims, makers, hit, kind, third)
        case "rests_on", study:
            studies = [*(q.rests_on for q in hit.record.quotes), *(c.rests_on for c in hit.record.citations)]
            return _no_item(hit, "`rests_on`", study, list(dict.fromkeys(studies)))
        case "quote", name:
            return _no_item(hit, "quote", name, [quote.id for quote in hit.record.quotes])
        case _, name:
            return _no_item(hit, "citation", name, [citation.id for citation in hit.record.citations])
    return None


def _no_item(hit: Entry[Claim], noun: str, written: str, given: list[str | None]) -> Wrong:
    if written in given:
        return None
    ids = [id_ for id_ in given if id_ is not None]
    message = f"'{hit.id}' has no {noun} '{written}'{did_you_mean(written, ids)}"
    if noun == "`rests_on`":
        there = f"it has: {', '.join(ids)}" if ids else f"name the study under `rests_on` of its quotes in {hit.path}"
        return message, there
    return message, f"its {noun}s are: {', '.join(ids)}" if ids else f"give the {noun} an `id` in {hit.path}"


def _no_link(
    claims: Mapping[str, Entry[Claim]], makers: _Makers, hit: Entry[Claim], kind: LinkKind, third: str
) -> Wrong:
    if third not in claims or any(link.claim == third for link in getattr(hit.record, kind)):
        return None
    maker = makers.get((kind, hit.id, third))
    hint = f"name the claim that makes the step: '{maker}'" if maker else _reached(hit, kind)
    return f"'{hit.id}' does not {_DOES[kind]} '{third}'", hint


def _no_conflict(claims: Mapping[str, Entry[Claim]], hit: Entry[Claim], third: str) -> Wrong:
    other = claims.get(third)
    if other is None or any(link.claim == third for link in hit.record.opposes):
        return None
    if any(link.claim == hit.id for link in other.record.opposes):
        return None
    return f"'{hit.id}' and '{third}' do not oppose each other", _reached(hit, "opposes")


def _reached(hit: Entry[Claim], kind: LinkKind) -> str:
    ids, does = [link.claim for link in getattr(hit.record, kind)], KIND_IN_WORDS[kind]
    return f"it {does}: {', '.join(ids)}" if ids else f"it {does} nothing"


@rule(Severity.ERROR)
def undercut_of_a_wider_step(examined: Examined) -> Iterator[Problem]:
    """An undercut of a step has no narrower scope than the step, or says in `despite` why it still breaks the step.

    One clinic does not break a step about the whole country. If the place, period or population of the claim that
    undercuts is a part of that of the claim from which the step leads, the step mostly holds elsewhere. Then the claim
    counts against the claim to which the step leads.

    Bad, where the step leads from a claim about England:

        scope: {place: "Leeds, England", period: 2021}
        undercuts: [{claim: late-in-england, supports: buses-are-slow, because: "…"}]

    Good:

        scope: {place: "Leeds, England", period: 2021}
        counts_against: [{claim: buses-are-slow, because: "…"}]
    """
    claims = examined.corpus.claims
    for claim in claims.values():
        for index, undercut in enumerate(claim.record.undercuts):
            hit = claims.get(undercut.claim)
            if hit is None or undercut.despite.strip() or not (undercut.supports or undercut.counts_against):
                continue
            narrower = [*_narrower(claim.record.scope, hit.record.scope)]
            if narrower:
                yield Problem(
                    at=claim.at("undercuts", index, "claim"),
                    message=f"undercuts a step from '{hit.id}' without `despite`, although it speaks of less: "
                    f"{listed(narrower)}",
                    hint="say in `despite` why it breaks the step all the same, or write `counts_against`",
                )


def _narrower(ours: Scope, theirs: Scope) -> Iterator[str]:
    if lies_within(ours.place, theirs.place):
        yield f"place ('{ours.place}' here, '{theirs.place}' there)"
    if ours.period.is_part_of(theirs.period):
        yield f"period ('{ours.period.text}' here, '{theirs.period.text}' there)"
    some, all_ = (set(scope.population.casefold().split()) for scope in (ours, theirs))
    if all_ and all_ < some:
        yield f"population ('{ours.population}' here, '{theirs.population}' there)"
