"""The API's records of the argument: the reasons for a claim's state, what depends on it, and the whole debate."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, cast

from claimgraph.analysis.balance import by_side
from claimgraph.analysis.concentration import Concentration
from claimgraph.analysis.wording import change_in_words, found_in_words
from claimgraph.data.api import argument_records as records
from claimgraph.data.api import debate_records
from claimgraph.data.dataset import LICENCE
from claimgraph.index.addresses import REASONS_PAGE
from claimgraph.model.schemes import SCHEMES
from claimgraph.model.standing import Force, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.analysis.balance import Balance, Question, Unanswered
    from claimgraph.analysis.chains import Reason
    from claimgraph.analysis.changing import Action, Prospect
    from claimgraph.analysis.questions import Answered
    from claimgraph.analysis.reliance import Reliance
    from claimgraph.analysis.semantics import Dispute
    from claimgraph.data.dataset import Dataset
    from claimgraph.index.view import View


def schemes(dataset: Dataset, file: str) -> tuple[records.Scheme, ...]:
    """Return every kind of reason."""
    home = dataset.to_home(file)
    return tuple(
        records.Scheme(
            id=scheme.id,
            name=scheme.name,
            says=scheme.says,
            questions=tuple(records.CriticalQuestion(id=each.id, text=each.text) for each in scheme.questions),
            url=f"{home}{REASONS_PAGE}#{scheme.id}",
        )
        for scheme in SCHEMES.values()
    )


def question_answers(every: Iterable[Answered]) -> tuple[records.QuestionAnswer, ...]:
    """Return the records of answers to critical questions."""
    return tuple(
        records.QuestionAnswer(
            from_claim=each.step[0], to_claim=each.step[1], question=each.question.id, answered_by=each.by
        )
        for each in every
    )


def reasons(view: View, id_: str) -> tuple[records.Reason, ...]:
    """Return the tree of reasons of a claim, without the claim itself; empty if its page has no such tree."""
    if id_ not in view.analysis.prospects:
        return ()
    return tuple(_reason(view, child) for child in view.analysis.chain(id_).children)


def _reason(view: View, reason: Reason) -> records.Reason:
    return records.Reason(
        role=cast("Any", reason.role.value),
        claim=reason.claim,
        **_item(view, reason.claim, reason.item),
        state=cast("Any", reason.state.value if reason.state is not None else None),
        force=cast("Any", reason.force.value if reason.force is not None else ""),
        of_steps=reason.is_of_steps,
        elsewhere=reason.is_repeated or reason.left_out > 0,
        below=tuple(_reason(view, child) for child in reason.children),
    )


def _item(view: View, id_: str, item: int | None) -> dict[str, Any]:
    """Return the number of a quote or citation of a claim, as the API counts them."""
    if item is None:
        return {"quote": None, "citation": None}
    quotes = len(view.corpus.claims[id_].record.quotes)
    return {"quote": item + 1, "citation": None} if item < quotes else {"quote": None, "citation": item - quotes + 1}


def prospect(view: View, id_: str) -> records.Prospect | None:
    """Return what would change the state of a claim; None if its page does not say so."""
    found = view.analysis.prospects.get(id_)
    return None if found is None else _prospect(view, found)


def _prospect(view: View, found: Prospect) -> records.Prospect:
    changes = (
        records.Change(
            deeds=tuple(_action(view, action) for action in change.deeds),
            label=cast("Any", change.label.value),
            words=change_in_words(change, found.claim, view.analysis.origins),
        )
        for change in found.changes
    )
    return records.Prospect(
        summary=found_in_words(found), searched=found.searched, count=found.count, smallest=tuple(changes)
    )


def _action(view: View, action: Action) -> records.Action:
    return records.Action(
        kind=cast("Any", action.kind.value),
        claim=action.claim,
        by=action.by or "",
        against=action.against or "",
        **_item(view, action.claim, action.item),
    )


def reliance(view: View, id_: str) -> records.Reliance:
    """Return what depends on a claim."""
    found = view.analysis.relied.get(id_)
    return records.Reliance(claim=id_, falls=(), rises=(), weakens=()) if found is None else _reliance(found)


def _reliance(each: Reliance) -> records.Reliance:
    return records.Reliance(claim=each.claim, falls=each.falls, rises=each.rises, weakens=each.weakens)


def concentration(found: Concentration) -> records.Concentration:
    """Return the record of the origins of some evidence."""
    return records.Concentration(
        quotes=found.quotes, citations=found.citations, voices=len(found.voices), lines=len(found.lines)
    )


def debate(view: View) -> debate_records.Debate:
    """Return the state of the whole debate."""
    analysis = view.analysis
    count = Counter(standing.state for standing in analysis.standings.values())
    sides = by_side(analysis.unanswered).items()
    questions = {question.topic: question for question in analysis.questions}
    return debate_records.Debate(
        as_of=view.as_of.isoformat(),
        licence=LICENCE,
        states=tuple(debate_records.StateCount(state=cast("Any", state.value), claims=count[state]) for state in State),
        unanswered=tuple(
            debate_records.SideChallenges(side=side, challenges=tuple(_challenge(view, each) for each in every))
            for side, every in sides
        ),
        relied_on=tuple(map(_reliance, analysis.reliances.found)),
        untried=analysis.reliances.untried,
        one_voice=tuple(
            debate_records.Lone(claim=each.claim, voice=each.voice, name=each.name, count=each.count)
            for each in analysis.lone
        ),
        topics=tuple(_topic(view, id_, questions.get(id_)) for id_ in view.corpus.topics),
        disputes=tuple(_dispute(each) for each in analysis.disputes),
    )


def _challenge(view: View, each: Unanswered) -> debate_records.Challenge:
    challenge = each.challenge
    return debate_records.Challenge(
        claim=each.claim,
        attack=cast("Any", challenge.attack.value),
        by=challenge.claim,
        **_item(view, challenge.claim, challenge.item),
        settled=challenge.force is Force.HOLDS,
    )


def _topic(view: View, id_: str, question: Question | None) -> debate_records.TopicBalance:
    own = view.by_topic.get(id_, ())
    return debate_records.TopicBalance(
        topic=id_,
        claims=len(own),
        one_voice=view.one_voice(own),
        evidence=concentration(view.analysis.topics.get(id_, Concentration())),
        theses=tuple(map(_balance, question.theses if question is not None else ())),
        one_sided=question is not None and question.is_one_sided,
    )


def _balance(each: Balance) -> debate_records.ThesisBalance:
    return debate_records.ThesisBalance(
        thesis=each.thesis,
        state=cast("Any", each.state.value),
        voices_for=each.pro,
        voices_against=each.con,
        answered_for=each.answered_pro,
        answered_against=each.answered_con,
        claims=each.claims,
    )


def _dispute(each: Dispute) -> debate_records.Dispute:
    return debate_records.Dispute(
        claims=each.claims,
        readings=tuple(debate_records.Reading(stand=reading.stand, fall=reading.fall) for reading in each.readings),
        alike=tuple(id_ for id_, _ in each.dependent),
    )
