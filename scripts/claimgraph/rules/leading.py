"""Rules about the theses of topics, and about the claims that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.rules.naming import names_unread_claim, unread_topics
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST: Final = 4
"""The most theses of a topic."""


@rule(Severity.ERROR)
def topic_without_theses(examined: Examined) -> Iterator[Problem]:
    """A topic lists one to four theses.

    A thesis answers the topic's question in one sentence. It says what the dispute is about.

    Bad:

        question: Are the buses late?
        theses: []

    Good:

        question: Are the buses late?
        theses: [buses-are-late]
    """
    for topic in examined.corpus.topics.values():
        count = len(topic.record.theses)
        if not count:
            yield Problem(
                at=topic.at("question"),
                message="the topic lists no thesis",
                hint=f"list one to {MOST} claims of this topic that answer the question: `theses: [...]`",
            )
        elif count > MOST:
            yield Problem(
                at=topic.at("theses", MOST),
                message=f"the topic lists {count} theses; {MOST} are the most",
                hint="keep those that the quarrel is about; the others are reasons, or another topic's",
            )


@rule(Severity.ERROR)
def thesis_unmarked(examined: Examined) -> Iterator[Problem]:
    """A claim says `thesis: true` if, and only if, a topic lists it as a thesis.

    Bad, where the topic lists `theses: [buses-are-late]`:

        title: Buses are late

    Good:

        title: Buses are late
        thesis: true
    """
    claims = examined.corpus.claims
    listed: set[str] = set()
    for topic in examined.corpus.topics.values():
        for index, id_ in enumerate(topic.record.theses):
            listed.add(id_)
            if id_ in claims and not claims[id_].record.thesis:
                yield Problem(
                    at=topic.at("theses", index),
                    message=f"`theses` lists '{id_}', which does not say that it is one",
                    hint=f"write `thesis: true` in {claims[id_].path}, or list another claim",
                )
    unknown = unread_topics(examined)
    for claim in claims.values():
        if claim.record.thesis and claim.id not in listed and examined.corpus.topic_of[claim.id] not in unknown:
            yield Problem(
                at=claim.at("thesis"),
                message="the claim says that it is a thesis, and its topic does not list it",
                hint=f"list it under `theses` in claims/{examined.corpus.topic_of[claim.id]}/_topic.yml, "
                "or take `thesis` out",
            )


@rule(Severity.ERROR)
def leads_to_no_thesis(examined: Examined) -> Iterator[Problem]:
    """A claim leads to a thesis, or is background of a topic.

    A claim leads to a thesis if it supports, counts against, opposes or limits it or undercuts a part of it, or if it
    does so to a claim that leads to the thesis. Background is what readers have to know and what is on no side.

    Bad, where the thesis is that buses are late, and no claim says more about the road works:

        title: Road works in Station Road

    Good:

        title: Road works in Station Road
        supports: [{claim: buses-are-late, because: "…"}]
    """
    corpus = examined.corpus
    if names_unread_claim(examined) or not any(topic.record.theses for topic in corpus.topics.values()):
        return
    leading, missed = examined.analysis.leading, unread_topics(examined)
    background = {id_ for topic in corpus.topics.values() for id_ in topic.record.background}
    for claim in corpus.claims.values():
        is_found = claim.id in leading or claim.id in background or claim.record.replaced_by is not None
        if not is_found and not missed:
            yield Problem(
                at=claim.at("title"),
                message="the claim leads to no thesis, and no topic lists it as background",
                hint="say what it is a reason for or against, as in `supports: [{claim: ..., because: ...}]`; "
                "or list it under `background` of its topic",
            )


@rule(Severity.NOTE)
def background_leads_to_thesis(examined: Examined) -> Iterator[Problem]:
    """A topic's background is on no side.

    A claim that leads to a thesis of the topic is shown with that thesis, and is not background.

    Bad, where `buses-are-slow` supports a thesis of the topic:

        background: [buses-are-slow]

    Good:

        background: [what-late-means]
    """
    leading = examined.analysis.leading
    for topic in examined.corpus.topics.values():
        for index, id_ in enumerate(topic.record.background):
            own = [thesis for thesis in leading.get(id_, ()) if thesis in topic.record.theses]
            if own:
                yield Problem(
                    at=topic.at("background", index),
                    message=f"`background` lists '{id_}', which leads to the thesis '{own[0]}'",
                    hint="take it out: it is shown with that thesis",
                )
