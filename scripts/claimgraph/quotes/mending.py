"""Guesses what a quote that does not verify was meant to say, and tries each guess on the capture.

A guess is shown and never used: the quote is refused all the same. So one wrong letter is named by the capture alone:
five words with one letter changed back have a digest that the capture has.
"""

from __future__ import annotations

import itertools
import string
from typing import TYPE_CHECKING, Final

import regex

from claimgraph.captures.digests import WIDTH, WINDOW, Digester
from claimgraph.captures.folding import fold_line
from claimgraph.captures.words import cut
from claimgraph.model.claim import Quote
from claimgraph.model.verdict import Outcome
from claimgraph.quotes.nearby import failing_positions
from claimgraph.quotes.phrase import Part, readings
from claimgraph.quotes.placing import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.captures.capture import Capture
    from claimgraph.quotes.phrase import Reading
    from claimgraph.quotes.prepared import PreparedSource

LEFT_OUT: Final = "[...]"
MOST_WRONG: Final = 3
"""How many words, each with one mistake, are put right at most."""
MOST_TRIED: Final = 14
"""In how many words mistakes are looked for at most: two hide that many from a capture, and more are no slips."""

_DOTS: Final = regex.compile(r"\s*(?:\(\.{3,}\)|(?<![\[.])\.{3,}(?![\].]))\s*|(?<=\w)\[\.\.\.\]\s*")
_AT_ENDS: Final = regex.compile(r"^(?:\s*\[\.\.\.\]\s*)+|(?:\s*\[\.\.\.\]\s*)+$")
_OWN_DOTS: Final = regex.compile(r"\s*(?<![\[.])(?:\.{3,}|\u2026)(?![\].])\s*")
_OWN_DOTS_AT_ENDS: Final = regex.compile(r"^\s*(?:\.{3,}|\u2026)\s*|\s*(?:\.{3,}|\u2026)\s*$")
"""The dots of a quote that is not folded."""
_ALPHABET: Final = (*string.ascii_lowercase, *string.digits, "'", "-")
_GAPS: Final = (" ", ", ", ". ", "; ", ": ", " - ", "-", "'", "? ", "! ", ' "', '" ', ', "', '. "', " (", ") ")
_SMALL: Final = tuple("the a an and or of in to on at by for that it is was were had has not no be we they".split())
"""Words that are easily left out, one of which is tried between two others."""


def has_dots(exact: str) -> bool:
    """Tell whether a quote has three dots that do not stand alone in square brackets."""
    return _DOTS.search(fold_line(exact)) is not None


def with_brackets(exact: str) -> str:
    """Return a quote with `[...]` for dots between its words, and without dots at its ends; all else is as it was."""
    return str(_OWN_DOTS.sub(f" {LEFT_OUT} ", _OWN_DOTS_AT_ENDS.sub("", exact)))


def mended(quote: Quote, way: Reading, prepared: PreparedSource) -> tuple[str, tuple[str, ...]]:
    """Return the words of a source that a quote was meant to have, and the quote's words that are wrong.

    No word is wrong if only `[...]` is missing or what stands at the ends is too much. The words of the source are
    empty if no guess is right; words that stand in the source with a slip may be known all the same.
    """
    folded = fold_line(quote.exact)
    if _stands(folded, quote, prepared):
        return "", ()  # its prefix or suffix is wrong
    if guess := _first(_rearranged(folded), quote, prepared):
        return guess, ()
    if way.insertions:
        return "", ()
    found = [_respelt(part, prepared.capture) for part in way.parts]
    wrong = tuple(word for _, words in found for word in words)
    text = f" {LEFT_OUT} ".join(text for text, _ in found)
    if wrong and (guess := _first((text, *_without_edges(text)), quote, prepared)):
        return guess, wrong
    guess = _first(_with_omission(way, prepared.capture), quote, prepared)
    return guess, () if guess else wrong


def _first(guesses: Iterable[str], quote: Quote, prepared: PreparedSource) -> str:
    """Return the first guess that stands in the source; empty if none does."""
    return next((guess for guess in guesses if _stands(guess, quote, prepared)), "")


def _stands(guess: str, quote: Quote, prepared: PreparedSource) -> bool:
    tried = Quote(source=quote.source, exact=guess)
    ways = (way for way in readings(guess) if all(part.is_long_enough for part in way.parts))
    found = (place(tried, way, prepared) for way in ways)
    return any(each.is_found and each.outcome is not Outcome.OUT_OF_ORDER for each in found)


def _rearranged(folded: str) -> Iterator[str]:
    """Yield a quote with `[...]` for its dots, without its dots, and each without what stands at its ends."""
    dotted = _AT_ENDS.sub("", _DOTS.sub(f" {LEFT_OUT} ", folded))
    undotted = _DOTS.sub(" ", folded).strip()
    for text in dict.fromkeys((folded, dotted, undotted)):
        if text != folded:
            yield text
        yield from _without_edges(text)


