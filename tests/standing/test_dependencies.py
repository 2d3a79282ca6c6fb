"""The part of a debate that a claim hangs on is enough to solve it."""

from __future__ import annotations

import pytest

from claimgraph.standing.argument import label_in
from claimgraph.standing.debate import debate_of
from claimgraph.standing.dependencies import dependency_closure, dependents, reduct, restricted
from claimgraph.standing.solving import Solution
from tests.standing.debates import told
from tests.standing.invented import chance, invented

LOTS = pytest.mark.parametrize("lot", range(4))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann\nb: Ben", "a", id="nothing else"),
        pytest.param("a: Ann\nb: Ben\nb x a", "ab", id="opponent"),
        pytest.param("a: Ann\nb:\nb x a", "a", id="opponent that nobody asserts"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb x a\nc ~ a x b", "abc", id="reply"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb ~ a.0\nc ~ b.0", "abc", id="undercuts"),
        pytest.param("a: Ann, -Ben\nb: Ben\nb ~ a.1", "ab", id="undercut of what disputes"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nd: Dan\nb + c -> a\nd ~ b -> a", "abcd", id="step"),
        pytest.param("a: Ann\nb: Ben\na -> b\na ~ b.0", "a", id="what it does to others"),
    ],
)
def test_all_that_a_claim_hangs_on(text: str, expected: str) -> None:
    debate = told(text)
    found = dependency_closure(debate_of(debate.corpus, debate.verdicts), "a", 10)
    assert found is not None
    assert found[0] == "a"
    assert "".join(sorted(found)) == expected


@pytest.mark.parametrize(
    ("most", "work", "expected"),
    [
        (2, None, None),
        (3, None, ("a", "b", "c")),
        (3, 12, ("a", "b", "c")),  # four quotes, three claims to solve
        (3, 11, None),
    ],
)
def test_too_much_to_hang_on_is_told(most: int, work: int | None, expected: tuple[str, ...] | None) -> None:
    debate = told("a: Ann\nb: Ben\nc: Carl, Cora\nb ~ a.0\nc ~ b.0")
    assert dependency_closure(debate_of(debate.corpus, debate.verdicts), "a", most, work) == expected


@LOTS
def test_a_claim_has_its_label_in_the_part_that_it_hangs_on(lot: int) -> None:
    for number in range(250):
        text = invented(f"part {lot} {number}")
        debate = told(text)
        whole = debate_of(debate.corpus, debate.verdicts)
        for id_, standing in debate.standings.items():
            ids = dependency_closure(whole, id_, 10)
            assert ids is not None
            assert label_in(restricted(whole, ids), id_) == (standing.label or label_in(whole, id_)), (id_, text)


@LOTS
def test_claims_have_their_values_where_those_of_the_others_are_given(lot: int) -> None:
    """Whatever set of claims on which no other turns is solved again, it gets the values that it had."""
    for number in range(250):
        text = invented(f"given {lot} {number}")
        debate = told(text)
        whole = debate_of(debate.corpus, debate.verdicts)
        solution = Solution(whole)
        values = {id_: solution.claim(id_) for id_ in whole.asserting}
        onward = dependents(whole)
        ids = [chance("first", lot, number).choice(list(values))]
        for here in ids:
            ids += [other for other in dict.fromkeys(onward.get(here, ())) if other not in ids]
        again = Solution(reduct(whole, tuple(ids), values))
        assert {id_: again.claim(id_) for id_ in ids} == {id_: values[id_] for id_ in ids}, (ids, text)
