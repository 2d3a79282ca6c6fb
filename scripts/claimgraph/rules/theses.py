"""Rules about theses, and about what leads to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.analysis.leading import leads_to
from claimgraph.analysis.origins import Origins
from claimgraph.findings import Severity
from claimgraph.model.claim import LINK_KINDS
from claimgraph.model.verdict import Outcome, Verdict
from claimgraph.rules.naming import unread
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.standing.argument import standings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry
    from claimgraph.model.standing import Standing

MOST: Final = 4
"""How many theses a topic has at most."""

_ATTRIBUTION: Final = re.compile(
    r"\b(?:according to|said to|as (?:\w+ ){1,4}(?:said|says|put it|wrote|writes|reported|reports|told)"
    r"|(?:said|says|stated|states|claimed|claims|argued|argues|wrote|writes|held|holds) that)\b",
    re.IGNORECASE,
)


@rule(Severity.ERROR)
def topic_without_theses(examined: Examined) -> Iterator[Problem]:
    """A topic lists one to four theses.

    A thesis answers the topic's question in one sentence: it says what the quarrel is about.

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
    """A claim says `thesis: true` if a topic lists it as a thesis, and only then.

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
    unread_topics = unread_folders(examined)
    for claim in claims.values():
        if claim.record.thesis and claim.id not in listed and examined.corpus.topic_of[claim.id] not in unread_topics:
            yield Problem(
                at=claim.at("thesis"),
                message="the claim says that it is a thesis, and its topic does not list it",
                hint=f"list it under `theses` in claims/{examined.corpus.topic_of[claim.id]}/_topic.yml, "
                "or take `thesis` out",
            )


@rule(Severity.ERROR)
def leads_to_no_thesis(examined: Examined) -> Iterator[Problem]:
    """A claim leads to a thesis, or is background of a topic.

    It leads to one if it supports it, counts against it, opposes or limits it or undercuts a part of it, or does so to
    a claim that leads to it, over any number of steps. What readers have to know, and is on no side, is background.

    Bad, where nothing else is said of the road works, and the thesis is that buses are late:

        title: Road works in Station Road

    Good:

        title: Road works in Station Road
        supports: [{claim: buses-are-late, because: "…"}]
    """
    corpus = examined.corpus
    if _is_unsure(examined) or not any(topic.record.theses for topic in corpus.topics.values()):
        return
    leading, missed = leads_to(corpus), unread_folders(examined)
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
    """What a topic lists as background is on no side.

    A claim that leads to a thesis of the topic is shown there; it need not be listed as background.

    Bad, where `buses-are-slow` supports a thesis of the topic:

        background: [buses-are-slow]

    Good:

        background: [what-late-means]
    """
    leading = leads_to(examined.corpus)
    for topic in examined.corpus.topics.values():
        for index, id_ in enumerate(topic.record.background):
            own = [thesis for thesis in leading.get(id_, ()) if thesis in topic.record.theses]
            if own:
                yield Problem(
                    at=topic.at("background", index),
                    message=f"`background` lists '{id_}', which leads to the thesis '{own[0]}'",
                    hint="take it out: it is shown with that thesis",
                )


@rule(Severity.ERROR)
def thesis_one_sided(examined: Examined) -> Iterator[Problem]:
    """A thesis with voiced reasons on one side only says in `one_sided` what was looked for on the other.

    Readers then know that the other side was looked for. Reasons that are answered count. Where both sides have
    reasons, and in a claim that is no thesis, `one_sided` is out of place.

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
def thesis_held_by_nobody(examined: Examined) -> Iterator[Problem]:
    """Somebody holds a thesis or denies it.

    The editors may word it, and do not make up what the quarrel is about: a quote or a citation asserts it, takes it
    for granted or disputes it, or a claim that somebody asserts is a reason for it or against it.

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

    It stands outside of what contradicts what, so that no quote of it settles a quarrel. What casts doubt on a quote or
    a step is a claim of its own, which may support the thesis.

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


@rule(Severity.WARNING)
def thesis_names_speaker(examined: Examined) -> Iterator[Problem]:
    """A thesis says what is in dispute, and not who says it.

    "A driver said that the buses are late" can hardly be denied; that the buses are late can.

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
    """Yield each thesis with the standing that it would have if all quotes were verified: others have their findings.

    None where that cannot be told.
    """
    corpus = examined.corpus
    if _is_unsure(examined) or not any(claim.record.thesis for claim in corpus.claims.values()):
        return
    verified = dict.fromkeys(examined.verdicts, Verdict(outcome=Outcome.VERIFIED))
    found = standings(corpus, verified, Origins(corpus, verified))
    for claim in corpus.claims.values():
        if claim.record.thesis:
            yield claim, found[claim.id]


def _is_unsure(examined: Examined) -> bool:
    """Tell whether some claim could not be read, or names one that is not there, of which other rules tell.

    That may be the link that leads on, or the reason that is missing.
    """
    claims = examined.corpus.claims
    return bool(unread(examined, "claims")) or any(
        link.claim not in claims
        for claim in claims.values()
        for kind in LINK_KINDS
        for link in getattr(claim.record, kind)
    )


def unread_folders(examined: Examined) -> frozenset[str]:
    """Return the topics whose file has findings of its own: what it lists is not known."""
    paths = (finding.location.path.split("/") for finding in examined.found)
    return frozenset(path[1] for path in paths if path[0] == "claims" and path[-1] == "_topic.yml")
