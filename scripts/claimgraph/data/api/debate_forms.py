"""What the API says of the state of the whole debate.

The same holds as for the other forms: every field is always there, with one type; see `api_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict

from claimgraph.data.api.argument_forms import Concentration, Reliance, State  # noqa: TC001  likewise
from claimgraph.model.source import Side  # noqa: TC001  pydantic reads it when it makes the schemas

_FORM: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """How many claims are in a state."""

    __pydantic_config__ = _FORM
    state: State
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """A challenge that nothing recorded here answers."""

    __pydantic_config__ = _FORM
    claim: str
    """The id of the claim that is challenged."""
    attack: Literal["opposes", "disputes", "undercuts"]
    by: str
    """The id of the claim that challenges it; with "disputes" of the challenged claim, of which words dispute it."""
    quote: int | None
    """With "disputes": the number of the quote, from 1; null otherwise."""
    citation: int | None
    """With "disputes": the number of the citation, from 1; null otherwise."""
    settled: bool
    """Whether it holds; else neither side is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideChallenges:
    """The unanswered challenges that voices of one side make; one made by two sides stands with both."""

    __pydantic_config__ = _FORM
    side: Side
    """The side, as the editors see it; for balance only."""
    challenges: tuple[Challenge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """A claim whose whole evidence is one voice."""

    __pydantic_config__ = _FORM
    claim: str
    voice: str
    """The id of the voice."""
    name: str
    count: int
    """How many quotes and citations it gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThesisBalance:
    """How one thesis is weighed. Voices are counted, or lines of evidence where these are fewer."""

    __pydantic_config__ = _FORM
    thesis: str
    """Its id."""
    state: State
    voices_for: int
    """How many stand behind the reasons for it that nobody answers."""
    voices_against: int
    """How many stand behind the reasons against it that nobody answers."""
    answered_for: int
    """How many reasons for it are answered."""
    answered_against: int
    """How many reasons against it are answered."""
    claims: int
    """How many claims lead to it, on whichever side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicBalance:
    """One topic: where its evidence comes from, and how its theses are weighed."""

    __pydantic_config__ = _FORM
    topic: str
    claims: int
    """How many claims it has."""
    one_voice: int
    """How many of them have one voice as their whole evidence."""
    evidence: Concentration
    """Where what asserts or disputes its claims comes from."""
    theses: tuple[ThesisBalance, ...]
    one_sided: bool
    """Whether it has theses, and none has reasons on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to settle a dispute: ids of claims."""

    __pydantic_config__ = _FORM
    stand: tuple[str, ...]
    fall: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Claims that are undecided together."""

    __pydantic_config__ = _FORM
    claims: tuple[str, ...]
    readings: tuple[Reading, ...]
    """The ways to settle it; empty where it is too large to look for them."""
    alike: tuple[str, ...]
    """Those of the claims that fare alike however it is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debate:
    """The state of the whole debate, as recorded on this site; it weighs no side and is no verdict on truth."""

    __pydantic_config__ = _FORM
    as_of: str
    """The day of which standings are told, as YYYY-MM-DD."""
    licence: str
    """The licence of the editors' words; quotations belong to those who wrote them."""
    states: tuple[StateCount, ...]
    unanswered: tuple[SideChallenges, ...]
    """The challenges that nothing recorded here answers."""
    relied_on: tuple[Reliance, ...]
    """The claims on which others depend, those with the most that would fall first."""
    untried: tuple[str, ...]
    """The ids of claims on which too much turns for that to be tried."""
    one_voice: tuple[Lone, ...]
    """The claims whose whole evidence is one voice."""
    topics: tuple[TopicBalance, ...]
    disputes: tuple[Dispute, ...]
    """The open disputes."""
