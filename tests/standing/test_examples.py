"""Published examples of debates, with the labels that the literature gives them.

An argument is a claim with one quote. Where one attacks another and not the other way round, it undercuts that quote;
where they attack each other, they oppose each other. An argument that attacks itself is a claim that another quote
disputes. In, out and undecided are Caminada's labels of the grounded extension (On the Issue of Reinstatement in
Argumentation, JELIA 2006): in is what it contains, out what it attacks.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import pytest

from claimgraph.model.standing import State
from tests.standing.debates import states
from tests.standing.invented import chance

if TYPE_CHECKING:
    from collections.abc import Iterable

LABELS: Final = {
    State.UNDISPUTED: "in",
    State.ANSWERED: "in",
    State.OUTLASTING: "in",
    State.OPEN: "undecided",
    State.CONTRADICTED: "out",
}


def debate(arguments: Iterable[str], attacks: Iterable[tuple[str, str]], *, mutual: bool = True) -> str:
    """Tell a framework; with `mutual`, attacks both ways are one opposition, else two undercuts."""
    pairs = set(attacks)
    lines = [f"{name}: Ann{', -Ben' if (name, name) in pairs else ''}" for name in arguments]
    for one, other in sorted(pairs):
        if one == other:
            continue
        if mutual and (other, one) in pairs:
            lines += [f"{one} x {other}"] if one < other else []
        else:
            lines.append(f"{one} ~ {other}.0")
    return "\n".join(lines)


def labels(arguments: Iterable[str], attacks: Iterable[tuple[str, str]], *, mutual: bool = True) -> dict[str, str]:
    return {id_: LABELS[state] for id_, state in states(debate(arguments, attacks, mutual=mutual)).items()}


def chain(names: str) -> list[tuple[str, str]]:
    return list(itertools.pairwise(names))


def both(one: str, other: str) -> list[tuple[str, str]]:
    return [(one, other), (other, one)]


@pytest.mark.parametrize("mutual", [True, False], ids=["opposes", "undercuts"])
@pytest.mark.parametrize(
    ("arguments", "attacks", "expected"),
    [
        pytest.param("a", [], {"in": "a"}, id="unattacked"),
        pytest.param("ab", chain("ab"), {"in": "a", "out": "b"}, id="attacked"),
        # Reinstatement (Caminada 2006; Pollock, Defeasible Reasoning, Cognitive Science 11, 1987): who defeats the
        # defeater restores.
        pytest.param("abc", chain("abc"), {"in": "ac", "out": "b"}, id="reinstatement"),
        pytest.param("abcde", chain("abcde"), {"in": "ace", "out": "bd"}, id="long chain"),
        # Dung 1995, the dispute of two negotiators: the last word reinstates the first.
        pytest.param("gia", [*both("g", "a"), ("i", "a")], {"in": "gi", "out": "a"}, id="negotiators"),
        # The Nixon diamond (Reiter, Criscuolo: On Interacting Defaults, IJCAI 1981): Quaker and Republican; Dung 1995
        # gives it the empty grounded extension.
        pytest.param("pq", both("p", "q"), {"undecided": "pq"}, id="Nixon diamond"),
        # An attacker from outside decides it.
        pytest.param("pqr", [*both("p", "q"), ("r", "q")], {"in": "pr", "out": "q"}, id="decided diamond"),
        # Floating acceptance (Makinson, Schlechta: Floating Conclusions and Zombie Paths, Artificial Intelligence 48,
        # 1991): whoever wins, c is out and d is in, and yet the grounded extension is empty.
        pytest.param(
            "abcd", [*both("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")], {"undecided": "abcd"}, id="floating"
        ),
        # Odd circles (Baroni, Giacomin, Guida: SCC-recursiveness, Artificial Intelligence 168, 2005): three witnesses
        # each of whom says that the next one lies.
        pytest.param("abc", chain("abca"), {"undecided": "abc"}, id="circle of three"),
        pytest.param("abcd", [*chain("abca"), ("c", "d")], {"undecided": "abcd"}, id="circle of three attacks"),
        pytest.param("abcz", [*chain("abca"), ("z", "a")], {"in": "zb", "out": "ac"}, id="broken circle of three"),
        # Even circles, and one from outside.
        pytest.param("abcd", chain("abcda"), {"undecided": "abcd"}, id="circle of four"),
        pytest.param("abcdz", [*chain("abcda"), ("z", "a")], {"in": "zbd", "out": "ac"}, id="broken circle of four"),
        # One that attacks itself is never in, and keeps what it attacks from being in.
        pytest.param("a", [("a", "a")], {"undecided": "a"}, id="self-attack"),
        pytest.param("ab", [("a", "a"), ("a", "b")], {"undecided": "ab"}, id="self-attacker attacks"),
        pytest.param("abz", [("a", "a"), ("a", "b"), ("z", "a")], {"in": "zb", "out": "a"}, id="self-attacker is out"),
        # Caminada: Semi-Stable Semantics, COMMA 2006: no label for any, though {b, d} is stable.
        pytest.param(
            "abcde", [*both("a", "b"), ("b", "c"), *chain("cdec")], {"undecided": "abcde"}, id="choice and odd circle"
        ),
        # Egly, Gaggl, Woltran: Answer-Set Programming Encodings for Argumentation Frameworks, Argument & Computation 1,
        # 2010: the grounded extension of their example is {a}.
        pytest.param(
            "abcde",
            [("a", "b"), ("c", "b"), *both("c", "d"), ("d", "e"), ("e", "e")],
            {"in": "a", "out": "b", "undecided": "cde"},
            id="Egly, Gaggl, Woltran",
        ),
        # A choice behind a defeated claim remains open.
        pytest.param(
            "abcd", [("a", "b"), ("b", "c"), *both("c", "d")], {"in": "a", "out": "b", "undecided": "cd"}, id="behind"
        ),
    ],
)
def test_labels(arguments: str, attacks: list[tuple[str, str]], expected: dict[str, str], *, mutual: bool) -> None:
    wanted = {name: label for label, names in expected.items() for name in names}
    assert labels(arguments, attacks, mutual=mutual) == dict(
        sorted(wanted.items(), key=lambda kv: arguments.index(kv[0]))
    )


def grounded(arguments: str, attacks: set[tuple[str, str]]) -> dict[str, str]:
    """Label by definition, as long as that adds labels: in if every attacker is out, out if some attacker is in."""
    found: dict[str, str] = {}
    while True:
        more = dict(found)
        for name in arguments:
            attackers = [one for one, other in attacks if other == name]
            if all(found.get(attacker) == "out" for attacker in attackers):
                more[name] = "in"
            elif any(found.get(attacker) == "in" for attacker in attackers):
                more[name] = "out"
        if more == found:
            return {name: found.get(name, "undecided") for name in arguments}
        found = more


@pytest.mark.parametrize("mutual", [True, False], ids=["opposes", "undercuts"])
def test_attacks_between_attested_claims_give_the_grounded_labels(*, mutual: bool) -> None:
    for seed in range(1500):
        lot = chance("framework", seed)
        arguments = "abcdefgh"[: lot.randint(2, 8)]
        count = lot.randint(1, 2 * len(arguments))
        attacks = {(lot.choice(arguments), lot.choice(arguments)) for _ in range(count)}
        assert labels(arguments, attacks, mutual=mutual) == grounded(arguments, attacks), (seed, sorted(attacks))
