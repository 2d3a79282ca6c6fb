"""Rules about the labels by which a text tells who speaks."""

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

    from claimgraph.quotes.ground import Ground
    from claimgraph.quotes.labelling import UnlistedLabel

_MOST: Final = 10
"""How many lines of a text one message names."""


@rule(Severity.ERROR)
def speaker_label_unlisted(examined: Examined) -> Iterator[Problem]:
    """With `speaker-turns`, each line that begins like a speaker's turn begins with a name that the source file lists.

    What looks like a name, before a colon or what transcripts write for one, is the label of a speaker: list it under
    `speakers`, or under the `aliases` of whoever it is. The whole label counts, with a role in brackets. What is no
    speaker is listed under `no-speakers`; a label in a part that the file ignores counts for nothing. Otherwise the
    words after it would be taken for those of whoever spoke before. Until it is listed, they are nobody's.

    Bad, where line 4 begins with `Ms Platt (engineer):` and line 9 with `Note:`:

        speakers: {Chair: {}, Ms Platt: {}}
        segments: speaker-turns

    Good:

        speakers: {Chair: {}, Ms Platt: {aliases: [Ms Platt (engineer)]}}
        segments: speaker-turns
        no-speakers: [Note]
    """
    for ground in examined.grounds.values():
        for label in ground.segmentation.labelling.unlisted:
            yield Problem(
                at=ground.source.at("segments"), message=_unlisted(label, ground), hint=_to_list(label, ground)
            )


def _unlisted(label: UnlistedLabel, ground: Ground) -> str:
    verb = "begins" if len(label.lines) == 1 else "begin"
    text = ground.labels.get(ground.capture.line_starts[label.lines[0] - 1])
    whose = "" if label.like is None else f" of {name_in_message(label.like)}"
    if text is not None:
        return f"{_lines(label.lines)} {verb} with '{text}', which is no listed name{whose}"
    looks = "what looks like a speaker's name" if label.like is None else f"the name{whose} and something more"
    return f"{_lines(label.lines)} {verb} with {looks}, which the file does not list"


def _to_list(label: UnlistedLabel, ground: Ground) -> str:
    """Return what to add to the source file; the very lines where the label's text is at hand."""
    text = ground.labels.get(ground.capture.line_starts[label.lines[0] - 1])
    if text is None:
        listed = f"the `aliases` of {name_in_message(label.like)}" if label.like else "`speakers`"
        return (
            f"look at line {label.lines[0]} of the text: add what stands there before the colon to {listed}, or to"
            " `no-speakers` if nobody speaks there"
        )
    like = label.like or nearest_name(text, ground.source.record.speakers)
    speaker = f"  {scalar(text)}:"
    alias = [f"  {scalar(like)}:", "    aliases:", f"      - {scalar(text)}"] if like else []
    names = ["add the alias:", "speakers:", *alias] if label.like else ["add the speaker:", "speakers:", speaker]
    if alias and not label.like:
        names += [f"or, if that is '{like}', the alias:", "speakers:", *alias]
    return "\n".join([*names, "or, if nobody speaks there:", "no-speakers:", f"  - {scalar(text)}"])


@rule(Severity.WARNING)
def speaker_label_doubtful(examined: Examined) -> Iterator[Problem]:
    """With `speaker-turns`, nothing stands in the text that may be a speaker's label or not.

    That is: a name and a colon within a line, after the end of a sentence; a line that holds a name alone, or begins
    with a name and a dash; and a line that begins with up to four words and a colon that do not look like a name. A
    turn begins only at the start of a line. Where the name is one of another speaker whom the file lists, what follows
    is nobody's up to the next turn; otherwise the turn goes on.

    Bad, where a line of the text is:

        Chair: So it was late. Ms Platt: It was not.

    Good:

        Chair: So it was late.
        Ms Platt: It was not.
    """
    for ground in examined.grounds.values():
        labelling = ground.segmentation.labelling
        if labelling.within:
            yield Problem(
                at=ground.source.at("segments"),
                message=f"another's words may begin within {_lines(_lines_of(labelling.within, ground))}: what looks"
                " like a name and a colon stands there",
                hint="if so, put each turn on a line of its own and capture the text again, or list `segments` with"
                " `from` and `to`; if not, and it names no speaker, list it under `no-speakers`"
                + _shown(labelling.within, ground),
            )
        if labelling.beginning:
            number = len(labelling.beginning)
            yield Problem(
                at=ground.source.at("segments"),
                message=f"{_lines(_lines_of(labelling.beginning, ground))} may begin another's words: what may be"
                f" {'a name stands' if number == 1 else 'names stand'} there, and no turn begins",
                hint="if so, list it under `speakers`, and let a colon follow it in the text; if not, list it under"
                " `no-speakers`" + _shown(labelling.beginning, ground),
            )


@rule(Severity.WARNING)
def speaker_label_elsewhere(examined: Examined) -> Iterator[Problem]:
    """Where `segments` are listed, or none are, no line with one speaker's label is given to another.

    A segment without a `speaker` that begins with the label says that the words are the author's after all.

    Bad, where line 3 begins with `Chair:`:

        segments: [{lines: 3-5, speaker: Ms Platt}]

    Good:

        segments: [{lines: 3, speaker: Chair}, {lines: 4-5, speaker: Ms Platt}]
    """
    for ground in examined.grounds.values():
        for found in ground.segmentation.labelling.mislabelled:
            has = "has" if len(found.lines) == 1 else "have"
            yield Problem(
                at=ground.source.at("segments"),
                message=f"{_lines(found.lines)} {has} the name of {name_in_message(found.label)} and a colon before words"
                f" that are given to {name_in_message(found.segment)}",
                hint="correct `segments`, or write `segments: speaker-turns` where each turn begins with a name",
            )


def _lines_of(words: Iterable[int], ground: Ground) -> tuple[int, ...]:
    return tuple(dict.fromkeys(map(ground.capture.line_of, words)))


def _lines(numbers: Sequence[int]) -> str:
    """Return `line 3`, or `lines 3, 5 and 9`; of very many lines the first and the number of the others."""
    if len(numbers) <= _MOST:
        return lines((number, number) for number in numbers)
    return f"lines {', '.join(map(str, numbers[:_MOST]))} and {len(numbers) - _MOST:,} more"


def _shown(words: Sequence[int], ground: Ground) -> str:
    """Return the labels as further lines of a hint; empty where the text is not at hand."""
    shown = [(word, text) for word in words[:_MOST] if (text := ground.labels.get(word)) is not None]
    return "".join(f"\nline {ground.capture.line_of(word)}: {text}" for word, text in shown)
