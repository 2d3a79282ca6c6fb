"""Rules about what may oppose what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.rules.places import lie_apart
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry
    from claimgraph.model.links import Opposition

_ALL_OR_NONE: Final = re.compile(
    r"\b(?:all|always|any|anybody|anyone|anything|each|every|everybody|everyone|everything|everywhere|never|no|nobody"
    r"|none|nothing|nowhere|only)\b",
    re.IGNORECASE,
)


def _oppositions(examined: Examined) -> Iterator[tuple[Entry[Claim], int, Opposition, Entry[Claim]]]:
    """Yield each opposition: the claim that makes it, its index in the claim, the link, and the opposed claim."""
    claims = examined.corpus.claims
    for claim in claims.values():
        for index, link in enumerate(claim.record.opposes):
            other = claims.get(link.claim)
            if other is not None and other is not claim:
                yield claim, index, link, other


@rule(Severity.ERROR)
def opposes_disjoint_periods(examined: Examined) -> Iterator[Problem]:
    """Claims about times without a common day do not oppose each other.

    Both can be true, since things change. Write `counts_against` or `rivals` at most.

    Bad, where `buses-were-late` is about 2019:

        scope: {place: Harbour Town, period: 2021}
        opposes: [{claim: buses-were-late, because: "…"}]

    Good:

        scope: {place: Harbour Town, period: 2021}
        rivals: [{claim: buses-were-late, differs_in: [period], because: "…"}]
    """
    for claim, index, _, other in _oppositions(examined):
        ours, theirs = claim.record.scope.period, other.record.scope.period
        if ours.is_disjoint_from(theirs):
            yield Problem(
                at=claim.at("opposes", index, "claim"),
                message=f"opposes '{other.id}', but no day lies in both times: {ours.text} here, {theirs.text} there",
                hint="both can be true: write `counts_against` or `rivals`, or correct `scope.period`",
            )


@rule(Severity.ERROR)
def opposes_disjoint_places(examined: Examined) -> Iterator[Problem]:
    """Claims about separate places do not oppose each other.

    Both can be true. Places with different names are separate, unless one name says that it lies in the other (`Leeds,
    England`), or one is a part of the United Kingdom and the other contains it.

    Bad, where `buses-are-late` is about Hill Town:

        scope: {place: Harbour Town, period: 2021}
        opposes: [{claim: buses-are-late, because: "…"}]

    Good, where it is about Harbour Town:

        scope: {place: "Station Road, Harbour Town", period: 2021}
        opposes: [{claim: buses-are-late, because: "…"}]
    """
    for claim, index, _, other in _oppositions(examined):
        ours, theirs = claim.record.scope.place, other.record.scope.place
        if lie_apart(ours, theirs):
            yield Problem(
                at=claim.at("opposes", index, "claim"),
                message=f"opposes '{other.id}', but the places differ: '{ours}' here, '{theirs}' there",
                hint=f"write `counts_against` or `rivals`; or, if one place lies in the other, say so: 'X, {theirs}'",
            )


@rule(Severity.ERROR)
def opposes_without_despite(examined: Examined) -> Iterator[Problem]:
    """An opposition between claims about different things says in `despite` why they still cannot both hold.

    If population, measure or denominator differ, both claims can mostly be true: then write `counts_against` or
    `rivals`. Readers see `despite`. A field that only one of the two claims has does not count as different.

    Bad, where `half-of-trains-are-late` has another denominator:

        opposes: [{claim: half-of-trains-are-late, because: "…"}]

    Good:

        opposes:
          - claim: half-of-trains-are-late
            because: "…"
            despite: Whichever trips are counted, both give the share of late trains among all that ran.
    """
    for claim, index, link, other in _oppositions(examined):
        if link.despite.strip():
            continue
        differing = [
            f"{name} ('{ours}' here, '{theirs}' there)"
            for name in ("population", "measure", "denominator")
            if _differ(ours := getattr(claim.record.scope, name), theirs := getattr(other.record.scope, name))
        ]
        if differing:
            verb = "differs" if len(differing) == 1 else "differ"
            yield Problem(
                at=claim.at("opposes", index, "claim"),
                message=f"opposes '{other.id}' without `despite`, although {listed(differing)} {verb}",
                hint="say in `despite` why both still cannot hold, or write `counts_against` or `rivals`",
            )


def _differ(ours: str, theirs: str) -> bool:
    one, other = ours.casefold().split(), theirs.casefold().split()
    return bool(one) and bool(other) and one != other


@rule(Severity.ERROR, words=("assertion",))
def opposes_from_experience(examined: Examined) -> Iterator[Problem]:
    """An experience opposes only a claim about all or none.

    The experience of one person can be true together with any claim except one about all or none. An opposition goes
    both ways, so it does not matter in which file it is. The assertion of the other claim must have a word such as all,
    any, each, every, everybody, never, no, nobody, none, nothing or only.

    Bad, in a claim of kind `experience`, where the other claim says that most buses are on time:

        opposes: [{claim: most-buses-are-on-time, because: "…"}]

    Good, where the other claim says that no bus is late:

        opposes: [{claim: no-bus-is-late, because: "…"}]
    """
    for claim, index, _, other in _oppositions(examined):
        for one, opposed in ((claim, other), (other, claim)):
            if one.record.kind == "experience" and not _ALL_OR_NONE.search(opposed.record.assertion):
                what = "from an experience" if one is claim else "an experience"
                reason = f"although {'that' if one is claim else 'this'} is no claim about all or none"
                yield Problem(
                    at=claim.at("opposes", index, "claim"),
                    message=f"opposes '{other.id}', {what}, {reason}",
                    hint="both can be true: write `counts_against`",
                )
                break
