"""Whatever the debate: standing is what the contract's rules say, and hangs on nothing else."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pytest

from claimgraph.model.standing import Attack, Force
from claimgraph.standing.debate import debate_of
from claimgraph.standing.solving import Solution
from tests.standing.debates import Told, told
from tests.standing.invented import NAMES, chance, invented
from tests.standing.oracle import Oracle

if TYPE_CHECKING:
    from claimgraph.model.standing import Challenge, Point, Side, Standing

WORTH: Final = {"false": 0, "undecided": 1, "true": 2}
FORCE: Final = {"true": Force.HOLDS, "undecided": Force.UNDECIDED, "false": Force.ANSWERED}

LOTS: Final = pytest.mark.parametrize("lot", range(8))
"""Each lot draws debates of its own."""


def drawn(lot: int, count: int) -> list[str]:
    return [invented(f"{lot} {number}") for number in range(count)]


def worst(*values: str) -> str:
    return min(values, key=WORTH.__getitem__)


@LOTS
def test_standing_is_what_the_rules_say(lot: int) -> None:
    for text in drawn(lot, 500):
        debate = told(text)
        oracle = Oracle(debate.corpus, debate.verdicts)
        _assert_same_values(debate, oracle, text)
        for id_, standing in debate.standings.items():
            assert standing.state == oracle.state(id_), (id_, text)
            assert bool(standing.challenges) == (id_ in oracle.challenged), (id_, text)
            assert standing.attested_by == tuple(oracle.items(id_, "asserts")), (id_, text)
            assert not standing.gaps or id_ not in oracle.evidenced, (id_, text)
            for challenge in standing.challenges:
                assert challenge.force is _force(oracle, id_, challenge), (id_, challenge, text)
                assert challenge.is_of_steps is _is_of_steps(oracle, id_, challenge), (id_, challenge, text)
                for reply in challenge.replies:
                    assert reply.force is FORCE[oracle.value("in", reply.claim)], (id_, challenge, text)
            assert bool(standing.pro.standing) == (id_ in oracle.pro), (id_, text)
            assert bool(standing.con.standing) == (id_ in oracle.direct_con), (id_, text)
            assert standing.has_con == (id_ in oracle.con), (id_, text)
            assert standing.backing.voices == oracle.voices.get(id_, set()), (id_, text)


def _assert_same_values(debate: Told, oracle: Oracle, text: str) -> None:
    """Compare every atom; `stands` and `hit` of a part are worth what those are worth who undercut it."""
    solution = Solution(debate_of(debate.corpus, debate.verdicts))
    for id_ in debate.corpus.claims:
        assert solution.claim(id_).value == oracle.value("in", id_), (id_, text)
        assert solution.attested(id_).value == oracle.value("att", id_), (id_, text)
        for item in () if debate.claim(id_).thesis else oracle.items(id_, "disputes"):
            assert solution.dispute(id_, item).value == oracle.value("in", ("item", id_, item)), (id_, item, text)
    for pair in oracle.conflicts():
        if any(debate.claim(id_).thesis for id_ in pair):
            continue
        for one in filter(oracle.is_voiced, pair):
            (other,) = pair - {one}
            expected = worst(oracle.value("in", one), oracle.value("stands", ("conflict", pair)))
            assert solution.opposition(one, other).value == expected, (one, other, text)


def _is_of_steps(oracle: Oracle, id_: str, challenge: Challenge) -> bool:
    parts = [("item", id_, item) for item in oracle.items(id_, "asserts")]
    hits = [part for by, part in oracle.hits() if by == challenge.claim]
    return challenge.attack is Attack.UNDERCUTS and not any(part in hits for part in parts)


def _force(oracle: Oracle, id_: str, challenge: Challenge) -> Force:
    match challenge.attack:
        case Attack.OPPOSES:
            conflict = oracle.value("stands", ("conflict", frozenset({id_, challenge.claim})))
            return FORCE[worst(oracle.value("in", challenge.claim), conflict)]
        case Attack.DISPUTES:
            return FORCE[oracle.value("in", ("item", id_, challenge.item))]
        case Attack.UNDERCUTS:
            return FORCE[oracle.value("in", challenge.claim)]


@LOTS
def test_who_is_not_heard_changes_nothing(lot: int) -> None:
    """A claim that nobody is quoted or cited asserting may support and attack what it likes."""
    for number, text in enumerate(drawn(lot, 150)):
        draw = chance("unheard", lot, number)
        names = re.findall(r"^(\w)\*?:", text, re.MULTILINE)
        lines = [f"z: {draw.choice(('', '!Zoe', 'Zoe as presupposed', '-Zoe'))}"]
        lines += [f"{draw.choice(names)} -> z"] if draw.random() < 0.7 else []
        for _ in range(4):
            hit = draw.choice(("{}.0", "{}.1", "{} x {}", "{} -> {}")).format(*draw.choices(names, k=2))
            lines.append(draw.choice((f"z ~ {hit}", f"z x {draw.choice(names)}", f"{draw.choice(names)} x z")))
        before, after = told(text).standings, told("\n".join([text, *lines])).standings
        for id_, standing in before.items():
            assert _shown(standing) == _shown(after[id_]), (id_, text, lines)


def _shown(standing: Standing) -> tuple[object, ...]:
    return standing.state, standing.challenges, standing.attested_by, standing.rests_on, standing.gaps


@LOTS
def test_names_and_the_order_of_files_change_nothing(lot: int) -> None:
    for number, text in enumerate(drawn(lot, 150)):
        draw = chance("names", lot, number)
        fresh = dict(zip(NAMES, draw.sample("mnopqrs", len(NAMES)), strict=True))
        claims = [line for line in text.splitlines() if ":" in line]
        links = [line for line in text.splitlines() if ":" not in line]
        draw.shuffle(claims)
        draw.shuffle(links)
        renamed = _with_names("\n".join([*claims, *links]), fresh)
        before, after = told(text).standings, told(renamed).standings
        assert {fresh[id_]: _renamed(standing, fresh) for id_, standing in before.items()} == {
            id_: _renamed(standing, {name: name for name in fresh.values()}) for id_, standing in after.items()
        }, (text, renamed)


def _with_names(text: str, fresh: dict[str, str]) -> str:
    return re.sub(r"\b[a-g]\b", lambda name: fresh[name[0]], text)


def _renamed(standing: Standing, fresh: dict[str, str]) -> tuple[Any, ...]:
    """A standing with other ids, and without the order that ids give it."""
    return (
        standing.state,
        standing.attested_by,
        standing.gaps,
        standing.has_unheard,
        standing.has_unchallenged_ground,
        *(_points(side, fresh) for side in (standing.pro, standing.con, standing.limits)),
        standing.backing,
        {fresh[id_] for id_ in standing.contested_grounds},
        {fresh[id_] for id_ in standing.rivals},
        {fresh[id_] for id_ in standing.rests_on},
        {
            (
                c.attack,
                fresh[c.claim],
                c.item,
                c.force,
                c.is_of_steps,
                frozenset((fresh[r.claim], r.force) for r in c.replies),
            )
            for c in standing.challenges
        },
    )


def _points(side: Side, fresh: dict[str, str]) -> Counter[tuple[object, ...]]:
    return Counter(
        (
            point.bears,
            point.item,
            point.backing,
            frozenset(fresh[id_] for id_ in point.premises),
            fresh[point.through] if point.through else None,
            frozenset(fresh[id_] for id_ in point.false),
            frozenset(fresh[id_] for id_ in point.hit_by),
            point.is_by_contested,
            point.is_own,
        )
        for point in side.points
    )


@LOTS
def test_a_reason_against_changes_no_label(lot: int) -> None:
    for number, text in enumerate(drawn(lot, 150)):
        draw = chance("against", lot, number)
        names = re.findall(r"^(\w)\*?:", text, re.MULTILINE)
        one, target = draw.choices(names, k=2)
        lines = draw.choice((f"z: Zoe\nz -| {target}", f"{one} -| {target}", f"z: Zoe\nz + {one} -| {target}"))
        before, after = told(text).standings, told(f"{text}\n{lines}").standings
        for id_, standing in before.items():
            assert standing.label is after[id_].label, (id_, lines, text)
            assert standing.challenges == after[id_].challenges, (id_, lines, text)


@LOTS
def test_to_hit_a_reason_against_restores_what_was(lot: int) -> None:
    """Z counts against a claim, or limits it, and y undercuts that: all is as it was but for what is answered."""
    for number, text in enumerate(drawn(lot, 150)):
        draw = chance("hit", lot, number)
        link = f"z {draw.choice('-%').replace('-', '-|')} {draw.choice(re.findall(r'^(.).?:', text, re.MULTILINE))}"
        before, after = told(text).standings, told(f"{text}\nz: Zoe\n{link}\ny: Yan\ny ~ {link}").standings
        assert {id_: standing.state for id_, standing in before.items()} == {
            id_: standing.state for id_, standing in after.items() if id_ in before
        }, (link, text)


@LOTS
def test_a_claims_own_added_quote_silences_no_reason_of_others(lot: int) -> None:
    """Of a claim that bears on nothing itself: what a quote lends to others by its links is another matter."""
    for number, text in enumerate(drawn(lot, 300)):
        draw = chance("own", lot, number)
        names = re.findall(r"^(\w)\*?:", text, re.MULTILINE)
        id_ = draw.choice(names)
        kept = "\n".join(
            line for line in text.splitlines() if ":" in line or not re.search(rf"^{id_} |\+ {id_} ", line)
        )
        kept = "\n".join(line for line in kept.splitlines() if not re.search(rf" x {id_}$", line))
        items = next(line for line in kept.splitlines() if re.match(rf"{id_}\*?:", line))
        added = items.replace(":", ": Zoe" + ("," if items.rstrip()[-1] != ":" else ""))
        moved = re.sub(rf"({id_})\.(\d)", lambda hit: f"{hit[1]}.{int(hit[2]) + 1}", kept.replace(items, added))
        before, after = told(kept).standings[id_], told(moved).standings[id_]
        theirs = [_without_own(point) for point in before.con.standing]
        assert [point for point in map(_without_own, after.con.standing) if point in theirs] == theirs, (id_, kept)


def _without_own(point: Point) -> tuple[object, ...]:
    return point.bears, point.premises, point.backing, point.through


@LOTS
def test_who_is_silenced_might_as_well_have_said_nothing(lot: int) -> None:
    """Where all grounds of a claim are undercut by what nobody answers, its links do nothing to any other claim."""
    for text in drawn(lot, 150):
        debate = told(text)
        for silenced in list(debate.corpus.claims)[:2]:
            silencing = "\n".join([text, "z: Zoe", *_all_grounds(debate, silenced)])
            silent = "\n".join(line for line in text.splitlines() if not _is_link_of(silenced, line))
            before, after = _values(told(silencing)), _values(told(silent))
            assert before[silenced] == "false"
            del before["z"], before[silenced], after[silenced]
            assert before == after, (silenced, text)


def _all_grounds(debate: Told, id_: str) -> list[str]:
    claim = debate.claim(id_)
    steps = [maker for maker, entry in debate.corpus.claims.items() for s in entry.record.supports if s.claim == id_]
    items = range(len(claim.quotes) + len(claim.citations))
    return [*(f"z ~ {id_}.{item}" for item in items), *(f"z ~ {maker} -> {id_}" for maker in steps)]


def _is_link_of(id_: str, line: str) -> bool:
    """Tell whether a claim makes a link, is a premise of it, or is in the conflict that it is."""
    return re.fullmatch(rf"{id_} .*|.* \+ {id_} .*|\w x {id_}", line) is not None


def _values(debate: Told) -> dict[str, str]:
    solution = Solution(debate_of(debate.corpus, debate.verdicts))
    return {id_: solution.claim(id_).value for id_ in debate.corpus.claims}


@LOTS
def test_an_undercut_that_is_answered_is_as_good_as_taken_back(lot: int) -> None:
    """Z undercuts something, and y, whom nobody answers, undercuts the only ground of z."""
    for number, text in enumerate(drawn(lot, 150)):
        draw = chance("restored", lot, number)
        names = re.findall(r"^(\w)\*?:", text, re.MULTILINE)
        one, other = draw.choices(names, k=2)
        hit = draw.choice((f"{one}.0", f"{one}.1", f"{one} x {other}", f"{one} -> {other}"))
        after = _values(told(f"{text}\nz: Zoe\ny: Yan\nz ~ {hit}\ny ~ z.0"))
        assert after.pop("z") == "false"
        assert after.pop("y") == "true"
        assert after == _values(told(text)), (hit, text)
