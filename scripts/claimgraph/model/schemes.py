"""Kinds of reason: argumentation schemes, each with the critical questions that one may ask of it.

After Walton, Reed and Macagno, *Argumentation Schemes* (Cambridge University Press 2008), chapter 9, "A user's
compendium of schemes"; `comparison` is one of the nine modes of reasoning of Hastings (1963), described in its chapter
1. A scheme is a pattern of argument: it holds until the answer to a critical question speaks against it. The wording is
our own, and shorter: questions whether a premise is true are asked once. The list has the schemes by which claims here
support each other; an id is never reused.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeAlias

from pydantic import WithJsonSchema

from claimgraph.model.values import Id

if TYPE_CHECKING:
    from collections.abc import Mapping

SchemeId: TypeAlias = Literal[
    "expert-opinion",
    "position-to-know",
    "example",
    "sample",
    "part-to-whole",
    "evidence-to-hypothesis",
    "sign",
    "correlation-to-cause",
    "cause-to-effect",
    "analogy",
    "comparison",
    "rule",
    "classification",
    "practical-reasoning",
    "positive-consequences",
    "negative-consequences",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalQuestion:
    """One question that a scheme leaves open; its id is unique within the scheme."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A kind of reason.

    `name` is what readers see after "Kind of reason:". `says` describes such a reason in a sentence. `aif` is the name
    of the scheme in AIFdb. Questions are in the order shown.
    """

    id: SchemeId
    name: str
    says: str
    aif: str
    questions: tuple[CriticalQuestion, ...]

    def question(self, id_: str) -> CriticalQuestion | None:
        """Return the question of this scheme with an id, None if there is none."""
        return next((question for question in self.questions if question.id == id_), None)


def _scheme(id_: SchemeId, name: str, says: str, aif: str, **questions: str) -> Scheme:
    """Return a scheme; the keywords of the questions are their ids with underscores for hyphens."""
    asked = tuple(CriticalQuestion(id=key.replace("_", "-"), text=text) for key, text in questions.items())
    return Scheme(id=id_, name=name, says=says, aif=aif, questions=asked)


_LISTED: Final = (
    _scheme(
        "expert-opinion",
        "what an expert says",
        "Somebody who knows the field says so.",
        "Expert Opinion",
        expertise="Is the source an expert in this very matter?",
        said="Does the source say that, and as firmly?",
        grounds="Does what the source says rest on evidence?",
        interest="Has the source an interest in the answer?",
        others="Do others who know the field agree?",
    ),
    _scheme(
        "position-to-know",
        "what somebody in a position to know says",
        "Somebody who was there, or has the facts before them, says so.",
        "Position To Know",
        informed="Was the source placed to know it?",
        said="Does the source say that, and of the same time and place?",
        interest="Has the source an interest in the answer?",
        others="Do others who could know it say the same?",
    ),
    _scheme(
        "example",
        "one case that stands for others",
        "It was so in one case, group or year, which stands for others.",
        "Example",
        as_told="Was it so in that case?",
        instance="Is it a case of what is claimed?",
        typical="Is the case like the others, or chosen for being unlike them?",
        counterexamples="Are there cases that go the other way?",
        circumstances="Was it so for reasons that other cases do not share?",
    ),
    _scheme(
        "sample",
        "some were counted, to speak for all",
        "It was found among some who were counted, and is taken to hold of all.",
        "Random Sample To Population",
        chosen="Were those who were counted chosen so that they stand for all?",
        size="Were enough of them counted?",
        same_thing="Was the very thing counted of which the conclusion speaks?",
        transfer="Does it hold for the place and time of the conclusion, too?",
    ),
    _scheme(
        "part-to-whole",
        "a part that speaks for the whole",
        "It is so of a part, and therefore of the whole.",
        "Composition",
        as_told="Is it so of the part?",
        share="Is the part large enough, or of such a kind, that it tells of the whole?",
        other_parts="Is it otherwise in other parts?",
    ),
    _scheme(
        "evidence-to-hypothesis",
        "what one would expect to find if it were so",
        "If the conclusion is so, one would expect to find this, and it was found.",
        "Evidence To Hypothesis",
        found="Was it found so, by a sound count or observation?",
        expected="Would one find this if the conclusion were so?",
        other_explanations="Could something else explain what was found?",
        contrary="Was something found that one would not expect if it were so?",
    ),
    _scheme(
        "sign",
        "a sign of something else",
        "One thing is a sign of another.",
        "Sign",
        present="Is the sign there?",
        reliable="How surely does this sign go with what it is taken for?",
        other_causes="Could something else bring about the sign?",
    ),
    _scheme(
        "correlation-to-cause",
        "two things that go together",
        "Two things go together, so one brings about the other.",
        "Correlation To Cause",
        together="Do the two go together, and as much as said?",
        third_factor="Could a third thing be behind both?",
        direction="Could it be the other way round?",
        comparison="What would have happened without it: is there a comparison?",
    ),
    _scheme(
        "cause-to-effect",
        "a cause and its effect",
        "The cause is there, and so its effect is, or will be.",
        "Cause To Effect",
        cause="Is the cause there, and as strong as said?",
        leads="Does such a cause lead to such an effect?",
        counteracting="Does something prevent the effect, or weaken it?",
        other_causes="Is the effect due to something else, too, or instead?",
    ),
    _scheme(
        "analogy",
        "a similar case",
        "It is so in another case that is like this one.",
        "Analogy",
        as_told="Is it so in the other case?",
        alike="Are the two alike in what matters here?",
        differences="Do they differ in something that weakens the likeness?",
        other_cases="Is there a like case that went another way?",
    ),
    _scheme(
        "comparison",
        "a comparison",
        "Set beside another, it is more, less, better or worse.",
        "Comparison",
        measured="Are the two counted or judged in the same way?",
        baseline="Is the other a fair thing to compare with?",
        holds="Does the difference hold for the time and place of which the conclusion speaks?",
        other_explanations="Is there another reason for the difference?",
    ),
    _scheme(
        "rule",
        "a rule, standard or target",
        "A rule, standard, target or plan is applied to a case.",
        "Established Rule",
        in_force="Is it the rule of that time and place?",
        applies="Does it apply here, and count what the conclusion speaks of?",
        measured="Was the case found to be so, by a sound count?",
        exceptions="Is there an exception, or another rule that goes before it?",
    ),
    _scheme(
        "classification",
        "what counts as what",
        "What is so counts as what the conclusion calls it.",
        "Verbal Classification",
        as_told="Is it so, as described?",
        enough="Is that enough for what the conclusion calls it?",
        other_features="Does something else about it count against calling it that?",
        line="Do others draw the line elsewhere?",
    ),
    _scheme(
        "practical-reasoning",
        "a need, and what would meet it",
        "There is a need or an aim, and this would meet it.",
        "Practical Reasoning",
        need="Is the need there, as described?",
        means="Would what is asked for meet the need?",
        alternatives="Is there another way to meet it, or a better one?",
        drawbacks="Would it have costs, or do harm of its own?",
        feasible="Can it be done?",
    ),
    _scheme(
        "positive-consequences",
        "something good that comes of it",
        "Something good comes of it.",
        "Positive Consequences",
        likely="Would the good follow, and how surely?",
        drawbacks="Would it have costs, or do harm as well?",
        alternatives="Could the same good be had in another way?",
    ),
    _scheme(
        "negative-consequences",
        "something bad that comes of it",
        "Something bad comes of it, or of leaving it undone.",
        "Negative Consequences",
        likely="Does it follow, and how surely?",
        benefits="Does good come of it that outweighs what is bad?",
        avoidable="Could it be avoided in another way?",
    ),
)

SCHEMES: Final[Mapping[SchemeId, Scheme]] = MappingProxyType({scheme.id: scheme for scheme in _LISTED})
"""Every scheme by its id, in the order of `SchemeId`."""

QUESTION_IDS: Final = tuple(dict.fromkeys(question.id for scheme in _LISTED for question in scheme.questions))
"""The ids of all questions without duplicates; schemes may share an id."""

QuestionId: TypeAlias = Annotated[Id, WithJsonSchema({"type": "string", "enum": list(QUESTION_IDS)})]
"""The id of a critical question. Editors offer all; a rule tells which ones the step in question has."""
