"""Reads who speaks from the labels of a text: speakers' turns, unlisted names and doubtful labels.

Nothing is guessed: an unlisted or doubtful label only takes words away from a speaker.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimgraph.captures.digests import Digester
from claimgraph.captures.folding import fold_line
from claimgraph.quotes.speaker_spans import AUTHOR, SpeakerSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimgraph.captures.capture import Capture, LabelDigest

_MOST_WORDS: Final = 4
"""Words before a colon that do not look like a name may be a label if they are at most this many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedLabel:
    """A label at the start of lines that looks like a speaker's but that the source file does not list.

    `like` is the listed speaker whose name it contains, `AUTHOR` for the author, None for nobody.
    """

    lines: tuple[int, ...]
    like: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mislabelled:
    """Lines on which one speaker's label precedes words that `segments` give to another; `AUTHOR` is the author."""

    lines: tuple[int, ...]
    label: str
    segment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """The labels of a text that are wrong or doubtful, in order.

    `within` are the words at which a label may begin within a line, `beginning` those at which one may begin a line.
    """

    unlisted: tuple[UnlistedLabel, ...] = ()
    within: tuple[int, ...] = ()
    beginning: tuple[int, ...] = ()
    mislabelled: tuple[Mislabelled, ...] = ()


def name_in_message(speaker: str) -> str:
    """Return how messages name a speaker."""
    return f"'{speaker}'" if speaker else "the source's author"


class LabelLookup:
    """Finds the speaker of a source's label by the label's digest."""

    def __init__(self, source: str, names: Mapping[str, str], no_speakers: Iterable[str]) -> None:
        """Index the names of a source.

        Args:
            source: The id under which the source was captured.
            names: The listed name of a speaker by each folded name and alias.
            no_speakers: Labels that the source file says are nobody's.

        """
        digester = Digester(source)
        self._names = {digester.of(name): speaker for name, speaker in names.items()}
        self._small = {digester.of(name.casefold()): speaker for name, speaker in reversed(tuple(names.items()))}
        self._none = {digester.of(fold_line(text)) for text in no_speakers} - self._names.keys()

    def speaker(self, label: LabelDigest) -> str | None:
        """Return the speaker whose name or alias the whole label is, None if it is nobody's."""
        return self._names.get(label.whole)

    def like(self, label: LabelDigest) -> str | None:
        """Return the speaker whose name the label contains, in any case; None if it contains nobody's."""
        whole = self._names.get(label.whole)
        return self._small.get(label.name) if whole is None and label.name is not None else whole

    def is_no_speaker(self, label: LabelDigest) -> bool:
        """Tell whether the source file lists the label under `no-speakers`."""
        return label.whole in self._none


def _in_order(capture: Capture) -> Iterator[tuple[int, LabelDigest, bool]]:
    """Yield, in order, the first word of each label, the label, and whether it is firm."""
    firm = [(capture.line_starts[line - 1], label, True) for line, label in capture.labels.items()]
    doubtful = [(at, label, False) for at, label in capture.doubtful_labels.items()]
    yield from sorted([*firm, *doubtful], key=_place_of)


def _place_of(found: tuple[int, LabelDigest, bool]) -> tuple[int, bool]:
    return found[0], not found[2]


