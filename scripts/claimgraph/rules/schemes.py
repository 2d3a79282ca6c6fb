"""Rules about kinds of reason and their critical questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.analysis.questions import NAMING, named
from claimgraph.findings import Severity
from claimgraph.model.schemes import SCHEMES
from claimgraph.nearest import did_you_mean
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.analysis.questions import Named
    from claimgraph.location import Step
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry


@rule(Severity.ERROR)
def question_without_scheme(examined: Examined) -> Iterator[Problem]:
    """A critical question is about a step that has a scheme.

    The `question` of an undercut is about the step that the undercut hits under `supports` or `counts_against`. A
    question under `answers` of another link is about the step between `claim` and `step`: one of the two is a reason
    for or against the other, or a further premise of that reason. The step exists, and its `scheme` says what kind of
    reason it is.

    Bad, where neither of `half-late` and `target-met` is a reason for or against the other, or there is no `scheme`:

        counts_against:
          - {claim: half-late, because: "…", answers: [{step: target-met, question: typical}]}

    Good, where `road-works` supports `half-late` with `scheme: cause-to-effect`:

        counts_against:
          - {claim: half-late, because: "…", answers: [{step: road-works, question: other-causes}]}
    """
    steps, claims = examined.analysis.steps, examined.corpus.claims
    for claim in claims.values():
        for index, undercut in enumerate(claim.record.undercuts):
            if undercut.question is not None and undercut.supports is None and undercut.counts_against is None:
                yield Problem(
                    at=claim.at("undercuts", index, "question"),
                    message="`question` is about a step, and the undercut hits none",
                    hint="name the step under `supports` or `counts_against`, or take `question` out",
                )
        for place, each in _questions(claim):
            found = steps.between(each.one, each.other)
            if not found and each.index is not None and each.one in claims and each.other in claims:
                yield Problem(
                    at=claim.at(*place, "step"),
                    message=f"neither of '{each.one}' and '{each.other}' is a reason for or against the other",
                    hint="name a claim that is a reason for or against `claim`, or the other way round",
                )
            elif found and all(step.scheme is None for _, step in found):
                maker, step = found[0]
                yield Problem(
                    at=claim.at(*place, "question"),
                    message=f"the step from '{maker}' to '{step.claim}' has no scheme, and so no questions",
                    hint=f"say under `scheme` in {claims[maker].path} what kind of reason it is",
                )


@rule(Severity.ERROR)
def unknown_question(examined: Examined) -> Iterator[Problem]:
    """A critical question belongs to the step's scheme, and a link answers it once.

    [Kinds of reason](reasons.md) lists the questions of each scheme with their ids.

    Bad, where the step from `road-works` to `half-late` has `scheme: cause-to-effect`:

        undercuts: [{claim: road-works, supports: half-late, question: typical, because: "…"}]

    Good:

        undercuts: [{claim: road-works, supports: half-late, question: other-causes, because: "…"}]
    """
    steps = examined.analysis.steps
    for claim in examined.corpus.claims.values():
        seen: set[tuple[object, ...]] = set()
        for place, each in _questions(claim):
            at = claim.at(*place, "question")
            schemes = [
                SCHEMES[id_] for _, step in steps.between(each.one, each.other) if (id_ := step.scheme) is not None
            ]
            if schemes and all(scheme.question(each.question) is None for scheme in schemes):
                ids = [question.id for question in schemes[0].questions]
                message = f"'{schemes[0].id}' has no question '{each.question}'{did_you_mean(each.question, ids)}"
                yield Problem(at=at, message=message, hint=f"its questions are: {', '.join(ids)}")
            key = (*place[:2], each.other, each.question)
            if key in seen:
                yield Problem(
                    at=at, message=f"answers '{each.question}' of that step twice", hint="keep one of the two"
                )
            seen.add(key)


def _questions(claim: Entry[Claim]) -> Iterator[tuple[tuple[Step, ...], Named]]:
    """Yield each question that a claim's links name, after the steps to its link or to the entry under `answers`."""
    for kind in NAMING:
        for index, link in enumerate(getattr(claim.record, kind)):
            for each in named(link):
                inner = () if each.index is None else ("answers", each.index)
                yield (kind, index, *inner), each
