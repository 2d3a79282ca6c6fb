"""Finds which critical questions a new or changed link answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.analysis.questions import NAMING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.analysis.questions import Steps
    from claimgraph.changes.fields import Plain
    from claimgraph.changes.records import ItemChange, RecordChange


def with_questions(change: RecordChange, steps: Steps) -> RecordChange:
    """Return a record's change with the critical questions that its links answer; `steps` are of the later state."""
    if not any(_is_answering(item) for item in change.items):
        return change
    items = (replace(item, answers=tuple(_told(item, steps))) if _is_answering(item) else item for item in change.items)
    return replace(change, items=tuple(items))


def _is_answering(item: ItemChange) -> bool:
    return item.how != "removed" and item.kind in NAMING and bool(item.item.get("question") or item.item.get("answers"))


def _told(item: ItemChange, steps: Steps) -> Iterator[str]:
    for one, other, question in _named(item.item):
        for (maker, target), _, asked in steps.asked(one, other, question):
            yield f"{asked.text} (asked of the step from {maker} to {target})"


def _named(link: Plain) -> Iterator[tuple[str, str, str]]:
    third = link.get("supports") or link.get("counts_against")
    if link.get("question") and third:
        yield link["claim"], third, link["question"]
    for answer in link.get("answers") or ():
        yield link["claim"], answer["step"], answer["question"]
