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
class Glossary:
    """The terms that readers may not know."""

    terms: tuple[Term, ...] = ()
    """The terms, in alphabetical order."""


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
class Measures:
    """The measures that figures use."""

    measures: tuple[Measure, ...] = ()
    """The measures, in the order shown."""
