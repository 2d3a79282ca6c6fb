"""Who speaks where: a source file's segments and ignored parts, laid over the words of its capture.

Speakers, segments and ignored parts come from the source file at check time, so that editing them needs no text.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.captures.capture import WINDOW, Capture
from claimgraph.captures.words import checksum, fold_line
from claimgraph.quotes.phrase import Part
from claimgraph.quotes.search import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimgraph.location import Step
    from claimgraph.model.source import Passage, Segment, Source

AUTHOR: Final = ""
"""The name of a source's author as a speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of one segment, from `first` up to but not including `end`; an inner segment cuts the outer in two.

    `speaker` is whose words they are, `posted_by` who posts them again, else empty; both are names under `speakers`,
    or `AUTHOR`. `repeats` is the line at which the words stand first, else None.
    """

    first: int
    end: int
    speaker: str
    posted_by: str = ""
    repeats: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """A way in which a source file does not fit its capture; `steps` lead to the value in the source file."""

    steps: tuple[Step, ...]
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """The stretches of a source in order, without gaps between them, and its ignored ranges of words in order."""

    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...]
    ignored: tuple[tuple[int, int], ...]
    misfits: tuple[Misfit, ...]

    def stretch_of(self, word: int) -> Stretch:
        """Return the stretch that holds a word."""
        return self.stretches[bisect.bisect_right(self.starts, word) - 1]

    def is_ignored(self, first: int, end: int) -> bool:
        """Tell whether any word of a range is ignored."""
        return any(first < stop and begin < end for begin, stop in self.ignored)


def speaker_names(source: Source) -> dict[str, str]:
    """Return each name and alias, folded, with the name under which the source file lists the speaker.

    The author's own name, where the source lists no speaker of that name, leads to `AUTHOR`.
    """
    names = {fold_line(str(author)): AUTHOR for author in source.author}
    for name, speaker in source.speakers.items():
        names.update({fold_line(alias): name for alias in (*speaker.aliases, name)})
    return names


def survey(source: Source, capture: Capture) -> Territory:
    """Lay a source's segments and ignored parts over its capture."""
    misfits: list[Misfit] = []
    if source.segments == "speaker-turns":
        spans = list(_turns(speaker_names(source), capture))
        if not spans and capture.words:
            misfits.append(Misfit(steps=("segments",), message="no line begins with a speaker's name and a colon"))
    else:
        spans = list(_listed(source.segments, capture, misfits))
    ignored = sorted(
        found
        for index, passage in enumerate(source.ignore)
        if (found := _range(passage, capture, ("ignore", index), misfits))
    )
    stretches = _painted(spans, capture.words)
    return Territory(
        stretches=stretches,
        starts=tuple(stretch.first for stretch in stretches),
        ignored=tuple(ignored),
        misfits=tuple(misfits),
    )


def _turns(names: Mapping[str, str], capture: Capture) -> Iterator[Stretch]:
    by_hash = {checksum(name): speaker for name, speaker in names.items()}
    turns = [
        (capture.line_starts[line - 1] + label.words, capture.line_starts[line - 1], by_hash[label.hash])
        for line, label in sorted(capture.labels.items())
        if label.hash in by_hash
    ]
    ends = [line_start for _, line_start, _ in turns[1:]] + [capture.words]
    for (first, _, speaker), end in zip(turns, ends, strict=True):
        yield Stretch(first=first, end=end, speaker=speaker)


def _listed(segments: Iterable[Segment], capture: Capture, misfits: list[Misfit]) -> Iterator[Stretch]:
    for index, segment in enumerate(segments):
        found = _range(segment, capture, ("segments", index), misfits)
        if found is None:
            continue
        if segment.repeats is not None and segment.repeats > capture.lines:
            message = f"repeats line {segment.repeats}, but the captured text has {capture.lines} lines"
            misfits.append(Misfit(steps=("segments", index, "repeats"), message=message))
        yield Stretch(
            first=found[0],
            end=found[1],
            speaker=segment.reposts or segment.speaker,
            posted_by=segment.speaker if segment.reposts else "",
            repeats=segment.repeats,
        )


def _range(
    passage: Passage, capture: Capture, steps: tuple[Step, ...], misfits: list[Misfit]
) -> tuple[int, int] | None:
    lines = passage.lines
    if lines.last > capture.lines:
        message = f"lines {lines} are not all there: the captured text has {capture.lines} lines"
        misfits.append(Misfit(steps=(*steps, "lines"), message=message))
        return None
    first, end = capture.line_starts[lines.first - 1], capture.line_starts[lines.last]
    if passage.from_:
        found = _found(passage.from_, capture, capture.line_starts[lines.first - 1], capture.line_starts[lines.first])
        if isinstance(found, str):
            misfits.append(Misfit(steps=(*steps, "from"), message=f"its first words {found} in line {lines.first}"))
            return None
        first = found[0]
    if passage.to:
        begin = max(first, capture.line_starts[lines.last - 1])
        found = _found(passage.to, capture, begin, capture.line_starts[lines.last])
        if isinstance(found, str):
            misfits.append(Misfit(steps=(*steps, "to"), message=f"its last words {found} in line {lines.last}"))
            return None
        end = found[1]
    return first, end


def _found(text: str, capture: Capture, first: int, end: int) -> tuple[int, int] | str:
    """Return the words that the text stands at within a range, or what is wrong as the end of a sentence."""
    part = Part(text=fold_line(text))
    if not part.is_long_enough:
        return f"are fewer than {WINDOW}, too few to be found"
    found = [at for at in occurrences(part.key, capture) if first <= at and at + len(part.words) <= end]
    if len(found) != 1:
        return f"stand {len(found)} times" if found else "do not stand"
    return found[0], found[0] + len(part.words)


def _painted(spans: Sequence[Stretch], words: int) -> tuple[Stretch, ...]:
    """Cut the spans so that the innermost wins; what no span covers is the author's."""
    owner = [-1] * words
    order = sorted(range(len(spans)), key=lambda i: (spans[i].first - spans[i].end, i))
    for index in order:
        span = spans[index]
        owner[span.first : span.end] = [index] * (span.end - span.first)
    bounds = [i for i in range(words) if i == 0 or owner[i] != owner[i - 1]] or [0]
    stretches = []
    for first, end in zip(bounds, [*bounds[1:], words], strict=True):
        span = spans[owner[first]] if words and owner[first] >= 0 else Stretch(first=0, end=0, speaker=AUTHOR)
        stretches.append(
            Stretch(first=first, end=end, speaker=span.speaker, posted_by=span.posted_by, repeats=span.repeats)
        )
    return tuple(stretches)
