"""Puts the analysis into words: what would change a claim, and what depends on it.

The words are text with titles and names as given, not markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.analysis.changing import Kind
from claimgraph.model.standing import Label
from claimgraph.standing.phrases import enumerated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimgraph.analysis.changing import Action, Change, Prospect
    from claimgraph.analysis.reliance import Reliance
    from claimgraph.standing.names import Names


def action_in_words(action: Action, names: Names) -> str:
    """Return an action as a request: `answer ‘X’, which casts doubt on grounds of ‘A’`."""
    claim = _title(action.claim, names)
    by = _title(action.by, names) if action.by is not None else ""
    match action.kind:
        case Kind.ANSWER_OPPOSITION:
            return f"answer the opposition between {claim} and {by}"
        case Kind.ANSWER_DISPUTE:
            return f"answer {_disputing(action, names)} {claim}"
        case Kind.ANSWER_UNDERCUT:
            return f"answer {by}, which casts doubt on grounds of {claim}"
        case Kind.REMOVE_REPLY if action.against is not None:
            return f"take away {by} as a reply to the opposition between {claim} and {_title(action.against, names)}"
        case Kind.REMOVE_REPLY:
            return f"take away {by} as a reply to {_disputing(action, names)} {claim}"
        case Kind.REMOVE_EVIDENCE:
            return f"take away {_item(action, names)} for {claim}"
        case Kind.REMOVE_SUPPORT:
            return f"take away {by} as a reason for {claim}"


def change_in_words(change: Change, names: Names) -> str:
    """Return a change and its result in words: `answer ‘X’, … and take away …: then it stands`."""
    actions = [action_in_words(action, names) for action in change.deeds]
    return f"{'; and '.join(actions)}: then it {change.label}"


def found_in_words(prospect: Prospect) -> str:
    """Return how far was searched and what was found, as a sentence before the changes."""
    if prospect.label is Label.NOT_EVIDENCED:
        return "It takes evidence for it to stand: words or a finding that assert it, or evidence for a reason."
    if not prospect.searched:
        return "It hangs on too much for a search for what would change whether it stands."
    if not prospect.changes:
        return (
            f"Nothing short of {prospect.searched + 1} things done to what is recorded here changes whether it stands."
        )
    things = "one thing" if len(prospect.changes[0].deeds) == 1 else f"{len(prospect.changes[0].deeds)} things together"
    ways = "is 1 way" if prospect.count == 1 else f"are {prospect.count:,} ways"
    shown = f", of which {len(prospect.changes)} are shown" if prospect.count > len(prospect.changes) else ""
    return f"It takes {things} to change whether it stands, and there {ways}{shown}."


def reliance_in_words(reliance: Reliance, names: Names) -> str:
    """Return what depends on a claim in a few sentences; empty if nothing does."""
    parts = (
        (reliance.falls, "would no longer stand"),
        (reliance.rises, "would stand"),
        (reliance.weakens, "would only lose a reason"),
    )
    sentences = (f"If it fell, {_listed(ids, names)} {end}." for ids, end in parts if ids)
    return " ".join(sentences)


def _disputing(action: Action, names: Names) -> str:
    is_cited = action.item is not None and names.attribution(action.claim, action.item).is_cited
    return f"{_item(action, names)} that {'disputes' if is_cited else 'dispute'}"


def _item(action: Action, names: Names) -> str:
    spoken = names.attribution(action.claim, action.item or 0)
    if spoken.is_cited:
        return f"the finding cited from ‘{spoken.name}’" if spoken.name else "the finding"
    return f"the words of {spoken.name}" if spoken.name else "the words"


def _title(id_: str, names: Names) -> str:
    return f"‘{names.title(id_)}’"


def _listed(ids: Sequence[str], names: Names) -> str:
    return enumerated([_title(id_, names) for id_ in ids])
