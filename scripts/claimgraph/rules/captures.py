"""Rules about captures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.captures.store import capture_path
from claimgraph.findings import Severity
from claimgraph.location import Location
from claimgraph.nearest import did_you_mean
from claimgraph.rules.naming import unread
from claimgraph.rules.rule import Examined, Problem, found_while_reading, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(Severity.ERROR)
def capture_damaged(examined: Examined) -> Iterator[Problem]:
    """A capture file is as `claimgraph capture` writes it.

    Do not edit it by hand: its parts have to fit each other. The id under which it was made is part of its digests, so
    it only belongs to a source with that id or former id. The first format is no longer read, since its digests were so
    short that words could be invented to fit: make the capture again from the text.

    Bad:

        {"format": "claimgraph capture 1", "words": 12

    Good:

        claimgraph capture TEXT --source town-report-2021
    """
    return found_while_reading(examined)


@rule(Severity.WARNING)
def capture_outdated(examined: Examined) -> Iterator[Problem]:
    """A capture was made with the present lists of negations, hedges, conditions, attributions and numbers.

    With older lists, the check of what stands around a quote may miss a word.

    Bad:

        "lists": 0,

    Good:

        claimgraph capture TEXT --source town-report-2021
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def text_differs_from_capture(examined: Examined) -> Iterator[Problem]:
    """If a source's text is at hand, it gives the stored capture.

    If it does not, the capture was made from another text, or was changed, and proves nothing about this text. This is
    checked with `--texts DIR`, a folder with a file `<id>.txt` for each text.

    Bad:

        texts/town-report-2021.txt, edited after the capture was made

    Good:

        claimgraph capture texts/town-report-2021.txt --source town-report-2021
    """
    return found_while_reading(examined)


@rule(Severity.ERROR)
def capture_without_source(examined: Examined) -> Iterator[Problem]:
    """A capture file is beside the source file with the same id.

    Bad:

        sources/town-report.capture.json
        sources/town-report-2021.yml

    Good:

        sources/town-report-2021.capture.json
        sources/town-report-2021.yml
    """
    sources = examined.corpus.sources
    unknown = examined.captured.difference(sources, unread(examined, "sources"))
    for id_ in sorted(unknown):
        yield Problem(
            at=Location(path=capture_path(id_)),
            message=f"a capture of '{id_}', which is not a source{did_you_mean(id_, sources)}",
            hint=f"rename or remove it, or add sources/{id_}.yml",
        )


@rule(Severity.WARNING)
def depth_without_capture(examined: Examined) -> Iterator[Problem]:
    """A source with the depth `full` or `excerpt` has a capture.

    Readers see `depth`: `full` and `excerpt` tell them that quotes from the source were checked word for word.

    Bad, where there is no `sources/town-report-2021.capture.json`:

        depth: full

    Good:

        depth: none
    """
    for source in examined.corpus.sources.values():
        depth = source.record.depth
        if depth != "none" and source.id not in examined.prepared_sources and source.id not in examined.captured:
            yield Problem(
                at=source.at("depth"),
                message=f"the depth is '{depth}', but there is no {capture_path(source.id)}",
                hint=f"make it: claimgraph capture TEXT --source {source.id}; or write `depth: none`",
            )


@rule(Severity.WARNING)
def capture_without_depth(examined: Examined) -> Iterator[Problem]:
    """A source with a capture says how much of its text was captured.

    Readers see `depth`: `none` tells them that no words of the source could be checked.

    Bad, where there is a `sources/town-report-2021.capture.json`:

        depth: none

    Good:

        depth: excerpt
    """
    for source in examined.corpus.sources.values():
        if source.record.depth == "none" and source.id in examined.captured:
            yield Problem(
                at=source.at("depth"),
                message=f"the depth is 'none', but there is {capture_path(source.id)}",
                hint="write `full` or `excerpt`, as much as was captured",
            )


@rule(Severity.ERROR)
def segments_do_not_fit(examined: Examined) -> Iterator[Problem]:
    """The lines and words that a source file names are in the capture.

    Lines of the captured text count from 1. `from` and `to` give at least five words that stand once in the first and
    in the last line. With `speaker-turns`, lines begin with a speaker's name and a colon.

    Bad, where the text has 40 lines:

        segments: [{lines: 38-52, speaker: A driver}]

    Good:

        segments: [{lines: 38-40, speaker: A driver}]
    """
    for prepared in examined.prepared_sources.values():
        for mismatch in prepared.segmentation.mismatches:
            if mismatch.steps[0] == "speakers":
                continue  # The rule speaker-name-taken reports it, with or without a capture.
            yield Problem(
                at=prepared.entry.at(*mismatch.steps),
                message=mismatch.message,
                hint=f"correct {prepared.entry.path}, or make the capture again",
            )
