"""The API's records of the evidence for a claim: quotes, citations and figures, with their voices and sources.

As in all records, every field is always there, with one type; see `records`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict

from claimgraph.model.claim import Bound, Mode, Stance  # noqa: TC001  pydantic reads it when it makes the schemas
from claimgraph.model.source import Side  # noqa: TC001  likewise

_CONFIG: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVoice:
    """The voice of a quote."""

    __pydantic_config__ = _CONFIG
    id: str
    """The id of the voice; empty if the source is unknown."""
    name: str
    role: str
    """The capacity in which it speaks."""
    url: str
    """Its page; empty if it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSource:
    """The source of a quote, citation or figure."""

    __pydantic_config__ = _CONFIG
    id: str
    title: str
    issued: str
    """The date of its publication, in EDTF."""
    url: str
    """Its page; empty if the source is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The place of a verified quote in its source."""

    __pydantic_config__ = _CONFIG
    first_line: int
    """The first line of the captured text, counted from 1."""
    last_line: int
    """The last line."""
    posted_by: str
    """The name of whoever posts another's words there."""
    is_whole: bool
    """Whether the quote has its sentences whole."""
    left_out: tuple[Literal["attribution", "condition", "hedge", "negation", "number"], ...]
    """The kinds of words in the rest of the sentence, or in what `[...]` replaces. `context` then says why the cut is
    fair, unless it is only a number beside the quote."""
    apart: tuple[int, ...]
    """The number of words that each `[...]` replaces, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The record that somebody made the capture again from the source's text, and found it to be the same."""

    __pydantic_config__ = _CONFIG
    on: str
    """The day, such as 2021-10-12."""
    by: str
    """The person who compared it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The exact words of a source by which a voice asserts or disputes the claim."""

    __pydantic_config__ = _CONFIG
    number: int
    """Its number in the claim, counted from 1."""
    id: str
    """Its name in the claim, by which an undercut hits it."""
    exact: str
    """The words as in the source; `[...]` replaces some, `[sic]` and `[an insertion]` are the editors'."""
    stance: Stance
    mode: Mode
    """How the speaker means the words."""
    speaker: str
    """The speaker, as the source names them; empty for its author."""
    of: str
    """The person whose words the speaker reports."""
    voice: NamedVoice
    side: Side | None
    """The side of that voice in this source, as the editors see it, for balance only; null if unknown."""
    source: NamedSource
    rests_on: str
    """The name of the one study or set of cases on which the words rest; empty if none is named."""
    verified: bool
    """Whether the source's capture has the words as quoted."""
    compared: Compared | None
    """When and by whom that capture was compared with the source; null if nobody has, or the quote is not verified."""
    check: str
    """The result of the check."""
    place: Place | None
    """The place of the words; null if they are not verified."""
    prefix: str
    """The words right before, if needed to tell two places apart."""
    suffix: str
    """The words right after, likewise."""
    context: str
    """Why the cut is fair, if the sentence says more."""
    url: str
    """The quote on the claim's page."""
    source_url: str
    """The source, at these words if the browser can find them; empty if it is not on the web."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A fact or figure from a source, in the editors' words; its wording is not quoted."""

    __pydantic_config__ = _CONFIG
    number: int
    """Its number in the claim, counted from 1."""
    id: str
    """Its name in the claim, by which an undercut hits it."""
    finding: str
    stance: Stance
    where: str
    """The place in the source."""
    side: Side | None
    """The side of the source's author, as the editors see it, for balance only; null if unknown."""
    source: NamedSource
    rests_on: str
    """The name of the one study or set of cases on which it rests; empty if none is named."""
    url: str
    """The citation on the claim's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a source gives."""

    __pydantic_config__ = _CONFIG
    measure: str
    """The id of the measure."""
    name: str
    """The name of the measure."""
    unit: str
    """The unit of the value; empty if the measure is unknown."""
    value: str
    """The number as the source gives it, in plain decimals, so that no digit is lost."""
    bound: Bound | None
    """Whether the source says that the true number is below, above or about this one; null if it says nothing such."""
    period: str
    """The time in which it was counted, in EDTF."""
    population: str
    """The people counted."""
    denominator: str
    """The whole of which a share is a part."""
    source: NamedSource
