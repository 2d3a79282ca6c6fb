"""Rules about speakers' labels in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.nearest import nearest_name
from claimgraph.quotes.labelling import name_in_message
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import lines
from claimgraph.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.quotes.labelling import UnlistedLabel
    from claimgraph.quotes.prepared import PreparedSource

_MOST: Final = 10
"""How many lines of a text one message names at most."""


@rule(Severity.ERROR)
def speaker_label_unlisted(examined: Examined) -> Iterator[Problem]:
    """With `speaker-turns`, the source file lists every name that begins a speaker's turn.

    What looks like a name before a colon, or before another mark that transcripts use, is a speaker's label. List it
    under `speakers`, or under the `aliases` of the speaker. The whole label counts, including a role in brackets. List
    other labels under `no-speakers`. A label in an ignored part does not count. If a label were missed, the words after
    it would count for whoever spoke before; until it is listed, they count for nobody.

    Bad, where line 4 begins with `Ms Platt (engineer):` and line 9 with `Note:`:

        speakers: {Chair: {}, Ms Platt: {}}
        segments: speaker-turns

    Good:

        speakers: {Chair: {}, Ms Platt: {aliases: [Ms Platt (engineer)]}}
        segments: speaker-turns
        no-speakers: [Note]
    """
    for prepared in examined.prepared_sources.values():
        for label in prepared.segmentation.labelling.unlisted:
            yield Problem(
                at=prepared.entry.at("segments"), message=_unlisted(label, prepared), hint=_to_list(label, prepared)
            )


def _unlisted(label: UnlistedLabel, prepared: PreparedSource) -> str:
    verb = "begins" if len(label.lines) == 1 else "begin"
    text = prepared.labels.get(prepared.capture.line_starts[label.lines[0] - 1])
    whose = "" if label.like is None else f" of {name_in_message(label.like)}"
    if text is not None:
        return f"{_lines(label.lines)} {verb} with '{text}', which is no listed name{whose}"
    looks = "what looks like a speaker's name" if label.like is None else f"the name{whose} and something more"
    return f"{_lines(label.lines)} {verb} with {looks}, which the file does not list"


def _to_list(label: UnlistedLabel, prepared: PreparedSource) -> str:
    """Return what to add to the source file; the exact lines if the label's text is at hand."""
    text = prepared.labels.get(prepared.capture.line_starts[label.lines[0] - 1])
    if text is None:
        listed = f"the `aliases` of {name_in_message(label.like)}" if label.like else "`speakers`"
        return (
            f"look at line {label.lines[0]} of the text: add what stands there before the colon to {listed}, or to"
            " `no-speakers` if nobody speaks there"
        )
    like = label.like or nearest_name(text, prepared.entry.record.speakers)
    speaker = f"  {scalar(text)}:"
    alias = [f"  {scalar(like)}:", "    aliases:", f"      - {scalar(text)}"] if like else []
    names = ["add the alias:", "speakers:", *alias] if label.like else ["add the speaker:", "speakers:", speaker]
    if alias and not label.like:
        names += [f"or, if that is '{like}', the alias:", "speakers:", *alias]
    return "\n".join([*names, "or, if nobody speaks there:", "no-speakers:", f"  - {scalar(text)}"])


@rule(Severity.WARNING)
def speaker_label_doubtful(examined: Examined) -> Iterator[Problem]:
    """With `speaker-turns`, the text has no doubtful speaker's label.

    Doubtful are a name and a colon within a line, after the end of a sentence; a line with only a name, or that begins
    with a name and a dash; and up to four words before a colon at the start of a line that do not look like a name. A
    turn begins only at the start of a line. If the name is another listed speaker's, the words up to the next turn are
    nobody's; otherwise the turn continues.

    Bad, where a line of the text is:

        Chair: So it was late. Ms Platt: It was not.

    Good:

        Chair: So it was late.
        Ms Platt: It was not.
    """
    for prepared in examined.prepared_sources.values():
        labelling = prepared.segmentation.labelling
        if labelling.within:
            yield Problem(
                at=prepared.entry.at("segments"),
                message=f"another's words may begin within {_lines(_lines_of(labelling.within, prepared))}: what looks"
                " like a name and a colon stands there",
                hint="if so, put each turn on a line of its own and capture the text again, or list `segments` with"
                " `from` and `to`; if not, and it names no speaker, list it under `no-speakers`"
                + _shown(labelling.within, prepared),
            )
        if labelling.beginning:
            number = len(labelling.beginning)
            yield Problem(
                at=prepared.entry.at("segments"),
                message=f"{_lines(_lines_of(labelling.beginning, prepared))} may begin another's words: what may be"
                f" {'a name stands' if number == 1 else 'names stand'} there, and no turn begins",
                hint="if so, list it under `speakers`, and let a colon follow it in the text; if not, list it under"
                " `no-speakers`" + _shown(labelling.beginning, prepared),
            )


@rule(Severity.WARNING)
def speaker_label_elsewhere(examined: Examined) -> Iterator[Problem]:
    """Unless `segments` is `speaker-turns`, no line with one speaker's label is in another speaker's segment.

    If the words are the author's all the same, a segment without a `speaker` begins with the label.

    Bad, where line 3 begins with `Chair:`:

        segments: [{lines: 3-5, speaker: Ms Platt}]

    Good:

        segments: [{lines: 3, speaker: Chair}, {lines: 4-5, speaker: Ms Platt}]
    """
    for prepared in examined.prepared_sources.values():
        for found in prepared.segmentation.labelling.mislabelled:
            has = "has" if len(found.lines) == 1 else "have"
            yield Problem(
                at=prepared.entry.at("segments"),
                message=f"{_lines(found.lines)} {has} the name of {name_in_message(found.label)} and a colon before"
                f" words that are given to {name_in_message(found.segment)}",
                hint="correct `segments`, or write `segments: speaker-turns` where each turn begins with a name",
            )


def _lines_of(words: Iterable[int], prepared: PreparedSource) -> tuple[int, ...]:
    return tuple(dict.fromkeys(map(prepared.capture.line_of, words)))


def _lines(numbers: Sequence[int]) -> str:
    """Return `line 3` or `lines 3, 5 and 9`; of many lines the first, and the number of the others."""
    if len(numbers) <= _MOST:
        return lines((number, number) for number in numbers)
    return f"lines {', '.join(map(str, numbers[:_MOST]))} and {len(numbers) - _MOST:,} more"


def _shown(words: Sequence[int], prepared: PreparedSource) -> str:
    """Return the labels as further lines of a hint; empty if the text is not at hand."""
    shown = [(word, text) for word in words[:_MOST] if (text := prepared.labels.get(word)) is not None]
    return "".join(f"\nline {prepared.capture.line_of(word)}: {text}" for word, text in shown)
