"""Rules about topics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.location import Location
from claimgraph.rules.naming import names_of_claims
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import shortened
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.corpus import Entry
    from claimgraph.model.topic import Topic
    from claimgraph.rules.naming import Names

_TWO_QUESTIONS: Final = re.compile(
    r", and .*"
    r"|\bor (?:are|can|could|did|do|does|had|has|have|is|may|must|ought|shall|should|was|were|will|would)\b.*"
    r"|\band (?:are|can|could|did|do|does|had|has|have|how|is|may|must|ought|shall|should|was|were|what|when"
    r"|where|which|who|whose|why|will|would)\b.*"
    r"|\?.*\?",
    re.IGNORECASE | re.DOTALL,
)
"""What makes a question two questions: a second verb, question word or question mark."""


@rule(Severity.ERROR)
def topic_missing(examined: Examined) -> Iterator[Problem]:
    """A folder of claims has a topic file.

    `claims/<topic>/_topic.yml` gives the question that the claims answer.

    Bad:

        claims/buses/late.yml

    Good:

        claims/buses/_topic.yml
        claims/buses/late.yml
    """
    refused = {finding.location.path for finding in examined.found}
    first: dict[str, str] = {}
    for claim in examined.corpus.claims.values():
        first.setdefault(examined.corpus.topic_of[claim.id], claim.path)
    for topic, path in first.items():
        wanted = f"claims/{topic}/_topic.yml"
        if topic not in examined.corpus.topics and wanted not in refused:
            yield Problem(
                at=Location(path=path),
                message=f"the claims in claims/{topic} have no topic: there is no {wanted}",
                hint="add it, with title, question and summary; or move the claims to another folder",
            )


@rule(Severity.ERROR)
def claim_listed_twice(examined: Examined) -> Iterator[Problem]:
    """A topic lists a claim only once.

    A claim is a thesis of the topic, background, or, under `related`, a claim that bears on the topic.

    Bad:

        theses: [buses-are-late]
        background: [buses-are-late]

    Good:

        theses: [buses-are-late]
        background: [what-late-means]
    """
    for topic in examined.corpus.topics.values():
        seen: dict[str, int] = {}
        for field in ("theses", "background", "related"):
            for index, id_ in enumerate(getattr(topic.record, field)):
                at = topic.at(field, index)
                if id_ in seen:
                    message = f"'{id_}' is listed already in line {seen[id_]}"
                    yield Problem(at=at, message=message, hint="keep it where it fits best")
                seen.setdefault(id_, at.line)


@rule(Severity.ERROR)
def thesis_of_another_topic(examined: Examined) -> Iterator[Problem]:
    """The theses of a topic are in its folder.

    List a claim of another topic that bears on the question under `related`.

    Bad, in `claims/buses/_topic.yml`:

        theses: [trains-are-late]

    Good:

        related: [trains-are-late]
    """
    topic_of = examined.corpus.topic_of
    for topic in examined.corpus.topics.values():
        for index, id_ in enumerate(topic.record.theses):
            if topic_of.get(id_, topic.id) != topic.id:
                yield Problem(
                    at=topic.at("theses", index),
                    message=f"`theses` lists '{id_}', which is a claim of the topic '{topic_of[id_]}'",
                    hint="list it under `related`",
                )


@rule(Severity.ERROR)
def related_of_own_topic(examined: Examined) -> Iterator[Problem]:
    """The related claims of a topic belong to other topics.

    A topic's own claims are shown anyway.

    Bad, in `claims/buses/_topic.yml`, where `claims/buses/late.yml` is:

        related: [late]

    Good:

        related: [trains-are-late]
    """
    for topic in examined.corpus.topics.values():
        for index, id_ in enumerate(topic.record.related):
            if examined.corpus.topic_of.get(id_) == topic.id:
                yield Problem(
                    at=topic.at("related", index),
                    message=f"`related` lists '{id_}', which is a claim of this topic",
                    hint="remove it",
                )


@rule(Severity.ERROR)
def order_taken(examined: Examined) -> Iterator[Problem]:
    """No two topics have the same `order`.

    Topics are shown in the order of that number. With steps of ten, there is room for a topic between two others.

    Bad, in two topics:

        order: 10

    Good, in the second:

        order: 20
    """
    first: dict[int, Entry[Topic]] = {}
    for topic in examined.corpus.topics.values():
        other = first.setdefault(topic.record.order, topic)
        if other is not topic:
            yield Problem(
                at=topic.at("order"),
                message=f"the order {topic.record.order} is that of '{other.id}': {other.at('order')}",
                hint="give one of the two another number",
            )


@rule(Severity.NOTE)
def question_asks_two_things(examined: Examined) -> Iterator[Problem]:
    """A topic's question asks one thing.

    People may answer two questions in different ways, and what is differs from what ought to be.

    Bad:

        question: Are the buses late, and should there be more of them?

    Good:

        question: Are the buses late?
    """
    for topic in examined.corpus.topics.values():
        found = _TWO_QUESTIONS.search(topic.record.question)
        if found is not None:
            yield Problem(
                at=topic.at("question"),
                message=f"the question seems to ask two things: '{shortened(found[0])}'",
                hint="ask one; the other may be a topic of its own",
            )


@rule(Severity.ERROR)
def wiki_link_unknown(examined: Examined) -> Iterator[Problem]:
    """Double square brackets in a page or a topic's summary have the id of a claim in them.

    They become a link with the claim's title. In code, they stay as they are.

    Bad:

        summary: "Some say that they are late: [[buses-are-lat]]."

    Good:

        summary: "Some say that they are late: [[buses-are-late]]."
    """
    names = names_of_claims(examined)
    for topic in examined.corpus.topics.values():
        for link in _unknown_links(topic.record.summary, examined, names):
            yield names.unknown(topic.at("summary"), f"the summary names '{link.id}'", link.id, is_value=False)
    for path, text in examined.pages.items():
        for link in _unknown_links(text, examined, names):
            yield names.unknown(_place(path, text, link.start), f"the page names '{link.id}'", link.id, is_value=False)


def _unknown_links(text: str, examined: Examined, names: Names) -> Iterator[WikiLink]:
    for piece in pieces(text):
        if isinstance(piece, WikiLink) and piece.id not in examined.corpus.claims and piece.id not in names.unread:
            yield piece


def _place(path: str, text: str, offset: int) -> Location:
    before = text[:offset]
    return Location(path=path, line=before.count("\n") + 1, column=offset - before.rfind("\n"))
