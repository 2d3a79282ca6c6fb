"""The analysis of one claim, and of the corpus, as plain data for JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from claimgraph.analysis.balance import by_side
from claimgraph.analysis.wording import change_in_words, found_in_words, reliance_in_words
from claimgraph.model.standing import State

if TYPE_CHECKING:
    from claimgraph.analysis.balance import Unanswered
    from claimgraph.analysis.chains import Reason
    from claimgraph.analysis.changing import Prospect
    from claimgraph.analysis.concentration import Concentration
    from claimgraph.analysis.reliance import Reliance
    from claimgraph.analysis.semantics import Dispute
    from claimgraph.analysis.whole import Analysis

MOST: Final = 20
"""How many of the claims most depended upon are in the record of the corpus."""


def claim_record(analysis: Analysis, id_: str) -> dict[str, Any]:
    """Return the analysis of one claim.

    `changes` is what would change whether it stands, None for a thesis. `dispute` is its open dispute, and `reliance`
    what depends on it, each None if there is none.
    """
    standing, prospect = analysis.standings[id_], analysis.prospect(id_)
    reliance = next((each for each in analysis.reliances.found if each.claim == id_), None)
    dispute = next((each for each in analysis.disputes if id_ in each.claims), None)
    return {
        "id": id_,
        "title": analysis.origins.title(id_),
        "state": standing.state,
        "reason": analysis.reasons[id_],
        "voiced": standing.is_voiced,
        "evidence": concentration_record(analysis.evidence[id_]),
        "disputing": concentration_record(analysis.disputing[id_]),
        "chain": chain_record(analysis.chain(id_)),
        "unanswered": [_unanswered_record(each) for each in analysis.unanswered if each.claim == id_],
        "changes": None if prospect is None else _prospect_record(analysis, prospect),
        "reliance": None if reliance is None else _reliance_record(analysis, reliance),
        "dispute": None if dispute is None else _dispute_record(dispute),
    }


def whole_record(analysis: Analysis) -> dict[str, Any]:
    """Return the analysis of the corpus; lists name claims by id."""
    states = Counter(standing.state for standing in analysis.standings.values())
    return {
        "claims": len(analysis.standings),
        "states": {state: states[state] for state in State},
        "unanswered": {
            side: [_unanswered_record(each) for each in those] for side, those in by_side(analysis.unanswered).items()
        },
        "disputes": [_dispute_record(each) for each in analysis.disputes],
        "reliances": [_reliance_record(analysis, each) for each in analysis.reliances.found[:MOST]],
        "untried": list(analysis.reliances.untried),
        "lone": [asdict(each) for each in analysis.lone],
        "questions": [
            {
                "topic": question.topic,
                "one_sided": question.is_one_sided,
                "theses": [asdict(each) for each in question.theses],
            }
            for question in analysis.questions
        ],
        "topics": {topic: concentration_record(found) for topic, found in analysis.topics.items()},
    }


def concentration_record(found: Concentration) -> dict[str, Any]:
    """Return the concentration of some evidence, with `words` for it."""
    return {**asdict(found), "words": str(found)}


def chain_record(reason: Reason) -> dict[str, Any]:
    """Return a tree of reasons."""
    record = {
        "claim": reason.claim,
        "role": reason.role,
        "state": reason.state,
        "why": reason.why,
        "item": reason.item,
        "force": reason.force,
        "repeated": reason.is_repeated,
        "left_out": reason.left_out,
        "of_steps": reason.is_of_steps,
    }
    return {**record, "children": [chain_record(child) for child in reason.children]}


def _unanswered_record(each: Unanswered) -> dict[str, Any]:
    challenge = each.challenge
    return {
        "claim": each.claim,
        "attack": challenge.attack,
        "by": challenge.claim,
        "item": challenge.item,
        "force": challenge.force,
        "of_steps": challenge.is_of_steps,
        "sides": list(each.sides),
    }


def _reliance_record(analysis: Analysis, reliance: Reliance) -> dict[str, Any]:
    return {**asdict(reliance), "words": reliance_in_words(reliance, analysis.origins)}


def _dispute_record(dispute: Dispute) -> dict[str, Any]:
    return {
        "claims": list(dispute.claims),
        "too_large": not dispute.readings,
        "readings": [asdict(reading) for reading in dispute.readings],
        "fates": dict(zip(dispute.claims, dispute.fates, strict=False)),
        "depend_on_semantics": [id_ for id_, _ in dispute.dependent],
    }


def _prospect_record(analysis: Analysis, prospect: Prospect) -> dict[str, Any]:
    return {
        "summary": found_in_words(prospect),
        "searched": prospect.searched,
        "count": prospect.count,
        "smallest": [
            {**asdict(change), "words": change_in_words(change, prospect.claim, analysis.origins)}
            for change in prospect.changes
        ],
    }
