"""The argument on one topic as a tree: its theses, the reasons for and against each, and what bears on these.

An argument is a network, and a claim may be a reason for several others. Here it has one place: under the thesis that
it reaches in the fewest steps. Where it is a reason for another thesis, too, it is named there once more, without what
bears on it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.ways import LEADING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_RANKS: Final[Mapping[str, int]] = {kind: rank for rank, kind in enumerate(LEADING)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A claim with a link of this kind to the nearest branch above it that has a depth less by one.

    A reason for or against a thesis has the depth 0. `is_elsewhere` tells that the claim is of another topic, or that
    its place is under another thesis or it is one; nothing that bears on it follows.
    """

    claim: str
    kind: str
    depth: int
    is_elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ThesisTree:
    """A thesis with both its sides, each in depth: what bears on a branch follows it. Limits stand with `con`."""

    thesis: str
    pro: tuple[Branch, ...] = ()
    con: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTree:
    """The theses of a topic in their order, and its claims that lead to none of them, in the order given."""

    theses: tuple[ThesisTree, ...]
    others: tuple[str, ...]


def topic_tree(
    theses: Sequence[str], own: Sequence[str], incoming: Callable[[str], Iterable[tuple[str, str]]]
) -> TopicTree:
    """Return the tree of a topic.

    Args:
        theses: The topic's theses.
        own: All claims of the topic, in the order in which reasons of one kind are shown.
        incoming: Gives for a claim who makes links to it: pairs of a claim and a kind of link.
    """
    ranks = {id_: rank for rank, id_ in enumerate(own)}
    found: defaultdict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    placed, waiting = set(theses), deque(theses)
    while waiting:
        target = waiting.popleft()
        makers = {pair for pair in incoming(target) if pair[1] in _RANKS}
        for maker, kind in sorted(makers, key=lambda pair: (_RANKS[pair[1]], ranks.get(pair[0], len(ranks)), pair)):
            if maker in ranks and maker not in placed:
                placed.add(maker)
                waiting.append(maker)
                found[target].append((maker, kind, False))
            elif target in theses and maker != target:
                found[target].append((maker, kind, True))
    return TopicTree(
        theses=tuple(_thesis(id_, found) for id_ in theses), others=tuple(id_ for id_ in own if id_ not in placed)
    )


def _thesis(thesis: str, found: dict[str, list[tuple[str, str, bool]]]) -> ThesisTree:
    sides: dict[bool, list[Branch]] = {True: [], False: []}
    named: set[str] = set()
    for maker, kind, is_elsewhere in found.get(thesis, ()):
        if maker in named:
            continue
        named.add(maker)
        sides[kind == "supports"] += _with_all(maker, kind, found, is_elsewhere=is_elsewhere)
    return ThesisTree(thesis=thesis, pro=tuple(sides[True]), con=tuple(sides[False]))


def _with_all(
    claim: str, kind: str, found: dict[str, list[tuple[str, str, bool]]], *, is_elsewhere: bool
) -> list[Branch]:
    """Return a branch and all that bears on it, in depth; without recursion, since a chain may be long."""
    made = []
    waiting = [Branch(claim=claim, kind=kind, depth=0, is_elsewhere=is_elsewhere)]
    while waiting:
        branch = waiting.pop()
        made.append(branch)
        if branch.is_elsewhere:
            continue
        for maker, own_kind, _ in reversed(found.get(branch.claim, ())):
            waiting.append(Branch(claim=maker, kind=own_kind, depth=branch.depth + 1))
    return made
