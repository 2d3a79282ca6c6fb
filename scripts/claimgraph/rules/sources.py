"""Rules about source files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.captures.folding import fold_line
from claimgraph.findings import Severity
from claimgraph.location import Location
from claimgraph.model.references import sources_in_claim, sources_in_voice
from claimgraph.nearest import did_you_mean
from claimgraph.quotes.segmentation import speaker_names
from claimgraph.rules.naming import unread
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.corpus import Entry
    from claimgraph.model.source import Source


@rule(Severity.WARNING)
def source_unused(examined: Examined) -> Iterator[Problem]:
    """A source is quoted or cited.

    Bad, where no file names it:

        sources/town-report-2019.yml

    Good, in a claim:

        citations: [{source: town-report-2019, finding: Half of the buses arrived late.}]
    """
    if unread(examined, "claims") or unread(examined, "voices"):
        return  # A file that could not be read may be the one that names it.
    used = {id_ for claim in examined.corpus.claims.values() for _, id_ in sources_in_claim(claim.record)}
    used |= {id_ for voice in examined.corpus.voices.values() for _, id_ in sources_in_voice(voice.record)}
    for source in examined.corpus.sources.values():
        if source.id not in used:
            yield Problem(
                at=Location(path=source.path),
                message=f"nothing quotes or cites '{source.id}'",
                hint="quote or cite it, or remove the file",
            )


@rule(Severity.WARNING)
def same_document(examined: Examined) -> Iterator[Problem]:
    """A document has one source file.

    Two files with one DOI or address are one document, whose words would count twice as evidence. Where they are two,
    such as two editions at one address, `independence` with one value says that they are one line of evidence.

    Bad, in two files:

        DOI: 10.1000/buses.2021

    Good, in both:

        independence: count-of-buses-2021
    """
    first: dict[str, Entry[Source]] = {}
    for source in sorted(examined.corpus.sources.values(), key=lambda each: each.path):
        for name, value in (("DOI", source.record.doi), ("URL", source.record.url)):
            if value is None:
                continue
            other = first.setdefault(f"{name} {value.casefold()}", source)
            line = source.record.independence
            if other is not source and (line is None or line != other.record.independence):
                yield Problem(
                    at=source.at(name),
                    message=f"'{other.id}' has this {name} too",
                    hint=f"name '{other.id}' instead and remove this file, or give both one `independence`",
                )
                break


@rule(Severity.NOTE)
def field_left_out(examined: Examined) -> Iterator[Problem]:
    """A source's file has no fields that the site does not keep.

    Zotero, Pandoc and other programs write more than the site shows: their own `id`, an `abstract`, `keyword`. Such a
    file is taken as it is, and what no page shows is left out. A date in words that names no one day, month or year is
    left out, too.

    Bad:

        abstract: We counted the buses of one winter.
        issued: {literal: forthcoming}

    Good:

        issued: 2021
    """
    for source in examined.corpus.sources.values():
        for name in source.left_out:
            yield Problem(
                at=source.at(name, key=True),
                message=f"the site has no place for this '{name}', and leaves it out",
                hint="remove it, or keep it for the program that wrote it",
            )


@rule(Severity.ERROR)
def unknown_segment_speaker(examined: Examined) -> Iterator[Problem]:
    """The speakers of segments are listed under `speakers`.

    `speaker` and `reposts` give a name or an alias. The author's own words have no `speaker`.

    Bad:

        speakers: {A driver: {aliases: [The driver]}}
        segments: [{lines: 3-5, speaker: Driver}]

    Good:

        speakers: {A driver: {aliases: [The driver]}}
        segments: [{lines: 3-5, speaker: A driver}]
    """
    for source in examined.corpus.sources.values():
        if isinstance(source.record.segments, str):
            continue
        names = speaker_names(source.record)
        for index, segment in enumerate(source.record.segments):
            for key in ("speaker", "reposts"):
                name = getattr(segment, key)
                if name and fold_line(name) not in names:
                    yield Problem(
                        at=source.at("segments", index, key),
                        message=f"'{name}' is not listed under `speakers`{did_you_mean(name, source.record.speakers)}",
                        hint="list the speaker there, or correct the name",
                    )


@rule(Severity.ERROR)
def speaker_name_taken(examined: Examined) -> Iterator[Problem]:
    """A name or alias belongs to one speaker of a source.

    Otherwise nobody could tell who says the words of a quote.

    Bad:

        speakers: {A driver: {aliases: [Sam]}, A passenger: {aliases: [Sam]}}

    Good:

        speakers: {A driver: {aliases: [Sam]}, A passenger: {aliases: [Sam the passenger]}}
    """
    for source in examined.corpus.sources.values():
        yield from _taken(source)


def _taken(source: Entry[Source]) -> Iterator[Problem]:
    owners = {fold_line(name): name for name in reversed(source.record.speakers)}
    for name, speaker in source.record.speakers.items():
        if (owner := owners[fold_line(name)]) != name:
            at = source.at("speakers", name, key=True)
            yield Problem(at=at, message=f"'{name}' reads the same as '{owner}'", hint="list each speaker once")
        for index, alias in enumerate(speaker.aliases):
            owner = owners.setdefault(fold_line(alias), name)
            if owner != name:
                yield Problem(
                    at=source.at("speakers", name, "aliases", index),
                    message=f"'{alias}' names both '{owner}' and '{name}'",
                    hint="leave it with the one whom the source means by it",
                )


@rule(Severity.WARNING)
def accessed_before_issued(examined: Examined) -> Iterator[Problem]:
    """A source was read after it was published.

    Bad:

        issued: 2021-10-12
        accessed: 2012-10-20

    Good:

        issued: 2021-10-12
        accessed: 2021-10-20
    """
    for source in examined.corpus.sources.values():
        issued, accessed = source.record.issued, source.record.accessed
        if issued is None or accessed is None or issued.first is None or accessed.last is None:
            continue
        if accessed.last < issued.first:
            yield Problem(
                at=source.at("accessed"),
                message=f"accessed {accessed.text}, before it was issued: {issued.text}",
                hint="correct one of the two dates",
            )
