"""The critical questions of the steps of a corpus, and which links answer them.

A question belongs to a step by the step's scheme (`model.schemes`). A link answers it if it says so: an undercut of the
step by its `question`, one that counts against, opposes or limits one of the two claims by its `answers`. That a
question has an answer is told and changes no standing: whether the answer holds is the debate's matter.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.model.claim import ANSWERING, CountingAgainst, Limit, Opposition, Undercut, steps_of
from claimgraph.model.schemes import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.incremental.tables import Tables
    from claimgraph.model.claim import Reason
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.schemes import CriticalQuestion, Scheme

NAMING: Final = (*ANSWERING, "undercuts")
"""The kinds of link that may answer a question."""

Step: TypeAlias = tuple[str, str]
"""A step by the claim that makes it and the one that it is a reason for or against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A question that a link says it answers: the claims at the ends of the step, as written, and the question's id.

    `index` is the number, from 0, of the entry under `answers`; None for an undercut's `question`.
    """

    one: str
    other: str
    question: str
    index: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A critical question about a step, and the claim `by` which a link of the field `kind` answers it."""

    by: str
    kind: str
    step: Step
    scheme: Scheme
    question: CriticalQuestion


def named(link: object) -> Iterator[Named]:
    """Yield the questions that a link says it answers."""
    match link:
        case (
            Undercut(claim=one, supports=str(other), question=str(question))
            | Undercut(claim=one, counts_against=str(other), question=str(question))
        ):
            yield Named(one=one, other=other, question=question, index=None)
        case CountingAgainst() | Opposition() | Limit():
            for index, answer in enumerate(link.answers):
                yield Named(one=link.claim, other=answer.step, question=answer.question, index=index)


class Steps:
    """The steps of a corpus, found by the two claims that they join; one to an unknown claim is none."""

    def __init__(self, corpus: Corpus) -> None:
        """Look up every step from its premises."""
        found: dict[Step, list[tuple[str, Reason]]] = {}
        for id_, entry in corpus.claims.items():
            for step in (each for _, _, each in steps_of(entry.record) if each.claim in corpus.claims):
                for premise in dict.fromkeys((id_, *step.together)):
                    found.setdefault((premise, step.claim), []).append((id_, step))

        self._found: Mapping[Step, tuple[tuple[str, Reason], ...]] = {
            ends: tuple(steps) for ends, steps in found.items()
        }

    def traced(self, table: Tables) -> Steps:
        """Return the same over a table that notes what is read."""
        made = copy(self)
        made._found = table("steps", self._found)  # noqa: SLF001  a copy of this
        return made

    def between(self, one: str, other: str) -> tuple[tuple[str, Reason], ...]:
        """Return the steps, with who makes each, of which one claim is a premise and the other the conclusion.

        Either may be the premise: no support goes both ways, as supports in a circle are refused. There are several
        only where the premise is one of the further ones, under `with`, of several steps.
        """
        return self._found.get((one, other)) or self._found.get((other, one)) or ()

    def answered(self, by: str, kind: str, link: object) -> Iterator[Answered]:
        """Yield the questions that a link of the claim `by` answers, of every step concerned; others are left out."""
        for each in named(link):
            for step, scheme, question in self.asked(each.one, each.other, each.question):
                yield Answered(by=by, kind=kind, step=step, scheme=scheme, question=question)

    def asked(self, one: str, other: str, question: str) -> Iterator[tuple[Step, Scheme, CriticalQuestion]]:
        """Yield each step between two claims whose scheme has the question of this id, with both."""
        for maker, step in self.between(one, other):
            scheme = SCHEMES[step.scheme] if step.scheme is not None else None
            found = scheme.question(question) if scheme is not None else None
            if scheme is not None and found is not None:
                yield (maker, step.claim), scheme, found


def answers(corpus: Corpus, steps: Steps) -> Mapping[Step, tuple[Answered, ...]]:
    """Return the answers to questions about each step that has any, in the order of the claims that answer."""
    found: dict[Step, list[Answered]] = {}
    for id_, entry in corpus.claims.items():
        for kind in NAMING:
            for link in getattr(entry.record, kind):
                for each in steps.answered(id_, kind, link):
                    found.setdefault(each.step, []).append(each)
    return {step: tuple(each) for step, each in found.items()}
