"""Who speaks where: a source file's segments and ignored parts, laid over the words of its capture.

Speakers, segments and ignored parts come from the source file at check time, so that editing them needs no text.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimgraph.captures.digests import Digester
from claimgraph.captures.folding import fold_line
from claimgraph.quotes.labelling import Labelling, LabelLookup, mislabelled, speaker_turns
from claimgraph.quotes.passages import Mismatch, locate_passage
from claimgraph.quotes.speaker_spans import AUTHOR, SpeakerSpan, flattened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimgraph.captures.capture import Capture
    from claimgraph.model.source import Segment, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Segmentation:
    """Who says which words of a source, and which words are ignored.

    `spans` cover the text once, in order; `ignored` are ranges of words, in order. `names` come from `speaker_names`.
    `labelling` tells which labels of the text are wrong or doubtful.
    """

    spans: tuple[SpeakerSpan, ...]
    ignored: tuple[tuple[int, int], ...]
    mismatches: tuple[Mismatch, ...]
    names: Mapping[str, str]
    labelling: Labelling

    def span_at(self, word: int) -> SpeakerSpan:
        """Return the span that a word belongs to."""
        return self.spans[bisect.bisect_right(self.spans, word, key=_first_word) - 1]

    def is_ignored(self, first: int, end: int) -> bool:
        """Tell whether any word of a range is ignored."""
        return any(first < stop and begin < end for begin, stop in self.ignored)

    def is_all_ignored(self, first: int, end: int) -> bool:
        """Tell whether one ignored part holds all words of a range."""
        return any(begin <= first and end <= stop for begin, stop in self.ignored)


def _first_word(span: SpeakerSpan) -> int:
    return span.first


def speaker_names(source: Source) -> dict[str, str]:
    """Map each folded name and alias to the name under which the source file lists the speaker.

    The author's name maps to `AUTHOR` unless the source lists a speaker of that name. A name wins over an alias, and an
    earlier entry over a later one.
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


def _clashes(source: Source, names: Mapping[str, str]) -> Iterator[Mismatch]:
    """Yield a mismatch for each name that two speakers share."""
    for name, speaker in source.speakers.items():
        if names[fold_line(name)] != name:
            message = f"'{name}' is the same name as '{names[fold_line(name)]}'"
            yield Mismatch(steps=("speakers", name), message=message)
        for index, alias in enumerate(speaker.aliases):
            other = names[fold_line(alias)]
            if names[fold_line(name)] != other:
                message = f"the alias '{alias}' of '{name}' is also a name of '{other}'"
                yield Mismatch(steps=("speakers", name, "aliases", index), message=message)


def segmentation_of(source: Source, capture: Capture) -> Segmentation:
    """Return who says which words of a captured source, by the segments and ignored parts of its source file."""
    names = speaker_names(source)
    lookup = LabelLookup(capture.source, names, source.no_speakers)
    mismatches = [*_clashes(source, names), *_no_speakers(source, capture, names)]
    ignored = sorted(
        found
        for index, passage in enumerate(source.ignore)
        if (found := locate_passage(passage, capture, ("ignore", index), mismatches))
    )
    bare = Segmentation(spans=(), ignored=tuple(ignored), mismatches=(), names=names, labelling=Labelling())
    if source.segments == "speaker-turns":
        spans, labelling = speaker_turns(capture, lookup, bare.is_ignored)
        if not spans and capture.words:
            mismatches.append(Mismatch(steps=("segments",), message="no line begins with a speaker's name and a colon"))
        spans = flattened(spans, capture.words)
        return replace(bare, spans=spans, mismatches=tuple(mismatches), labelling=labelling)
    listed = list(_listed(source.segments, capture, names, mismatches))
    mismatches.extend(_overlaps(listed, source.segments))
    spans = flattened([span for _, span in listed], capture.words)
    segmentation = replace(bare, spans=spans, mismatches=tuple(mismatches))
    authors = frozenset(span.first for _, span in listed if span.speaker == AUTHOR)
    labelling = mislabelled(capture, lookup, segmentation.is_ignored, segmentation.span_at, authors)
    return replace(segmentation, labelling=labelling)


def _no_speakers(source: Source, capture: Capture, names: Mapping[str, str]) -> Iterator[Mismatch]:
    """Yield a mismatch for each entry of `no-speakers` that is a speaker's name or labels nothing in the text."""
    digester = Digester(capture.source)
    there = {label.whole for labels in (capture.labels, capture.doubtful_labels) for label in labels.values()}
    for index, text in enumerate(source.no_speakers):
        if fold_line(text) in names:
            message = f"'{text}' is a speaker's name, too"
        elif digester.of(fold_line(text)) not in there:
            message = f"no line or sentence begins with '{text}' and a colon"
        else:
            continue
        yield Mismatch(steps=("no-speakers", index), message=message)


def _listed(
    segments: Sequence[Segment], capture: Capture, names: Mapping[str, str], mismatches: list[Mismatch]
) -> Iterator[tuple[int, SpeakerSpan]]:
    """Yield the index and the span of each segment that fits the capture, under its speaker's listed name."""
    for index, segment in enumerate(segments):
        found = locate_passage(segment, capture, ("segments", index), mismatches)
        if found is None:
            continue
        if segment.repeats is not None and segment.repeats > capture.lines:
            message = f"repeats line {segment.repeats}, but the captured text has {capture.lines} lines"
            mismatches.append(Mismatch(steps=("segments", index, "repeats"), message=message))
        speaker = _listed_name(segment.speaker, names)
        length = segment.lines.last - segment.lines.first
        yield (
            index,
            SpeakerSpan(
                first=found[0],
                end=found[1],
                speaker=_listed_name(segment.reposts, names) if segment.reposts else speaker,
                posted_by=speaker if segment.reposts else "",
                repeats=None if segment.repeats is None else (segment.repeats, segment.repeats + length),
            ),
        )


def _listed_name(name: str, names: Mapping[str, str]) -> str:
    return names.get(fold_line(name), name) if name else AUTHOR


def _overlaps(listed: Iterable[tuple[int, SpeakerSpan]], segments: Sequence[Segment]) -> Iterator[Mismatch]:
    """Yield a mismatch for each two segments that share words although neither lies within the other."""
    around: list[tuple[int, SpeakerSpan]] = []
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
                yield Mismatch(steps=("segments", index, "lines"), message=message)
        around.append((index, span))
