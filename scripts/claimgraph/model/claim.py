"""A claim file: one assertion, what it rests on, and what it bears on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeAlias, get_args

from pydantic import Field
from pydantic.dataclasses import dataclass

from claimgraph.model.dates import IsoDay, Period
from claimgraph.model.schemes import QuestionId, SchemeId
from claimgraph.model.values import RECORD, Id, Label, Line, Numeral, Optional, Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind: TypeAlias = Literal[
    "factual",
    "statistical",
    "causal",
    "definitional",
    "rule",
    "prediction",
    "evaluative",
    "normative",
    "experience",
]
Stance: TypeAlias = Literal["asserts", "disputes"]
Mode: TypeAlias = Literal["asserted", "conceded", "reported", "presupposed"]

Bound: TypeAlias = Literal["below", "above", "about"]
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
class Scope:
    """Where and when the claim holds: what it speaks about, not when it was said."""

    place: Line
    """The place that the claim speaks about, such as `England`."""
    period: Period
    """The time that the claim speaks about, in EDTF: `2021-10`, `2013-04/2013-06`, `2018~`."""
    population: Optional = ""
    """Whom it speaks about, such as `treated patients`."""
    measure: Optional = ""
    """What was measured, where that differs between claims."""
    denominator: Optional = ""
    """Of what a share is a share."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Quote:
    """The exact words of a source in which a voice asserts or disputes the claim."""

    source: Id
    """The id of the source in which the words stand."""
    exact: Prose
    """The words, as they stand; `[...]` leaves some out, `[sic]` and `[an insertion]` are the editors'."""
    id: Id | None = None
    """A name for the quote, needed where another claim undercuts it."""
    speaker: Optional = ""
    """Who says the words, as the source file names them; empty for the source's author."""
    stance: Stance = "asserts"
    """Whether the words assert the claim or dispute it."""
    mode: Mode = "asserted"
    """How the speaker stands to the words."""
    of: Optional = ""
    """With mode `reported`: whose words the speaker reports."""
    prefix: Optional = ""
    """Words that stand right before the quote, to tell two places apart."""
    suffix: Optional = ""
    """Words that stand right after the quote, to tell two places apart."""
    context: Optional = ""
    """Why the cut is fair, where the sentence around the quote says more."""
    rests_on: Id | None = None
    """A name for the one study or set of cases on which the words rest, the same wherever they rest on it."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Citation:
    """A fact or figure found in a source, in our own words; as a rule its wording is not captured yet."""

    source: Id
    """The id of the source in which it was found."""
    finding: Prose
    """What was found, in our own words."""
    id: Id | None = None
    """A name for the citation, needed where another claim undercuts it."""
    where: Optional = ""
    """Where in the source it stands."""
    stance: Stance = "asserts"
    """Whether the finding asserts the claim or disputes it."""
    rests_on: Id | None = None
    """A name for the one study or set of cases on which it rests, the same wherever something rests on it."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Figure:
    """A number that a source gives."""

    measure: Id
    """The id of the measure, from `claims/_measures.yml`."""
    value: Numeral
    """The number alone; its unit is the measure's."""
    bound: Bound | None = None
    """Where the source says "fewer than", "more than" or "about": on which side of the number it lies."""
    period: Period
    """The time in which it was counted, in EDTF."""
    source: Id
    """The id of the source that gives it."""
    population: Optional = ""
    """Who was counted."""
    denominator: Optional = ""
    """Of what a share is a share."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Computed:
    """A number, date or share of the claim that the editors worked out: it stands in no quote and no finding."""

    value: Line
    """The number, date or share as the assertion or the figure has it, such as `80,000`, `a third` or `June 2018`."""
    how: Prose
    """From what it was worked out, and how."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Named:
    """A proper name of the assertion that the editors supplied: it stands in no quote and no finding."""

    name: Line
    """The name as the assertion has it."""
    how: Prose
    """How one knows that this one is meant."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class SecondReading:
    """A second person's record that they held the claim side by side with its quotes, and found that they carry it."""

    by: Line
    """Who did, by name: not whoever wrote the claim."""
    on: IsoDay
    """The day on which they did, such as `2021-10-12`. Whoever changes the claim or its quotes removes the record."""


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
    """The kind of reason that it is, by the list in docs/contribute/reasons.md; left out where none clearly fits."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class CriticalAnswer:
    """What a link says to a critical question about a step from or to the claim that it names."""

    step: Id
    """The id of the claim at the other end of the step, be it the reason or what that is a reason for or against."""
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
    """The kind of reason that it is, by the list in docs/contribute/reasons.md; left out where none clearly fits."""
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
    """Why it breaks the step all the same, where it speaks of a narrower place, period or population."""
    question: QuestionId | None = None
    """Where it hits a step: the id of the critical question that it answers, one of those of the step's scheme."""

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


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Claim:
    """One assertion, neutral, dated and placed."""

    title: Label
    """A label for maps and lists, at most 70 characters."""
    assertion: Prose
    """One declarative sentence, neutral, with its place and time."""
    kind: Kind
    """What kind of assertion it is."""
    scope: Scope
    """Where and when it holds."""
    quotes: tuple[Quote, ...] = ()
    """The exact words in which it is asserted or disputed."""
    citations: tuple[Citation, ...] = ()
    """What was found in sources and is told in our own words, as a rule because the wording is not captured yet."""
    figures: tuple[Figure, ...] = ()
    """The numbers in it."""
    thesis: bool = False
    """Whether it is a thesis: an answer to its topic's question, worded by the editors, and listed by the topic."""
    one_sided: Optional = ""
    """Of a thesis with voiced reasons on one side only: what was looked for on the other."""
    computed: tuple[Computed, ...] = ()
    """The numbers, dates and shares in it that no quote and no finding has, each with how it was worked out."""
    named: tuple[Named, ...] = ()
    """The proper names in it that no quote and no finding has, each with how one knows that it is meant."""
    read: SecondReading | None = None
    """A second person's record that they held the claim side by side with its quotes; left out until one did."""
    supports: tuple[Support, ...] = ()
    """The claims that it is a reason for."""
    counts_against: tuple[CountingAgainst, ...] = ()
    """The claims that it is a reason against; both may be true."""
    opposes: tuple[Opposition, ...] = ()
    """The claims that cannot be true as worded if this is."""
    limits: tuple[Limit, ...] = ()
    """The claims of which it says for which part, place or time they do not hold."""
    rivals: tuple[Rival, ...] = ()
    """The claims that give another figure for the same thing."""
    context: tuple[Context, ...] = ()
    """The claims beside which a reader should know it; it is on no side of them."""
    undercuts: tuple[Undercut, ...] = ()
    """The evidence, steps, limits and conflicts that it is a reason to doubt."""
    note: Optional = ""
    """An editor's remark, plain text."""
    aliases: tuple[Id, ...] = ()
    """Former ids, whose addresses lead here."""
    replaced_by: Id | None = None
    """The id of the claim that replaces this one; the page stays and says so."""


def links_of(claim: Claim) -> Iterator[tuple[LinkKind, int, Link]]:
    """Yield every link that a claim makes: the field, the index in it, and the link."""
    for kind in LINK_KINDS:
        for index, link in enumerate(getattr(claim, kind)):
            yield kind, index, link


def steps_of(claim: Claim) -> Iterator[tuple[StepKind, int, Reason]]:
    """Yield every step that a claim makes for or against others: the field, the index in it, and the link."""
    for kind in STEPS:
        for index, link in enumerate(getattr(claim, kind)):
            yield kind, index, link
