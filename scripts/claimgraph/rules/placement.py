"""Rules about where a quote stands in its source, and what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.captures.folding import fold_line
from claimgraph.findings import Severity
from claimgraph.model.verdict import MOST_APART, Outcome
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.verdicts import judged
from claimgraph.rules.wording import lines, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.model.verdict import Place


def _where(places: Iterable[Place]) -> str:
    return lines((place.first_line, place.last_line) for place in places)


@rule(Severity.ERROR)
def quote_parts_out_of_order(examined: Examined) -> Iterator[Problem]:
    """The parts of a quote are in the order of its source, with words left out between them.

    Bad, where the source says first that there were fewer buses and then that half of them were late:

        exact: half of the buses were late [...] there were fewer buses than before

    Good:

        exact: there were fewer buses than before [...] half of the buses were late
    """
    for claim, index, quote, _ in judged(examined, Outcome.OUT_OF_ORDER):
        yield Problem(
            at=claim.at("quotes", index, "exact"),
            message=f"the parts of the quote do not stand in '{quote.source}' in this order, with words between them",
            hint="put them in the order of the source, remove `[...]` where nothing is left out, or make two quotes",
        )


@rule(Severity.ERROR)
def quote_crosses_bound(examined: Examined) -> Iterator[Problem]:
    """A quote lies within one segment of its source, so that one speaker said it in one go.

    The source file gives the segments.

    Bad, where a driver speaks up to `late`, and a passenger answers:

        exact: half of the buses were late that is what you say

    Good:

        exact: half of the buses were late
    """
    for claim, index, quote, verdict in judged(examined, Outcome.CROSSES_BOUND):
        if examined.prepared_sources[quote.source].segmentation.mismatches:
            continue  # The rule segments-do-not-fit reports it.
        yield Problem(
            at=claim.at("quotes", index, "exact"),
            message=f"the quote goes from one segment of '{quote.source}' into the next in {_where(verdict.places)}",
            hint="quote each speaker apart, or correct `segments` in the source file",
        )


@rule(Severity.ERROR)
def quote_in_ignored_part(examined: Examined) -> Iterator[Problem]:
    """No quote is from a part of its source that the source file ignores.

    Ignored parts are page furniture, advertisements and spam: words that are nobody's.

    Bad, where the source file has `ignore: [{lines: 1-2}]`:

        exact: Subscribe today to read the whole of this article

    Good:

        exact: Half of the buses were late that winter
    """
    for claim, index, quote, verdict in judged(examined, Outcome.IGNORED):
        yield Problem(
            at=claim.at("quotes", index, "exact"),
            message=f"the quote stands in {_where(verdict.places)} of '{quote.source}', which its file ignores",
            hint="quote other words, or correct `ignore` in the source file",
        )


@rule(Severity.ERROR)
def quote_ambiguous(examined: Examined) -> Iterator[Problem]:
    """A quote stands in one place of its source, or says which of several places it means.

    `prefix` gives the words right before it, or `suffix` the words right after it. Places with the same whole sentence
    of the same speaker count as one, and so do passages that the source file marks with `repeats`.

    Bad, where the words stand in lines 3 and 9:

        exact: half of the buses were late

    Good:

        prefix: "Last year,"
        exact: half of the buses were late
    """
    for claim, index, quote, verdict in judged(examined, Outcome.AMBIGUOUS):
        number = "twice" if len(verdict.places) == 2 else f"{len(verdict.places)} times"  # noqa: PLR2004
        yield Problem(
            at=claim.at("quotes", index, "exact"),
            message=f"the quote stands {number} in '{quote.source}': {_where(verdict.places)}",
            hint="add `prefix` or `suffix`: words that stand right before or after it in the place that is meant",
        )


@rule(Severity.ERROR)
def quote_wrong_speaker(examined: Examined) -> Iterator[Problem]:
    """A quote names who says its words.

    That is the speaker of their segment in the source file. Leave `speaker` out if it is the source's author. Reposted
    words are those of whoever wrote them.

    Bad, where a passenger says it:

        speaker: A driver
        exact: Half of the buses were late that winter

    Good:

        speaker: A passenger
        exact: Half of the buses were late that winter
    """
    for claim, index, quote, verdict in judged(examined, Outcome.WRONG_SPEAKER):
        segmentation = examined.prepared_sources[quote.source].segmentation
        if segmentation.mismatches or (quote.speaker and fold_line(quote.speaker) not in segmentation.names):
            continue  # Another rule reports that the segments or the speaker are wrong.
        place = verdict.places[0]
        whose = f"'{place.speaker}'" if place.speaker else "the source's author"
        again = f" (posted again by '{place.posted_by}')" if place.posted_by else ""
        written = f", not of '{quote.speaker}'" if quote.speaker else "; the quote names no speaker"
        where = _where(verdict.places)
        yield Problem(
            at=claim.at("quotes", index, "speaker" if quote.speaker else "exact"),
            message=f"the words in {where} of '{quote.source}' are those of {whose}{again}{written}",
            hint=f"write `speaker: {place.speaker}`" if place.speaker else "leave out `speaker`",
        )


@rule(Severity.ERROR)
def quote_parts_far_apart(examined: Examined) -> Iterator[Problem]:
    """A quote whose `[...]` leaves out more than forty words says why its parts belong together.

    The further apart two parts are, the easier it is to make them say together what neither says. Readers see how far
    apart they are, and the `context`. Two separate quotes raise no such doubt.

    Bad, where a page lies between:

        exact: Half of the buses were late [...] nobody told us about it

    Good:

        exact: Half of the buses were late [...] nobody told us about it
        context: She comes back to the late buses at the end of her speech.
    """
    for claim, index, quote, verdict in judged(examined, Outcome.VERIFIED):
        if verdict.place is None or quote.context.strip():
            continue
        for words in verdict.place.apart:
            if words > MOST_APART:
                yield Problem(
                    at=claim.at("quotes", index, "exact"),
                    message=f"`[...]` leaves out {words} words; more than {MOST_APART} need a `context`",
                    hint="make two quotes, or say in `context` why the parts belong together",
                )


@rule(Severity.ERROR)
def quote_speaker_doubtful(examined: Examined) -> Iterator[Problem]:
    """It is known who says the words of a quote.

    If a source has `speaker-turns`, a line that begins with an unlisted name ends the turn before it. So does a listed
    name within a line, where a turn may or may not begin. The words from there to the next turn are nobody's, since
    anybody may have said them.

    Bad, where line 4 begins with `Ms Platt (engineer):` and only `Ms Platt` is listed:

        speaker: Chair
        exact: Half of the buses were late that winter

    Good, with `speakers: {Ms Platt: {aliases: [Ms Platt (engineer)]}}` in the source file:

        speaker: Ms Platt
        exact: Half of the buses were late that winter
    """
    for claim, index, quote, verdict in judged(examined, Outcome.DOUBTFUL_SPEAKER):
        source = examined.prepared_sources[quote.source].entry
        if quote.speaker and fold_line(quote.speaker) not in examined.prepared_sources[quote.source].segmentation.names:
            continue  # The rule unknown-speaker reports it.
        yield Problem(
            at=claim.at("quotes", index, "speaker" if quote.speaker else "exact"),
            message=f"nobody can tell who says the words in {_where(verdict.places)} of '{source.id}': "
            + verdict.places[0].doubt,
            hint=f"correct {source.path} as the check says at its `segments`, then name the speaker",
        )


@rule(Severity.ERROR)
def quote_needs_context(examined: Examined) -> Iterator[Problem]:
    """A quote that leaves out a "not", an "if", a "may", a "they say" or a number says why the cut is fair.

    If a quote leaves out a negation, hedge, condition or attribution of its sentence, or `[...]` leaves out a number,
    `context` says in a sentence why the words still mean what they seem to. Readers see it. A quote of the whole
    sentence needs no `context`.

    Bad, where the sentence is `I do not think that half of the buses were late`:

        exact: half of the buses were late

    Good:

        exact: I do not think that half of the buses were late
    """
    for claim, index, quote, verdict in judged(examined, Outcome.VERIFIED):
        if verdict.place is None or not verdict.place.marks or quote.context.strip():
            continue
        kinds = listed(f"an {mark}" if mark[0] in "aeiou" else f"a {mark}" for mark in verdict.place.marks)
        yield Problem(
            at=claim.at("quotes", index, "exact"),
            message=f"the quote leaves out {kinds} of its sentence",
            hint="say in `context` why the cut is fair, or take in the whole sentence"
            + (f"\nthe sentence is: {verdict.sentence}" if verdict.sentence else ""),
        )
