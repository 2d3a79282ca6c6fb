"""What the API says of how a claim stands: its state, and the reasons on each side.

The same holds as for the other forms: every field is always there, with one type; see `api_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import ConfigDict, Field

from claimgraph.data.api.argument_forms import State  # noqa: TC001  likewise
from claimgraph.model.standing import Bears  # noqa: TC001  pydantic reads it when it makes the schemas

_FORM: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a claim fares in the debate recorded on this site; not a verdict on its truth. Show the evidence with it."""

    __pydantic_config__ = _FORM
    state: State
    """The state, in words."""
    reason: str
    """Why, in a sentence or a few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A reason for or against a claim, or a limit of it, that somebody holds."""

    __pydantic_config__ = _FORM
    bears: Bears
    """What it does to the claim."""
    claims: tuple[str, ...]
    """The ids of the claims from which it leads, the one that makes the link first; with "disputes", this claim."""
    quote: int | None
    """With "disputes": the number of the quote that disputes it, from 1; null otherwise."""
    citation: int | None
    """With "disputes": the number of the citation that disputes it, from 1; null otherwise."""
    through: str
    """The id of a thesis that opposes the claim, where these claims support that thesis; empty otherwise."""
    voices: int
    """Voices whose reason it is."""
    lines: int
    """Independent lines of evidence on which they speak."""
    by_citation: bool
    """Whether all of it is told in the editors' words."""
    own_voice: bool
    """Of what speaks against the claim or limits it: whether it has no voice but those of the claim."""
    answered: bool
    """Whether something recorded here answers it."""
    false_claims: tuple[str, ...]
    """The ids of those of its claims that are contradicted, which answers it."""
    undercut_by: tuple[str, ...]
    """The ids of the claims that undercut the step, which answers it."""
    answer_contested: bool
    """Whether all that answers it is contested itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSide:
    """One side of a claim: counted are voices, or lines of evidence where these are fewer, and never claims."""

    __pydantic_config__ = _FORM
    count: int
    """The smaller of the two numbers that follow."""
    voices: int
    """Voices behind the reasons that nobody answers."""
    lines: int
    """Independent lines of evidence behind them."""
    answered: int
    """How many of its reasons are answered."""
    reasons: tuple[Point, ...]
    """Its reasons, those that nobody answers first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What is said for a claim, against it, and of its limits. It weighs no side."""

    __pydantic_config__ = _FORM
    for_: Annotated[OneSide, Field(serialization_alias="for")]
    """Reasons for it."""
    against: OneSide
    """Reasons against it."""
    limits: OneSide
    """For which part, place or time it is said not to hold."""
    contested_grounds: tuple[str, ...]
    """Of a claim that nobody asserts, where each reason for it rests on claims with reasons against them: their ids."""
