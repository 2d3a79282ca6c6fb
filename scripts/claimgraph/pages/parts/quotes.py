"""Quotes, citations and figures as the pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import GLOSSARY, Ref
from claimgraph.index.links import external
from claimgraph.index.quoted import is_proven, is_verified, posted_by, quote_anchor, words_url
from claimgraph.index.wording import (
    date_of_event,
    left_out_in_words,
    lines_in_words,
    mode_in_words,
    outcome_in_words,
    period_in_words,
)
from claimgraph.voices import voicing

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.model.claim import Figure, Quote
    from claimgraph.model.corpus import Entry
    from claimgraph.model.source import Source

CAPTURED: Final = "Put in our own words; the source’s text is on file, and not quoted here"
"""The remark on a citation of a source whose whole text is captured."""

UNCAPTURED: Final = "Put in our own words, not quoted; the source’s wording is not on file yet"
"""The remark on all other citations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuote:
    """One quote as a page shows it; the macro `quotation` in the templates explains each field.

    `verified` says that the capture has the words, `proven` also that somebody has compared the capture.
    """

    anchor: str
    exact: str
    is_disputing: bool
    stance: str
    mode: str
    speaker: Ref
    role: str
    posted_by: str
    source: Ref
    date: str
    place: str
    url: str | None
    archived: str | None
    verified: bool
    proven: bool
    check: str
    more: str
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCitation:
    """One citation as a page shows it; `check` says whether the source's words are captured."""

    anchor: str
    finding: str
    stance: str
    check: str
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


def shown_quote(view: View, claim_id: str, index: int) -> ShownQuote:
    """Return a quote of a claim, the same for every page that shows it."""
    quote = view.corpus.claims[claim_id].record.quotes[index]
    verdict = view.verdicts.get((claim_id, index))
    source = view.corpus.sources.get(quote.source)
    said_by = view.voicing(claim_id, index)
    voice = view.voices.get(said_by.id) if said_by else None
    place = verdict.place if verdict else None
    said_where = lines_in_words(place.first_line, place.last_line) if place else ""
    return ShownQuote(
        anchor=quote_anchor(view, claim_id, index),
        exact=quote.exact,
        is_disputing=quote.stance == "disputes",
        stance="Disputes the claim" if quote.stance == "disputes" else "",
        mode=mode_in_words(quote, view.voice(voicing(source, quote.speaker)).title if source else quote.speaker),
        speaker=view.voice(said_by) if said_by else Ref(title=_unknown_speaker(quote), address=None),
        role=voice.role if voice else "",
        posted_by=f"as posted by {posting}" if (posting := posted_by(view, claim_id, index)) else "",
        source=view.source(quote.source),
        date=_date(source),
        place=said_where,
        url=words_url(view, claim_id, index),
        archived=external(source.record.archived) if source and source.record.archived else None,
        verified=is_verified(view, claim_id, index),
        proven=is_proven(view, claim_id, index),
        check=outcome_in_words(verdict.outcome if verdict else None, is_proven=quote.source in view.corpus.proven),
        more=left_out_in_words(place) if place else "",
        context=quote.context,
    )


def _unknown_speaker(quote: Quote) -> str:
    """Return the speaker's name for a quote from an unknown source, which a preview may have."""
    named = quote.of if quote.mode == "reported" else quote.speaker
    return named or "The author"


def shown_citation(view: View, claim_id: str, index: int, anchor: str = "") -> ShownCitation:
    """Return a citation of a claim; `anchor` is the id of its element, by default the one on the claim's page."""
    citation = view.corpus.claims[claim_id].record.citations[index]
    source = view.corpus.sources.get(citation.source)
    return ShownCitation(
        anchor=anchor or f"citation-{citation.id or index + 1}",
        finding=citation.finding,
        stance="Disputes the claim" if citation.stance == "disputes" else "",
        check=CAPTURED if view.is_text_captured(citation.source) else UNCAPTURED,
        where=citation.where,
        source=view.source(citation.source),
        date=_date(source),
        url=external(source.record.url) if source and source.record.url else None,
    )


def _date(source: Entry[Source] | None) -> str:
    return date_of_event(source.record.issued or source.record.event_date) if source else ""


def shown_figure(view: View, figure: Figure) -> ShownFigure:
    """Return a figure with its measure's name and unit."""
    measure = view.measures.get(figure.measure)
    of_whom = "; ".join(filter(None, [figure.population, f"of {figure.denominator}" if figure.denominator else ""]))
    return ShownFigure(
        measure=Ref(
            title=measure.name if measure else figure.measure,
            address=f"{GLOSSARY}#{measure_anchor(measure.id)}" if measure else None,
        ),
        value=with_unit(figure.value, measure.unit if measure else ""),
        period=period_in_words(figure.period),
        population=of_whom,
        source=view.source(figure.source),
    )


def measure_anchor(id_: str) -> str:
    """Return the id of a measure's element on the glossary's page."""
    return f"measure-{id_}"


def with_unit(value: str, unit: str) -> str:
    """Return a number with its unit and, from five digits on, commas."""
    minus = "\u2212" if value.startswith("-") else ""
    whole, point, rest = value.removeprefix("-").partition(".")
    digits = f"{int(whole):,}" if len(whole) > 4 else whole  # noqa: PLR2004  years have four
    match unit:
        case "percent" | "%":
            return f"{minus}{digits}{point}{rest}%"
        case "pounds" | "GBP" | "£":
            return f"{minus}£{digits}{point}{rest}"
        case _:
            return f"{minus}{digits}{point}{rest} {unit}".strip()
