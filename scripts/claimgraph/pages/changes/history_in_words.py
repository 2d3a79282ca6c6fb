"""The page of changes made from git's history, with each change of a claim in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimgraph.changes.history import History, NoHistoryError, head_of, history
from claimgraph.index.addresses import claim_address
from claimgraph.index.places import nearest_theses
from claimgraph.index.wording import date_in_words, day_in_words, kind_in_words
from claimgraph.model.standing import State
from claimgraph.pages.changes.page import ChangedClaim, ChangedState, ChangeSet, ChangesPage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from claimgraph.changes.fields import FieldChange
    from claimgraph.changes.history import Change, Commit
    from claimgraph.changes.records import ItemChange
    from claimgraph.index.view import View

_NO_HISTORY: Final = (
    "The history of the files was not at hand when this site was built, so this page cannot say what has changed."
)
_SHALLOW: Final = (
    "Only the newest part of the history was at hand when this site was built: what changed before it is not told here."
)
_NOTHING: Final = "The history of the files tells of no change of a claim."

_SAYS: Final = {"added": "New claim", "removed": "Claim taken away", "renamed": "New address", "changed": "Changed"}
_FIELDS: Final = {
    "title": "Title",
    "assertion": "Assertion",
    "kind": "Kind",
    "thesis": "Thesis",
    "one_sided": "What was looked for on the other side",
    "crux": "What the two sides differ on",
    "note": "Editor’s note",
    "scope.place": "Place spoken about",
    "scope.period": "Time spoken about",
    "scope.population": "Population",
    "scope.measure": "Measure",
    "scope.denominator": "What a share is a share of",
    "read": "Record of a second reader",
    "read.by": "Second reader",
    "read.on": "Day of the second reading",
    "replaced_by": "Replacement",
    "topic": "Topic",
}
_ITEMS: Final = {"quotes": "Quote", "citations": "Citation", "figures": "Figure"}
_THIRDS: Final = {
    "supports": "as a reason for",
    "counts_against": "as a reason against",
    "limits": "as a limit of",
    "opposes": "as a conflict with",
}
_EDITED: Final = frozenset({"computed", "named"})
"""The lists of what the editors supplied, which is neither evidence nor argument."""
_DONE: Final = {"added": "added", "removed": "taken away", "changed": "changed"}


@dataclass(slots=True)
class HistoryCache:
    """The history as last read, so that a preview reads it once for each commit; None if there was none."""

    read: History | None = None


def known_history(root: Path, cache: HistoryCache) -> History | None:
    """Return the history of a checkout; None if it has none."""
    try:
        if cache.read is None or cache.read.head != head_of(root):
            cache.read = history(root)
    except NoHistoryError:
        cache.read = None
    return cache.read


def changes_page(
    found: History | None,
    view: View,
    former: Mapping[str, State] | None = None,
    *,
    has_feed: bool,
    feeds: tuple[tuple[str, str], ...] = (),
) -> ChangesPage:
    """Return the page of changes for a history; `former` has the states of claims before it, if they are known."""
    if found is None:
        return ChangesPage(note=_NO_HISTORY, has_feed=has_feed, feeds=feeds)
    sets = change_sets(found, view)
    note = _SHALLOW if found.is_shallow else "" if sets else _NOTHING
    states = tuple(_states(view, former or {}))
    return ChangesPage(sets=sets, states=states, note=note, has_feed=has_feed, feeds=feeds)


def change_sets(found: History | None, view: View) -> tuple[ChangeSet, ...]:
    """Return the commits of a history in words; none without one."""
    return () if found is None else tuple(_set(commit, view) for commit in found.commits)


def _states(view: View, former: Mapping[str, State]) -> Iterator[ChangedState]:
    """Yield the claims that are in another state now, in the order of the states, then of the claims' ids."""
    ranks = {state: rank for rank, state in enumerate(State)}
    now = {id_: view.analysis.standings[id_].state for id_ in sorted(former) if id_ in view.corpus.claims}
    for id_ in sorted(now, key=lambda id_: ranks[now[id_]]):
        if now[id_] is not former[id_]:
            ref = view.claim(id_)
            yield ChangedState(
                id=id_, title=ref.title, address=ref.address or "", before=former[id_].value, after=now[id_].value
            )


def _set(commit: Commit, view: View) -> ChangeSet:
    claims = tuple(_claim(change, view) for change in commit.changes)
    return ChangeSet(commit=commit.name, time=commit.time, day=_moment(commit.time), claims=claims, more=commit.more)


def _moment(time: datetime) -> str:
    return f"{day_in_words(time.date())}, {time:%H:%M} UTC"


def _claim(change: Change, view: View) -> ChangedClaim:
    record = change.record
    details = [change.assertion] if change.assertion else []
    if record.how in {"changed", "renamed"}:
        details += [f"Formerly {record.former}"] if record.former else []
        details += [said for field in record.fields if (said := _field(field, view))]
        details += list(dict.fromkeys(_item(item, view) for item in record.items))
    argued = [item for item in record.items if item.kind not in _EDITED and item.how in {"added", "removed"}]
    is_there = record.id in view.corpus.claims
    return ChangedClaim(
        id=record.id,
        title=record.title,
        says=_SAYS[record.how],
        address=claim_address(record.id) if is_there else None,
        details=tuple(details),
        is_new=record.how == "added",
        argued=tuple(dict.fromkeys(_item(item, view) for item in argued)),
        topic=record.path.split("/")[1],
        theses=tuple(nearest_theses(view, record.id)) if is_there else (),
    )


def _field(change: FieldChange, view: View) -> str:
    name = _FIELDS.get(change.field)
    if name is None:
        return ""
    if change.before is None or change.after is None:
        return f"{name} {'added' if change.before is None else 'taken away'}"
    if change.field == "read":
        return "Changed since the second reading that it records"
    before, after = (_value(change.field, value, view) for value in (change.before, change.after))
    if change.field == "assertion":
        return f"Assertion reworded; before: {before}"
    if change.field == "note":
        return f"{name} changed"
    return f"{name} changed from {before} to {after}"


def _value(field: str, value: str, view: View) -> str:
    match field:
        case "kind":
            return kind_in_words(value)
        case "scope.period" | "read.on":
            return date_in_words(value)
        case "topic":
            return f"‘{view.topic(value).title}’"
        case "replaced_by":
            return _title(value, view)
        case "title":
            return f"‘{value}’"
        case _:
            return value


def _item(change: ItemChange, view: View) -> str:
    item, done = change.item, _DONE.get(change.how, change.how)
    if change.kind in _ITEMS:
        verb = " that disputes it" if item.get("stance") == "disputes" else ""
        return f"{_ITEMS[change.kind]}{verb} {done}, from {view.source(item['source']).title}"
    if change.kind == "computed":
        return f"Number or date that the editors worked out {done}: {item['value']}"
    if change.kind == "named":
        return f"Name that the editors supplied {done}: {item['name']}"
    return f"Link {done}: {change.kind.replace('_', ' ')} {_title(item['claim'], view)}{''.join(_hit(item, view))}"


def _hit(item: Any, view: View) -> Iterator[str]:  # noqa: ANN401  a record as plain data
    if item.get("quote") or item.get("citation"):
        yield f", its {'quote' if item.get('quote') else 'citation'}"
    if item.get("rests_on"):
        yield ", what rests on one study"
    for kind, words in _THIRDS.items():
        if third := item.get(kind):
            yield f", {words} {_title(third, view)}"


def _title(id_: str, view: View) -> str:
    return f"‘{view.claim(id_).title}’" if id_ in view.corpus.claims else f"‘{id_}’"