@dataclass(slots=True, kw_only=True)
class _TurnReader:
    """Collects speakers' turns, and the labels that are wrong or doubtful.

    A boundary is the word at which a turn ends, the first word of the next turn, its speaker, and why the speaker is
    not known.
    """

    capture: Capture
    lookup: LabelLookup
    is_ignored: Callable[[int, int], bool]
    boundaries: list[tuple[int, int, str, str]] = field(default_factory=list)
    unlisted: dict[bytes, UnlistedLabel] = field(default_factory=dict)
    within: list[int] = field(default_factory=list)
    beginning: list[int] = field(default_factory=list)

    def read(self, at: int, label: LabelDigest, *, is_firm: bool) -> None:
        """Read one label that begins at a word."""
        speaker = self.lookup.speaker(label)
        if is_firm and speaker is not None:
            self.boundaries.append((at, at + label.words, speaker, ""))
        elif self.lookup.is_no_speaker(label) or self.is_ignored(at, at + label.words):
            pass
        elif not is_firm:
            self._doubt(at, label)
        elif label.name is not None:
            self._refuse(at, label)
        elif label.words <= _MOST_WORDS and ": " in self.capture.gap(at + label.words):
            self.beginning.append(at)

    def _refuse(self, at: int, label: LabelDigest) -> None:
        line = self.capture.line_of(at)
        before = self.unlisted.get(label.whole)
        lines, like = (*before.lines, line) if before else (line,), self.lookup.like(label)
        self.unlisted[label.whole] = UnlistedLabel(lines=lines, like=like)
        what = (
            "what looks like a speaker's name"
            if like is None
            else f"the name of {name_in_message(like)} and something more"
        )
        self._take_away(at, f"line {line} begins with {what}, which the source file does not list")

    def _doubt(self, at: int, label: LabelDigest) -> None:
        line, like = self.capture.line_of(at), self.lookup.like(label)
        begins = at == self.capture.line_starts[line - 1]
        if like is None and label.name is None:
            return
        if like is not None:
            *_, speaker, doubt = self.boundaries[-1] if self.boundaries else (0, 0, AUTHOR, "")
            if like == speaker and not doubt:
                return
            where = f"line {line} begins with" if begins else f"within line {line} stands"
            self._take_away(
                at, f"{where} the name of {name_in_message(like)}, and whether a turn begins there is in doubt"
            )
        (self.beginning if begins else self.within).append(at)

    def _take_away(self, at: int, doubt: str) -> None:
        self.boundaries.append((at, at, AUTHOR, doubt))


def speaker_turns(
    capture: Capture, lookup: LabelLookup, is_ignored: Callable[[int, int], bool]
) -> tuple[tuple[SpeakerSpan, ...], Labelling]:
    """Return the turns of a text whose lines begin with labels, and its wrong or doubtful labels.

    A turn lasts from its label to the next one. An unlisted label that looks like a speaker's ends it too, and so does
    a doubtful label with another speaker's name: the words that follow are nobody's. A label in an ignored part, or
    listed under `no-speakers`, ends nothing.

    Args:
        capture: The capture of the text.
        lookup: The speakers of the source.
        is_ignored: Tells whether any word of a range is ignored.

    """
    reader = _TurnReader(capture=capture, lookup=lookup, is_ignored=is_ignored)
    for at, label, is_firm in _in_order(capture):
        reader.read(at, label, is_firm=is_firm)
    ends = [*(at for at, *_ in reader.boundaries), capture.words][1:]
    spans = tuple(
        SpeakerSpan(first=first, end=end, speaker=speaker, doubt=doubt)
        for (_, first, speaker, doubt), end in zip(reader.boundaries, ends, strict=True)
    )
    return spans, Labelling(
        unlisted=tuple(reader.unlisted.values()), within=tuple(reader.within), beginning=tuple(reader.beginning)
    )


def mislabelled(
    capture: Capture,
    lookup: LabelLookup,
    is_ignored: Callable[[int, int], bool],
    span_at: Callable[[int], SpeakerSpan],
    begun: frozenset[int],
) -> Labelling:
    """Return the labels of listed speakers in another speaker's segment; a name alone on a line does not count.

    Args:
        capture: The capture of the text.
        lookup: The speakers of the source.
        is_ignored: Tells whether any word of a range is ignored.
        span_at: Returns the speaker's span of a word.
        begun: The first words of the author's own segments, where a label is the author's choice of words.

    """
    lines: dict[tuple[str, str], list[int]] = {}
    for at, label, is_firm in _in_order(capture):
        speaker, line = lookup.speaker(label), capture.line_of(at)
        after = min(at + label.words, capture.words - 1)
        is_alone = not is_firm and at == capture.line_starts[line - 1]
        if speaker is None or is_alone or at in begun or is_ignored(at, after + 1):
            continue
        span = span_at(after)
        if speaker not in {span.speaker, span.posted_by or span.speaker}:
            lines.setdefault((speaker, span.speaker), []).append(line)
    return Labelling(
        mislabelled=tuple(
            Mislabelled(lines=tuple(dict.fromkeys(found)), label=label, segment=segment)
            for (label, segment), found in lines.items()
        )
    )
