"""Rules about what quotes, citations and figures name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.captures.folding import fold_line
from claimgraph.findings import Severity
from claimgraph.model.references import sources_in_claim, sources_in_voice
from claimgraph.nearest import nearest_name
from claimgraph.quotes.segmentation import speaker_names
from claimgraph.rules.naming import names_of_sources
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import shortened
from claimgraph.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.model.claim import Citation, Claim, Quote
    from claimgraph.model.corpus import Entry


@rule(Severity.ERROR)
def unknown_source(examined: Examined) -> Iterator[Problem]:
    """Every named source exists.

    The `source` of a quote, a citation, a figure or a voice's interest is the id of a source: its file's name without
    `.yml`. So is each key of `sources/compared.yml`.

    Bad:

        citations: [{source: town-reprt-2021, finding: Half of the buses arrived late.}]

    Good:

        citations: [{source: town-report-2021, finding: Half of the buses arrived late.}]
    """
    names = names_of_sources(examined)
    known = examined.corpus.sources
    claims = ((claim, sources_in_claim(claim.record)) for claim in examined.corpus.claims.values())
    voices = ((voice, sources_in_voice(voice.record)) for voice in examined.corpus.voices.values())
    for entry, named in (*claims, *voices):
        for steps, id_ in named:
            if id_ not in known and id_ not in names.unread:
                yield names.unknown(entry.at(*steps), f"the {str(steps[0])[:-1]} names '{id_}'", id_)
    compared = examined.corpus.compared
    for id_ in compared.record.by_source if compared else ():
        if compared and id_ not in known and id_ not in names.unread:
            yield names.unknown(compared.at(id_, key=True), f"the comparison names '{id_}'", id_, is_value=False)
    looked = examined.corpus.looked
    for id_ in looked.record.by_source if looked else ():
        if looked and id_ not in known and id_ not in names.unread:
            yield names.unknown(looked.at(id_, key=True), f"the look names '{id_}'", id_, is_value=False)


@rule(Severity.ERROR)
def unknown_speaker(examined: Examined) -> Iterator[Problem]:
    """The source of a quote lists its speaker.

    The speaker is a name or alias under `speakers` of the source file, or the name of the source's author.

    Bad, where the source lists `A driver` and `A passenger`:

        speaker: A drivr

    Good:

        speaker: A driver
    """
    names: dict[str, dict[str, str]] = {}
    for (claim_id, index), verdict in examined.verdicts.items():
        if verdict.is_verified:
            continue
        claim = examined.corpus.claims[claim_id]
        quote = claim.record.quotes[index]
        source = examined.corpus.sources.get(quote.source)
        if source is None or not quote.speaker:
            continue
        if source.id not in names:
            names[source.id] = speaker_names(source.record)
        if fold_line(quote.speaker) not in names[source.id]:
            nearest = nearest_name(quote.speaker, filter(None, names[source.id]))
            guess = f" (did you mean '{nearest}'?)" if nearest else ""
            write = f"write `speaker: {scalar(nearest)}`" if nearest else "name one of its speakers"
            yield Problem(
                at=claim.at("quotes", index, "speaker"),
                message=f"'{quote.speaker}' is no speaker of '{source.id}'{guess}",
                hint=f"{write}, or list this one under `speakers` of {source.path}",
            )


@rule(Severity.ERROR)
def reported_without_of(examined: Examined) -> Iterator[Problem]:
    """A reported quote says whose words it reports.

    Mode `reported` means that the speaker passes on what somebody else says. `of` names that person, and the quote
    counts for their voice. A quote of another mode has no `of`.

    Bad:

        {source: town-report-2021, exact: "The council says that no bus was late", mode: reported}

    Good:

        {source: town-report-2021, exact: "The council says that no bus was late", mode: reported, of: Town council}
    """
    for claim in examined.corpus.claims.values():
        for index, quote in enumerate(claim.record.quotes):
            if quote.mode == "reported" and not quote.of.strip():
                yield Problem(
                    at=claim.at("quotes", index, "mode"),
                    message="the mode is 'reported', but `of` does not say whose words are reported",
                    hint="add `of: ...`",
                )
            if quote.mode != "reported" and quote.of:
                yield Problem(
                    at=claim.at("quotes", index, "of"),
                    message=f"`of` names '{shortened(quote.of)}', but the mode is '{quote.mode}'",
                    hint="write `mode: reported`, or remove `of`",
                )


@rule(Severity.ERROR)
def quote_id_duplicate(examined: Examined) -> Iterator[Problem]:
    """The quotes of a claim have different ids.

    Bad:

        quotes: [{id: a, source: town-report-2021, exact: "…"}, {id: a, source: town-report-2021, exact: "…"}]

    Good:

        quotes: [{id: a, source: town-report-2021, exact: "…"}, {id: b, source: town-report-2021, exact: "…"}]
    """
    for claim in examined.corpus.claims.values():
        if len(claim.record.quotes) > 1:
            yield from _twice(claim, "quotes", claim.record.quotes)


@rule(Severity.ERROR)
def citation_id_duplicate(examined: Examined) -> Iterator[Problem]:
    """The citations of a claim have different ids.

    Bad:

        citations: [{id: a, source: town-report-2021, finding: "…"}, {id: a, source: town-report-2020, finding: "…"}]

    Good:

        citations: [{id: a, source: town-report-2021, finding: "…"}, {id: b, source: town-report-2020, finding: "…"}]
    """
    for claim in examined.corpus.claims.values():
        if len(claim.record.citations) > 1:
            yield from _twice(claim, "citations", claim.record.citations)


def _twice(claim: Entry[Claim], kind: str, items: Iterable[Quote | Citation]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        if item.id is not None and (first := seen.setdefault(item.id, index)) != index:
            line = claim.at(kind, first, "id").line
            yield Problem(
                at=claim.at(kind, index, "id"),
                message=f"the id '{item.id}' is taken by the {kind[:-1]} in line {line}",
                hint="give this one another id, or none",
            )


@rule(Severity.ERROR)
def duplicate_quote(examined: Examined) -> Iterator[Problem]:
    """A claim has each quote only once.

    The same words of the same source, twice in one claim, would count twice.

    Bad:

        quotes: [{source: town-report-2021, exact: "…"}, {source: town-report-2021, exact: "…"}]

    Good:

        quotes: [{source: town-report-2021, exact: "…"}]
    """
    for claim in examined.corpus.claims.values():
        seen: dict[tuple[str, ...], int] = {}
        for index, quote in enumerate(claim.record.quotes):
            place = (quote.source, " ".join(quote.exact.split()), quote.prefix, quote.suffix)
            first = seen.setdefault(place, index)
            if first != index:
                line = claim.at("quotes", first, "exact").line
                yield Problem(
                    at=claim.at("quotes", index, "exact"),
                    message=f"the same words of '{quote.source}' stand in line {line}",
                    hint="keep one of the two quotes",
                )


@rule(Severity.ERROR)
def read_without_quotes(examined: Examined) -> Iterator[Problem]:
    """A claim with `read` has quotes.

    `read` records that a second person compared the claim with the exact words that it quotes. A finding in our own
    words does not count.

    Bad, in a claim with citations alone:

        read: {by: Ada Quill, on: 2021-11-20}

    Good, in a claim with a quote that she has read:

        quotes: [{source: town-report-2021, exact: "Half of the buses arrived late"}]
        read: {by: Ada Quill, on: 2021-11-20}
    """
    for claim in examined.corpus.claims.values():
        if claim.record.read is not None and not claim.record.quotes:
            yield Problem(
                at=claim.at("read", key=True),
                message="the claim is said to have been read beside its quotes, but has none",
                hint="remove `read`, or add the quote",
            )
