"""Writes what a maintainer has to know first: sides of theses that are left without a reason, other states, counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from claimgraph.changes.lines import FileText, Line, Section, line
from claimgraph.changes.standing_outline import first_causes
from claimgraph.model.links import LINK_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.changes.comparison import Changes
    from claimgraph.changes.records import RecordChange
    from claimgraph.changes.standings import StandingChange

HEADING: Final = "In short"
MAX_NAMED: Final = 8
"""How many claims of one kind are named at most."""

_LISTS: Final[Mapping[str, str]] = {
    "quotes": "quotes",
    "citations": "citations",
    "figures": "figures",
    **dict.fromkeys(LINK_KINDS, "links"),
}
"""What the entries of a claim's lists are counted as."""
_COUNTED: Final = ("claims", "topics", "sources", "voices", "quotes", "citations", "figures", "links", "captures")
_HOW: Final[Mapping[str, str]] = {
    "added": "new",
    "changed": "changed",
    "renamed": "renamed",
    "removed": "removed",
    "refused": "cannot be read any more",
}


def summary(changes: Changes) -> Section | None:
    """Return the section that comes first; None if there is nothing to count.

    Theses that lose their last reason on a side come first in it, then claims that are in another state, each with the
    reason.
    """
    lines = (*_lost(changes.standings), *_flips(changes.standings), *_counts(changes))
    return Section(heading=HEADING, lines=lines) if lines else None


def _lost(standings: Iterable[StandingChange]) -> Iterator[Line]:
    found = [change for change in standings if change.lost]
    for change in found[:MAX_NAMED]:
        sides = " and ".join(f"the last reason {side}" for side in change.lost)
        yield line(0, f"takes away {sides} ", FileText(text=change.claim))
    if len(found) > MAX_NAMED:
        yield line(0, f"takes away the last reason on a side of {len(found) - MAX_NAMED:,} more theses")


def _flips(standings: Iterable[StandingChange]) -> Iterator[Line]:
    found = [change for change in standings if change.before and change.after and change.before is not change.after]
    if found:
        yield line(0, f"puts {len(found):,} claim{'s' * (len(found) > 1)} in another state")
    for change in found[:MAX_NAMED]:
        states = f": “{change.before}” became “{change.after}”"
        yield line(1, FileText(text=change.claim), states, *first_causes(change.because))
    if len(found) > MAX_NAMED:
        yield line(1, f"and {len(found) - MAX_NAMED:,} more")


def _counts(changes: Changes) -> Iterator[Line]:
    counts: dict[str, Counter[str]] = {}
    for what, how in (*_of_records(changes.records), *(("captures", each.how) for each in changes.captures)):
        counts.setdefault(what, Counter())[how] += 1
    for what in _COUNTED:
        if what in counts:
            told = (f"{counts[what][how]:,} {says}" for how, says in _HOW.items() if counts[what][how])
            yield line(0, f"{what}: {', '.join(told)}")


def _of_records(records: Iterable[RecordChange]) -> Iterator[tuple[str, str]]:
    for record in records:
        yield f"{record.kind}s", record.how
        for item in record.items:
            if item.kind in _LISTS:
                yield _LISTS[item.kind], item.how
