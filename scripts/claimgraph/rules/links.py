"""Rules about links between claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimgraph.findings import Severity
from claimgraph.model.claim import LINK_KINDS
from claimgraph.rules.naming import names_of_claims
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.undercuts import TARGETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.location import Step
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry
    from claimgraph.model.topic import Topic

Named: TypeAlias = "tuple[tuple[Step, ...], str, str]"
"""Where a claim is named, by which words, and its id."""


@rule(Severity.ERROR)
def unknown_claim(examined: Examined) -> Iterator[Problem]:
    """A claim that is named exists.

    What a link names, with its co-premises under `with` and the steps of its `answers`, what an undercut names under
    `supports` or `opposes`, what `replaced_by` names and what a topic lists is the id of a claim: its file's name
    without `.yml`. A former id, which stands under `aliases` of a claim, leads readers on but is not written.

    Bad:

        supports: [{claim: waits-are-sort, because: "…"}]

    Good:

        supports: [{claim: waits-are-short, because: "…"}]
    """
    names = names_of_claims(examined)
    known = examined.corpus.claims
    for claim in known.values():
        for steps, what, id_ in _named_by_claim(claim.record):
            if id_ not in known and id_ not in names.unread:
                yield names.unknown(claim.at(*steps), f"{what} '{id_}'", id_)
    for topic in examined.corpus.topics.values():
        for steps, what, id_ in _named_by_topic(topic):
            if id_ not in known and id_ not in names.unread:
                yield names.unknown(topic.at(*steps), f"{what} '{id_}'", id_)


def _named_by_claim(record: Claim) -> Iterator[Named]:
    for kind in LINK_KINDS:
        for index, link in enumerate(getattr(record, kind)):
            yield (kind, index, "claim"), kind, link.claim
    for index, support in enumerate(record.supports):
        for inner, premise in enumerate(support.together):
            yield ("supports", index, "with", inner), "`with` names", premise
    yield from _named_by_answers(record)
    for index, undercut in enumerate(record.undercuts):
        if undercut.supports is not None:
            yield ("undercuts", index, "supports"), "undercuts the step to", undercut.supports
        if undercut.opposes is not None:
            yield ("undercuts", index, "opposes"), "undercuts the conflict with", undercut.opposes
    if record.replaced_by is not None:
        yield ("replaced_by",), "replaced by", record.replaced_by


def _named_by_answers(record: Claim) -> Iterator[Named]:
    for kind in ("opposes", "qualifies"):
        for index, link in enumerate(getattr(record, kind)):
            for inner, answer in enumerate(link.answers):
                yield (kind, index, "answers", inner, "step"), "`step` names", answer.step


def _named_by_topic(topic: Entry[Topic]) -> Iterator[Named]:
    for index, answer in enumerate(topic.record.answers):
        for inner, id_ in enumerate(answer.claims):
            yield ("answers", index, "claims", inner), "the answer lists", id_
    for index, id_ in enumerate(topic.record.related):
        yield ("related", index), "`related` lists", id_


@rule(Severity.ERROR)
def self_link(examined: Examined) -> Iterator[Problem]:
    """A link leads from one claim to another.

    No claim supports, opposes, qualifies or undercuts itself, and `with` names neither the claim itself, which is a
    premise already, nor the claim that is supported.

    Bad, in `buses-are-late.yml`:

        opposes: [{claim: buses-are-late, because: "…"}]

    Good:

        opposes: [{claim: buses-are-on-time, because: "…"}]
    """
    for claim in examined.corpus.claims.values():
        for kind in LINK_KINDS:
            for index, link in enumerate(getattr(claim.record, kind)):
                if link.claim == claim.id:
                    at = claim.at(kind, index, "claim")
                    yield Problem(at=at, message=f"{kind} itself", hint="name another claim, or remove the link")
        for index, support in enumerate(claim.record.supports):
            for inner, premise in enumerate(support.together):
                if premise in {claim.id, support.claim}:
                    role = "is a premise already" if premise == claim.id else "is the one supported"
                    yield Problem(
                        at=claim.at("supports", index, "with", inner),
                        message=f"`with` names '{premise}', which {role}",
                        hint="name the other premises only",
                    )


@rule(Severity.ERROR)
def duplicate_link(examined: Examined) -> Iterator[Problem]:
    """There is at most one link for a pair of claims.

    A claim supports, opposes or qualifies another in one way, once. Undercuts are counted apart: a claim may undercut
    several parts of another, each once. An opposition goes both ways, so it stands in one of the two files. `with`
    names each claim once.

    Bad:

        supports: [{claim: buses-are-late, because: "…"}]
        qualifies: [{claim: buses-are-late, because: "…"}]

    Good:

        supports: [{claim: buses-are-late, because: "…"}]
    """
    for claim in examined.corpus.claims.values():
        yield from _twice_to_one_claim(claim)
        yield from _twice_to_one_part(claim)
        yield from _twice_as_premise(claim)
        for index, link in enumerate(claim.record.opposes):
            other = examined.corpus.claims.get(link.claim)
            if other is None or other.id >= claim.id:
                continue
            for back, reverse in enumerate(other.record.opposes):
                if reverse.claim == claim.id:
                    yield Problem(
                        at=claim.at("opposes", index, "claim"),
                        message=f"opposes '{other.id}', which opposes it: {other.at('opposes', back, 'claim')}",
                        hint="an opposition goes both ways: keep one of the two links",
                    )
                    break


def _twice_to_one_claim(claim: Entry[Claim]) -> Iterator[Problem]:
    seen: dict[str, tuple[str, int]] = {}
    for kind in ("supports", "opposes", "qualifies"):
        for index, link in enumerate(getattr(claim.record, kind)):
            first = seen.setdefault(link.claim, (kind, index))
            if first == (kind, index) or {first[0], kind} == {"supports", "opposes"}:
                continue
            line = claim.at(*first, "claim").line
            yield Problem(
                at=claim.at(kind, index, "claim"),
                message=f"{kind} '{link.claim}', which it {first[0]} already in line {line}",
                hint="keep one of the two links",
            )


def _twice_to_one_part(claim: Entry[Claim]) -> Iterator[Problem]:
    seen: dict[tuple[str, tuple[str | None, ...]], int] = {}
    for index, undercut in enumerate(claim.record.undercuts):
        part = tuple(getattr(undercut, target) for target in TARGETS)
        first = seen.setdefault((undercut.claim, part), index) if any(part) else index
        if first != index:
            line = claim.at("undercuts", first, "claim").line
            yield Problem(
                at=claim.at("undercuts", index, "claim"),
                message=f"undercuts the same part of '{undercut.claim}' as in line {line}",
                hint="keep one of the two links",
            )


def _twice_as_premise(claim: Entry[Claim]) -> Iterator[Problem]:
    for index, support in enumerate(claim.record.supports):
        for inner, premise in enumerate(support.together):
            if premise in support.together[:inner]:
                at = claim.at("supports", index, "with", inner)
                yield Problem(at=at, message=f"`with` names '{premise}' twice", hint="keep one of the two")
