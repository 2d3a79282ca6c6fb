"""Finds the small words whose loss can reverse a sentence, by closed lists.

A mark is a negation, a hedge, a condition, an attribution or a number. The lists hold function words and the few verbs
and nouns that only deny, doubt or attribute. They are rather too long than too short: one mark too many asks the author
of a quote for a sentence of context; one too few lets a cut reverse a meaning.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LISTS_VERSION: Final = 2
"""Raise it with any change of the lists below: captures made with other lists must be made again."""


class Mark(StrEnum):
    """What a small word does to its sentence. The value is its letter in a capture."""

    NEGATION = "n"
    HEDGE = "h"
    CONDITION = "c"
    ATTRIBUTION = "a"
    NUMBER = "q"


NEGATIONS: Final = """
    no not never none nobody no-one noone nothing neither nor nowhere without cannot cant couldnt wont wouldnt shouldnt
    dont doesnt didnt isnt aint wasnt arent werent hasnt havent hadnt hardly scarcely barely rarely seldom few little
    least lack lacks lacked lacking fail fails failed failing failure deny denies denied denying false falsely untrue
    wrong wrongly incorrect incorrectly mistaken myth doubt doubts doubted doubtful reject rejects rejected refute
    refutes refuted disprove disproved disproves dispute disputes disputed unlikely unable impossible
""".split()
NEGATING_PHRASES: Final = """
    far from; anything but; rather than; instead of
"""
HEDGES: Final = """
    may might could can perhaps maybe possibly probably presumably potentially supposedly seemingly arguably likely
    seem seems seemed appear appears appeared sometimes occasionally often usually generally mostly mainly largely
    typically partly partially somewhat relatively fairly almost nearly approximately roughly only merely just some
    many most several certain tend tends tended unclear uncertain unsure limited hopefully theoretically ideally
    possible probable
""".split()
HEDGING_PHRASES: Final = """
    at times; at least; at most; at best; at worst; in part; part of; one of; up to; to some extent; to a degree;
    to an extent; as far as; in theory; in principle; in some; more or less; kind of; sort of; as it were; more than;
    less than; fewer than; no more than; other than; not only; by and large; on average; in general; for some;
    the majority of; a number of; in many; in most
"""
CONDITIONS: Final = """
    if unless whether provided providing assuming suppose supposing otherwise except until would although though
    despite whereas should hypothetically
""".split()
CONDITIONAL_PHRASES: Final = """
    as long as; so long as; in case; on condition; even if; only if; in the event; apart from; as if; as though;
    subject to; depending on; were it; were this; were that; were there; were they; were he; were she; were we; were i
"""
ATTRIBUTIONS: Final = """
    said say says saying told tell tells telling claim claims claimed claiming according argue argues argued arguing
    allege alleges alleged allegedly reported reportedly suggest suggests suggested suggesting suspect suspects
    suspected suspicion believe believes believed believing think thinks thought thinking guess guesses guessed feel
    feels felt wrote writes assert asserts asserted assume assumes assumed assumption assumptions supposed so-called
    apparently asked asks ask wonder wonders wondered opinion view views idea notion impression rumour rumours hearsay
    insist insists insisted maintain maintains maintained contend contends contended imply implies implied stated
    quoted quote quotes understanding imagine imagined pretend pretends hope hopes hoped wish wishes
""".split()
BEFORE_A_NUMBER: Final = frozenset("about around over under above below circa some".split())
"""Words that hedge only before a number."""
NUMBERS: Final = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions dozen dozens half halves third thirds quarter quarters twice double triple
    """.split()
)
"""Numbers in words."""

SINGLE: Final[dict[str, Mark]] = {
    **dict.fromkeys(ATTRIBUTIONS, Mark.ATTRIBUTION),
    **dict.fromkeys(CONDITIONS, Mark.CONDITION),
    **dict.fromkeys(HEDGES, Mark.HEDGE),
    **dict.fromkeys(NEGATIONS, Mark.NEGATION),
}
"""The mark of each small word that is marked by itself."""


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Mark]]]:
    found: dict[str, list[tuple[tuple[str, ...], Mark]]] = {}
    for words, mark in PHRASES:
        found.setdefault(words[0], []).append((words, mark))
    return found


PHRASES: Final = tuple(
    (tuple(phrase.split()), mark)
    for text, mark in (
        (NEGATING_PHRASES, Mark.NEGATION),
        (HEDGING_PHRASES, Mark.HEDGE),
        (CONDITIONAL_PHRASES, Mark.CONDITION),
    )
    for phrase in text.split(";")
)
"""The words of each phrase that is marked at its first word, and its mark; of two that begin alike the first counts."""
_BY_FIRST_WORD: Final = _by_first_word()


def marks(words: Sequence[str]) -> Iterator[tuple[int, Mark]]:
    """Yield the index and mark of each marked word, in order; a phrase is marked at its first word."""
    folded = [word.casefold() for word in words]
    for index, word in enumerate(folded):
        mark = _mark(words, folded, index, word)
        if mark is not None:
            yield index, mark


def _mark(words: Sequence[str], folded: Sequence[str], index: int, word: str) -> Mark | None:
    if word.endswith("n't"):
        return Mark.NEGATION
    for phrase, mark in _BY_FIRST_WORD.get(word, ()):
        if tuple(folded[index : index + len(phrase)]) == phrase:
            return mark
    if words[index] == "May" and (_is_number(words, index + 1) or _is_number(words, index - 1)):
        return None
    if word in BEFORE_A_NUMBER and _is_quantity(words, folded, index + 1):
        return Mark.HEDGE
    return SINGLE.get(word, Mark.NUMBER if is_number(word) else None)


def is_number(word: str) -> bool:
    """Tell whether a word in small letters is a number: it has a digit, or is a number word other than `one`."""
    return any(map(str.isnumeric, word)) or (word != "one" and word.partition("-")[0] in NUMBERS)


def _is_number(words: Sequence[str], index: int) -> bool:
    return 0 <= index < len(words) and any(character.isdigit() for character in words[index])


def _is_quantity(words: Sequence[str], folded: Sequence[str], index: int) -> bool:
    """Tell whether a number begins at the index, in digits or words: `10%`, `half`, `a third`, `two-thirds`."""
    at = index + (index < len(words) and folded[index] in {"a", "an", "the"})
    return _is_number(words, at) or (at < len(words) and folded[at].partition("-")[0] in NUMBERS)


def holds_negation(words: Sequence[str]) -> bool:
    """Tell whether a word, or a part of a hyphenated word, is a negation, even in a phrase that hedges."""
    parts = [part for word in words for part in (word, *word.split("-"))]
    return any(mark is Mark.NEGATION for part in parts for _, mark in marks((part,))) or any(
        mark is Mark.NEGATION for _, mark in marks(words)
    )
