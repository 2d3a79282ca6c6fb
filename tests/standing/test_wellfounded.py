"""The well-founded model: known examples, and random programs against the alternating fixpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.standing.wellfounded import Rule, Value, well_founded
from tests.standing.invented import chance
from tests.standing.oracle import alternating_fixpoint, rule

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence


def solved(program: str) -> dict[str, str]:
    """Return the value of each atom of a program such as `p :- q, not r.`, as its first letter."""
    numbers: dict[str, int] = {}
    rules = []
    for text in filter(None, map(str.strip, program.replace("\n", " ").split("."))):
        head, _, body = text.partition(":-")
        literals = [literal.strip() for literal in body.split(",") if literal.strip()]
        positive = [literal for literal in literals if not literal.startswith("not ")]
        negative = [literal.removeprefix("not ") for literal in literals if literal.startswith("not ")]
        first, *atoms = [numbers.setdefault(name.strip(), len(numbers)) for name in (head, *positive, *negative)]
        rules.append(Rule(first, tuple(atoms[: len(positive)]), tuple(atoms[len(positive) :])))
    values = well_founded(len(numbers), rules)
    return {name: values[number].value[0] for name, number in numbers.items()}


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        pytest.param("p.", {"p": "t"}, id="fact"),
        pytest.param("p :- q.", {"p": "f", "q": "f"}, id="no rule"),
        pytest.param("p :- not q.", {"p": "t", "q": "f"}, id="failure"),
        # A circle of positive literals founds nothing.
        pytest.param("p :- p.", {"p": "f"}, id="itself"),
        pytest.param("p :- q. q :- p. r :- not p.", {"p": "f", "q": "f", "r": "t"}, id="circle"),
        pytest.param("p :- q. q :- p. q :- r. r.", {"p": "t", "q": "t", "r": "t"}, id="founded circle"),
        # Odd and even circles of negation.
        pytest.param("p :- not p.", {"p": "u"}, id="paradox"),
        pytest.param("p :- not q. q :- not p.", {"p": "u", "q": "u"}, id="choice"),
        pytest.param("p :- not q. q :- not r. r :- not p.", {"p": "u", "q": "u", "r": "u"}, id="three"),
        # No reasoning by cases: r follows from either, and from no settled one.
        pytest.param("p :- not q. q :- not p. r :- p. r :- q.", {"p": "u", "q": "u", "r": "u"}, id="cases"),
        pytest.param("p :- not q. q :- not p. q.", {"p": "f", "q": "t"}, id="decided choice"),
        # Van Gelder, Ross, Schlipf 1991, the program that introduces unfounded sets: p(d), q(a), q(b), q(c) are one,
        # because q(a) and q(b) could only come from p(d), and p(d) only from them.
        pytest.param(
            """pa :- pc, not pb. pb :- not pa. pe :- not pd. pc. pd :- qa, not qb. pd :- qb, not qc. qa :- pd.
            qb :- qa.""",
            {"pa": "u", "pb": "u", "pc": "t", "pd": "f", "pe": "t", "qa": "f", "qb": "f", "qc": "f"},
            id="unfounded set",
        ),
        # The same paper's game: who can move to a place from which the other cannot win wins. Here a ⇄ b → c → d.
        pytest.param(
            "wa :- not wb. wb :- not wa. wb :- not wc. wc :- not wd.",
            {"wa": "u", "wb": "u", "wc": "t", "wd": "f"},
            id="drawn game",
        ),
        pytest.param(
            "wa :- not wb. wb :- not wa. wb :- not wc.", {"wa": "f", "wb": "t", "wc": "f"}, id="game won by c's want"
        ),
        # An unfounded set that shows only once another is known to be false.
        pytest.param(
            "p :- p. q :- q. q :- r. r :- r. r :- not s. s :- not p.",
            {"p": "f", "q": "f", "r": "f", "s": "t"},
            id="one after another",
        ),
        pytest.param("p :- q, q. q :- not r, not r. r :- r.", {"p": "t", "q": "t", "r": "f"}, id="said twice"),
        pytest.param("p :- q, not q. q.", {"p": "f", "q": "t"}, id="contradiction"),
        pytest.param("p :- q, not q. q :- not p.", {"p": "u", "q": "u"}, id="undecided contradiction"),
        # The source of p is cut, and it has another.
        pytest.param(
            "p :- q. p :- r. q :- p. q :- not x. r :- not y, not z. y :- not z. z :- not y. x :- not c. c :- c.",
            {"p": "u", "q": "u", "r": "u", "x": "t", "c": "f", "y": "u", "z": "u"},
            id="another source",
        ),
    ],
)
def test_known_programs(program: str, expected: dict[str, str]) -> None:
    assert solved(program) == expected


def random_program(lot: random.Random, atoms: int, most: int) -> list[Rule]:
    """Return a program in which circles of all sorts are frequent."""

    def body() -> tuple[int, ...]:
        return tuple(lot.randrange(atoms) for _ in range(lot.choice((0, 0, 1, 1, 1, 2, 3))))

    return [Rule(lot.randrange(atoms), body(), body()) for _ in range(lot.randint(1, most))]


def by_definition(atoms: int, rules: Sequence[Rule]) -> tuple[Value, ...]:
    ground = [rule((r.head,), [(p,) for p in r.positive], [(n,) for n in r.negative]) for r in rules]
    true, possible = alternating_fixpoint(ground)
    return tuple(
        Value.TRUE if (atom,) in true else Value.UNDECIDED if (atom,) in possible else Value.FALSE
        for atom in range(atoms)
    )


@pytest.mark.parametrize(("atoms", "most", "tries"), [(4, 10, 4000), (8, 20, 3000), (14, 40, 1000), (60, 130, 150)])
def test_random_programs_have_the_model_of_the_alternating_fixpoint(atoms: int, most: int, tries: int) -> None:
    for seed in range(tries):
        rules = random_program(chance("program", atoms, seed), atoms, most)
        assert well_founded(atoms, rules) == by_definition(atoms, rules), rules


def test_circles_that_are_cut_one_after_another_cost_no_more_than_what_rests_on_them() -> None:
    """Each circle is founded unless the one before it is false, so that they fall one at a time."""
    count = 20_000
    rules = [Rule(0, (1,)), Rule(1, (0,))]
    for at in range(2, 2 * count, 2):
        rules += [Rule(at, (at + 1,)), Rule(at + 1, (at,))]
        rules.append(Rule(at, (), (at - 2,)) if at % 4 == 0 else Rule(at, (at - 1,), ()))
    values = well_founded(2 * count, rules)  # a second look at the whole for each would take minutes
    assert [value.value for value in values[:12:2]] == ["false", "false", "true", "true", "false", "false"]
