"""Rules about links between claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.findings import Severity
from claimgraph.model.claim import ANSWERING, HITS, LINK_KINDS, steps_of
from claimgraph.rules.naming import names_of_claims
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import KIND_IN_WORDS, THIRD_IN_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.location import Step
    from claimgraph.model.claim import Claim, LinkKind
    from claimgraph.model.corpus import Entry
    from claimgraph.model.topic import Topic

Named: TypeAlias = "tuple[tuple[Step, ...], str, str]"
"""Where a claim is named, by which words, and its id."""

_TO_CLAIMS: Final = tuple(kind for kind in LINK_KINDS if kind != "undercuts")


@rule(Severity.ERROR)
def unknown_claim(examined: Examined) -> Iterator[Problem]:
    """A claim that is named exists.

    What a link names, with its co-premises under `with` and the steps of its `answers`, the third claim that an
    undercut names, what `replaced_by` names and what a topic lists is the id of a claim: its file's name without
    `.yml`. A former id, which stands under `aliases` of a claim, leads readers on but is not written.

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
            yield (kind, index, "claim"), KIND_IN_WORDS[kind], link.claim
    for kind, index, step in steps_of(record):
        for inner, premise in enumerate(step.together):
            yield (kind, index, "with", inner), "`with` names", premise
    yield from _named_by_answers(record)
    for index, undercut in enumerate(record.undercuts):
        if undercut.third is not None:
            kind, id_ = undercut.third
            yield ("undercuts", index, kind), f"undercuts {THIRD_IN_WORDS[kind]}", id_
    if record.replaced_by is not None:
        yield ("replaced_by",), "replaced by", record.replaced_by


def _named_by_answers(record: Claim) -> Iterator[Named]:
    for kind in ANSWERING:
        for index, link in enumerate(getattr(record, kind)):
            for inner, answer in enumerate(link.answers):
                yield (kind, index, "answers", inner, "step"), "`step` names", answer.step


def _named_by_topic(topic: Entry[Topic]) -> Iterator[Named]:
    for field in ("theses", "background", "related"):
        for index, id_ in enumerate(getattr(topic.record, field)):
            yield (field, index), f"`{field}` lists", id_


@rule(Severity.ERROR)
def self_link(examined: Examined) -> Iterator[Problem]:
    """A link leads from one claim to another.

    No claim is linked to itself, and `with` names neither the claim itself, which is a premise already, nor the claim
    to which the step leads.

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
                    message = f"{KIND_IN_WORDS[kind]} itself"
                    yield Problem(at=at, message=message, hint="name another claim, or remove the link")
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
    """There is at most one link for a pair of claims.

    A claim bears on another in one way, once. Undercuts are counted apart: a claim may undercut
    several parts of another, each once. An opposition goes both ways, so it stands in one of the two files. `with`
    names each claim once.

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
    seen: dict[str, tuple[LinkKind, int]] = {}
    for kind in _TO_CLAIMS:
        for index, link in enumerate(getattr(claim.record, kind)):
            first = seen.setdefault(link.claim, (kind, index))
            if first == (kind, index) or {first[0], kind} == {"supports", "opposes"}:
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
    for kind, index, step in steps_of(claim.record):
        for inner, premise in enumerate(step.together):
            if premise in step.together[:inner]:
                at = claim.at(kind, index, "with", inner)
                yield Problem(at=at, message=f"`with` names '{premise}' twice", hint="keep one of the two")
