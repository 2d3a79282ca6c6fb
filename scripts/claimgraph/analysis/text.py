"""The analysis of one claim, and of the corpus, as indented lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.analysis.balance import by_side
from claimgraph.analysis.chains import Role
from claimgraph.analysis.wording import change_in_words, found_in_words, reliance_in_words
from claimgraph.model.standing import Attack, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.analysis.balance import Unanswered
    from claimgraph.analysis.chains import Reason
    from claimgraph.analysis.semantics import Dispute
    from claimgraph.analysis.whole import Analysis

SHOWN: Final = 10
"""How many of the claims most depended upon are shown at most."""

NAMED: Final = 5
"""How many claims of one open dispute are named at most."""

_STEP: Final = "    "


def claim_text(analysis: Analysis, id_: str) -> str:
    """Return the analysis of one claim as text."""
    lines = [f"{id_}: {analysis.origins.title(id_)}", *(_STEP + line for line in _of_claim(analysis, id_))]
    return "\n".join(lines) + "\n"


def _of_claim(analysis: Analysis, id_: str) -> Iterator[str]:
    yield f"{analysis.standings[id_].state}. {analysis.reasons[id_]}"
    yield f"Evidence: {analysis.evidence[id_]}."
    if disputing := analysis.disputing[id_]:
        yield f"Disputed: {disputing}."
    if below := [*_tree(analysis, analysis.chain(id_), 0)][1:]:
        yield "Reasons:"
        yield from below
    prospect = analysis.prospect(id_)
    if prospect is not None:
        yield found_in_words(prospect)
        yield from (f"{_STEP}{change_in_words(change, id_, analysis.origins)}" for change in prospect.changes)
    for reliance in analysis.reliances.found:
        if reliance.claim == id_:
            yield reliance_in_words(reliance, analysis.origins)
    for dispute in analysis.disputes:
        if id_ in dispute.claims:
            yield from _settling(dispute)


def _tree(analysis: Analysis, reason: Reason, depth: int) -> Iterator[str]:
    words = "words that dispute it" if reason.item is not None else f"{reason.claim} ({reason.state})"
    force = f", {reason.force}" if reason.force is not None else ""
    again = ", see above" if reason.is_repeated and reason.role is not Role.DISPUTES else ""
    what = "a reason for it" if reason.is_of_steps else "it"
    role = "" if reason.role is Role.DISPUTES else f"{reason.role} {what}: "
    yield f"{_STEP * depth}{role}{words}{force}{again}"
    for child in reason.children:
        yield from _tree(analysis, child, depth + 1)
    if reason.left_out:
        yield f"{_STEP * (depth + 1)}and {reason.left_out:,} more"


def _settling(dispute: Dispute) -> Iterator[str]:
    if not dispute.readings:
        yield f"Its dispute, of {len(dispute.claims):,} claims, is too large to look for the ways to settle it."
        return
    yield f"Its dispute can be settled in {_ways(len(dispute.readings))}:"
    for reading in dispute.readings:
        stand, fall = (", ".join(ids) or "nothing" for ids in (reading.stand, reading.fall))
        yield f"{_STEP}stands: {stand}; falls: {fall}"
    for id_, fate in dispute.dependent:
        yield f"{_STEP}'{id_}' {fate}."


def _ways(count: int) -> str:
    return "one way" if count == 1 else f"{count} ways"


def whole_text(analysis: Analysis) -> str:
    """Return the analysis of the corpus as text."""
    sections = (_states, _unanswered, _disputes, _relied, _lone, _questions, _topics)
    return "\n".join("\n".join(section(analysis)) + "\n" for section in sections)


def _states(analysis: Analysis) -> Iterator[str]:
    found = [standing.state for standing in analysis.standings.values()]
    yield f"{len(found):,} claims"
    yield from (f"{found.count(state):7,}  {state}" for state in State)


def _unanswered(analysis: Analysis) -> Iterator[str]:
    yield "Challenges that nothing recorded here answers, by the side that makes them"
    for side, every in by_side(analysis.unanswered).items():
        yield f"{len(every):7,}  {side}"
        yield from (f"{_STEP * 3}{_challenge(each)}" for each in every)


def _challenge(each: Unanswered) -> str:
    if each.challenge.attack is Attack.DISPUTES:
        return f"{each.claim}: words or a finding dispute it ({each.challenge.force})"
    what = "a reason for it" if each.challenge.is_of_steps else "it"
    return f"{each.claim}: {each.challenge.claim} {each.challenge.attack} {what} ({each.challenge.force})"


def _disputes(analysis: Analysis) -> Iterator[str]:
    yield f"Open disputes: {len(analysis.disputes):,}"
    for dispute in analysis.disputes:
        how = f"to settle in {_ways(len(dispute.readings))}" if dispute.readings else "too large to look through"
        more = " ..." if len(dispute.claims) > NAMED else ""
        yield f"{_STEP}{', '.join(dispute.claims[:NAMED])}{more}: {how}"
    dependent = [pair for dispute in analysis.disputes for pair in dispute.dependent]
    yield f"Claims that fare alike however their dispute is settled: {len(dependent):,}"
    yield from (f"{_STEP}{id_} {fate}" for id_, fate in dependent)


def _relied(analysis: Analysis) -> Iterator[str]:
    yield "Claims most depended upon"
    for each in analysis.reliances.found[:SHOWN]:
        yield f"{_STEP}{each.claim}: {reliance_in_words(each, analysis.origins)}"
    if untried := len(analysis.reliances.untried):
        yield f"{_STEP}It was not worked out for {untried:,} claims, on which too many others depend."


def _lone(analysis: Analysis) -> Iterator[str]:
    several = [each for each in analysis.lone if each.count > 1]
    single = len(analysis.lone) - len(several)
    yield f"Claims whose whole evidence is one voice: {len(analysis.lone):,}"
    yield f"{single:7,}  rest on a single quote or citation"
    yield f"{len(several):7,}  on several of one voice"
    yield from (f"{_STEP * 3}{each.claim}: {each.name}, {each.count} times" for each in several)


def _questions(analysis: Analysis) -> Iterator[str]:
    yield "Theses by topic, with the voices of the reasons that nobody answers"
    for question in analysis.questions:
        for each in question.theses:
            yield f"{_STEP}{question.topic}: {each.thesis}: {each.state}, {each.pro} for and {each.con} against"
    one_sided = [question.topic for question in analysis.questions if question.is_one_sided]
    yield f"Topics of which no thesis has reasons on both sides: {len(one_sided):,}"
    yield from (f"{_STEP}{topic}" for topic in one_sided)


def _topics(analysis: Analysis) -> Iterator[str]:
    yield "Evidence by topic"
    for topic, found in analysis.topics.items():
        yield f"{_STEP}{topic}: {found}"
