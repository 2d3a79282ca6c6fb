"""The kind of reason that a step is, with its critical questions and the claims that answer them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.index.addresses import REASONS_PAGE
from claimgraph.model.links import CountingAgainst, Support
from claimgraph.model.schemes import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.addresses import Ref
    from claimgraph.index.edges import Edge
    from claimgraph.index.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswer:
    """A claim that answers a question, and its state in words."""

    claim: Ref
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    """A critical question, and the claims that answer it, in the order of their ids."""

    text: str
    answers: tuple[ShownAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReason:
    """The kind of reason that a step is; `more` is the address of its description."""

    name: str
    says: str
    questions: tuple[ShownQuestion, ...]
    more: str

    @property
    def answered(self) -> int:
        """The number of questions with an answer."""
        return sum(bool(question.answers) for question in self.questions)


def shown_reason(view: View, edge: Edge) -> ShownReason | None:
    """Return the kind of reason that an edge is; None if it is no step, or its file names no kind."""
    if not isinstance(edge.link, Support | CountingAgainst) or edge.link.scheme is None:
        return None
    scheme, found = SCHEMES[edge.link.scheme], view.analysis.answers.get((edge.maker, edge.target), ())
    return ShownReason(
        name=scheme.name,
        says=scheme.says,
        questions=tuple(
            ShownQuestion(
                text=question.text,
                answers=tuple(
                    ShownAnswer(claim=view.claim(each.by), state=view.state(each.by))
                    for each in found
                    if each.question is question
                ),
            )
            for question in scheme.questions
        ),
        more=f"{REASONS_PAGE}#{scheme.id}",
    )


def answered_in_words(view: View, edge: Edge) -> Iterator[str]:
    """Yield the critical questions that an edge answers, each with its step, unless the edge names the step itself."""
    if not getattr(edge.link, "answers", ()) and not getattr(edge.link, "question", None):
        return
    for each in view.analysis.steps.answered(edge.maker, edge.kind, edge.link):
        premise, conclusion = (view.claim(id_).title for id_ in each.step)
        of = "" if edge.kind == "undercuts" else f" (asked of ‘{premise}’ as a reason for ‘{conclusion}’)"
        yield f"{each.question.text}{of}"
