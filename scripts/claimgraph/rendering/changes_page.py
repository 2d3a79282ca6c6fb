"""What the page of changes shows, and the feed: what is new, and what has changed, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedClaim:
    """What became of one claim in one commit.

    `says` is that in a word or two, such as `New claim`. `address` is None where the claim is not there any more.
    `details` are sentences without a full stop, in order.
    """

    id: str
    title: str
    says: str
    address: str | None
    details: tuple[str, ...] = ()


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


def atom_feed(page: ChangesPage, *, site_name: str, site_url: str, updated: date) -> str:
    """Return the changes as Atom (RFC 4287), with one entry a claim and commit; `site_url` ends in a slash.

    An entry's id is the address at which the page has it, so that it stays the same however often the site is built.
    `updated` is the day of the site, for a feed without entries.
    """
    newest = max(
        (each.time for each in page.sets), default=datetime(updated.year, updated.month, updated.day, tzinfo=UTC)
    )
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{_text(site_url)}feed.xml</id>",
        f"<title>{_text(site_name)}: new and changed claims</title>",
        f"<updated>{newest.isoformat()}</updated>",
        f"<author><name>{_text(site_name)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{_text(site_url)}feed.xml"/>',
        f'<link rel="alternate" type="text/html" href="{_text(site_url)}changes/"/>',
    ]
    for each in page.sets:
        for claim in each.claims:
            lines += _entry(each, claim, site_url)
    return "\n".join([*lines, "</feed>", ""])


def _entry(each: ChangeSet, claim: ChangedClaim, site_url: str) -> Iterator[str]:
    place = f"{site_url}changes/#{each.anchor}-{claim.id}"
    page = f"{site_url}{claim.address}" if claim.address else place
    yield "<entry>"
    yield f"<id>{_text(place)}</id>"
    yield f"<title>{_text(f'{claim.says}: {claim.title}')}</title>"
    yield f"<updated>{each.time.isoformat()}</updated>"
    yield f'<link rel="alternate" type="text/html" href="{_text(page)}"/>'
    yield f"<summary>{_text('; '.join(claim.details) or claim.says)}</summary>"
    yield "</entry>"


def _text(text: str) -> str:
    """Return text for XML 1.0, section 2.2: characters that it cannot hold become the replacement character."""
    allowed = "".join(
        c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "\ufffd"
        for c in text
    )
    return escape(allowed, {'"': "&quot;"})
