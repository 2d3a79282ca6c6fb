"""The files of the glossary and of the measures."""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from claimgraph.model.values import RECORD, Id, Line, Optional, Prose


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Term:
    """A term with its meaning."""

    term: Line
    """The term as it is written."""
    meaning: Prose
    """What it means here."""
    aliases: tuple[Line, ...] = ()
    """Other ways to write it."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class ReadersWords:
    """Words that readers type and pages do not use, with what the pages say for the same."""

    typed: tuple[Line, ...]
    """What readers type: each word or phrase stands for all of `pages_say`."""
    pages_say: tuple[Line, ...]
    """What the search looks for as well, in words of the pages."""
    because: Line
    """Why they mean the same here."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Glossary:
    """The terms that readers may not know."""

    terms: tuple[Term, ...] = ()
    """The terms, in alphabetical order."""
    readers_say: tuple[ReadersWords, ...] = ()
    """Words by which readers search for what pages call otherwise. Keep it short: they are no second glossary."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Measure:
    """Something that is counted, with its unit."""

    id: Id
    """The id that figures name."""
    name: Line
    """What it is called."""
    unit: Line
    """The unit of its values, such as `percent` or `people`."""
    definition: Prose
    """What is counted, and what it is a share of."""
    note: Optional = ""
    """An editor's remark, plain text."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Series:
    """What a drawing shows in one way: the numbers of one measure, or of the two ends of a range."""

    measure: Id
    """The id of the measure. Where a source gives a range: the measure of its lower end."""
    upper: Id | None = None
    """The measure of the upper end, where a source gives a range."""
    label: Line
    """What it counts, as the drawing says it. A single number stands before it, as in "28% of those who began"."""
    aim: bool = False
    """Whether it is an aim or a standard for the others: it is drawn as a dashed line, or a hollow bar."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Drawing:
    """One drawing of a dispute; the numbers of all its series have one unit."""

    title: Optional = ""
    """What is drawn, where a dispute has several drawings."""
    over_time: bool = False
    """Whether it is drawn over time; if not, each number is a bar."""
    series: tuple[Series, ...] = ()
    """What is drawn, the most important first."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Dispute:
    """Measures whose numbers, side by side, show what people disagree about."""

    id: Id
    """Its place on the page of figures."""
    title: Line
    """What is in dispute, as a heading."""
    seen: Prose
    """What one sees in the drawings, in a sentence or two, without a side."""
    drawings: tuple[Drawing, ...] = ()
    """The drawings, one below the other; those over time have the same years."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Measures:
    """The measures that figures use."""

    measures: tuple[Measure, ...] = ()
    """The measures, in the order shown."""
    disputes: tuple[Dispute, ...] = ()
    """The disputes that the page of figures draws, in the order shown."""
