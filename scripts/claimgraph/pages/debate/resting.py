"""What rests on little: claims of one voice, and claims without which others would stand otherwise."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.analysis.wording import reliance_in_words
from claimgraph.index.wording import plural
from claimgraph.pages.parts.people import Camp, camps

if TYPE_CHECKING:
    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View

MOST: Final = 10
"""How many voices, and how many claims, are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneVoice:
    """How many claims rest on one voice each, and the voices with most of them, each with its side and number."""

    count: int
    voices: tuple[tuple[Camp, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """A claim, and what would change without it, in a sentence."""

    claim: Ref
    says: str


def one_voice(view: View) -> OneVoice:
    """Return the claims that rest on one voice."""
    count = Counter(each.voice for each in view.analysis.lone)
    ranked = sorted(count, key=lambda voice: (-count[voice], voice))[:MOST]
    return OneVoice(
        count=count.total(),
        voices=tuple((camp, plural(count[voice], "claim")) for voice in ranked for camp in camps(view, (voice,))),
    )


def one_claim(view: View) -> tuple[Support, ...]:
    """Return the claims on which most rests."""
    return tuple(
        Support(claim=view.claim(each.claim), says=reliance_in_words(each, view.analysis.origins))
        for each in view.analysis.reliances.found[:MOST]
    )
