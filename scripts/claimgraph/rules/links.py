"""Rules about links between claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.model.claim import links_of, steps_of
from claimgraph.model.links import HITS, LINK_KINDS
from claimgraph.model.references import claims_in_claim, claims_in_topic
from claimgraph.rules.naming import names_of_claims
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import KIND_IN_WORDS, THIRD_IN_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.location import Step
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry
    from claimgraph.model.links import LinkKind
_CONTRADICTORY: Final = frozenset(
    frozenset(pair) for pair in (("supports", "opposes"), ("supports", "counts_against"), ("counts_against", "opposes"))
)
"""Pairs of kinds that the rule contradictory-links reports."""

_BY_OTHER_MEASURES: Final = frozenset({"measure", "base", "method"})
"""Differences of two figures that allow for different measures."""

_TO_CLAIMS: Final = tuple(kind for kind in LINK_KINDS if kind != "undercuts")


@rule(Severity.ERROR)
def unknown_claim(examined: Examined) -> Iterator[Problem]:
    """Every named claim exists.

    A link names a claim, the further premises under `with`, the steps under `answers`, and an undercut a third claim.
    `replaced_by` names a claim, and topics list claims. Each of them is the id of a claim: its file's name without
    `.yml`. Do not write a former id, which is under `aliases` of a claim; it only leads readers on.

    Bad:

        supports: [{claim: waits-are-sort, because: "…"}]

    Good:

        supports: [{claim: waits-are-short, because: "…"}]
    """
    names = names_of_claims(examined)
    known = examined.corpus.claims
    for claim in known.values():
        for steps, id_ in claims_in_claim(claim.record):
            if id_ not in known and id_ not in names.unread:
                yield names.unknown(claim.at(*steps), f"{_how_named(steps)} '{id_}'", id_)
    for topic in examined.corpus.topics.values():
        for steps, id_ in claims_in_topic(topic.record):
            if id_ not in known and id_ not in names.unread:
                yield names.unknown(topic.at(*steps), f"`{steps[0]}` lists '{id_}'", id_)


def _how_named(steps: tuple[Step, ...]) -> str:
    """Return the words before the id of a claim that a claim names at some steps."""
    match steps:
        case (str(kind), _, "claim"):
            return KIND_IN_WORDS[kind]
        case ("undercuts", _, str(third)):
            return f"undercuts {THIRD_IN_WORDS[third]}"
        case (_, _, "with", _):
            return "`with` names"
        case ("replaced_by",):
            return "replaced by"
        case _:
            return "`step` names"


@rule(Severity.ERROR)
def self_link(examined: Examined) -> Iterator[Problem]:
    """A link leads from one claim to another claim.

    `with` does not name the claim itself, which is a premise already, nor the claim to which the step leads.

    Bad, in `buses-are-late.yml`:

        opposes: [{claim: buses-are-late, because: "…"}]

    Good:

        opposes: [{claim: buses-are-on-time, because: "…"}]
    """
    for claim in examined.corpus.claims.values():
        for kind, index, link in links_of(claim.record):
            if link.claim == claim.id:
                message = f"{KIND_IN_WORDS[kind]} itself"
                hint = "name another claim, or remove the link"
                yield Problem(at=claim.at(kind, index, "claim"), message=message, hint=hint)
        for kind, index, step in steps_of(claim.record):
            for inner, premise in enumerate(step.together):
                if premise in {claim.id, step.claim}:
                    role = "is a premise already" if premise == claim.id else "is the one to which the step leads"
                    yield Problem(
                        at=claim.at(kind, index, "with", inner),
                        message=f"`with` names '{premise}', which {role}",
                        hint="name the other premises only",
                    )


@rule(Severity.ERROR)
def duplicate_link(examined: Examined) -> Iterator[Problem]:
    """Two claims have at most one link between them.

    A claim bears on another claim in one way, once. Undercuts do not count: a claim may undercut several parts of
    another, each once. An opposition and a rival figure go both ways, so such a link is in only one of the two files.
    `with` and `differs_in` name each thing once.

    Bad:

        supports: [{claim: buses-are-late, because: "…"}]
        context: [{claim: buses-are-late, because: "…"}]

    Good:

        supports: [{claim: buses-are-late, because: "…"}]
    """
    for claim in examined.corpus.claims.values():
        yield from _twice_to_one_claim(claim)
        yield from _twice_to_one_part(claim)
        yield from _twice_as_premise(claim)
        for kind in ("opposes", "rivals"):
            yield from _twice_both_ways(examined, claim, kind)


def _twice_both_ways(examined: Examined, claim: Entry[Claim], kind: LinkKind) -> Iterator[Problem]:
    for index, link in enumerate(getattr(claim.record, kind)):
        other = examined.corpus.claims.get(link.claim)
        if other is None or other.id >= claim.id:
            continue
        for back, reverse in enumerate(getattr(other.record, kind)):
            if reverse.claim == claim.id:
                does = KIND_IN_WORDS[kind]
                yield Problem(
                    at=claim.at(kind, index, "claim"),
                    message=f"{does} '{other.id}', which {does} it: {other.at(kind, back, 'claim')}",
                    hint=f"`{kind}` goes both ways: keep one of the two links",
                )
                break


def _twice_to_one_claim(claim: Entry[Claim]) -> Iterator[Problem]:
    seen: dict[str, tuple[LinkKind, int]] = {}
    for kind in _TO_CLAIMS:
        for index, link in enumerate(getattr(claim.record, kind)):
            first = seen.setdefault(link.claim, (kind, index))
            if first == (kind, index) or frozenset((first[0], kind)) in _CONTRADICTORY:
                continue
            line, done = claim.at(*first, "claim").line, KIND_IN_WORDS[first[0]]
            yield Problem(
                at=claim.at(kind, index, "claim"),
                message=f"{KIND_IN_WORDS[kind]} '{link.claim}', which it {done} already in line {line}",
                hint="keep one of the two links",
            )


def _twice_to_one_part(claim: Entry[Claim]) -> Iterator[Problem]:
    seen: dict[tuple[str, tuple[str | None, ...]], int] = {}
    for index, undercut in enumerate(claim.record.undercuts):
        part = tuple(getattr(undercut, target) for target in HITS)
        first = seen.setdefault((undercut.claim, part), index) if any(part) else index
        if first != index:
            line = claim.at("undercuts", first, "claim").line
            yield Problem(
                at=claim.at("undercuts", index, "claim"),
                message=f"undercuts the same part of '{undercut.claim}' as in line {line}",
                hint="keep one of the two links",
            )


def _twice_as_premise(claim: Entry[Claim]) -> Iterator[Problem]:
    for index, rival in enumerate(claim.record.rivals):
        for inner, difference in enumerate(rival.differs_in):
            if difference in rival.differs_in[:inner]:
                at = claim.at("rivals", index, "differs_in", inner)
                yield Problem(at=at, message=f"`differs_in` names '{difference}' twice", hint="keep one of the two")
    for kind, index, step in steps_of(claim.record):
        for inner, premise in enumerate(step.together):
            if premise in step.together[:inner]:
                at = claim.at(kind, index, "with", inner)
                yield Problem(at=at, message=f"`with` names '{premise}' twice", hint="keep one of the two")


@rule(Severity.NOTE)
def rival_of_another_measure(examined: Examined) -> Iterator[Problem]:
    """Rival figures are figures for the same thing.

    If both claims record figures, they share a measure, or `differs_in` names the measure, the base or the method.

    Bad, where one claim has a figure of `share-late`, and the other one of `fares`:

        rivals: [{claim: fares-up, differs_in: [period], because: "…"}]

    Good, where both have a figure of `share-late`:

        rivals: [{claim: half-late, differs_in: [period], because: "…"}]
    """
    claims = examined.corpus.claims
    for claim in claims.values():
        for index, link in enumerate(claim.record.rivals):
            other = claims.get(link.claim)
            if other is None or not _BY_OTHER_MEASURES.isdisjoint(link.differs_in):
                continue
            ours, theirs = ({figure.measure for figure in each.record.figures} for each in (claim, other))
            if ours and theirs and not ours & theirs:
                yield Problem(
                    at=claim.at("rivals", index, "claim"),
                    message=f"rivals '{other.id}', and the figures are of other measures: {', '.join(sorted(ours))} "
                    f"here, {', '.join(sorted(theirs))} there",
                    hint="if both measure the same thing, say so in `differs_in`; else write `context`",
                )
