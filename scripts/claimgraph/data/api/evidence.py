"""The API's records of the evidence for claims: quotes, citations and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from claimgraph.data.api import evidence_records as records
from claimgraph.data.speakers import side_of
from claimgraph.index.addresses import claim_address, source_address, voice_address
from claimgraph.index.quoted import is_proven, is_verified, posted_by, quote_anchor, words_url

if TYPE_CHECKING:
    from claimgraph.data.dataset import Dataset
    from claimgraph.index.view import View
    from claimgraph.model.claim import Citation, Claim, Quote
    from claimgraph.model.dates import Period
    from claimgraph.model.source import Side


class Evidence:
    """Makes records of the evidence for the claims of a data set."""

    def __init__(self, dataset: Dataset) -> None:
        """Make records of the evidence in this data set."""
        self._view = dataset.view

    def quote(self, id_: str, index: int, home: str) -> records.Quote:
        """Return a quote of a claim by its index; `home` leads to the site's home."""
        quote = self._view.corpus.claims[id_].record.quotes[index]
        verdict = self._view.verdicts.get((id_, index))
        place = verdict.place if verdict else None
        return records.Quote(
            number=index + 1,
            id=quote.id or "",
            exact=quote.exact,
            stance=quote.stance,
            mode=quote.mode,
            speaker=quote.speaker,
            of=quote.of,
            voice=self._voice(id_, index, home),
            side=self._side(quote),
            source=self._source(quote.source, home),
            rests_on=quote.rests_on or "",
            verified=is_verified(self._view, id_, index),
            compared=compared(self._view, quote.source) if is_proven(self._view, id_, index) else None,
            check=verdict.outcome.value if verdict else "not checked",
            place=records.Place(
                first_line=place.first_line,
                last_line=place.last_line,
                posted_by=posted_by(self._view, id_, index),
                is_whole=place.is_whole,
                left_out=cast("Any", place.left_out),
                apart=place.apart,
            )
            if place
            else None,
            prefix=quote.prefix,
            suffix=quote.suffix,
            context=quote.context,
            url=f"{home}{claim_address(id_)}#{quote_anchor(self._view, id_, index)}",
            source_url=str(words_url(self._view, id_, index) or ""),
        )

    def _voice(self, id_: str, index: int, home: str) -> records.NamedVoice:
        said_by = self._view.voicing(id_, index)
        if said_by is None:
            return _NOBODY
        voice = self._view.voices[said_by.id]
        url = f"{home}{voice_address(voice.id)}"
        return records.NamedVoice(id=voice.id, name=voice.name, role=voice.role, url=url)

    def _side(self, record: Quote | Citation) -> Side | None:
        return side_of(self._view.corpus, record)

    def _source(self, id_: str, home: str) -> records.NamedSource:
        entry = self._view.corpus.sources.get(id_)
        if entry is None:
            return records.NamedSource(id=id_, title="", issued="", url="")
        return records.NamedSource(
            id=id_, title=entry.record.title, issued=edtf(entry.record.issued), url=f"{home}{source_address(id_)}"
        )

    def citation(self, id_: str, index: int, home: str) -> records.Citation:
        """Return a citation of a claim by its index."""
        citation = self._view.corpus.claims[id_].record.citations[index]
        return records.Citation(
            number=index + 1,
            id=citation.id or "",
            finding=citation.finding,
            stance=citation.stance,
            where=citation.where,
            side=self._side(citation),
            source=self._source(citation.source, home),
            rests_on=citation.rests_on or "",
            url=f"{home}{claim_address(id_)}#citation-{citation.id or index + 1}",
        )

    def figure(self, claim: Claim, index: int, home: str) -> records.Figure:
        """Return a figure of a claim by its index."""
        figure = claim.figures[index]
        measure = self._view.measures.get(figure.measure)
        return records.Figure(
            measure=figure.measure,
            name=measure.name if measure else figure.measure,
            unit=measure.unit if measure else "",
            value=figure.value,
            bound=figure.bound,
            period=figure.period.text,
            population=figure.population,
            denominator=figure.denominator,
            source=self._source(figure.source, home),
        )


_NOBODY: Final = records.NamedVoice(id="", name="", role="", url="")


def compared(view: View, source_id: str) -> records.Compared | None:
    """Return when and by whom a source's capture was compared; None if nobody has."""
    one = view.corpus.proven.get(source_id)
    return None if one is None else records.Compared(on=one.on, by=one.by)


def edtf(period: Period | None) -> str:
    """Return a date in EDTF; empty for None."""
    return "" if period is None else period.text
