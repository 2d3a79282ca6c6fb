"""Invents the texts of sources: interviews in turns, threads of posts, and articles; some are set in columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from bench.vocabulary import stream

if TYPE_CHECKING:
    import random

    from bench.vocabulary import Vocabulary

Form: TypeAlias = Literal["turns", "posts", "article"]
_FORMS: Final[tuple[Form, ...]] = ("turns", "article", "posts", "turns", "article")

_LEAST_WORDS: Final = 2_000
_MOST_WORDS: Final = 7_000
_COLUMN: Final = 80
_IN_COLUMNS: Final = 7
"""One in this many texts is set in columns, so that line ends break words."""
_REPOST_SHARE: Final = 0.06
_REPOSTABLE: Final = 3
"""The number of paragraphs before which no post repeats an earlier one."""
_BREAKABLE: Final = 9
"""The least number of letters in a word that a line end breaks."""
_FURNITURE: Final = "Report this contribution to the people who run the place."


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """One paragraph, from its first to its last line, counted from 1.

    `speaker` is empty for the author and for page furniture. If the words are another's, `reposts` names that speaker,
    and `repeats` is the line of the first occurrence; if not, they are empty and 0.
    """

    first_line: int
    last_line: int
    speaker: str = ""
    reposts: str = ""
    repeats: int = 0
    is_furniture: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A text with its speakers and paragraphs, which an empty line separates."""

    text: str
    form: Form
    speakers: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


class _Page:
    """A text that is being written, line by line."""

    def __init__(self, rng: random.Random, width: int) -> None:
        self._rng = rng
        self._width = width
        self.lines: list[str] = []
        self.paragraphs: list[Paragraph] = []

    def write(self, text: str, *, speaker: str = "", label: str = "", reposts: str = "", repeats: int = 0) -> None:
        first = len(self.lines) + 1
        self.lines += [*self._set(label + text), ""]
        self.paragraphs.append(
            Paragraph(
                first_line=first,
                last_line=len(self.lines) - 1,
                speaker=speaker,
                reposts=reposts,
                repeats=repeats,
                is_furniture=text == _FURNITURE,
            )
        )

    def _set(self, text: str) -> list[str]:
        """Return the lines of a text; in a column, some line ends break a word."""
        if not self._width:
            return [text]
        lines, line = [], ""
        for word in text.split(" "):
            if len(line) + len(word) < self._width:
                line += word + " "
                continue
            half = len(word) // 2
            is_broken = len(word) >= _BREAKABLE and word.isalpha() and self._rng.random() < 0.25  # noqa: PLR2004
            lines.append(line + word[:half] + "-" if is_broken else line.rstrip())
            line = (word[half:] if is_broken else word) + " "
        return [*lines, line.rstrip()]


def document(seed: int, number: int, words: Vocabulary) -> Document:
    """Invent the text of the source with this number, which decides its form."""
    rng = stream(seed, "document", number)
    form = _FORMS[number % len(_FORMS)]
    speakers = tuple(_speakers(rng, words, rng.randint(3, 12))) if form != "article" else ()
    page = _Page(rng, 0 if (number + 4) % _IN_COLUMNS else _COLUMN)
    length = rng.randint(_LEAST_WORDS, _MOST_WORDS)
    written = 0
    while written < length:
        speaker = rng.choice(speakers) if speakers else ""
        for part in range(rng.choice((1, 1, 2, 3))):
            text = " ".join(words.sentence(rng, 8, 42) for _ in range(rng.randint(1, 6)))
            written += text.count(" ") + 1
            page.write(text, speaker=speaker, label=f"{speaker}: " if form == "turns" and part == 0 else "")
        if form == "posts":
            _end_post(rng, page, speakers)
    return Document(text="\n".join(page.lines) + "\n", form=form, speakers=speakers, paragraphs=tuple(page.paragraphs))


def _end_post(rng: random.Random, page: _Page, speakers: tuple[str, ...]) -> None:
    """Write the page furniture after a post, and sometimes a post that repeats an earlier one."""
    page.write(_FURNITURE)
    first = page.paragraphs[0]
    if len(page.paragraphs) < _REPOSTABLE or rng.random() > _REPOST_SHARE:
        return
    others = [speaker for speaker in speakers if speaker != first.speaker]
    text = "\n".join(page.lines[first.first_line - 1 : first.last_line])
    if "\n" not in text:
        page.write(text, speaker=rng.choice(others), reposts=first.speaker, repeats=first.first_line)


def _speakers(rng: random.Random, words: Vocabulary, count: int) -> list[str]:
    names = [" ".join(word.capitalize() for word in rng.sample(words.words, 2)) for _ in range(count)]
    return list(dict.fromkeys(names))
