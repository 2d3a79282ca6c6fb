"""The critical questions of the steps of a corpus, and which links answer them.

The scheme of a step (`model.schemes`) gives its questions. A link answers a question if it says so: an undercut of the
step by its `question`; a link that counts against, opposes or limits one of the two claims by its `answers`. Answers
are shown and change no standing: whether an answer holds is up to the debate.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.model.claim import steps_of
from claimgraph.model.links import ANSWERING, CountingAgainst, Limit, Opposition, Undercut
from claimgraph.model.schemes import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.incremental.tables import Tables
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.links import Reason
    from claimgraph.model.schemes import CriticalQuestion, Scheme

NAMING: Final = (*ANSWERING, "undercuts")
"""The kinds of link that may answer a question."""

Step: TypeAlias = tuple[str, str]
"""A step as its maker and the claim that it is a reason for or against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A question that a link says it answers: the claims at the ends of the step as written, and the question's id.

    `index` is that of the entry under `answers`, None for an undercut's `question`.
    """

    one: str
    other: str
    question: str
    index: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A critical question about a step, and the claim `by` that answers it with a link of the field `kind`."""

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
    """Looks up the steps of a corpus by the two claims that they join; steps to unknown claims are left out."""

    def __init__(self, corpus: Corpus) -> None:
        """Index every step by its premises and its conclusion."""
        found: dict[Step, list[tuple[str, Reason]]] = {}
        for id_, entry in corpus.claims.items():
            for step in (each for _, _, each in steps_of(entry.record) if each.claim in corpus.claims):
                for premise in dict.fromkeys((id_, *step.together)):
                    found.setdefault((premise, step.claim), []).append((id_, step))

        self._found: Mapping[Step, tuple[tuple[str, Reason], ...]] = {
            ends: tuple(steps) for ends, steps in found.items()
        }

    def traced(self, table: Tables) -> Steps:
        """Return a copy whose table records what is read from it."""
        made = copy(self)
        made._found = table("steps", self._found)  # noqa: SLF001  a copy of this
        return made

    def between(self, one: str, other: str) -> tuple[tuple[str, Reason], ...]:
        """Return the steps that join two claims, either of which may be the premise, each after the id of its maker.

        There are several steps only if the premise is a further premise, under `with`, of several steps. No steps go
        both ways, since supports in a circle are refused.
        """
        return self._found.get((one, other)) or self._found.get((other, one)) or ()

    def answered(self, by: str, kind: str, link: object) -> Iterator[Answered]:
        """Yield the existing questions that a link of the claim `by` answers, for every step concerned."""
        for each in named(link):
            for step, scheme, question in self.asked(each.one, each.other, each.question):
                yield Answered(by=by, kind=kind, step=step, scheme=scheme, question=question)

    def asked(self, one: str, other: str, question: str) -> Iterator[tuple[Step, Scheme, CriticalQuestion]]:
        """Yield each step between two claims whose scheme has a question, the scheme, and the question."""
        for maker, step in self.between(one, other):
            scheme = SCHEMES[step.scheme] if step.scheme is not None else None
            found = scheme.question(question) if scheme is not None else None
            if scheme is not None and found is not None:
                yield (maker, step.claim), scheme, found


def answers(corpus: Corpus, steps: Steps) -> Mapping[Step, tuple[Answered, ...]]:
    """Return the answers to questions by step, in the order of the claims that answer."""
    found: dict[Step, list[Answered]] = {}
    for id_, entry in corpus.claims.items():
        for kind in NAMING:
            for link in getattr(entry.record, kind):
                for each in steps.answered(id_, kind, link):
                    found.setdefault(each.step, []).append(each)
    return {step: tuple(each) for step, each in found.items()}
