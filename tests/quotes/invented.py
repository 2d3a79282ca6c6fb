"""Invents texts in which near-misses are common: few words, often repeated, with signs, numbers and small words."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from tests.quotes import oracle

if TYPE_CHECKING:
    from collections.abc import Callable

PLAIN_WORDS: Final = (
    "service",
    "services",
    "waits",
    "for",
    "us",
    "all",
    "the",
    "well-being",
    "GP's",
    "caf\u00e9",
    "U.K",
)
NUMBERS: Final = (
    "5",
    "-5",
    "+5",
    "\u22125",
    "5%",
    "\u00a35",
    "US$5",
    "1,000",
    "1.5",
    ".5",
    "12\u00b75",
    "65+",
    "p<0.05",
)
SMALL_WORDS: Final = {
    "not": "negation",
    "never": "negation",
    "don\u2019t": "negation",
    "may": "hedge",
    "perhaps": "hedge",
    "if": "condition",
    "think": "attribution",
    "said": "attribution",
}
BETWEEN: Final = (" ",) * 12 + (
    ", ",
    "; ",
    " - ",
    " \u2013 ",
    " < ",
    " & ",
    " (",
    ") ",
    "  ",
    "\n",
    "/",
    " \u201c",
    " \u2026",
)
STOPS: Final = (".", ".", ".", "?", "!", ".\u201d")
AFTER_A_STOP: Final = (" ", " ", "\n", "\n\n")
SENTENCE_ENDS: Final = 215
"""From which byte on a sentence ends."""
SHORTEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """A text whose sentences and speakers are known by construction.

    `sentences` are the ranges of words of its sentences. `speakers` names whose words each line's are, lines that
    follow one another and have the same speaker being one segment.
    """

    text: str
    sentences: tuple[tuple[int, int], ...]
    speakers: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """The words, each with what is attached, plain."""
        line = oracle.readings_of(self.text)[0]
        return [line[token.first : token.end] for token in oracle.tokens(line)]

    @property
    def fields(self) -> dict[str, Any]:
        """What the source file says of the speakers."""
        segments: list[dict[str, str]] = []
        for number, speaker in enumerate(self.speakers, start=1):
            if segments and segments[-1]["speaker"] == speaker:
                first = str(segments[-1]["lines"]).partition("-")[0]
                segments[-1]["lines"] = f"{first}-{number}"
            else:
                segments.append({"lines": str(number), "speaker": speaker})
        return {"speakers": {name: {} for name in sorted(set(self.speakers))}, "segments": segments}

    def line_of(self, word: int) -> int:
        """Return the line, from 1, in which a word begins."""
        lines = self.text.replace("well-\nbeing", "wellbeing\n").split("\n")  # a word is of the line it begins in
        counts = [len(oracle.tokens(oracle.plain(line))) for line in lines]
        for number, count in enumerate(counts, start=1):
            if word < count:
                return number
            word -= count
        raise IndexError(word)

    def segment_of(self, word: int) -> int:
        """Return the number of the segment of a word, from 0."""
        changes = [
            number for number in range(1, len(self.speakers)) if self.speakers[number] != self.speakers[number - 1]
        ]
        return sum(number < self.line_of(word) for number in changes)

    def speaker_of(self, word: int) -> str:
        """Return who says a word."""
        return self.speakers[self.line_of(word) - 1]

    def sentence_of(self, first: int, end: int) -> tuple[int, int]:
        """Return the words of the sentences that hold a range."""
        held = [(a, b) for a, b in self.sentences if a < end and first < b]
        return held[0][0], held[-1][1]

    def cut(self, first: int, end: int, reading: int = 0) -> str:
        """Return the words of a range as they stand, on one line, in one reading of words that line ends break."""
        line = oracle.readings_of(self.text)[reading]
        words = oracle.tokens(line)
        return line[words[first].first : words[end - 1].end]


@st.composite
def invented_texts(draw: Callable[..., Any], *, with_segments: bool = True) -> Invented:
    """Draw a text of at most sixty words.

    Each pair of bytes is a word with what stands before it; that is quicker than to draw each word for itself.
    """
    vocabulary = draw(st.lists(st.sampled_from((*PLAIN_WORDS, *NUMBERS, *SMALL_WORDS)), min_size=3, max_size=9))
    choices = draw(st.binary(min_size=16, max_size=120))
    text, sentences, count, sentence = "", [], 0, "We"
    for word, between in itertools.pairwise((*choices, 0)):
        if between >= SENTENCE_ENDS and len(sentence.split()) > SHORTEST:
            sentence += " us" if sentence.endswith("U.K") else ""  # its point might not be a full stop
            sentence += STOPS[word % len(STOPS)]
            number = len(oracle.tokens(oracle.plain(sentence)))
            sentences.append((count, count + number))
            count += number
            text += sentence + AFTER_A_STOP[between % len(AFTER_A_STOP)]
            sentence = "We"
        sentence += BETWEEN[between % len(BETWEEN)] + vocabulary[word % len(vocabulary)]
    text += sentence
    text = text.replace("well-being", "well-\nbeing", draw(st.integers(0, 2)))
    sentences.append((count, count + len(oracle.tokens(oracle.plain(sentence)))))
    chosen = draw(st.binary(min_size=4, max_size=4)) if with_segments else bytes(4)
    bits = f"{int.from_bytes(chosen):032b}"
    speakers = tuple("Rider" if bits[line % len(bits)] == "1" else "Driver" for line in range(text.count("\n") + 1))
    return Invented(text=text, sentences=tuple(sentences), speakers=speakers)
