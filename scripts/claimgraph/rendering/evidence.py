"""Quotes, citations and figures as the pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.rendering.links import external, text_fragment
from claimgraph.rendering.view import Ref, View
from claimgraph.rendering.wording import lines_in_words, mode_in_words, period_in_words

if TYPE_CHECKING:
    from claimgraph.model.claim import Figure


GLOSSARY: Final = "glossary/"
"""The address of the glossary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuote:
    """One quote as a page shows it; see `quotation` in the templates' macros for what each value does."""

    anchor: str
    exact: str
    is_disputing: bool
    stance: str
    mode: str
    speaker: Ref
    role: str
    source: Ref
    date: str
    place: str
    url: str | None
    archived: str | None
    verified: bool
    unverified: str
    more: bool
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCitation:
    """One citation as a page shows it."""

    anchor: str
    finding: str
    stance: str
    where: str
    source: Ref
    date: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """One figure as a page shows it."""

    measure: Ref
    value: str
    period: str
    population: str
    source: Ref


def quote_anchor(view: View, claim_id: str, index: int) -> str:
    """Return the id of a quote's element on its claim's page: the quote's own name, else its number from 1."""
    quote = view.corpus.claims[claim_id].record.quotes[index]
    return f"quote-{quote.id or index + 1}"


def shown_quote(view: View, claim_id: str, index: int, anchor: str = "") -> ShownQuote:
    """Return a quote of a claim; `anchor` is another element id than the one on the claim's own page."""
    quote = view.corpus.claims[claim_id].record.quotes[index]
    verdict = view.verdicts.get((claim_id, index))
    source = view.corpus.sources.get(quote.source)
    voicing = view.voicing(claim_id, index)
    heard = view.heard.get(voicing.id) if voicing else None
    place = verdict.place if verdict else None
    said_where = lines_in_words(place.first_line, place.last_line) if place else ""
    posted_by = f"as posted by {place.posted_by}" if place and place.posted_by else ""
    url = source.record.url if source else None
    return ShownQuote(
        anchor=anchor or quote_anchor(view, claim_id, index),
        exact=quote.exact,
        is_disputing=quote.stance == "disputes",
        stance="Disputes the claim" if quote.stance == "disputes" else "",
        mode=mode_in_words(quote),
        speaker=view.voice(voicing) if voicing else Ref(title=quote.speaker, address=None),
        role=", ".join(filter(None, [heard.role if heard else "", posted_by])),
        source=view.source(quote.source),
        date=period_in_words(source.record.issued or source.record.event_date) if source else "",
        place=said_where,
        url=text_fragment(url, quote.exact, prefix=quote.prefix, suffix=quote.suffix) if url else None,
        archived=external(source.record.archived) if source and source.record.archived else None,
        verified=verdict is not None and verdict.is_verified,
        unverified=f"Not verified: {verdict.outcome if verdict else 'unchecked'}",
        more=place is not None and bool(place.marks),
        context=quote.context,
    )


def shown_citation(view: View, claim_id: str, index: int) -> ShownCitation:
    """Return a citation of a claim."""
    citation = view.corpus.claims[claim_id].record.citations[index]
    source = view.corpus.sources.get(citation.source)
    return ShownCitation(
        anchor=f"citation-{citation.id or index + 1}",
        finding=citation.finding,
        stance="Disputes the claim" if citation.stance == "disputes" else "",
        where=citation.where,
        source=view.source(citation.source),
        date=period_in_words(source.record.issued) if source else "",
        url=source.record.url if source else None,
    )


def shown_figure(view: View, figure: Figure) -> ShownFigure:
    """Return a figure with its measure's name and unit."""
    measures = view.corpus.measures.record.measures if view.corpus.measures else ()
    measure = next((measure for measure in measures if measure.id == figure.measure), None)
    of_whom = "; ".join(filter(None, [figure.population, f"of {figure.denominator}" if figure.denominator else ""]))
    return ShownFigure(
        measure=Ref(
            title=measure.name if measure else figure.measure,
            address=f"{GLOSSARY}#{measure_anchor(measure.id)}" if measure else None,
        ),
        value=_with_unit(figure.value, measure.unit if measure else ""),
        period=period_in_words(figure.period),
        population=of_whom,
        source=view.source(figure.source),
    )


def measure_anchor(id_: str) -> str:
    """Return the id of a measure's element on the glossary's page."""
    return f"measure-{id_}"


def _with_unit(value: str, unit: str) -> str:
    whole, point, rest = value.partition(".")
    grouped = f"{int(whole):,}{point}{rest}" if len(whole.lstrip("-")) > 4 else value  # noqa: PLR2004  years have four
    match unit:
        case "percent" | "%":
            return f"{grouped}%"
        case "pounds" | "GBP" | "£":
            return f"£{grouped}"
        case _:
            return f"{grouped} {unit}".strip()
