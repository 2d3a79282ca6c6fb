"""The API's records of a claim's standing: its state, and the reasons on each side.

As in all records, every field is always there, with one type; see `records`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import ConfigDict, Field

from claimgraph.data.api.argument_records import State  # noqa: TC001  likewise
from claimgraph.model.standing import Bears  # noqa: TC001  pydantic reads it when it makes the schemas

_CONFIG: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The state of a claim in the debate recorded here. It is no verdict on its truth: show the evidence with it."""

    __pydantic_config__ = _CONFIG
    state: State
    """The state, in words."""
    reason: str
    """Why, in a sentence or a few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A reason for or against a claim, or a limit of it, that somebody holds."""

    __pydantic_config__ = _CONFIG
    bears: Bears
    """Its bearing on the claim."""
    claims: tuple[str, ...]
    """The ids of its premises, first the claim that makes the link; with "disputes", this claim."""
    quote: int | None
    """With "disputes": the number of the quote that disputes it, from 1; null otherwise."""
    citation: int | None
    """With "disputes": the number of the citation that disputes it, from 1; null otherwise."""
    through: str
    """The id of the thesis that opposes the claim, if the premises support that thesis; empty otherwise."""
    voices: int
    """The number of voices that give it."""
    lines: int
    """The number of independent lines of evidence behind it."""
    by_citation: bool
    """Whether all of it is in the editors' words."""
    own_voice: bool
    """For a reason against the claim or a limit: whether all its voices are voices of the claim."""
    answered: bool
    """Whether something recorded here answers it."""
    false_claims: tuple[str, ...]
    """The ids of its contradicted premises, which answer it."""
    undercut_by: tuple[str, ...]
    """The ids of the claims that undercut it, which answer it."""
    answer_contested: bool
    """Whether all its answers are contested themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSide:
    """One side of a claim. It counts voices, or lines of evidence if these are fewer, and never claims."""

    __pydantic_config__ = _CONFIG
    count: int
    """The smaller of the two numbers that follow."""
    voices: int
    """The number of voices behind the unanswered reasons."""
    lines: int
    """The number of independent lines of evidence behind them."""
    answered: int
    """The number of answered reasons."""
    reasons: tuple[Point, ...]
    """All reasons, the unanswered ones first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The reasons for and against a claim, and its limits. No side is weighed."""

    __pydantic_config__ = _CONFIG
    for_: Annotated[OneSide, Field(serialization_alias="for")]
    """Reasons for it."""
    against: OneSide
    """Reasons against it."""
    limits: OneSide
    """The parts, places or times for which it is said not to hold."""
    contested_grounds: tuple[str, ...]
    """For a claim that nobody asserts: the ids of contested claims, if every reason for it rests on such claims."""
