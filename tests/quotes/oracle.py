"""A second opinion on where quotes stand: slow and plain, by comparing strings at every word of a text.

It shares no code with the check. It reads the same contract: what a word is, what is folded, what is not.
"""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import dataclass

PLAIN = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2026": "...",
    "\u00ad": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word: where it begins and ends in the plain text."""

    first: int
    end: int


def plain(text: str) -> str:
    """Return a text on one line with plain marks."""
    composed = unicodedata.normalize("NFC", "".join(PLAIN.get(character, character) for character in text))
    return " ".join(composed.split())


def readings_of(text: str) -> list[str]:
    """Return a text on one line in both readings of each word that a hyphen at a line's end breaks."""
    pieces = text.split("-\n")
    joints = []
    for left, right in itertools.pairwise(pieces):
        breaks = left[-1:].isalnum() and right[:1].islower()
        joints.append(["", "-"] if breaks else ["- "])
    return [
        plain("".join(itertools.chain(pieces[:1], *zip(choice, pieces[1:], strict=True))))
        for choice in itertools.product(*joints)
    ]


def is_letter(character: str) -> bool:
    """Tell whether a character is a letter, a mark or a digit."""
    return unicodedata.category(character)[0] in "LMN"


def is_sign(character: str) -> bool:
    """Tell whether a character is a sign, a currency or percent, which may be attached."""
    return unicodedata.category(character) in {"Sm", "Sc"} or character in "-%"


def is_after(character: str) -> bool:
    """Tell whether a character may be attached to the end of a word."""
    return unicodedata.category(character) == "Sc" or character in "%\u2030\u00b0+\u2212"


def tokens(line: str) -> list[Token]:
    """Cut a plain line into words: runs of letters, then what ties two runs, then what is attached."""
    runs: list[list[int]] = []
    for at, character in enumerate(line):
        if is_letter(character):
            if runs and runs[-1][1] == at:
                runs[-1][1] = at + 1
            else:
                runs.append([at, at + 1])
    tied: list[list[int]] = []
    for first, end in runs:
        if tied and ties(line[tied[-1][1] : first], line[first]):
            tied[-1][1] = end
        else:
            tied.append([first, end])
    return [Token(first=before(line, first), end=after(line, end)) for first, end in tied]


def ties(between: str, following: str) -> bool:
    """Tell whether what stands between two runs of letters makes them one word."""
    if not between or any(character.isspace() for character in between):
        return False
    rest = between
    while rest and is_after(rest[0]):
        rest = rest[1:]
    if rest in {"", "'", "-", ".", ",", "\u00b7"}:
        return True
    is_number = unicodedata.category(following)[0] == "N"
    return is_number and bool(rest.removesuffix(".")) and all(is_sign(c) for c in rest.removesuffix("."))


def before(line: str, first: int) -> int:
    """Return where a word begins with the sign, currency or decimal point before its number."""
    if unicodedata.category(line[first])[0] != "N":
        return first
    at = first
    if line[at - 1 : at] == "." and line[at - 2 : at - 1] != "." and at:
        at -= 1
    while at and is_sign(line[at - 1]):
        at -= 1
    return at


def after(line: str, end: int) -> int:
    """Return where a word ends with what is attached."""
    while end < len(line) and is_after(line[end]):
        end += 1
    return end


def places(quote: str, text: str) -> set[tuple[int, int]]:
    """Return the ranges of words at which a quote stands in a text, its own edges included."""
    found: set[tuple[int, int]] = set()
    wanted = plain(quote)
    own = tokens(wanted)
    if not own:
        return found
    lead, trail = wanted[: own[0].first].lstrip(), wanted[own[-1].end :].rstrip()
    for line in readings_of(text):
        words = tokens(line)
        for index in range(len(words) - len(own) + 1):
            last = index + len(own) - 1
            gap_before = line[words[index - 1].end if index else 0 : words[index].first]
            gap_after = line[words[last].end : words[last + 1].first if last + 1 < len(words) else len(line)]
            if (
                line[words[index].first : words[last].end] == wanted[own[0].first : own[-1].end]
                and gap_before.endswith(lead)
                and gap_after.startswith(trail)
            ):
                found.add((index, index + len(own)))
    return found
