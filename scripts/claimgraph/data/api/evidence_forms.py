"""What the API says of the evidence for a claim: who said what, where, and which numbers are recorded.

The same holds as for the other forms: every field is always there, with one type; see `api_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict

from claimgraph.model.claim import Bound, Mode, Stance  # noqa: TC001  pydantic reads it when it makes the schemas
from claimgraph.model.source import Side  # noqa: TC001  likewise

_FORM: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVoice:
    """Whose words a quote is."""

    __pydantic_config__ = _FORM
    id: str
    """The id of the voice; empty where the source is unknown."""
    name: str
    role: str
    """In which capacity it speaks."""
    url: str
    """Its page; empty where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSource:
    """Where a quote, citation or figure comes from."""

    __pydantic_config__ = _FORM
    id: str
    title: str
    issued: str
    """When it was published, in EDTF."""
    url: str
    """Its page; empty where it is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a source a verified quote stands."""

    __pydantic_config__ = _FORM
    first_line: int
    """The first line of the captured text, counted from 1."""
    last_line: int
    """The last line."""
    posted_by: str
    """Who posts another's words there."""
    is_whole: bool
    """Whether the quote leaves out nothing of its sentences."""
    left_out: tuple[Literal["attribution", "condition", "hedge", "negation", "number"], ...]
    """Kinds of words that the rest of the sentence has, or that `[...]` stands for. But for a number beside the quote,
    `context` then says why the cut is fair."""
    apart: tuple[int, ...]
    """How many words each `[...]` leaves out, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """That somebody with a source's text found that its capture is the one that the text gives."""

    __pydantic_config__ = _FORM
    on: str
    """The day, such as 2021-10-12."""
    by: str
    """Who compared it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The exact words of a source in which a voice asserts or disputes the claim."""

    __pydantic_config__ = _FORM
    number: int
    """Its number in the claim, counted from 1."""
    id: str
    """Its name in the claim, by which an undercut hits it."""
    exact: str
    """The words, as they stand; `[...]` leaves some out, `[sic]` and `[an insertion]` are the editors'."""
    stance: Stance
    mode: Mode
    """How the speaker stands to the words."""
    speaker: str
    """Who says them, as the source names them; empty for its author."""
    of: str
    """Whose words the speaker reports."""
    voice: NamedVoice
    side: Side | None
    """Where that voice stands in this source, as the editors see it, for balance only; null where it is unknown."""
    source: NamedSource
    rests_on: str
    """The name of the one study or set of cases on which the words rest; empty where none is named."""
    verified: bool
    """Whether the words stand in the source's capture as quoted."""
    compared: Compared | None
    """When and by whom that capture was compared with the source; null where nobody has, or it is not verified."""
    check: str
    """What the check found."""
    place: Place | None
    """Where they stand; null where they are not verified."""
    prefix: str
    """Words right before, where they tell two places apart."""
    suffix: str
    """Words right after, likewise."""
    context: str
    """Why the cut is fair, where the sentence says more."""
    url: str
    """The quote on the claim's page."""
    source_url: str
    """The source, at these words where the browser can find them; empty where it is not on the web."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A fact or figure found in a source, in the editors' words; its wording is not quoted."""

    __pydantic_config__ = _FORM
    number: int
    """Its number in the claim, counted from 1."""
    id: str
    """Its name in the claim, by which an undercut hits it."""
    finding: str
    stance: Stance
    where: str
    """Where in the source it stands."""
    side: Side | None
    """Where the source's author stands, as the editors see it, for balance only; null where it is unknown."""
    source: NamedSource
    rests_on: str
    """The name of the one study or set of cases on which it rests; empty where none is named."""
    url: str
    """The citation on the claim's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a source gives."""

    __pydantic_config__ = _FORM
    measure: str
    """The id of the measure."""
    name: str
    """What the measure is called."""
    unit: str
    """The unit of the value; empty where the measure is unknown."""
    value: str
    """The number as the source gives it, in plain decimals, so that no digit is lost."""
    bound: Bound | None
    """On which side of the number the true one lies, as the source says; null where it gives the number as it is."""
    period: str
    """The time in which it was counted, in EDTF."""
    population: str
    """Who was counted."""
    denominator: str
    """Of what a share is a share."""
    source: NamedSource
