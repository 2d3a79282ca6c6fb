"""Where records name claims, sources and measures by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.model.claim import links_of, steps_of
from claimgraph.model.links import ANSWERING, THIRDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.location import Step
    from claimgraph.model.claim import Claim
    from claimgraph.model.terms import Measures
    from claimgraph.model.topic import Topic
    from claimgraph.model.voice import Voice


def claims_in_claim(claim: Claim) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the steps to each place where a claim names a claim, and the id there."""
    for kind, index, link in links_of(claim):
        yield (kind, index, "claim"), link.claim
    for kind, index, step in steps_of(claim):
        yield from (((kind, index, "with", inner), premise) for inner, premise in enumerate(step.together))
    for kind in ANSWERING:
        for index, link in enumerate(getattr(claim, kind)):
            yield from (((kind, index, "answers", inner, "step"), each.step) for inner, each in enumerate(link.answers))
    for index, undercut in enumerate(claim.undercuts):
        for third in THIRDS:
            if (id_ := getattr(undercut, third)) is not None:
                yield ("undercuts", index, third), id_
    if claim.replaced_by is not None:
        yield ("replaced_by",), claim.replaced_by


def claims_in_topic(topic: Topic) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the steps to each place where a topic lists a claim, and the id there; links in its text are left out."""
    for field in ("theses", "background", "related"):
        for index, id_ in enumerate(getattr(topic, field)):
            yield (field, index), id_


def sources_in_claim(claim: Claim) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the steps to each place where a claim names a source, and the id there."""
    for kind in ("quotes", "citations", "figures"):
        for index, item in enumerate(getattr(claim, kind)):
            yield (kind, index, "source"), item.source


def sources_in_voice(voice: Voice) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the steps to each place where a voice names a source, and the id there."""
    for index, interest in enumerate(voice.interests):
        yield ("interests", index, "source"), interest.source


def measures_in_disputes(measures: Measures) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the steps to each place where the drawing of a dispute names a measure, and the id there."""
    for index, dispute in enumerate(measures.disputes):
        for inner, drawing in enumerate(dispute.drawings):
            for number, series in enumerate(drawing.series):
                at: tuple[Step, ...] = ("disputes", index, "drawings", inner, "series", number)
                yield (*at, "measure"), series.measure
                if series.upper is not None:
                    yield (*at, "upper"), series.upper
