"""The links of a claim to other claims: reasons, conflicts, limits, rival figures, context and undercuts."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias, get_args

from pydantic import Field
from pydantic.dataclasses import dataclass

from claimgraph.model.schemes import QuestionId, SchemeId
from claimgraph.model.values import RECORD, Id, Optional, Prose

Difference: TypeAlias = Literal["base", "measure", "method", "period", "place", "population"]

LinkKind: TypeAlias = Literal["supports", "counts_against", "opposes", "limits", "rivals", "context", "undercuts"]
LINK_KINDS: Final[tuple[LinkKind, ...]] = get_args(LinkKind)
"""The fields of a claim that hold its links to others."""

StepKind: TypeAlias = Literal["supports", "counts_against"]
STEPS: Final[tuple[StepKind, ...]] = get_args(StepKind)
"""The kinds of link that are reasons: steps from premises to a claim, for it or against it."""

ANSWERING: Final[tuple[LinkKind, ...]] = ("counts_against", "opposes", "limits")
"""The kinds of link that have `answers`."""

HITS: Final = ("quote", "citation", "rests_on", "supports", "counts_against", "opposes", "limits")
"""The fields of an undercut that say what it hits; each undercut has one of them."""

THIRDS: Final[tuple[LinkKind, ...]] = ("supports", "counts_against", "opposes", "limits")
"""The fields of an undercut that name a third claim: the link to that claim is hit."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Support:
    """A step from this claim, as a premise, to another that it is a reason for."""

    claim: Id
    """The id of the claim that is supported."""
    because: Prose
    """Why this is a reason for it."""
    together: Annotated[tuple[Id, ...], Field(alias="with")] = ()
    """Ids of the other premises without which the step does not hold."""
    scheme: SchemeId | None = None
    """The kind of reason that it is, from the list in docs/contribute/reasons.md; left out if none clearly fits."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class CriticalAnswer:
    """What a link says to a critical question about a step from or to the claim that it names."""

    step: Id
    """The id of the claim at the other end of the step, whether that is the reason or the conclusion."""
    question: QuestionId
    """The id of the critical question, one of those of the step's kind of reason."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class CountingAgainst:
    """A step from this claim, as a premise, to another that it is a reason against; both may be true."""

    claim: Id
    """The id of the claim that it counts against."""
    because: Prose
    """Why this is a reason against it."""
    together: Annotated[tuple[Id, ...], Field(alias="with")] = ()
    """Ids of the other premises without which the step does not hold."""
    scheme: SchemeId | None = None
    """The kind of reason that it is, from the list in docs/contribute/reasons.md; left out if none clearly fits."""
    answers: tuple[CriticalAnswer, ...] = ()
    """The critical questions that it answers, about steps from or to that claim."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Opposition:
    """A conflict: this claim and the other cannot both be true as worded."""

    claim: Id
    """The id of the claim that is opposed."""
    because: Prose
    """Why both cannot be true as worded."""
    despite: Optional = ""
    """Why they still cannot both hold although population, measure or denominator differ."""
    answers: tuple[CriticalAnswer, ...] = ()
    """The critical questions that it answers, about steps from or to the opposed claim."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Limit:
    """A part, place or time for which another claim does not hold."""

    claim: Id
    """The id of the claim that is limited."""
    because: Prose
    """For which part, place or time it does not hold."""
    answers: tuple[CriticalAnswer, ...] = ()
    """The critical questions that it answers, about steps from or to the limited claim."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Rival:
    """Another figure for the same thing. It goes both ways, and stands in the file of one of the two claims."""

    claim: Id
    """The id of the claim with the other figure."""
    differs_in: Annotated[tuple[Difference, ...], Field(min_length=1)]
    """In what the two figures differ."""
    because: Prose
    """How that makes the figures differ."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Context:
    """What a reader of another claim should know beside it; it is on no side and counts for nothing."""

    claim: Id
    """The id of the claim beside which it should be known."""
    because: Prose
    """What a reader should know."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Undercut:
    """A reason why a part of another claim does not hold: evidence, a step, a limit or a conflict; it names one."""

    claim: Id
    """The id of the claim whose part is hit."""
    because: Prose
    """Why that part does not hold."""
    quote: Id | None = None
    """The id of the quote that is hit."""
    citation: Id | None = None
    """The id of the citation that is hit."""
    rests_on: Id | None = None
    """A study or set of cases: every quote and citation of the claim that has it under `rests_on` is hit."""
    supports: Id | None = None
    """The id of the third claim to which `claim` is a reason: that step is hit."""
    counts_against: Id | None = None
    """The id of the third claim that `claim` counts against: that step is hit."""
    opposes: Id | None = None
    """The id of the third claim that `claim` opposes: that conflict is hit."""
    limits: Id | None = None
    """The id of the third claim that `claim` limits: that limit is hit."""
    despite: Optional = ""
    """Why it still breaks the step, if it is about a narrower place, period or population."""
    question: QuestionId | None = None
    """If it hits a step: the id of the critical question that it answers, from the step's scheme."""

    @property
    def part(self) -> tuple[str, str] | None:
        """The field that says what is hit, and the id in it; None unless exactly one field does."""
        found = [(name, id_) for name in HITS if (id_ := getattr(self, name)) is not None]
        return found[0] if len(found) == 1 else None

    @property
    def third(self) -> tuple[LinkKind, str] | None:
        """The kind of the link that is hit, and the claim that it leads to; None if evidence is hit."""
        return next(((kind, id_) for kind in THIRDS if (id_ := getattr(self, kind)) is not None), None)


Link: TypeAlias = Support | CountingAgainst | Opposition | Limit | Rival | Context | Undercut
"""Any link of a claim to another."""

Reason: TypeAlias = Support | CountingAgainst
"""A link that is a reason: a step from premises."""
