"""The API's records of claims, made of what pages show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

from claimgraph.exporting.material import LICENCE
from claimgraph.model.claim import LINK_KINDS
from claimgraph.rendering.evidence import posted_by, quote_anchor, shown_quote
from claimgraph.rendering.view import claim_address, source_address, voice_address
from claimgraph.site import api_argument as argument
from claimgraph.site import api_argument_forms as argument_form
from claimgraph.site import api_claim_forms as claim_form
from claimgraph.site import api_evidence_forms as evidence_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimgraph.model.claim import Claim, Stance
    from claimgraph.model.dates import Day, Period
    from claimgraph.model.terms import Measure
    from claimgraph.rendering.view import Tie, View

FOLDER: Final = "api/v1/"
"""The address below which the API stands."""


def claim_file(id_: str) -> str:
    """Return the address of the file of a claim."""
    return f"{FOLDER}claims/{id_}.json"



@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claims:
    """Makes records of the claims of a view. `site_url` ends in a slash; None where it is unset."""

    view: View
    site_url: str | None
    measures: Mapping[str, Measure] = field(init=False)
    reliances: Mapping[str, argument_form.Reliance] = field(init=False)

    def __post_init__(self) -> None:
        """Look up what many records need."""
        corpus = self.view.corpus
        listed = corpus.measures.record.measures if corpus.measures else ()
        object.__setattr__(self, "measures", {measure.id: measure for measure in listed})
        object.__setattr__(self, "reliances", argument.reliances(self.view))

    def home(self, file: str) -> str:
        """Return what leads from a file to the site's home."""
        return self.site_url or "../" * file.count("/")

    def entry(self, id_: str, file: str) -> claim_form.ClaimEntry:
        """Return a claim as it stands in a list in `file`."""
        return claim_form.ClaimEntry(**self._entry(id_, self.home(file)))

    def _entry(self, id_: str, home: str) -> dict[str, Any]:
        view, claim = self.view, self.view.corpus.claims[id_].record
        stands = view.stands(id_)
        return {
            "id": id_,
            "title": claim.title,
            "assertion": claim.assertion,
            "kind": claim.kind,
            "topic": view.corpus.topic_of[id_],
            "thesis": claim.thesis,
            "leads_to": view.analysis.leading.get(id_, ()),
            "scope": _scope(claim),
            "standing": claim_form.Standing(state=cast("argument_form.State", stands.state), reason=stands.reason),
            "evidence": self._evidence(id_, claim),
            "links_made": _link_count(view.made[id_]),
            "links_met": _link_count(view.met[id_]),
            "former_ids": claim.aliases,
            "replaced_by": claim.replaced_by,
            "url": f"{home}{claim_address(id_)}",
            "json": f"{home}{claim_file(id_)}",
        }

    def _evidence(self, id_: str, claim: Claim) -> claim_form.Evidence:
        return claim_form.Evidence(
            asserting=self._count(id_, claim, "asserts"),
            disputing=self._count(id_, claim, "disputes"),
            taken_for_granted=sum(quote.mode == "presupposed" for quote in claim.quotes),
        )

    def _count(self, id_: str, claim: Claim, stance: Stance) -> claim_form.Count:
        quotes = sum(quote.stance == stance and quote.mode != "presupposed" for quote in claim.quotes)
        citations = sum(citation.stance == stance for citation in claim.citations)
        if not quotes and not citations:
            return _NOTHING
        found = [origin for _, origin in self.view.analysis.origins.evidence(id_, stance)]
        quoted = [origin.voice for origin in found if not origin.is_cited]
        return claim_form.Count(
            quotes=quotes,
            verified=len(quoted),
            voices=len(set(quoted)),
            lines=len({origin.line for origin in found}),
            citations=citations,
        )

    def claim(self, id_: str) -> claim_form.WholeClaim:
        """Return everything on a claim, for its own file."""
        view, claim = self.view, self.view.corpus.claims[id_].record
        home = self.home(claim_file(id_))
        return claim_form.WholeClaim(
            **self._entry(id_, home),
            as_of=view.as_of.isoformat(),
            quotes=tuple(self._quote(id_, index, home) for index in range(len(claim.quotes))),
            citations=tuple(self._citation(id_, index, home) for index in range(len(claim.citations))),
            figures=tuple(self._figure(claim, index, home) for index in range(len(claim.figures))),
            computed=tuple(claim_form.Computed(value=entry.value, how=entry.how) for entry in claim.computed),
            named=tuple(claim_form.Named(name=entry.name, how=entry.how) for entry in claim.named),
            read=claim_form.SecondReading(by=claim.read.by, on=claim.read.on) if claim.read is not None else None,
            links=claim_form.Links(
                made=self._links(view.made[id_]),
                met=self._links(view.met[id_]),
                premise_of=self._links(view.joint[id_]),
                third_of=self._links(view.cuts[id_]),
            ),
            reasons=argument.reasons(view, id_),
            would_change=argument.prospect(view, id_),
            reliance=self.reliances.get(id_) or argument_form.Reliance(claim=id_, falls=(), rises=(), weakens=()),
            note=claim.note,
            licence=LICENCE,
        )

    def _quote(self, id_: str, index: int, home: str) -> evidence_form.Quote:
        quote = self.view.corpus.claims[id_].record.quotes[index]
        verdict = self.view.verdicts.get((id_, index))
        shown = shown_quote(self.view, id_, index)
        place = verdict.place if verdict else None
        return evidence_form.Quote(
            number=index + 1,
            id=quote.id or "",
            exact=quote.exact,
            stance=quote.stance,
            mode=quote.mode,
            speaker=quote.speaker,
            of=quote.of,
            voice=self._voice(id_, index, home),
            source=self._source(quote.source, home),
            verified=shown.verified,
            compared=compared(self.view, quote.source) if shown.proven else None,
            check=verdict.outcome.value if verdict else "not checked",
            place=evidence_form.Place(
                first_line=place.first_line,
                last_line=place.last_line,
                posted_by=posted_by(self.view, id_, index),
                is_whole=place.is_whole,
                left_out=cast("Any", place.left_out),
                apart=place.apart,
            )
            if place
            else None,
            prefix=quote.prefix,
            suffix=quote.suffix,
            context=quote.context,
            url=f"{home}{claim_address(id_)}#{quote_anchor(self.view, id_, index)}",
            source_url=str(shown.url or ""),
        )

    def _voice(self, id_: str, index: int, home: str) -> evidence_form.NamedVoice:
        said_by = self.view.voicing(id_, index)
        if said_by is None:
            return evidence_form.NamedVoice(id="", name="", role="", url="")
        heard = self.view.heard[said_by.id]
        return evidence_form.NamedVoice(id=heard.id, name=heard.name, role=heard.role, url=f"{home}{voice_address(heard.id)}")

    def _source(self, id_: str, home: str) -> evidence_form.NamedSource:
        entry = self.view.corpus.sources.get(id_)
        if entry is None:
            return evidence_form.NamedSource(id=id_, title="", issued="", url="")
        return evidence_form.NamedSource(
            id=id_, title=entry.record.title, issued=edtf(entry.record.issued), url=f"{home}{source_address(id_)}"
        )

    def _citation(self, id_: str, index: int, home: str) -> evidence_form.Citation:
        citation = self.view.corpus.claims[id_].record.citations[index]
        return evidence_form.Citation(
            number=index + 1,
            id=citation.id or "",
            finding=citation.finding,
            stance=citation.stance,
            where=citation.where,
            source=self._source(citation.source, home),
            url=f"{home}{claim_address(id_)}#citation-{citation.id or index + 1}",
        )

    def _figure(self, claim: Claim, index: int, home: str) -> evidence_form.Figure:
        figure = claim.figures[index]
        measure = self.measures.get(figure.measure)
        return evidence_form.Figure(
            measure=figure.measure,
            name=measure.name if measure else figure.measure,
            unit=measure.unit if measure else "",
            value=figure.value,
            period=figure.period.text,
            population=figure.population,
            denominator=figure.denominator,
            source=self._source(figure.source, home),
        )

    def _links(self, ties: Iterable[Tie]) -> tuple[claim_form.Link, ...]:
        return tuple(self._link(tie) for tie in ties)

    def _link(self, tie: Tie) -> claim_form.Link:
        claims, link, analysis = self.view.corpus.claims, tie.link, self.view.analysis
        scheme = getattr(link, "scheme", None)
        return claim_form.Link(
            kind=tie.kind,
            from_claim=tie.maker,
            from_title=claims[tie.maker].record.title,
            to_claim=tie.target,
            to_title=claims[tie.target].record.title,
            because=link.because,
            despite=getattr(link, "despite", ""),
            with_claims=getattr(link, "together", ()),
            differs_in=getattr(link, "differs_in", ()),
            hits_quote=getattr(link, "quote", None) or "",
            hits_citation=getattr(link, "citation", None) or "",
            hits_rests_on=getattr(link, "rests_on", None) or "",
            hits_support_of=getattr(link, "supports", None) or "",
            hits_counting_against=getattr(link, "counts_against", None) or "",
            hits_limit_of=getattr(link, "limits", None) or "",
            hits_opposition_to=getattr(link, "opposes", None) or "",
            scheme=scheme or "",
            answered=argument.question_answers(analysis.answers.get((tie.maker, tie.target), ()) if scheme else ()),
            answers=argument.question_answers(analysis.steps.answered(tie.maker, tie.kind, link)),
        )


def compared(view: View, source_id: str) -> evidence_form.Compared | None:
    """Return when and by whom a source's capture was compared; None where nobody has."""
    one = view.corpus.proven.get(source_id)
    return None if one is None else evidence_form.Compared(on=one.on, by=one.by)


_NOTHING: Final = claim_form.Count(quotes=0, verified=0, voices=0, lines=0, citations=0)



def _scope(claim: Claim) -> claim_form.Scope:
    scope = claim.scope
    return claim_form.Scope(
        place=scope.place,
        period=scope.period.text,
        first_day=_day(scope.period.first),
        last_day=_day(scope.period.last),
        population=scope.population,
        measure=scope.measure,
        denominator=scope.denominator,
    )


def _day(day: Day | None) -> str | None:
    return None if day is None else f"{day[0]:04}-{day[1]:02}-{day[2]:02}"


def edtf(period: Period | None) -> str:
    """Return a date in EDTF, empty for none."""
    return "" if period is None else period.text


def _link_count(ties: Iterable[Tie]) -> claim_form.LinkCount:
    found = dict.fromkeys(LINK_KINDS, 0)
    for tie in ties:
        found[tie.kind] += 1
    return claim_form.LinkCount(**found)
