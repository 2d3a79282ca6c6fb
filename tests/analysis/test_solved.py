"""What is remembered of a debate is what would be found anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.analysis.changing import prospect
from claimgraph.analysis.solved import Solved
from claimgraph.standing.argument import label_in
from claimgraph.standing.debate import debate_of
from tests.standing.debates import told
from tests.standing.invented import chance, invented

if TYPE_CHECKING:
    from claimgraph.analysis.changing import Prospect
    from claimgraph.standing.debate import Debate

WORK = 400


def of(text: str) -> Debate:
    debate = told(text)
    return debate_of(debate.corpus, debate.verdicts)


def prospects(solved: Solved) -> dict[str, Prospect]:
    debate = solved.debate
    return {id_: solved.prospect(id_, label_in(debate, id_), WORK) for id_ in debate.asserting}


def test_the_same_debate_is_the_same() -> None:
    solved = Solved(of("a: Ann\nb: Ben\nb x a"))
    assert solved.after(of("a: Ann\nb: Ben\nb x a")) is solved


def test_what_hangs_on_a_change_is_found_anew_and_the_rest_is_kept() -> None:
    solved = Solved(of("a: Ann\nb: Ben\nb x a\nc: Carl\nd: Dan\nd x c"))
    former = prospects(solved)
    later = solved.after(of("a: Ann\nb: Ben, Bea\nb x a\nc: Carl\nd: Dan\nd x c"))
    found = prospects(later)
    assert [id_ for id_ in "abcd" if found[id_] is former[id_]] == ["c", "d"]
    assert found["a"] == prospect(later.debate, "a", work=WORK)


def test_a_state_that_the_debate_does_not_tell_is_heeded() -> None:
    solved = Solved(of("a: Ann"))
    assert [prospect(solved.debate, "a").label, prospects(solved)["a"].label] == [label_in(solved.debate, "a")] * 2


@pytest.mark.parametrize("seed", range(100))
def test_after_a_line_is_gone_or_has_come_all_is_as_if_found_anew(seed: int) -> None:
    lines = invented(("solved", seed)).splitlines()
    links = [line for line in lines if ":" not in line]
    less = "\n".join(line for line in lines if not links or line != chance("gone", seed).choice(links))
    for one, other in (("\n".join(lines), less), (less, "\n".join(lines))):
        solved = Solved(of(one))
        prospects(solved)
        debate = of(other)
        assert prospects(solved.after(debate)) == {id_: prospect(debate, id_, work=WORK) for id_ in debate.asserting}
