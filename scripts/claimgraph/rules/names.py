"""Rules about what things are called: former ids, schema lines, voices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimgraph.findings import Severity
from claimgraph.loading.schemas import schema_line
from claimgraph.location import Location
from claimgraph.rules.naming import unread
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.voices import voices_of, voicing_of_quote, voicings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.corpus import Entry


@rule(Severity.ERROR)
def alias_taken(examined: Examined) -> Iterator[Problem]:
    """A former id leads to one record.

    An id under `aliases` of a claim, topic, source or voice is not its present id, nor a present or former id of
    another record of that kind. Its address redirects, and ids are never reused.

    Bad, where `claims/buses/late.yml` is:

        aliases: [late]

    Good:

        aliases: [late-buses]
    """
    corpus = examined.corpus
    yield from _taken("claim", corpus.claims, {claim.id: claim.path for claim in corpus.claims.values()})
    yield from _taken("topic", corpus.topics, {topic.id: topic.path for topic in corpus.topics.values()})
    yield from _taken("source", corpus.sources, {source.id: source.path for source in corpus.sources.values()})
    if any(voice.record.aliases for voice in corpus.voices.values()):
        voices = {voice.id: voice.entry.path if voice.entry else "" for voice in voices_of(corpus).values()}
        yield from _taken("voice", corpus.voices, voices)


def _taken(noun: str, entries: Mapping[str, Entry[Any]], ids: Mapping[str, str]) -> Iterator[Problem]:
    """Yield the former ids that are taken; `ids` maps the ids in use to their files, empty for an id without one."""
    first: dict[str, Location] = {}
    for entry in entries.values():
        for index, alias in enumerate(entry.record.aliases):
            at = entry.at("aliases", index)
            if alias == entry.id:
                yield Problem(at=at, message=f"'{alias}' is the present id of this {noun}", hint="remove it")
            elif alias in ids:
                holder = ids[alias] or "a speaker without a voice file"
                message = f"the former id '{alias}' is the id of a {noun}: {holder}"
                yield Problem(at=at, message=message, hint="remove it: an address leads to one place")
            elif alias in first:
                message = f"the former id '{alias}' is listed already: {first[alias]}"
                yield Problem(at=at, message=message, hint="remove it where it is wrong")
            first.setdefault(alias, at)


@rule(Severity.WARNING)
def schema_line_missing(examined: Examined) -> Iterator[Problem]:
    """A data file begins with the line that names its schema.

    With that line, an editor completes and explains the fields while you type.

    Bad:

        title: Buses are late

    Good:

        # yaml-language-server: $schema=../claim.schema.json
        title: Buses are late
    """
    for entry in _entries(examined):
        wanted = schema_line(entry.path)
        if entry.first_line != wanted:
            yield Problem(
                at=Location(path=entry.path),
                message="the first line does not name the schema of this file",
                hint=f"begin with this line:\n{wanted}",
            )


def _entries(examined: Examined) -> Iterator[Entry[Any]]:
    corpus = examined.corpus
    for entries in (corpus.claims, corpus.topics, corpus.sources, corpus.voices):
        yield from entries.values()
    yield from (entry for entry in (corpus.glossary, corpus.measures, corpus.compared) if entry is not None)


@rule(Severity.WARNING)
def voice_unused(examined: Examined) -> Iterator[Problem]:
    """A voice file describes somebody who speaks in a source.

    The file's name is the id of a voice: the `voice` in a source file, the source's id and the speaker's name, or the
    author's name, in small letters with hyphens.

    Bad, where the source `town-report-2021` lists `A driver`:

        voices/driver.yml

    Good:

        voices/town-report-2021-a-driver.yml
    """
    if unread(examined, "claims") or unread(examined, "sources"):
        return  # A file that could not be read may be the one in which the voice speaks.
    corpus = examined.corpus
    heard = {voicing.id for source in corpus.sources.values() for voicing in voicings(source)}
    for claim in corpus.claims.values():
        for quote in claim.record.quotes:
            if quote.mode == "reported" and (source := corpus.sources.get(quote.source)) is not None:
                heard.add(voicing_of_quote(source, quote).id)
    for voice in corpus.voices.values():
        if voice.id not in heard:
            yield Problem(
                at=Location(path=voice.path),
                message=f"nobody speaks as '{voice.id}'",
                hint="name the file after a voice, or give `voice` under `speakers` of a source",
            )
