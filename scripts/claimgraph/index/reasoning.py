"""What kind of reason a step is, with its critical questions and who answers them here, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.index.addresses import REASONS_PAGE
from claimgraph.model.links import CountingAgainst, Support
from claimgraph.model.schemes import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.addresses import Ref
    from claimgraph.index.ties import Tie
    from claimgraph.index.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswer:
    """A claim that answers a question, and how it stands."""

    claim: Ref
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    """A critical question, and the claims that answer it, in order of their ids; none where nobody does here."""

    text: str
    answers: tuple[ShownAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReason:
    """The kind of reason that a step is; `more` is the address of what is said of that kind."""

    name: str
    says: str
    questions: tuple[ShownQuestion, ...]
    more: str

    @property
    def answered(self) -> int:
        """The number of questions that some claim answers."""
        return sum(bool(question.answers) for question in self.questions)


def shown_reason(view: View, tie: Tie) -> ShownReason | None:
    """Return what kind of reason a tie is; None for one that is no step, or of which no kind is said."""
    if not isinstance(tie.link, Support | CountingAgainst) or tie.link.scheme is None:
        return None
    scheme, found = SCHEMES[tie.link.scheme], view.analysis.answers.get((tie.maker, tie.target), ())
    return ShownReason(
        name=scheme.name,
        says=scheme.says,
        questions=tuple(
            ShownQuestion(
                text=question.text,
                answers=tuple(
                    ShownAnswer(claim=view.claim(each.by), state=view.stands(each.by).state)
                    for each in found
                    if each.question is question
                ),
            )
            for question in scheme.questions
        ),
        more=f"{REASONS_PAGE}#{scheme.id}",
    )


def answered_in_words(view: View, tie: Tie) -> Iterator[str]:
    """Yield the critical questions that a tie answers, with the step concerned, which an undercut names anyway."""
    if not getattr(tie.link, "answers", ()) and not getattr(tie.link, "question", None):
        return
    for each in view.analysis.steps.answered(tie.maker, tie.kind, tie.link):
        premise, conclusion = (view.claim(id_).title for id_ in each.step)
        of = "" if tie.kind == "undercuts" else f" (asked of ‘{premise}’ as a reason for ‘{conclusion}’)"
        yield f"{each.question.text}{of}"
