"""What the page of changes and the feed show: what is new, and what has changed, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.wording import day_in_words
from claimgraph.pages.head.feed import FeedEntry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

_NEW: Final = 4
"""How many claims the home page names as the newest."""
_NEW_OF_ONE: Final = 2
"""How many of them one change may have: a change of many claims at once leaves room for the one before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedClaim:
    """What became of one claim in one commit.

    `says` is that in a word or two, such as `New claim`. `address` is None where the claim is not there any more.
    `details` are sentences without a full stop, in order. `is_new` tells that the claim came with this commit.
    """

    id: str
    title: str
    says: str
    address: str | None
    details: tuple[str, ...] = ()
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """One commit: its full name, when it was made, the claims that it changed, and how many more it did."""

    commit: str
    time: datetime
    day: str
    claims: tuple[ChangedClaim, ...]
    more: int = 0

    @property
    def anchor(self) -> str:
        """The id of its element on the page."""
        return f"c-{self.commit[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """The newest changes; `note` says what is missing and why, and is empty where nothing is."""

    sets: tuple[ChangeSet, ...] = ()
    note: str = ""
    has_feed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A claim among what is new: what became of it, on which day, and how many more claims the same change had.

    `more` is not 0 only at the last claim that is named of a change; `anchor` is the change's place on its page.
    """

    claim: ChangedClaim
    day: date
    more: int
    anchor: str

    @property
    def detail(self) -> str:
        """The first thing that changed in a claim that was there before; empty where it is new or nothing is told."""
        return "" if self.claim.is_new or not self.claim.details else self.claim.details[0]

    @property
    def day_in_words(self) -> str:
        """The day as the page says it."""
        return day_in_words(self.day)


def newest(page: ChangesPage) -> tuple[News, ...]:
    """Return the newest changes, newest first; of one change new claims before others, those still there alone."""
    made: list[News] = []
    for each in page.sets:
        there = sorted((claim for claim in each.claims if claim.address), key=lambda claim: not claim.is_new)
        named = there[: min(_NEW_OF_ONE, _NEW - len(made))]
        rest = len(each.claims) + each.more - len(named)
        made += (
            News(claim=claim, day=each.time.date(), more=rest if claim is named[-1] else 0, anchor=each.anchor)
            for claim in named
        )
    return tuple(made)


def feed_entries(page: ChangesPage) -> Iterator[FeedEntry]:
    """Yield an entry of the feed for each claim and commit; a claim that is gone leads to the page of changes."""
    for each in page.sets:
        for claim in each.claims:
            place = f"changes/#{each.anchor}-{claim.id}"
            yield FeedEntry(
                place=place,
                page=claim.address or place,
                title=f"{claim.says}: {claim.title}",
                updated=each.time,
                summary="; ".join(claim.details) or claim.says,
            )