def _without_edges(text: str) -> Iterator[str]:
    words = cut(text)
    if not words.words:
        return
    first, last = words.gaps[0], words.gaps[-1]
    inside = words.between(0, len(words.words))
    for lead, trail in ((first, ""), ("", last), ("", last.strip("\"' ")), ("", "")):
        if (lead, trail) != (first, last):
            yield lead + inside + trail


def _with_omission(way: Reading, capture: Capture) -> Iterator[str]:
    """Yield the quote with `[...]` between five words and five more that stand in the source, but not together."""
    known = _windows_of(capture)
    for number, part in enumerate(way.parts):
        key, text = part.key(capture.source), part.text
        stands = [key[at : at + WIDTH] in known for at in range(0, len(key), WIDTH)]
        for at in range(WINDOW, len(part.words) - WINDOW + 1):
            if stands[at - WINDOW] and stands[at] and not all(stands[at - WINDOW + 1 : at]):
                start = part.cut.starts[at]
                split = f"{text[:start].rstrip()} {LEFT_OUT} {text[start:]}"
                texts = [each.text for each in way.parts]
                whole = f" {LEFT_OUT} ".join([*texts[:number], split, *texts[number + 1 :]])
                yield whole
                yield from _without_edges(whole)


def _respelt(part: Part, capture: Capture) -> tuple[str, tuple[str, ...]]:
    """Return a part with wrong words and signs put right as the source has them, and these words."""
    wrong: list[str] = []
    known: set[bytes] = set()
    while len(wrong) < MOST_WRONG:
        failing = failing_positions(part, capture)
        if not failing or (len(failing) == len(part.words) > MOST_TRIED):
            break
        known = known or _windows_of(capture)
        beside = {at for word in failing for at in (word, word + 1) if at < len(part.words)}
        righted = _righted(part, sorted(beside)[:MOST_TRIED], capture.source, known)
        better = (one for one in righted if len(failing_positions(one[0], capture)) < len(failing))
        if (found := next(better, None)) is None:
            break
        part, words = found
        wrong += words
    return part.text, tuple(wrong)


def _windows_of(capture: Capture) -> set[bytes]:
    """Return the digests of all windows of a capture."""
    digests = {capture.windows[at : at + WIDTH] for at in range(0, len(capture.windows), WIDTH)}
    return digests.union(*capture.others.values())


def _righted(
    part: Part, failing: Sequence[int], source: str, known: set[bytes]
) -> Iterator[tuple[Part, tuple[str, ...]]]:
    """Yield the part with one word or sign changed so that a window around it stands, and the words it is about."""
    digester = Digester(source)
    words, gaps = part.cut.words, part.cut.gaps
    for at in failing:
        for first in range(max(at - WINDOW + 1, 0), min(at, len(words) - WINDOW) + 1):
            before = "".join(itertools.chain(*zip(words[first:at], gaps[first + 1 : at + 1], strict=True)))
            last = first + WINDOW
            after = "".join(itertools.chain(*zip(gaps[at + 1 : last], words[at + 1 : last], strict=True)))
            for word in _edits(words[at]):
                if word != words[at] and digester.of(before + word + after) in known:
                    yield _changed(part, at, gaps[at] + word), (words[at],)
            for gap in _GAPS if at > first else ():
                begun = before.removesuffix(gaps[at])
                if gap != gaps[at] and digester.of(begun + gap + words[at] + after) in known:
                    yield _changed(part, at, gap + words[at]), (words[at - 1], words[at])
            shorter = after[: len(after) - len(gaps[last - 1] + words[last - 1])] if at < last - 1 else ""
            for small in _SMALL if shorter and at > first else ():
                if digester.of(f"{before}{small} {words[at]}{shorter}") in known:
                    yield _changed(part, at, f"{gaps[at]}{small} {words[at]}"), (words[at - 1], words[at])
            further = f"{gaps[last]}{words[last]}" if last < len(words) else ""
            if further and first < at and digester.of(before + (after + further).lstrip()) in known:
                yield _changed(part, at, ""), (words[at],)


def _changed(part: Part, at: int, piece: str) -> Part:
    """Return a part with a word and the gap before it replaced."""
    gaps, words = part.cut.gaps, part.cut.words
    pieces = [gap + word for gap, word in zip(gaps, words, strict=False)]
    pieces[at] = piece
    return Part(text="".join([*pieces, gaps[-1]]).strip())


def _edits(word: str) -> Iterator[str]:
    """Yield the words that differ by one letter or digit, two letters that changed places, or by capitals."""
    yield from dict.fromkeys((word.lower(), word.capitalize(), word.upper(), word[:1].swapcase() + word[1:]))
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _ALPHABET)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in _ALPHABET)
