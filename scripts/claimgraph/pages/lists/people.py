"""The list of all voices, those on which most rests first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import voice_address
from claimgraph.index.wording import plural
from claimgraph.pages.parts.people import holding, side_in_words, weight_in_words
from claimgraph.pages.parts.spoken import brief_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.voices import QuotedVoice

SHOWN: Final = 12
"""How many voices are shown before the list is folded."""

NAMED: Final = 1
"""How many theses on one side are named in the line of a voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The theses on one side of a voice: what it does, the first `NAMED` of them, and how many more there are."""

    says: str
    theses: tuple[Ref, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A voice in a list. `who` is its role, or else where its words stand; `weight` is empty if nothing rests on it."""

    title: str
    address: str
    side: str
    who: str
    weight: str
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Part of the list; all but the first part have a `title`, and are folded."""

    title: str
    people: tuple[Person, ...]


def people_groups(view: View) -> tuple[People, ...]:
    """Return all voices: those on which most rests, the others, and last those without a name."""
    ordered = sorted(view.voices.values(), key=lambda voice: _rank(view, voice))
    named = [voice for voice in ordered if not _is_unnamed(voice)]
    unnamed = [voice for voice in ordered if _is_unnamed(voice)]
    more = f"{plural(len(named) - SHOWN, 'more voice')}, on which less rests"
    groups = (
        _people(view, "", named[:SHOWN]),
        _people(view, more, named[SHOWN:]),
        _people(view, f"{plural(len(unnamed), 'voice')} without a name that one could look up", unnamed),
    )
    return tuple(group for group in groups if group.people)


def _rank(view: View, voice: QuotedVoice) -> tuple[int, str, str]:
    return -len(holding(view, voice.id).claims), voice.name.casefold(), voice.id


def _is_unnamed(voice: QuotedVoice) -> bool:
    return voice.entry is not None and voice.entry.record.unnamed


def _people(view: View, title: str, voices: Sequence[QuotedVoice]) -> People:
    return People(title=title, people=tuple(_person(view, voice) for voice in voices))


def _person(view: View, voice: QuotedVoice) -> Person:
    carried = holding(view, voice.id)
    held = (("Reasons for", carried.pro), ("Reasons against", carried.con), ("On both sides", carried.both))
    return Person(
        title=voice.name,
        address=voice_address(voice.id),
        side=side_in_words(carried),
        who=brief_role(voice.role) if voice.role else _whence(view, voice),
        weight=weight_in_words(carried),
        held=tuple(
            Held(says=says, theses=tuple(map(view.claim, theses[:NAMED])), more=len(theses[NAMED:]))
            for says, theses in held
            if theses
        ),
    )


def _whence(view: View, voice: QuotedVoice) -> str:
    """Return where the words of a voice without a role stand, which tells two voices of one name apart."""
    sources = view.sources_of(voice)
    if not sources:
        return "Not quoted yet"
    first, more = view.source(sources[0]).title, len(sources) - 1
    others = f" and {plural(more, 'other source')}" if more else ""
    return f"In ‘{first}’{others}" if first != voice.name or more else ""
