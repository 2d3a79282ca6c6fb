"""Who speaks where: a source file's segments and ignored parts, laid over the words of its capture.

Speakers, segments and ignored parts come from the source file at check time, so that editing them needs no text.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.captures.digests import WINDOW, Digester
from claimgraph.captures.folding import fold_line
from claimgraph.quotes.phrase import Part
from claimgraph.quotes.search import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimgraph.captures.capture import Capture
    from claimgraph.location import Step
    from claimgraph.model.source import Passage, Segment, Source

AUTHOR: Final = ""
"""The name of a source's author as a speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of one segment, from `first` up to but not including `end`; an inner segment cuts the outer in two.

    `speaker` is whose words they are, `posted_by` who posts them again, else empty; both are names under `speakers`,
    or `AUTHOR`. `repeats` are the first and last line at which the words of the segment stand first, else None.
    """

    first: int
    end: int
    speaker: str
    posted_by: str = ""
    repeats: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """A way in which a source file does not fit its capture; `steps` lead to the value in the source file."""

    steps: tuple[Step, ...]
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """The stretches of a source in order, without gaps between them, and its ignored ranges of words in order.

    `names` are those of `speaker_names`.
    """

    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...]
    ignored: tuple[tuple[int, int], ...]
    misfits: tuple[Misfit, ...]
    names: Mapping[str, str]

    def stretch_of(self, word: int) -> Stretch:
        """Return the stretch that holds a word."""
        return self.stretches[bisect.bisect_right(self.starts, word) - 1]

    def is_ignored(self, first: int, end: int) -> bool:
        """Tell whether any word of a range is ignored."""
        return any(first < stop and begin < end for begin, stop in self.ignored)

    def is_all_ignored(self, first: int, end: int) -> bool:
        """Tell whether one ignored part holds all words of a range."""
        return any(begin <= first and end <= stop for begin, stop in self.ignored)


def speaker_names(source: Source) -> dict[str, str]:
    """Return each name and alias, folded, with the name under which the source file lists the speaker.

    The author's own name, where the source lists no speaker of that name, leads to `AUTHOR`. A listed name goes before
    an alias, and what is listed first before what is listed later.
    """
    names: dict[str, str] = {}
    for name in source.speakers:
        names.setdefault(fold_line(name), name)
    for name, speaker in source.speakers.items():
        for alias in speaker.aliases:
            names.setdefault(fold_line(alias), name)
    for author in source.author:
        names.setdefault(fold_line(str(author)), AUTHOR)
    return names


def _clashes(source: Source, names: Mapping[str, str]) -> Iterator[Misfit]:
    """Find names that are given to two speakers."""
    for name, speaker in source.speakers.items():
        if names[fold_line(name)] != name:
            message = f"'{name}' is the same name as '{names[fold_line(name)]}'"
            yield Misfit(steps=("speakers", name), message=message)
        for index, alias in enumerate(speaker.aliases):
            other = names[fold_line(alias)]
            if names[fold_line(name)] != other:
                message = f"the alias '{alias}' of '{name}' is also a name of '{other}'"
                yield Misfit(steps=("speakers", name, "aliases", index), message=message)


def survey(source: Source, capture: Capture) -> Territory:
    """Lay a source's segments and ignored parts over its capture."""
    names = speaker_names(source)
    misfits = list(_clashes(source, names))
    if source.segments == "speaker-turns":
        spans = list(_turns(names, capture))
        if not spans and capture.words:
            misfits.append(Misfit(steps=("segments",), message="no line begins with a speaker's name and a colon"))
    else:
        listed = list(_listed(source.segments, capture, names, misfits))
        misfits.extend(_overlaps(listed, source.segments))
        spans = [span for _, span in listed]
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
        names=names,
    )


