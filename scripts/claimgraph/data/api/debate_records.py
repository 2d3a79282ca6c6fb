"""The API's records of the state of the whole debate.

As in all records, every field is always there, with one type; see `records`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict

from claimgraph.data.api.argument_records import Concentration, Reliance, State  # noqa: TC001  likewise
from claimgraph.model.source import Side  # noqa: TC001  pydantic reads it when it makes the schemas

_CONFIG: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """The number of claims in a state."""

    __pydantic_config__ = _CONFIG
    state: State
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """A challenge that nothing recorded here answers."""

    __pydantic_config__ = _CONFIG
    claim: str
    """The id of the claim that is challenged."""
    attack: Literal["opposes", "disputes", "undercuts"]
    by: str
    """The id of the claim that challenges it; with "disputes", of the challenged claim, whose quotes are counted."""
    quote: int | None
    """With "disputes": the number of the quote, from 1; null otherwise."""
    citation: int | None
    """With "disputes": the number of the citation, from 1; null otherwise."""
    settled: bool
    """Whether it holds; if not, neither side is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideChallenges:
    """The unanswered challenges by voices of one side; a challenge by two sides is listed with both."""

    __pydantic_config__ = _CONFIG
    side: Side
    """The side, as the editors see it; for balance only."""
    challenges: tuple[Challenge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """A claim whose whole evidence is one voice."""

    __pydantic_config__ = _CONFIG
    claim: str
    voice: str
    """The id of the voice."""
    name: str
    count: int
    """The number of its quotes and citations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThesisBalance:
    """The balance of one thesis. It counts voices, or lines of evidence if these are fewer."""

    __pydantic_config__ = _CONFIG
    thesis: str
    """Its id."""
    state: State
    voices_for: int
    """The number behind the unanswered reasons for it."""
    voices_against: int
    """The number behind the unanswered reasons against it."""
    answered_for: int
    """The number of answered reasons for it."""
    answered_against: int
    """The number of answered reasons against it."""
    claims: int
    """The number of claims that lead to it, on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicBalance:
    """One topic: the origins of its evidence, and the balance of its theses."""

    __pydantic_config__ = _CONFIG
    topic: str
    claims: int
    """The number of its claims."""
    one_voice: int
    """The number of these claims that have all their evidence from one voice."""
    evidence: Concentration
    """The origins of what asserts or disputes its claims."""
    theses: tuple[ThesisBalance, ...]
    one_sided: bool
    """Whether it has theses, and none has reasons on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to settle a dispute: ids of claims."""

    __pydantic_config__ = _CONFIG
    stand: tuple[str, ...]
    fall: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Claims that are undecided together."""

    __pydantic_config__ = _CONFIG
    claims: tuple[str, ...]
    readings: tuple[Reading, ...]
    """The ways to settle it; empty if it is too large to look for them."""
    alike: tuple[str, ...]
    """The claims with the same fate in each of these ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debate:
    """The state of the whole debate, as recorded on this site; it weighs no side and is no verdict on truth."""

    __pydantic_config__ = _CONFIG
    as_of: str
    """The day for which the standings hold, as YYYY-MM-DD."""
    licence: str
    """The licence of the editors' words; quotations belong to those who wrote them."""
    states: tuple[StateCount, ...]
    unanswered: tuple[SideChallenges, ...]
    """The challenges that nothing recorded here answers."""
    relied_on: tuple[Reliance, ...]
    """The claims on which others depend; first those with which most others would fall."""
    untried: tuple[str, ...]
    """The ids of claims for which this was not tried, since too many others depend on them."""
    one_voice: tuple[Lone, ...]
    """The claims whose whole evidence is one voice."""
    topics: tuple[TopicBalance, ...]
    disputes: tuple[Dispute, ...]
    """The open disputes."""
