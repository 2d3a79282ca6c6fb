"""Who speaks where: a source file's segments and ignored parts, laid over the words of its capture.

Speakers, segments and ignored parts come from the source file at check time, so that editing them needs no text.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimgraph.captures.digests import Digester
from claimgraph.captures.folding import fold_line
from claimgraph.quotes.labelling import Known, Labelling, astray, heard
from claimgraph.quotes.passages import Misfit, words_of
from claimgraph.quotes.stretches import AUTHOR, Stretch, painted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimgraph.captures.capture import Capture
    from claimgraph.model.source import Segment, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """The stretches of a source in order, without gaps between them, and its ignored ranges of words in order.

    `names` are those of `speaker_names`; `labelling` is what is wrong or doubtful about the text's labels.
    """

    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...]
    ignored: tuple[tuple[int, int], ...]
    misfits: tuple[Misfit, ...]
    names: Mapping[str, str]
    labelling: Labelling

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
    known = Known(capture.source, names, source.no_speakers)
    misfits = [*_clashes(source, names), *_no_speakers(source, capture, names)]
    ignored = sorted(
        found
        for index, passage in enumerate(source.ignore)
        if (found := words_of(passage, capture, ("ignore", index), misfits))
    )
    bare = Territory(stretches=(), starts=(), ignored=tuple(ignored), misfits=(), names=names, labelling=Labelling())
    if source.segments == "speaker-turns":
        spans, labelling = heard(capture, known, bare.is_ignored)
        if not spans and capture.words:
            misfits.append(Misfit(steps=("segments",), message="no line begins with a speaker's name and a colon"))
        return _laid(bare, spans, capture, misfits, labelling)
    listed = list(_listed(source.segments, capture, names, misfits))
    misfits.extend(_overlaps(listed, source.segments))
    territory = _laid(bare, [span for _, span in listed], capture, misfits, Labelling())
    authors = frozenset(span.first for _, span in listed if span.speaker == AUTHOR)
    labelling = astray(capture, known, territory.is_ignored, territory.stretch_of, authors)
    return replace(territory, labelling=labelling)


def _laid(
    bare: Territory, spans: Sequence[Stretch], capture: Capture, misfits: Sequence[Misfit], labelling: Labelling
) -> Territory:
    stretches = painted(spans, capture.words)
    return replace(
        bare,
        stretches=stretches,
        starts=tuple(stretch.first for stretch in stretches),
        misfits=tuple(misfits),
        labelling=labelling,
    )


def _no_speakers(source: Source, capture: Capture, names: Mapping[str, str]) -> Iterator[Misfit]:
    """Find what is said to be no speaker's label, and is one or is not there."""
    digester = Digester(capture.source)
    there = {label.whole for labels in (capture.labels, capture.doubtful_labels) for label in labels.values()}
    for index, text in enumerate(source.no_speakers):
        if fold_line(text) in names:
            message = f"'{text}' is a speaker's name, too"
        elif digester.of(fold_line(text)) not in there:
            message = f"no line or sentence begins with '{text}' and a colon"
        else:
            continue
        yield Misfit(steps=("no-speakers", index), message=message)


def _listed(
    segments: Sequence[Segment], capture: Capture, names: Mapping[str, str], misfits: list[Misfit]
) -> Iterator[tuple[int, Stretch]]:
    """Yield the words of each segment that fits the capture, with its index; an alias leads to the listed name."""
    for index, segment in enumerate(segments):
        found = words_of(segment, capture, ("segments", index), misfits)
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
