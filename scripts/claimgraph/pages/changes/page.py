"""The page of changes and the feed: new and changed claims, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.wording import day_in_words
from claimgraph.pages.head.feed import FeedEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

_NEW: Final = 4
"""The number of new claims that the home page names."""
_NEW_OF_ONE: Final = 2
"""The most of them that are from one commit, so that a commit of many claims leaves room for the one before it."""
_NAMED: Final = 2
"""The number of claims that the line of a commit names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedClaim:
    """The change of one claim in one commit.

    `says` names it, such as `New claim`. `address` is None if the claim no longer exists. `details` are sentences
    without a full stop, in order. `is_new` says that the commit added the claim. `argued` are the details on its
    evidence and links: what was added or taken away, not what was only reworded. `topic` is the topic in whose folder
    it is or was. `theses` are the ids of the theses on which it bears now, the nearest first.
    """

    id: str
    title: str
    says: str
    address: str | None
    details: tuple[str, ...] = ()
    is_new: bool = False
    argued: tuple[str, ...] = ()
    topic: str = ""
    theses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """One commit: its full hash and time, the claims that it changed, and the number of more that are not listed."""

    commit: str
    time: datetime
    day: str
    claims: tuple[ChangedClaim, ...]
    more: int = 0

    @property
    def anchor(self) -> str:
        """The id of its element on the page."""
        return f"c-{self.commit[:12]}"

    @property
    def line(self) -> str:
        """What it changed, in a line: the claim and its change, or the first claims and how many more there are."""
        if len(self.claims) == 1 and not self.more:
            return f"{self.claims[0].says}: {self.claims[0].title}"
        count = len(self.claims) + self.more
        named = "; ".join(claim.title for claim in self.claims[:_NAMED])
        return f"{count:,} claims: {named}" + (f"; and {count - _NAMED:,} more" if count > _NAMED else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedState:
    """A claim that is in another state than before the changes that are listed: both states in words."""

    id: str
    title: str
    address: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """The newest changes; `note` says what is missing and why, and is empty if nothing is.

    `states` are the claims that were there before the oldest of them and are in another state now. `feeds` are the
    titles and addresses of the feeds of single topics, by topic.
    """

    sets: tuple[ChangeSet, ...] = ()
    states: tuple[ChangedState, ...] = ()
    note: str = ""
    has_feed: bool = False
    feeds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A changed claim on the home page, with the day of its commit and the commit's anchor on the page of changes.

    `more` is the number of further claims in the commit, given at the last claim that is named of it; else 0.
    """

    claim: ChangedClaim
    day: date
    more: int
    anchor: str

    @property
    def detail(self) -> str:
        """The first change of the claim's evidence or links; empty for a new claim."""
        return "" if self.claim.is_new else self.claim.argued[0]

    @property
    def day_in_words(self) -> str:
        """The day as readers see it."""
        return day_in_words(self.day)


def newest(page: ChangesPage) -> tuple[News, ...]:
    """Return the newest changes of claims that still exist, newest first; in a commit, new claims come first.

    Only new claims, and changes of evidence and links, are news; changes of words are not.
    """
    made: list[News] = []
    for each in page.sets:
        told = (claim for claim in each.claims if claim.address and (claim.is_new or claim.argued))
        existing = sorted(told, key=lambda claim: not claim.is_new)
        named = existing[: min(_NEW_OF_ONE, _NEW - len(made))]
        rest = len(each.claims) + each.more - len(named)
        made += (
            News(claim=claim, day=each.time.date(), more=rest if claim is named[-1] else 0, anchor=each.anchor)
            for claim in named
        )
    return tuple(made)


def feed_entries(sets: Iterable[ChangeSet], about: Callable[[ChangedClaim], bool] = bool) -> Iterator[FeedEntry]:
    """Yield an entry of a feed for each commit and claim that it is about; by default for all.

    One for a removed claim leads to the page of changes.
    """
    for each in sets:
        for claim in filter(about, each.claims):
            place = f"changes/#{each.anchor}-{claim.id}"
            yield FeedEntry(
                place=place,
                page=claim.address or place,
                title=f"{claim.says}: {claim.title}",
                updated=each.time,
                summary="; ".join(claim.details) or claim.says,
                categories=(claim.topic, *claim.theses) if claim.topic else claim.theses,
            )
