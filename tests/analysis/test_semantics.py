"""The ways to settle a dispute: published examples, and by definition.

Words that dispute a claim attack it as it attacks them, which is as good as a self-attack for the grounded extension
only. So here an argument that attacks itself is one of a circle of three, of which none can be in by itself either.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from claimgraph.analysis.semantics import Dispute, Fate, Reading, disputes
from claimgraph.standing.debate import debate_of
from tests.standing.debates import told
from tests.standing.invented import chance, invented
from tests.standing.oracle import Oracle, least_model
from tests.standing.test_examples import both, chain, debate, grounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Attacks = list[tuple[str, str]]


def found(text: str, most: int = 12) -> tuple[Dispute, ...]:
    said = told(text)
    return disputes(debate_of(said.corpus, said.verdicts), most)


def framework(arguments: str, attacks: Iterable[tuple[str, str]], *, mutual: bool = True) -> str:
    """Tell a framework, each self-attack as a circle of three."""
    every = list(attacks)
    circles = [name for name in arguments if (name, name) in every]
    lines = [
        f"{name}1: Ann\n{name}2: Ann\n{name} ~ {name}1.0\n{name}1 ~ {name}2.0\n{name}2 ~ {name}.0" for name in circles
    ]
    return "\n".join([debate(arguments, [pair for pair in every if pair[0] != pair[1]], mutual=mutual), *lines])


def extensions(arguments: str, attacks: Iterable[tuple[str, str]], *, mutual: bool = True) -> set[str]:
    """Return the preferred extensions: what stands by itself, with one reading of each dispute."""
    every = list(attacks)
    told_ = found(framework(arguments, every, mutual=mutual))
    ways = [[reading.stand for reading in dispute.readings] for dispute in told_]
    settled = [name for name, label in grounded(arguments, set(every)).items() if label == "in"]
    names = ({*settled, *itertools.chain(*chosen)} for chosen in itertools.product(*ways))
    return {"".join(sorted(each.intersection(arguments))) for each in names}


@pytest.mark.parametrize("mutual", [True, False], ids=["opposes", "undercuts"])
@pytest.mark.parametrize(
    ("arguments", "attacks", "preferred", "stable"),
    [
        pytest.param("abc", chain("abc"), ["ac"], ["ac"], id="reinstatement"),
        # Dung 1995: the Nixon diamond has two preferred extensions.
        pytest.param("pq", both("p", "q"), ["p", "q"], ["p", "q"], id="Nixon diamond"),
        # Floating acceptance (Makinson, Schlechta 1991): d is in both, and in no grounded extension.
        pytest.param(
            "abcd",
            [*both("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")],
            ["ad", "bd"],
            ["ad", "bd"],
            id="floating acceptance",
        ),
        # An odd circle has no stable extension, and only the empty preferred one (Dung 1995).
        pytest.param("abc", chain("abca"), [""], [], id="circle of three"),
        pytest.param("abcd", chain("abcda"), ["ac", "bd"], ["ac", "bd"], id="circle of four"),
        pytest.param("a", [("a", "a")], [""], [], id="self-attack"),
        # Caminada 2006, semi-stable semantics: {b, d} is stable, {a} is preferred and not stable.
        pytest.param(
            "abcde", [*both("a", "b"), ("b", "c"), *chain("cdec")], ["a", "bd"], ["bd"], id="choice and odd circle"
        ),
        # Egly, Gaggl, Woltran 2010, their running example: preferred {a, c} and {a, d}, stable {a, d}.
        pytest.param(
            "abcde",
            [("a", "b"), ("c", "b"), *both("c", "d"), ("d", "e"), ("e", "e")],
            ["ac", "ad"],
            ["ad"],
            id="Egly, Gaggl, Woltran",
        ),
        # Dunne, Bench-Capon: Coherence in Finite Argument Systems, Artificial Intelligence 141, 2002: two disputes that
        # share no argument are settled each by itself.
        pytest.param(
            "abcd",
            [*both("a", "b"), *both("c", "d")],
            ["ac", "ad", "bc", "bd"],
            ["ac", "ad", "bc", "bd"],
            id="two disputes",
        ),
    ],
)
def test_published_extensions(
    arguments: str, attacks: Attacks, preferred: list[str], stable: list[str], *, mutual: bool
) -> None:
    names = extensions(arguments, attacks, mutual=mutual)
    assert names == set(preferred)
    assert {name for name in names if _is_stable(arguments, attacks, name)} == set(stable)


def _is_stable(arguments: str, attacks: Attacks, extension: str) -> bool:
    return all(name in extension or any((one, name) in attacks for one in extension) for name in arguments)


def test_floating_acceptance_is_flagged() -> None:
    text = debate("abcd", [*both("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")])
    assert found(text) == (
        Dispute(
            claims=("a", "b", "c", "d"),
            readings=(Reading(stand=("a", "d"), fall=("b", "c")), Reading(stand=("b", "d"), fall=("a", "c"))),
            fates=(Fate.EITHER, Fate.EITHER, Fate.OUT, Fate.IN),
        ),
    )
    assert found(text)[0].dependent == (("c", Fate.OUT), ("d", Fate.IN))


def test_an_odd_circle_is_left_open_by_every_reading() -> None:
    assert found(debate("abc", chain("abca"))) == (
        Dispute(claims=("a", "b", "c"), readings=(Reading(stand=(), fall=()),), fates=(Fate.LOOSE,) * 3),
    )


def test_a_dispute_that_is_too_large_is_told_and_not_looked_through() -> None:
    text = debate("abcd", chain("abcda"))
    assert found(text, most=3) == (Dispute(claims=("a", "b", "c", "d")),)


def test_no_dispute() -> None:
    assert found("a: Ann\nb: Ben\nb ~ a.0") == ()


def subsets(names: str) -> Iterator[frozenset[str]]:
    for size in range(len(names) + 1):
        yield from map(frozenset, itertools.combinations(names, size))


def preferred_by_definition(arguments: str, attacks: set[tuple[str, str]]) -> set[str]:
    """The largest sets that attack none of their own and every attacker of theirs (Dung 1995, definition 7)."""
    admissible = []
    for chosen in subsets(arguments):
        is_free = not any(one in chosen and other in chosen for one, other in attacks)
        hit = {other for one, other in attacks if one in chosen}
        if is_free and all(one in hit for one, other in attacks if other in chosen):
            admissible.append(chosen)
    return {"".join(sorted(each)) for each in admissible if not any(each < other for other in admissible)}


@pytest.mark.parametrize("mutual", [True, False], ids=["opposes", "undercuts"])
def test_attacks_between_attested_claims_have_the_preferred_extensions(*, mutual: bool) -> None:
    for seed in range(400):
        lot = chance("preferred", seed)
        arguments = "abcdef"[: lot.randint(2, 6)]
        attacks = {(lot.choice(arguments), lot.choice(arguments)) for _ in range(lot.randint(1, 2 * len(arguments)))}
        expected = preferred_by_definition(arguments, attacks)
        assert extensions(arguments, sorted(attacks), mutual=mutual) == expected, (seed, sorted(attacks))


@pytest.mark.parametrize("lot", range(4))
def test_readings_are_the_regular_models_of_the_contracts_rules(lot: int) -> None:
    """Over all claims at once, from the oracle's own rules, which share nothing with the program under test."""
    for number in range(60):
        text = invented(f"readings {lot} {number}")
        expected = _regular_models(text)
        if expected is None:
            continue
        every = found(text, most=30)
        ways = [[(set(r.stand), set(r.fall)) for r in dispute.readings] for dispute in every]
        claims = {id_ for dispute in every for id_ in dispute.claims}
        joined = {
            (frozenset().union(*(s for s, _ in chosen)), frozenset().union(*(f for _, f in chosen)))
            for chosen in itertools.product(*ways)
        }
        assert joined == {(stand & claims, fall & claims) for stand, fall in expected}, text


def _regular_models(text: str) -> set[tuple[frozenset[str], frozenset[str]]] | None:
    """Return what stands and falls in each partial stable model in which as much as possible is true."""
    said = told(text)
    oracle = Oracle(said.corpus, said.verdicts)
    rules = list(oracle.rules())
    true, possible = oracle.solved
    negated = {atom for _, _, negative in rules for atom in negative}
    loose = sorted(negated & (possible - true), key=repr)
    if len(loose) > 9:
        return None
    models = []
    for size in range(len(loose) + 1):
        for chosen in itertools.combinations(loose, size):
            can = least_model(rules, true | frozenset(chosen))
            does = least_model(rules, can)
            if does & negated == (true & negated) | frozenset(chosen) and does <= can:
                models.append((does, can))
    best = [(does, can) for does, can in models if not any(does < other for other, _ in models)]
    return {
        (
            frozenset(c for c in oracle.claims if ("in", c) in does),
            frozenset(c for c in oracle.claims if ("in", c) not in can),
        )
        for does, can in best
    }
