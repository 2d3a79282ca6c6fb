"""Writes the lines about theses and claims whose standing changed, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.changes.lines import FileText, Line, Piece, Section, file_text, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.changes.standings import Clause, Count, SideChange, StandingChange

MAX_CLAUSES: Final = 3
"""How many causes of one claim's changed standing are shown at most."""

NO_VERDICT: Final = "How a thesis stands in the debate recorded here. It is no verdict on its truth."


def standing_sections(changes: Iterable[StandingChange]) -> Iterator[Section]:
    """Yield the sections on changed theses and on other changed claims that have lines.

    Other claims that came or went are shown with the changes of records.
    """
    found = tuple(changes)
    if rows := tuple(row for change in found if change.is_thesis for row in standing_lines(change)):
        yield Section(
            heading="Theses that change",
            lines=rows,
            note=NO_VERDICT,
        )
    others = (change for change in found if not change.is_thesis and change.before and change.after)
    if rows := tuple(row for change in others for row in standing_lines(change)):
        yield Section(heading="Other claims that change", lines=rows)


def standing_lines(change: StandingChange) -> Iterator[Line]:
    """Yield the lines about one claim: its states and why, then its sides; of a claim that is no thesis, if changed."""
    yield line(0, *_headline(change))
    for name, side in (("reasons for it", change.pro), ("reasons against it", change.con)):
        if change.before is not None and change.after is not None:
            if change.is_thesis or side.is_one:
                yield _side(name, side)
        else:
            yield line(1, f"{name}: ", file_text(_counted(side.before if change.after is None else side.after)))


def _headline(change: StandingChange) -> Iterator[Piece]:
    claim = FileText(text=change.claim)
    if change.before is None:
        yield from ("new thesis ", claim, ": ", file_text(change.title), f": “{change.after}”")
    elif change.after is None:
        yield from ("removed thesis ", claim, ": ", file_text(change.title), f": it was “{change.before}”")
    else:
        yield claim
        if change.lost:
            yield f" loses its last reason {' and its last reason '.join(change.lost)} it"
        if change.before is change.after:
            yield f": “{change.after}”, as before"
        else:
            yield f": “{change.before}” became “{change.after}”"
            yield from first_causes(change.because) or (", because what it rests on stands otherwise",)


def first_causes(clauses: Sequence[Clause]) -> tuple[Piece, ...]:
    """Return the first causes of a change as the end of a sentence; empty if there are none."""
    found: list[Piece] = []
    for number, clause in enumerate(clauses[:MAX_CLAUSES]):
        found += [", and because " if number else ", because ", *clause]
    if len(clauses) > MAX_CLAUSES:
        left = len(clauses) - MAX_CLAUSES
        found.append(f", and because of {left} more change{'s' * (left > 1)}")
    return tuple(found)


def _side(name: str, side: SideChange) -> Line:
    before, after = _counted(side.before), _counted(side.after)
    because = first_causes(side.because)
    if side.before == side.after:
        return line(1, f"{name}: ", file_text(after), ", as before", *because)
    return line(1, f"{name}: ", file_text(before), " became ", file_text(after), *because)


def _counted(count: Count) -> str:
    return f"{count.says or 'none'}{f', and {count.answered} answered' if count.answered else ''}"
