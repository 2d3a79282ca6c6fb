"""What the labels of a text say about who speaks: turns, names that the source file does not list, and doubts.

Nothing here gives words to somebody by a guess: what is unlisted or doubtful only takes words away.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimgraph.captures.digests import Digester
from claimgraph.captures.folding import fold_line
from claimgraph.quotes.stretches import AUTHOR, Stretch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimgraph.captures.capture import Capture, LabelDigest

_MOST_WORDS: Final = 4
"""How many words before a colon may be a label although they do not look like a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """A label that begins lines, looks like a speaker's and is none that the source file lists.

    `like` is the listed speaker whose name stands in it, `AUTHOR` for the author; None where it is nobody's.
    """

    lines: tuple[int, ...]
    like: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Astray:
    """Lines with the label of one speaker before words that `segments` give to another; `AUTHOR` for the author."""

    lines: tuple[int, ...]
    label: str
    segment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """What is wrong or doubtful about the labels of a text, in order.

    `within` are the words at which a label may stand within a line; `beginning` those that may begin a line with one.
    """

    unlisted: tuple[Unlisted, ...] = ()
    within: tuple[int, ...] = ()
    beginning: tuple[int, ...] = ()
    astray: tuple[Astray, ...] = ()


def named(speaker: str) -> str:
    """Return a speaker as messages name it."""
    return f"'{speaker}'" if speaker else "the source's author"


class Known:
    """Tells by their digests whose labels the labels of one source are."""

    def __init__(self, source: str, names: Mapping[str, str], no_speakers: Iterable[str]) -> None:
        """Take the id under which the source was captured, its names, and what is no speaker's label."""
        digester = Digester(source)
        self._names = {digester.of(name): speaker for name, speaker in names.items()}
        self._small = {digester.of(name.casefold()): speaker for name, speaker in reversed(tuple(names.items()))}
        self._none = {digester.of(fold_line(text)) for text in no_speakers} - self._names.keys()

    def speaker(self, label: LabelDigest) -> str | None:
        """Return the speaker whose name or alias the whole label is; None where it is nobody's."""
        return self._names.get(label.whole)

    def like(self, label: LabelDigest) -> str | None:
        """Return the speaker whose name stands in the label, in capitals or small; None where nobody's does."""
        whole = self._names.get(label.whole)
        return self._small.get(label.name) if whole is None and label.name is not None else whole

    def is_no_speaker(self, label: LabelDigest) -> bool:
        """Tell whether the source file says that the label is no speaker's."""
        return label.whole in self._none


def _in_order(capture: Capture) -> Iterator[tuple[int, LabelDigest, bool]]:
    """Yield each label with the word at which it begins, and whether it is a firm one, in order."""
    firm = [(capture.line_starts[line - 1], label, True) for line, label in capture.labels.items()]
    doubtful = [(at, label, False) for at, label in capture.doubtful_labels.items()]
    yield from sorted([*firm, *doubtful], key=_place_of)


def _place_of(found: tuple[int, LabelDigest, bool]) -> tuple[int, bool]:
    return found[0], not found[2]


@dataclass(slots=True, kw_only=True)
class _Hearing:
    """The turns so far, and what is wrong with the labels.

    A cut is the word at which the turn before ends, the first word of what follows, whose it is, and why that is not
    known.
    """

    capture: Capture
    known: Known
    is_ignored: Callable[[int, int], bool]
    cuts: list[tuple[int, int, str, str]] = field(default_factory=list)
    unlisted: dict[bytes, Unlisted] = field(default_factory=dict)
    within: list[int] = field(default_factory=list)
    beginning: list[int] = field(default_factory=list)

    def hear(self, at: int, label: LabelDigest, *, is_firm: bool) -> None:
        """Take one label into account."""
        speaker = self.known.speaker(label)
        if is_firm and speaker is not None:
            self.cuts.append((at, at + label.words, speaker, ""))
        elif self.known.is_no_speaker(label) or self.is_ignored(at, at + label.words):
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
        lines, like = (*before.lines, line) if before else (line,), self.known.like(label)
        self.unlisted[label.whole] = Unlisted(lines=lines, like=like)
        what = "what looks like a speaker's name" if like is None else f"the name of {named(like)} and something more"
        self._take_away(at, f"line {line} begins with {what}, which the source file does not list")

    def _doubt(self, at: int, label: LabelDigest) -> None:
        line, like = self.capture.line_of(at), self.known.like(label)
        begins = at == self.capture.line_starts[line - 1]
        if like is None and label.name is None:
            return
        if like is not None:
            *_, speaker, doubt = self.cuts[-1] if self.cuts else (0, 0, AUTHOR, "")
            if like == speaker and not doubt:
                return
            where = f"line {line} begins with" if begins else f"within line {line} stands"
            self._take_away(at, f"{where} the name of {named(like)}, and whether a turn begins there is in doubt")
        (self.beginning if begins else self.within).append(at)

    def _take_away(self, at: int, doubt: str) -> None:
        self.cuts.append((at, at, AUTHOR, doubt))


def heard(
    capture: Capture, known: Known, is_ignored: Callable[[int, int], bool]
) -> tuple[tuple[Stretch, ...], Labelling]:
    """Return the turns of a text whose lines begin with labels, and what is wrong or doubtful about those.

    A turn goes from its label to the next one. What looks like a speaker's label and is none that is listed ends it,
    and so does a doubtful one with another speaker's name: what follows is nobody's. A label in an ignored part, or one
    that the source file says is no speaker's, ends nothing.
    """
    hearing = _Hearing(capture=capture, known=known, is_ignored=is_ignored)
    for at, label, is_firm in _in_order(capture):
        hearing.hear(at, label, is_firm=is_firm)
    ends = [*(at for at, *_ in hearing.cuts), capture.words][1:]
    spans = tuple(
        Stretch(first=first, end=end, speaker=speaker, doubt=doubt)
        for (_, first, speaker, doubt), end in zip(hearing.cuts, ends, strict=True)
    )
    return spans, Labelling(
        unlisted=tuple(hearing.unlisted.values()), within=tuple(hearing.within), beginning=tuple(hearing.beginning)
    )


def astray(
    capture: Capture,
    known: Known,
    is_ignored: Callable[[int, int], bool],
    stretch_of: Callable[[int], Stretch],
    begun: frozenset[int],
) -> Labelling:
    """Return what is doubtful where the source file lists the segments: a listed speaker's label in another's.

    `begun` are the words at which a segment of the author's begins: there, the source file says that nobody else does.
    A name alone on a line says nothing.
    """
    lines: dict[tuple[str, str], list[int]] = {}
    for at, label, is_firm in _in_order(capture):
        speaker, line = known.speaker(label), capture.line_of(at)
        after = min(at + label.words, capture.words - 1)
        is_alone = not is_firm and at == capture.line_starts[line - 1]
        if speaker is None or is_alone or at in begun or is_ignored(at, after + 1):
            continue
        stretch = stretch_of(after)
        if speaker not in {stretch.speaker, stretch.posted_by or stretch.speaker}:
            lines.setdefault((speaker, stretch.speaker), []).append(line)
    return Labelling(
        astray=tuple(
            Astray(lines=tuple(dict.fromkeys(found)), label=label, segment=segment)
            for (label, segment), found in lines.items()
        )
    )
