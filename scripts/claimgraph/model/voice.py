"""A voice file: who speaks, in which role, with which interests."""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from claimgraph.model.values import RECORD, Id, Line, Optional, Prose


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Interest:
    """An interest that a source states."""

    text: Prose
    """The interest, in our own words."""
    source: Id
    """The id of the source that states it."""


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Voice:
    """Who speaks: a person, an organisation, or an anonymous participant."""

    name: Line
    """The public name, or the name that the source gives."""
    unnamed: bool = False
    """Whether nobody could look the name up, as with readers who comment under a number. They are listed last."""
    role: Optional = ""
    """In which capacity the voice speaks, as the sources state it."""
    interests: tuple[Interest, ...] = ()
    """Interests, each with the source that states it."""
    aliases: tuple[Id, ...] = ()
    """Former ids, whose addresses lead here."""
