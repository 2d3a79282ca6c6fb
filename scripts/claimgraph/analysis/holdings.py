"""Finds what each voice carries: its claims, and the theses for and against which it gives reasons."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.analysis.balance import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.analysis.balance import Question, SingleVoiced
    from claimgraph.analysis.origins import Origins
    from claimgraph.model.source import Side
    from claimgraph.model.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What one voice carries.

    `claims` are the ids of the claims that its verified quotes and its citations assert or dispute, and `alone` counts
    those that nobody else asserts. `sides` are its sides in the order of `SIDES`, as a rule one. `pro` and `con` are
    the ids of the theses for and against which it gives reasons, answered or not, and `both` of those where it does
    both: each those with most of its reasons first, then in the order of the topics. Who asserts a thesis is for it.
    """

    claims: tuple[str, ...] = ()
    alone: int = 0
    sides: tuple[Side, ...] = ()
    pro: tuple[str, ...] = ()
    con: tuple[str, ...] = ()
    both: tuple[str, ...] = ()


NOTHING = Holding()
"""What a voice carries that is not heard, or only takes things for granted."""


def holdings(
    standings: Mapping[str, Standing], origins: Origins, lone: Iterable[SingleVoiced], questions: Iterable[Question]
) -> dict[str, Holding]:
    """Return what each voice with evidence or reasons carries, by the voice's id in alphabetical order."""
    claims: dict[str, dict[str, None]] = {}
    sides: dict[str, set[Side]] = {}
    for id_ in standings:
        for stance in ("asserts", "disputes"):
            for _, origin in origins.evidence(id_, stance):
                claims.setdefault(origin.voice, {})[id_] = None
                sides.setdefault(origin.voice, set()).add(origin.side)
    alone = Counter(each.voice for each in lone)
    pro, con = _reasons(standings, origins, questions)
    return {
        voice: Holding(
            claims=tuple(claims.get(voice, ())),
            alone=alone[voice],
            sides=tuple(side for side in SIDES if side in sides.get(voice, ())),
            pro=_most_first(pro, con, voice, is_both=False),
            con=_most_first(con, pro, voice, is_both=False),
            both=_most_first(pro, con, voice, is_both=True),
        )
        for voice in sorted({*claims, *pro, *con} - {""})
    }


def _reasons(
    standings: Mapping[str, Standing], origins: Origins, questions: Iterable[Question]
) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """Return how many reasons each voice gives for each thesis, and how many against it."""
    pro: dict[str, Counter[str]] = {}
    con: dict[str, Counter[str]] = {}
    for thesis in dict.fromkeys(each.thesis for question in questions for each in question.theses):
        standing = standings[thesis]
        for side, found in ((standing.pro, pro), (standing.con, con)):
            for point in side.points:
                for voice in point.backing.voices:
                    found.setdefault(voice, Counter())[thesis] += 1
        for voice in _holders(thesis, standing, origins):
            pro.setdefault(voice, Counter())[thesis] += 1
    return pro, con


def _holders(thesis: str, standing: Standing, origins: Origins) -> Iterator[str]:
    for item in standing.attested_by:
        if (origin := origins.of(thesis, item)) is not None:
            yield origin.voice


def _most_first(
    one: Mapping[str, Counter[str]], other: Mapping[str, Counter[str]], voice: str, *, is_both: bool
) -> tuple[str, ...]:
    """Return the theses of one side that are, or are not, on the other side too; those with most reasons first."""
    here, there = one.get(voice, Counter[str]()), other.get(voice, Counter[str]())
    return tuple(thesis for thesis, _ in here.most_common() if (thesis in there) is is_both)
