"""Generates texts and quotes of them, right and wrong, from a fixed seed, for Python and the form's script to judge."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Final

from claimgraph.captures.folding import fold
from claimgraph.captures.words import Words, cut
from tests.quotes.invented import NUMBERS, SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS: Final = 60
QUOTES: Final = 12
SEED: Final = 20211130

_WORDS: Final = (
    *"the council buses winter report service patients people waited for months after a letter had come to us".split(),
    *"in town and of on well-being GP's café naïve U.K therapy week year office line read held asked".split(),
    "Straße",
    "ﬁnal",
    "Ωmega",
    "日本",
    "แพทย์",
    "co\u00adoperate",
    "H\u2082O",
    "state\u2019s",
)
_BETWEEN: Final = (
    *[" "] * 30,
    ", ",
    "; ",
    " \u2013 ",
    " (",
    ") ",
    "\n",
    " \u201c",
    "\u201d ",
    " & ",
    "/",
    ": ",
    "\u00a0",
)
_ENDS: Final = (". ", ". ", ".\n", "? ", "! ", ".\u201d ", ".[12] ", ".\u00b3 ", ".\n\n", "\u2026 ")
_SPEAKERS: Final = ("Chair", "Ms Platt", "Rider")
_INSERTED: Final = (
    "sic",
    "the council",
    "they",
    "NHS England",
    "not",
    "the failing council",
    "two",
    "n\u043et",
    "in some cases",
    "un",
    "of the town",
    "because",
    "the old buses of the town",
    "sadly",
)


def generated() -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield texts with what the source file says of them, each with quotes."""
    chance = random.Random(SEED)  # noqa: S311  no secret
    for number in range(TEXTS):
        form = number % 4
        text = _text(chance, labelled=form == 2, headed=form == 3)
        lines = text.count("\n") + 1
        words = cut(fold(text))
        fields = _fields(chance, form, lines)
        yield (
            {"id": "town-report-2021", "text": text, "fields": fields},
            [_quote(chance, words, fields) for _ in range(QUOTES)],
        )


def _text(chance: random.Random, *, labelled: bool, headed: bool) -> str:
    sentences = []
    for _ in range(chance.randint(4, 9)):
        words = [chance.choice((*_WORDS, *_WORDS, *NUMBERS, *SMALL_WORDS)) for _ in range(chance.randint(4, 16))]
        pieces = [word + chance.choice(_BETWEEN) for word in words]
        begin = f"{chance.choice(_SPEAKERS)}: " if labelled and chance.random() < 0.6 else ""
        sentences.append(begin + "We " + "".join(pieces).strip() + (".\n" if labelled else chance.choice(_ENDS)))
    if chance.random() < 0.4:
        sentences.insert(chance.randint(0, len(sentences)), chance.choice(sentences))
    middle = len(sentences) // 2
    head = ["\n\nTown report - page 2\n\n"] if headed else []
    return "".join([*sentences[:middle], *head, *sentences[middle:]]).strip() + "\n"


def _fields(chance: random.Random, form: int, lines: int) -> dict[str, Any]:
    speakers: dict[str, dict[str, str]] = {name: {} for name in _SPEAKERS}
    match form:
        case 1:
            middle = max(lines // 2, 1)
            segments: list[dict[str, Any]] = [{"lines": f"1-{middle}", "speaker": "Chair"}]
            if middle < lines:
                segments.append({"lines": f"{middle + 1}-{lines}", "speaker": "Rider"})
                if chance.random() < 0.5:
                    segments[-1]["repeats"] = 1
            return {"speakers": speakers, "segments": segments}
        case 2:
            return {"speakers": speakers, "segments": "speaker-turns"}
        case 3:
            return {"ignore": [{"lines": str(chance.randint(1, lines))}]}
        case _:
            return {}


def _quote(chance: random.Random, text: Words, fields: dict[str, Any]) -> dict[str, Any]:
    count = len(text.words)
    length = min(chance.choice((4, 5, 6, 7, 8, 10, 14)), count)
    first = chance.randint(0, count - length)
    made = [
        (text.gaps[at] if at > first else "") + text.variants.get(at, text.words[at])
        for at in range(first, first + length)
    ]
    quote: dict[str, Any] = {"source": "town-report-2021"}
    _change(chance, made, text, first)
    quote["exact"] = "".join(made).strip() or "no words at all here now"
    if fields.get("speakers") and chance.random() < 0.8:
        quote["speaker"] = chance.choice(_SPEAKERS)
    if chance.random() < 0.15 and first:
        quote["prefix"] = text.words[first - 1] + chance.choice((text.gaps[first], ""))
    if chance.random() < 0.1 and first + length < count:
        quote["suffix"] = chance.choice((text.words[first + length], "nowhere"))
    if chance.random() < 0.3:
        quote["context"] = "The rest of the sentence says when."
    return {name: value.strip() for name, value in quote.items()}


def _change(chance: random.Random, made: list[str], text: Words, first: int) -> None:  # noqa: C901, PLR0912
    """Change the pieces of a quote in one of many ways, or not at all."""
    at = chance.randrange(len(made))
    match chance.randrange(16):
        case 0:
            made[at] = f" {chance.choice(_WORDS)}"
        case 1:
            made[at] = made[at].swapcase()
        case 2:
            made[at] = made[at][:-1] + chance.choice("aeiou5-")
        case 3:
            del made[at]
        case 4:
            made.insert(at, f" [{chance.choice(_INSERTED)}]")
        case 5:
            later = min(first + len(made) + chance.choice((0, 1, 4, 50)), len(text.words))
            made += [" [...] ", text.between(later, min(later + 6, len(text.words))) if later < len(text.words) else ""]
        case 6:
            made[len(made) // 2 : len(made) // 2 + 1] = [chance.choice((" ...", " \u2026", " (...)", " [...]"))]
        case 7:
            made.append(chance.choice((".", ",", "?", '"', " [...]", "\u2026")))
        case 8:
            made.insert(0, chance.choice(('"', "\u201c", "(", "... ", "[...] ")))
        case 9:
            made[at] = (
                made[at].replace("'", "\u2019").replace("-", "\u2011").replace(" ", "\u00a0").replace("...", "\u2026")
            )
        case 10:
            made[at] = made[at][:1] + "\u00ad" + made[at][1:]
        case 11:
            made.reverse()
        case _:
            pass
