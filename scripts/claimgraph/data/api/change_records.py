"""The API's records of what has changed, as the page of changes shows it. The JSON Schemas are made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict

from claimgraph.data.api.argument_records import State  # noqa: TC001  pydantic reads it when it makes the schemas

_CONFIG: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedClaim:
    """The change of one claim in one commit."""

    __pydantic_config__ = _CONFIG
    id: str
    title: str
    """Its title after the change, or the last one if it was taken away."""
    how: Literal["new", "changed", "new address", "taken away"]
    details: tuple[str, ...]
    """What changed, in words; of a new claim its assertion."""
    evidence_and_links: tuple[str, ...]
    """The details that say which evidence or links were added or taken away."""
    topic: str
    """The id of its topic then."""
    theses: tuple[str, ...]
    """The ids of the theses on which it bears now, the nearest first."""
    url: str
    """Its page; empty if it is not there any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """One commit."""

    __pydantic_config__ = _CONFIG
    commit: str
    """Its hash."""
    time: str
    """When it was made, in UTC, as in RFC 3339."""
    claims: tuple[ChangedClaim, ...]
    more: int
    """The number of further claims in it, which are not listed."""
    url: str
    """Its place on the page of changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedState:
    """A claim that is in another state than before the oldest commit that is listed."""

    __pydantic_config__ = _CONFIG
    id: str
    title: str
    before: State
    after: State
    url: str
    """Its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The newest changes of claims, from git's history."""

    __pydantic_config__ = _CONFIG
    api_version: str
    """The version of these records."""
    as_of: str
    """The day for which the states hold, as YYYY-MM-DD."""
    note: str
    """What is missing here and why; empty if nothing is."""
    sets: tuple[ChangeSet, ...]
    """The newest commit first."""
    states: tuple[ChangedState, ...]
