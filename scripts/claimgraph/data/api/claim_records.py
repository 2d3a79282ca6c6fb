"""The API's records of a claim: the entry in the list of all claims, the details in a shard, and both together.

As in all records, every field is always there, with one type; see `records`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pydantic import ConfigDict

from claimgraph.data.api.argument_records import (  # noqa: TC001  likewise
    Prospect,
    QuestionAnswer,
    Reason,
    Reliance,
)
from claimgraph.data.api.evidence_records import Citation, Figure, Quote  # noqa: TC001  likewise
from claimgraph.data.api.standing_records import Sides, Standing  # noqa: TC001  likewise
from claimgraph.model.claim import Kind  # noqa: TC001  pydantic reads it when it makes the schemas
from claimgraph.model.links import Difference, LinkKind  # noqa: TC001  pydantic reads it when it makes the schemas

_CONFIG: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The place, time and population that a claim speaks about; not when it was said."""

    __pydantic_config__ = _CONFIG
    place: str
    """The place spoken about."""
    period: str
    """The time spoken about, in EDTF (ISO 8601-2)."""
    first_day: str | None
    """Its first day as YYYY-MM-DD; null if open or unknown."""
    last_day: str | None
    """Its last day as YYYY-MM-DD; null if open or unknown."""
    population: str
    """The people that it speaks about."""
    measure: str
    """What was measured."""
    denominator: str
    """The whole of which a share is a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The number of items recorded on one side."""

    __pydantic_config__ = _CONFIG
    quotes: int
    """Quotes."""
    verified: int
    """Quotes that were found word for word in their source."""
    voices: int
    """Voices of the verified quotes."""
    lines: int
    """Independent lines of evidence behind the verified quotes and the citations."""
    citations: int
    """Facts found in a source whose wording is not quoted: as a rule because it is not captured yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The quotes and citations for and against a claim; what other claims say of it is in its links."""

    __pydantic_config__ = _CONFIG
    asserting: Count
    """What asserts it."""
    disputing: Count
    """What disputes it."""
    taken_for_granted: int
    """Quotes that only take it for granted; they count on neither side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCount:
    """The number of links of each kind."""

    __pydantic_config__ = _CONFIG
    supports: int
    counts_against: int
    opposes: int
    limits: int
    rivals: int
    context: int
    undercuts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """One claim in a list."""

    __pydantic_config__ = _CONFIG
    id: str
    """The id, which is never used for another claim."""
    title: str
    """A label."""
    assertion: str
    """What is claimed, in one neutral sentence of the editors."""
    kind: Kind
    """What kind of assertion it is."""
    topic: str
    """The id of its topic."""
    thesis: bool
    """Whether it is a thesis: an answer to its topic's question, worded by the editors."""
    one_sided: str
    """For a thesis with reasons on one side only: what was looked for on the other."""
    crux: str
    """For a thesis with reasons on both sides: what the two sides differ on, in one sentence."""
    theses: tuple[str, ...]
    """The ids of the theses that it leads to by reasons for or against; a thesis leads to itself."""
    scope: Scope
    standing: Standing
    sides: Sides
    rivals: tuple[str, ...]
    """The ids of claims that give another figure for the same thing."""
    context: tuple[str, ...]
    """The ids of claims that a reader should know too; they are on no side."""
    evidence: Evidence
    links_made: LinkCount
    """Links that it makes to other claims."""
    links_met: LinkCount
    """Links that other claims make to it."""
    former_ids: tuple[str, ...]
    """Ids that it had before; their addresses still work."""
    replaced_by: str | None
    """The id of the claim that replaces it; null if there is none."""
    url: str
    """Its page."""
    shard: str
    """The file with its details, and with those of other claims."""
    json: str
    """A file with everything on this claim alone; empty if the site has no such files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link from one claim to another."""

    __pydantic_config__ = _CONFIG
    kind: LinkKind
    from_claim: str
    """The id of the claim that makes it."""
    from_title: str
    to_claim: str
    """The id of the claim that it names."""
    to_title: str
    because: str
    """Why it holds."""
    despite: str
    """For an opposition or an undercut: why it holds although the two differ in whom or what they count."""
    with_claims: tuple[str, ...]
    """For a step, for or against: the ids of the further premises without which it does not hold."""
    differs_in: tuple[Difference, ...]
    """For another figure for the same thing: the respects in which the two differ."""
    hits_quote: str
    """For an undercut of a quote: the name of the quote of `to_claim`."""
    hits_citation: str
    """For an undercut of a citation: the name of the citation of `to_claim`."""
    hits_rests_on: str
    """For an undercut of a study: its name; it hits all quotes and citations of `to_claim` that rest on the study."""
    hits_support_of: str
    """For an undercut of a support: the id of the claim that `to_claim` supports."""
    hits_counting_against: str
    """For an undercut of a reason against: the id of the claim that `to_claim` counts against."""
    hits_limit_of: str
    """For an undercut of a limit: the id of the claim that `to_claim` limits."""
    hits_opposition_to: str
    """For an undercut of a conflict: the id of the claim that `to_claim` opposes."""
    scheme: str
    """For a step: the id of its kind of reason in `schemes.json`; empty if none is named."""
    answered: tuple[QuestionAnswer, ...]
    """For a step: the critical questions about it that have an answer."""
    answers: tuple[QuestionAnswer, ...]
    """For another link: the critical questions that it answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All links that touch a claim."""

    __pydantic_config__ = _CONFIG
    made: tuple[Link, ...]
    """Links that it makes to other claims."""
    met: tuple[Link, ...]
    """Links that other claims make to it."""
    premise_of: tuple[Link, ...]
    """Steps of other claims, for or against, in which it is a further premise."""
    third_of: tuple[Link, ...]
    """Undercuts of a step to it, of a limit of it, or of a conflict with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """A number, date or share of a claim that the editors worked out, since no quote or finding of the claim has it."""

    __pydantic_config__ = _CONFIG
    value: str
    """The number, date or share as the assertion or the figure has it."""
    how: str
    """The data it was worked out from, and the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A proper name of the assertion that the editors supplied, since no quote or finding has it."""

    __pydantic_config__ = _CONFIG
    name: str
    """The name."""
    how: str
    """The evidence that this one is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """The record that a second person compared a claim with its quotes."""

    __pydantic_config__ = _CONFIG
    by: str
    """The person's name."""
    on: str
    """The day, as YYYY-MM-DD."""