def _turns(names: Mapping[str, str], capture: Capture) -> Iterator[Stretch]:
    digester = Digester(capture.source)
    by_digest = {digester.of(name): speaker for name, speaker in names.items()}
    turns = [
        (capture.line_starts[line - 1] + label.words, capture.line_starts[line - 1], by_digest[label.whole])
        for line, label in sorted(capture.labels.items())
        if label.whole in by_digest
    ]
    ends = [*(line_start for _, line_start, _ in turns), capture.words][1:]
    for (first, _, speaker), end in zip(turns, ends, strict=True):
        yield Stretch(first=first, end=end, speaker=speaker)


def _listed(
    segments: Sequence[Segment], capture: Capture, names: Mapping[str, str], misfits: list[Misfit]
) -> Iterator[tuple[int, Stretch]]:
    """Yield the words of each segment that fits the capture, with its index; an alias leads to the listed name."""
    for index, segment in enumerate(segments):
        found = _range(segment, capture, ("segments", index), misfits)
        if found is None:
            continue
        if segment.repeats is not None and segment.repeats > capture.lines:
            message = f"repeats line {segment.repeats}, but the captured text has {capture.lines} lines"
            misfits.append(Misfit(steps=("segments", index, "repeats"), message=message))
        speaker = _listed_name(segment.speaker, names)
        length = segment.lines.last - segment.lines.first
        yield (
            index,
            Stretch(
                first=found[0],
                end=found[1],
                speaker=_listed_name(segment.reposts, names) if segment.reposts else speaker,
                posted_by=speaker if segment.reposts else "",
                repeats=None if segment.repeats is None else (segment.repeats, segment.repeats + length),
            ),
        )


def _listed_name(name: str, names: Mapping[str, str]) -> str:
    return names.get(fold_line(name), name) if name else AUTHOR


def _overlaps(listed: Iterable[tuple[int, Stretch]], segments: Sequence[Segment]) -> Iterator[Misfit]:
    """Find segments of which none is the innermost: two that share words, and neither lies within the other."""
    around: list[tuple[int, Stretch]] = []
    for index, span in sorted(listed, key=lambda item: (item[1].first, -item[1].end, item[0])):
        if span.first == span.end:
            continue
        while around and around[-1][1].end <= span.first:
            around.pop()
        if around:
            other, outer = around[-1]
            same = (span.first, span.end) == (outer.first, outer.end)
            if same or outer.end < span.end:
                how = "are the same words as" if same else "overlap"
                without = "" if same else ", and neither lies within the other"
                message = f"lines {segments[index].lines} {how} lines {segments[other].lines}{without}"
                yield Misfit(steps=("segments", index, "lines"), message=message)
        around.append((index, span))


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
        found = _found(passage.from_, capture, first, end)
        beginning = [(at, stop) for at, stop in found if at < capture.line_starts[lines.first]]
        if wrong := _wrong(passage.from_, beginning):
            misfits.append(Misfit(steps=(*steps, "from"), message=f"its first words {wrong} in line {lines.first}"))
            return None
        first = beginning[0][0]
    if passage.to:
        found = _found(passage.to, capture, first, end)
        ending = [(at, stop) for at, stop in found if stop > capture.line_starts[lines.last - 1]]
        if wrong := _wrong(passage.to, ending):
            misfits.append(Misfit(steps=(*steps, "to"), message=f"its last words {wrong} in line {lines.last}"))
            return None
        end = ending[0][1]
    return first, end


def _found(text: str, capture: Capture, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words within a range at which a text stands."""
    part = Part(text=fold_line(text))
    for at in occurrences(part.key(capture.source), capture):
        if first <= at and at + len(part.words) <= end:
            yield at, at + len(part.words)


def _wrong(text: str, found: Sequence[tuple[int, int]]) -> str:
    """Return what is wrong with a passage's bound, as the end of a sentence; empty if it stands there once."""
    if not Part(text=fold_line(text)).is_long_enough:
        return f"are fewer than {WINDOW}, too few to be found"
    if not found:
        return "do not stand"
    return "" if len(found) == 1 else f"stand {len(found)} times"


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
