"""Explains in plain sentences what counts for and against claims. They name claims and voices, and weigh nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.standing.phrases import enumerated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.model.standing import Point, Side, Standing
    from claimgraph.standing.names import Names

MOST: Final = 12
"""How many claims or voices one sentence names at most."""


class ProConWording:
    """Writes the sentences on what counts for and against the claims of a corpus."""

    def __init__(self, names: Names) -> None:
        """Take what tells titles and voices."""
        self._names = names

    def beside(self, standing: Standing) -> Iterator[str]:
        """Yield the sentences on the reasons against a claim that is not a thesis, its limits and rival figures."""
        if against := standing.con.standing:
            both = "both" if len(against) == 1 else "all"
            yield f"What counts against it, though {both} may be true: {self._points(against)}."
        if standing.contested_grounds:
            yield f"Reasons stand against what it rests on: {self._titles(standing.contested_grounds)}."
        yield from self._answered(standing.con, "against it")
        if limits := standing.limits.standing:
            own = " Who makes the claim says so too." if all(point.is_own for point in limits) else ""
            yield f"It is said to hold only in part: {self._points(limits)}.{own}"
        yield from self._answered(standing.limits, "to limit it")
        if standing.rivals:
            a_figure = "Another figure" if len(standing.rivals) == 1 else "Other figures"
            yield f"{a_figure} for the same thing: {self._titles(standing.rivals)}."

    def thesis(self, standing: Standing) -> Iterator[str]:
        """Yield the sentences on a thesis: which voices give reasons for and against it, and what is answered."""
        if not standing.pro.standing and not standing.con.standing:
            yield "No reason for it or against it stands here."
        for side, what in ((standing.pro, "For it"), (standing.con, "Against it")):
            if side.standing:
                yield f"{what}: {self.side(side)}."
        if both := standing.pro.backing.voices & standing.con.backing.voices:
            yield f"{self._voices(both)} {'stand' if len(both) > 1 else 'stands'} on both sides."
        if standing.contested_grounds:
            yield "Reasons stand against each reason for it."
        yield from self._answered(standing.pro, "for it")
        yield from self._answered(standing.con, "against it")

    def side(self, side: Side) -> str:
        """Return how many voices, and how many lines of evidence if fewer, are behind one side, and whose they are."""
        backing, points = side.backing, side.standing
        by_citation = " in our words" if backing.is_cited else ""
        lines = f"{len(backing.lines)} line{'s' * (len(backing.lines) != 1)} of evidence, "
        fewer = lines if len(backing.lines) < len(backing.voices) else ""
        voices = f"{len(backing.voices)} voice{'s' * (len(backing.voices) != 1)}"
        quoted = frozenset[str]().union(*(point.backing.voices for point in points if not point.backing.is_cited))
        cited = backing.voices - quoted if not backing.is_cited else frozenset[str]()
        return f"{fewer}{voices}{by_citation} ({self._voices(backing.voices, cited)})"

    def _answered(self, side: Side, what: str) -> Iterator[str]:
        """Yield which reasons are answered, and by what."""
        if not side.answered:
            return
        told = [f"{self._title(point)}{self._answer(point)}" for point in side.answered]
        what_is = "An answer is recorded to what is said" if len(told) == 1 else "Answers are recorded to what is said"
        yield f"{what_is} {what}: {_joined(told)}."

    def _answer(self, point: Point) -> str:
        contested = ", which is contested itself" if point.is_by_contested else ""
        if point.hit_by:
            return f" (doubted by {self._titles(point.hit_by)}{contested})"
        false = [id_ for id_ in point.false if id_ != point.claim]
        which = f"{self._titles(false)} is contradicted" if false else "contradicted"
        by = ", by what is contested itself" if point.is_by_contested else ""
        return f" ({which}{by})"

    def _points(self, points: Sequence[Point]) -> str:
        return _joined([f"{self._title(point)} ({self._whose(point)})" for point in points])

    def _whose(self, point: Point) -> str:
        how = "in our words, from" if point.backing.is_cited else "from"
        return f"{how} {self._voices(point.backing.voices)}"

    def _title(self, point: Point) -> str:
        if point.item is not None:
            spoken = self._names.attribution(point.claim, point.item)
            return "a finding that disputes it" if spoken.is_cited else "words that dispute it"
        return self._titles((point.claim,))

    def _titles(self, ids: Iterable[str]) -> str:
        return _joined([f"‘{self._names.title(id_)}’" for id_ in ids])

    def _voices(self, ids: Iterable[str], cited: Iterable[str] = ()) -> str:
        """Return the names of voices in alphabetical order; `cited` are voices that are only cited."""
        named = sorted(((self._names.voice(id_) or "unknown", id_ in cited) for id_ in ids), key=_by_name)
        return _joined([f"{name}{' in our words' * is_cited}" for name, is_cited in named])


def _by_name(named: tuple[str, bool]) -> tuple[str, str]:
    return named[0].casefold(), named[0]


def _joined(parts: Sequence[str]) -> str:
    return enumerated(parts, most=MOST)
