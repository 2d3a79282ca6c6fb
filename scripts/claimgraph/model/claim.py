"""A claim file: one assertion, its evidence, and its links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from pydantic.dataclasses import dataclass

from claimgraph.model.dates import IsoDay, Period
from claimgraph.model.links import (
    LINK_KINDS,
    STEPS,
    Context,
    CountingAgainst,
    Limit,
    Opposition,
    Rival,
    Support,
    Undercut,
)
from claimgraph.model.values import RECORD, Id, Label, Line, Numeral, Optional, Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.links import Link, LinkKind, Reason, StepKind

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
    """What a share is a share of."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Quote:
    """The exact words of a source in which a voice asserts or disputes the claim."""

    source: Id
    """The id of the source in which the words stand."""
    speaker: Optional = ""
    """Who says the words, as the source file names them; empty for the source's author."""
    exact: Prose
    """The words, as they stand; `[...]` leaves some out, `[sic]` and `[an insertion]` are the editors'."""
    id: Id | None = None
    """A name for the quote, needed where another claim undercuts it."""
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
    """What a share is a share of."""


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
    """What sources say, in our own words, mostly because their wording is not captured yet."""
    figures: tuple[Figure, ...] = ()
    """The numbers in it."""
    thesis: bool = False
    """Whether it is a thesis: an answer to its topic's question, worded by the editors, and listed by the topic."""
    one_sided: Optional = ""
    """Of a thesis with voiced reasons on one side only: what was looked for on the other."""
    crux: Optional = ""
    """Of a thesis with reasons on both sides: what the two sides differ on, in one sentence."""
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
    """The claims that it limits: it says for which part, place or time they do not hold."""
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