@dataclass(frozen=True, kw_only=True)  # no slots: only one of the two bases of `WholeClaim` may have them
class ClaimDetail:
    """The details of a claim in a shard: everything that the list of claims leaves out."""

    __pydantic_config__ = _CONFIG
    id: str
    """The id, as in the list of claims."""
    title: str
    """A label."""
    assertion: str
    """What is claimed, in one neutral sentence of the editors."""
    standing: Standing
    as_of: str
    """The day for which the standing holds, as YYYY-MM-DD."""
    quotes: tuple[Quote, ...]
    citations: tuple[Citation, ...]
    figures: tuple[Figure, ...]
    computed: tuple[Computed, ...]
    """The numbers, dates and shares in it that no quote and no finding has."""
    named: tuple[Named, ...]
    """The proper names in it that no quote and no finding has."""
    read: SecondReading | None
    """The second reading; null if none is recorded."""
    links: Links
    reasons: tuple[Reason, ...]
    """The reasons for its state: what challenges it, what answers that, and what it rests on; empty if neither it nor
    anything that it rests on is challenged."""
    would_change: Prospect | None
    """What would change whether it stands; null for a thesis, and if there are no reasons."""
    reliance: Reliance
    """What depends on it."""
    note: str
    """An editor's remark."""
    licence: str
    """The licence of the editors' words; quotations belong to those who wrote them."""


@dataclass(frozen=True, kw_only=True)
class WholeClaim(ClaimDetail, ClaimEntry):
    """Everything on one claim: its entry in the list of claims, and its details."""

    __pydantic_config__ = _CONFIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A file with the details of some claims."""

    __pydantic_config__ = _CONFIG
    id: str
    """Its name: the last two digits that the CRC-32 of the id of each of its claims has in hexadecimal."""
    claims: tuple[str, ...]
    """The ids of its claims."""
    url: str
    """Its address."""
