"""Puts the analysis into words: what would change a claim, and what depends on it.

The words are text with titles and names as given, not markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.analysis.changing import Kind
from claimgraph.model.standing import Label
from claimgraph.standing.phrases import enumerated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimgraph.analysis.changing import Action, Change, Prospect
    from claimgraph.analysis.reliance import Reliance
    from claimgraph.standing.names import Names

_NUMBERS: Final = ("no", "one", "two", "three")
"""The numbers of changes in words, up to the most that are tried together."""

_WOULD: Final[Mapping[Label, str]] = {
    Label.IN: "would stand",
    Label.OPEN: "would be in open dispute",
    Label.OUT: "would be contradicted",
    Label.NOT_EVIDENCED: "would have no evidence",
}


def change_in_words(change: Change, claim: str, names: Names) -> str:
    """Return a change to `claim` as a sentence, such as `If it lost the words of Ann, it would have no evidence.`."""
    conditions = [_condition(action, claim, names) for action in change.deeds]
    return f"If {enumerated(conditions)}, it {_WOULD[change.label]}."


def _condition(action: Action, claim: str, names: Names) -> str:
    """Return an action as the clause after `if`; `claim` is called `it`."""
    target = "it" if action.claim == claim else _title(action.claim, names)
    by = "it" if action.by == claim else _title(action.by, names) if action.by is not None else ""
    match action.kind:
        case Kind.ANSWER_OPPOSITION:
            return f"somebody showed that {target} and {by} can both be true"
        case Kind.ANSWER_DISPUTE:
            return f"somebody answered {_against(action, names)} {target}"
        case Kind.ANSWER_UNDERCUT:
            return f"somebody answered the doubt that {by} casts on {target}"
        case Kind.REMOVE_REPLY if action.against is not None:
            other = "it" if action.against == claim else _title(action.against, names)
            return f"{by} no longer showed that {target} and {other} can both be true"
        case Kind.REMOVE_REPLY:
            return f"{by} no longer answered {_against(action, names)} {target}"
        case Kind.REMOVE_EVIDENCE:
            return f"{target} lost {_item(action, names)}"
        case Kind.REMOVE_SUPPORT:
            return f"{by} no longer gave a reason for {target}"


def found_in_words(prospect: Prospect) -> str:
    """Return how far was searched and what was found, as a sentence before the changes."""
    if prospect.label is Label.NOT_EVIDENCED:
        return "Nothing here is evidence for it. A quote or source that says so, or a reason with evidence, would be."
    if not prospect.searched:
        return "Too many other claims bear on it to work out what would change whether it stands."
    if not prospect.changes:
        return f"It would take more than {_changes(prospect.searched)} to alter whether it stands."
    size, shown = len(prospect.changes[0].deeds), len(prospect.changes)
    if prospect.count == 1:
        return f"{_changes(size).capitalize()}{' together' * (size > 1)} would alter whether it stands."
    one_of = f"Any one of {prospect.count:,} changes" if size == 1 else f"{_changes(size).capitalize()} together"
    ways = "" if size == 1 else f", in {prospect.count:,} ways"
    first = f" Here are the first {shown}." if prospect.count > shown else ""
    return f"{one_of} would alter whether it stands{ways}.{first}"


def reliance_in_words(reliance: Reliance, names: Names) -> str:
    """Return what depends on a claim in one sentence; empty if nothing does."""
    parts = (
        (reliance.falls, "would no longer stand"),
        (reliance.rises, "would stand"),
        (reliance.weakens, f"would {'each ' * (len(reliance.weakens) > 1)}have one reason fewer"),
    )
    clauses = [f"{_listed(ids, names)} {end}" for ids, end in parts if ids]
    return f"Without it, {'; '.join(clauses)}." if clauses else ""


def _changes(count: int) -> str:
    return f"{_NUMBERS[count]} change{'s' * (count > 1)}"


def _against(action: Action, names: Names) -> str:
    """Return what a quote or citation says against a claim, up to the claim: `what Ben says against`."""
    spoken = names.attribution(action.claim, action.item or 0)
    if not spoken.name:
        return "what is said against"
    return f"what {f'‘{spoken.name}’' if spoken.is_cited else spoken.name} says against"


def _item(action: Action, names: Names) -> str:
    spoken = names.attribution(action.claim, action.item or 0)
    if spoken.is_cited:
        return f"the finding from ‘{spoken.name}’" if spoken.name else "the finding"
    return f"the words of {spoken.name}" if spoken.name else "the words"


def _title(id_: str, names: Names) -> str:
    return f"‘{names.title(id_)}’"


def _listed(ids: Sequence[str], names: Names) -> str:
    return enumerated([_title(id_, names) for id_ in ids])
