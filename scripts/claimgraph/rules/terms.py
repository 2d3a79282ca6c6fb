"""Rules about the glossary, the measures, and the disputes that these draw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.model.references import measures_in_disputes
from claimgraph.rules.naming import Names
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.location import Location, Step
    from claimgraph.model.claim import Claim

_UNSAID: Final = re.compile(
    r"(?:^|; (?:.* )?)(?:not (?:further )?(?:shown|stated|said|seen|known|given|recorded)|does not say)\b",
    re.IGNORECASE,
)
"""The phrases by which somebody writes that a source does not say who was counted."""


@rule(Severity.ERROR)
def duplicate_measure(examined: Examined) -> Iterator[Problem]:
    """Each measure has an id and a name of its own, and each dispute an id and a title.

    Bad:

        measures:
          - {id: share-late, name: Late buses, unit: percent, definition: "…"}
          - {id: share-late, name: Late trains, unit: percent, definition: "…"}

    Good:

        measures:
          - {id: share-late-buses, name: Late buses, unit: percent, definition: "…"}
          - {id: share-late-trains, name: Late trains, unit: percent, definition: "…"}
    """
    measures = examined.corpus.measures
    if measures is None:
        return
    for kind, noun, key in (
        ("measures", "measure", "id"),
        ("measures", "measure", "name"),
        ("disputes", "dispute", "id"),
        ("disputes", "dispute", "title"),
    ):
        seen: dict[str, int] = {}
        for index, each in enumerate(getattr(measures.record, kind)):
            value = getattr(each, key)
            first = seen.setdefault(value.casefold(), index)
            if first != index:
                line = measures.at(kind, first, key).line
                yield Problem(
                    at=measures.at(kind, index, key),
                    message=f"the {key} '{value}' is taken by the {noun} in line {line}",
                    hint=f"give one of the two another {key}, or remove it",
                )


@rule(Severity.ERROR)
def unknown_measure(examined: Examined) -> Iterator[Problem]:
    """The measure of a figure, or of a dispute's drawing, is defined.

    `claims/_measures.yml` says what each measure counts, and in which unit.

    Bad:

        figures: [{measure: share-lat, value: 50, period: 2021, source: town-report-2021}]

    Good:

        figures: [{measure: share-late, value: 50, period: 2021, source: town-report-2021}]
    """
    if any(finding.location.path == "claims/_measures.yml" for finding in examined.found):
        return
    measures = examined.corpus.measures
    known = {measure.id for measure in measures.record.measures} if measures is not None else set()
    names = Names(noun="a measure", known=known, hint="name the id of a measure in claims/_measures.yml, or add it")
    for claim in examined.corpus.claims.values():
        for index, figure in enumerate(claim.record.figures):
            if figure.measure not in known:
                what = f"the figure names '{figure.measure}'"
                yield names.unknown(claim.at("figures", index, "measure"), what, figure.measure)
    if measures is not None:
        for steps, id_ in measures_in_disputes(measures.record):
            if id_ not in known:
                yield names.unknown(measures.at(*steps), f"the drawing names '{id_}'", id_)


@rule(Severity.ERROR)
def drawing_of_two_units(examined: Examined) -> Iterator[Problem]:
    """All measures in one drawing of a dispute have one unit, since they have one scale.

    Bad, where `share-late` is in percent and `delay` in minutes:

        drawings:
          - series: [{measure: share-late, label: came late}, {measure: delay, label: mean delay}]

    Good:

        drawings:
          - series: [{measure: share-late, label: came late}]
          - series: [{measure: delay, label: mean delay}]
    """
    measures = examined.corpus.measures
    if measures is None:
        return
    units = {measure.id: measure.unit for measure in measures.record.measures}
    first: dict[tuple[Step, ...], str] = {}
    for steps, id_ in measures_in_disputes(measures.record):
        drawing = steps[:4]
        if id_ in units and units[first.setdefault(drawing, id_)] != units[id_]:
            yield Problem(
                at=measures.at(*steps),
                message=f"'{id_}' is in {units[id_]}, and '{first[drawing]}' in the same drawing in "
                f"{units[first[drawing]]}",
                hint="give each unit a drawing of its own",
            )


@rule(Severity.WARNING)
def unsaid_base(examined: Examined) -> Iterator[Problem]:
    """A base says whom a number counts, or is left out.

    `population` and `denominator` are for what the source says. Readers see them beside the number, where "not shown"
    tells them nothing.

    Bad:

        figures: [{measure: share-late, value: 50, denominator: not shown, period: 2021, source: town-report-2021}]

    Good:

        figures: [{measure: share-late, value: 50, period: 2021, source: town-report-2021}]
    """
    for claim in examined.corpus.claims.values():
        for steps, text in _bases(claim.record):
            if found := _UNSAID.search(text):
                yield Problem(
                    at=claim.at(*steps),
                    message=f"the {steps[-1]} says '{found[0].removeprefix('; ')}'",
                    hint="write what the source says, or leave it out",
                )


def _bases(claim: Claim) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the steps to the bases of a claim and of its figures, and their texts."""
    for key in ("population", "denominator"):
        if text := getattr(claim.scope, key):
            yield ("scope", key), text
        for index, figure in enumerate(claim.figures):
            if text := getattr(figure, key):
                yield ("figures", index, key), text


@rule(Severity.ERROR)
def duplicate_term(examined: Examined) -> Iterator[Problem]:
    """A term or alias is in the glossary only once.

    Case does not count.

    Bad:

        terms: [{term: Stop, meaning: "…"}, {term: Halt, meaning: "…", aliases: [stop]}]

    Good:

        terms: [{term: Stop, meaning: "…", aliases: [halt]}]
    """
    glossary = examined.corpus.glossary
    if glossary is None:
        return
    seen: dict[str, Location] = {}
    for index, term in enumerate(glossary.record.terms):
        aliases = ((alias, glossary.at("terms", index, "aliases", i)) for i, alias in enumerate(term.aliases))
        for value, at in ((term.term, glossary.at("terms", index, "term")), *aliases):
            first = seen.setdefault(value.casefold(), at)
            if first != at:
                yield Problem(
                    at=at,
                    message=f"'{value}' stands in the glossary already, in line {first.line}",
                    hint="put both meanings into one entry, or remove one",
                )
