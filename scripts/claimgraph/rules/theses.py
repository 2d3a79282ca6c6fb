"""Rules about what a thesis says, and about the reasons for and against it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.rules.naming import names_unread_claim
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry
    from claimgraph.model.standing import Standing

_ATTRIBUTION: Final = re.compile(
    r"\b(?:according to|said to|as (?:\w+ ){1,4}(?:said|says|put it|wrote|writes|reported|reports|told)"
    r"|(?:said|says|stated|states|claimed|claims|argued|argues|wrote|writes|held|holds) that)\b",
    re.IGNORECASE,
)


@rule(Severity.ERROR)
def thesis_one_sided(examined: Examined) -> Iterator[Problem]:
    """If a thesis has voiced reasons on one side only, `one_sided` says what was looked for on the other side.

    Readers then know that somebody looked. Answered reasons count. `one_sided` is wrong in a thesis with reasons on
    both sides, and in a claim that is not a thesis.

    Bad, in a thesis with reasons for it alone:

        thesis: true

    Good:

        thesis: true
        one_sided: We looked through the council's minutes of 2021 for anybody who denies it, and found nobody.
    """
    for claim, standing in _theses(examined):
        has_pro, has_con = bool(standing.pro.points), bool(standing.con.points)
        if has_pro and has_con and claim.record.one_sided:
            yield Problem(
                at=claim.at("one_sided"),
                message="`one_sided` is given, and there are reasons on both sides",
                hint="take it out",
            )
        elif has_pro is not has_con and not claim.record.one_sided.strip():
            side, other = ("for", "against") if has_pro else ("against", "for")
            yield Problem(
                at=claim.at("thesis"),
                message=f"all reasons recorded are {side} the thesis, and `one_sided` is not given",
                hint=f"add a reason {other} it that somebody gives, or say in `one_sided` what was looked for",
            )
    for claim in examined.corpus.claims.values():
        if claim.record.one_sided and not claim.record.thesis:
            at = claim.at("one_sided", key=True)
            yield Problem(at=at, message="`one_sided` is about a thesis, and this claim is none", hint="take it out")


@rule(Severity.ERROR)
def crux_without_two_sides(examined: Examined) -> Iterator[Problem]:
    """`crux` stands only in a thesis with reasons on both sides.

    It says in one sentence what the two sides differ on. Where all reasons are on one side, or the claim is no thesis,
    nobody differs. Answered reasons count.

    Bad, in a thesis with reasons for it alone:

        thesis: true
        crux: One side counts the minutes late; the other counts only buses that never came.

    Good:

        thesis: true
        one_sided: We looked through the council's minutes of 2021 for anybody who denies it, and found nobody.
    """
    for claim, standing in _theses(examined):
        if claim.record.crux and not (standing.pro.points and standing.con.points):
            at = claim.at("crux", key=True)
            yield Problem(at=at, message="`crux` is given, and the reasons are not on two sides", hint="take it out")
    for claim in examined.corpus.claims.values():
        if claim.record.crux and not claim.record.thesis:
            at = claim.at("crux", key=True)
            yield Problem(at=at, message="`crux` is about a thesis, and this claim is none", hint="take it out")


@rule(Severity.ERROR)
def thesis_held_by_nobody(examined: Examined) -> Iterator[Problem]:
    """Somebody holds a thesis or denies it.

    The editors may word a thesis, but they do not invent a dispute. A quote or citation asserts it, takes it for
    granted or disputes it, or a claim that somebody asserts is a reason for or against it.

    Bad, where nothing leads to it:

        thesis: true
        quotes: []

    Good, where `half-late`, which a driver asserts, supports it:

        thesis: true
    """
    for claim, standing in _theses(examined):
        record = claim.record
        if not (record.quotes or record.citations or standing.pro.points or standing.con.points):
            yield Problem(
                at=claim.at("thesis"),
                message="nobody holds or denies the thesis: it has no quote and no citation, and no reason that "
                "somebody gives",
                hint="link a claim that somebody asserts to it, or add their words",
            )


@rule(Severity.ERROR)
def thesis_attacks(examined: Examined) -> Iterator[Problem]:
    """A thesis undercuts nothing.

    A thesis contradicts nothing and is contradicted by nothing, so that no quote of it settles a dispute. Doubt about a
    quote or a step is a claim of its own, which may support the thesis.

    Bad, in a thesis:

        undercuts: [{claim: target-met, quote: every-month, because: "…"}]

    Good, in a claim that says what is wrong with that quote:

        undercuts: [{claim: target-met, quote: every-month, because: "…"}]
        supports: [{claim: buses-are-late, because: "…"}]
    """
    for claim in examined.corpus.claims.values():
        for index, undercut in enumerate(claim.record.undercuts if claim.record.thesis else ()):
            yield Problem(
                at=claim.at("undercuts", index, "claim"),
                message=f"a thesis undercuts a part of '{undercut.claim}'",
                hint="make the undercut from a claim that somebody asserts",
            )


@rule(Severity.WARNING, words=("assertion",))
def thesis_names_speaker(examined: Examined) -> Iterator[Problem]:
    """A thesis says what is in dispute, not who says it.

    Nobody denies that "a driver said that the buses are late", but people may deny that the buses are late.

    Bad:

        assertion: In Harbour Town in 2021, as a driver said, buses were late.

    Good:

        assertion: In Harbour Town in 2021, buses were late.
    """
    for claim in examined.corpus.claims.values():
        found = _ATTRIBUTION.search(claim.record.assertion) if claim.record.thesis else None
        if found is not None:
            yield Problem(
                at=claim.at("assertion"),
                message=f"the thesis says who says it: '{' '.join(found[0].split())}'",
                hint="state what is claimed; the quotes and reasons say who claims it",
            )


def _theses(examined: Examined) -> Iterator[tuple[Entry[Claim], Standing]]:
    """Yield each thesis with its standing if all quotes were verified; nothing if that is not known."""
    theses = [claim for claim in examined.corpus.claims.values() if claim.record.thesis]
    if theses and not names_unread_claim(examined):
        yield from ((claim, examined.standings_if_verified[claim.id]) for claim in theses)
