"""Finds where words stand in the sources, exactly, and what a quote of them has to say besides."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from claimgraph.captures.folding import fold_line
from claimgraph.model.claim import Quote
from claimgraph.model.verdict import Outcome, Place, Verdict
from claimgraph.quotes.phrase import readings
from claimgraph.quotes.placing import place
from claimgraph.quotes.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.quotes.ground import Ground

MAX_NEIGHBOURS: Final = 12
"""How many words before or after a quote are tried to tell its places apart."""

_FOUND: Final = (Outcome.VERIFIED, Outcome.WRONG_SPEAKER, Outcome.AMBIGUOUS)
_VARIANTS: Final = {
    " ": r"\s+",
    "...": "(?:[.]{3}|\u2026)",
    "'": "['\u2018\u2019\u201a\u201b]",
    '"': '["\u201c\u201d\u201e\u201f]',
    "-": "[\u2010-\u2015-]",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One place at which words stand in a source.

    `exact` are the words in the source's own spelling where its text is at hand, else as they were given. `place` says
    who speaks, and which small words of the sentence are left out. `prefix` or `suffix` tells the place from the others
    of the same source; both are empty where it is the only one, or where the text is not at hand. `others` are those
    others. `sentence` is the whole sentence where the text is at hand and the words are not all of it, else empty.
    """

    ground: Ground
    exact: str
    place: Place
    prefix: str = ""
    suffix: str = ""
    others: tuple[Place, ...] = ()
    sentence: str = ""


def verdict_on(words: str, ground: Ground) -> Verdict:
    """Return what the check says of words in a source, whoever speaks them."""
    return verify(Quote(source=ground.source.id, exact=words), ground)


def sightings(words: str, ground: Ground, text: str | None) -> Iterator[Sighting]:
    """Yield each place of one source at which the words stand, in order.

    `text` is the source's full text as it is, where it is at hand.
    """
    verdict = verdict_on(words, ground)
    if verdict.outcome not in _FOUND:
        return
    places = (verdict.place,) if verdict.place else verdict.places
    exact = _own_spelling(words, text) if text is not None else fold_line(words)
    is_ambiguous = verdict.outcome is Outcome.AMBIGUOUS
    for found in places if is_ambiguous else places[:1]:
        if found.doubt:
            continue  # Nobody could be named.
        prefix, suffix = _telling_apart(words, found, ground) if is_ambiguous else ("", "")
        yield Sighting(
            ground=ground,
            exact=exact,
            place=found,
            prefix=prefix,
            suffix=suffix,
            others=tuple(other for other in places if other is not found) if is_ambiguous else (),
            sentence=ground.cut_sentence(found),
        )


def _own_spelling(words: str, text: str) -> str:
    """Return the words as the text has them: its quotation marks, its dashes. Words with brackets stay as given."""
    folded = fold_line(words)
    if "[" in folded:
        return folded
    parts = (
        "\\s+"
        if piece == " "
        else "(?:\\.\\.\\.|\u2026)"
        if piece == "..."
        else _VARIANTS.get(piece, regex.escape(piece))
        for piece in regex.findall(r"\.\.\.|.", folded)
    )
    found = regex.search("\u00ad?".join(parts), regex.sub(r"\s+", " ", text))
    return found[0].replace("\u00ad", "") if found else folded


def _telling_apart(words: str, wanted: Place, ground: Ground) -> tuple[str, str]:
    """Return the shortest prefix or suffix with which the words stand at one place only; both empty if none does."""
    text = ground.text
    if text is None:
        return "", ""
    first, end = wanted.words[0][0], wanted.words[-1][1]
    for count in range(1, MAX_NEIGHBOURS + 1):
        before = text.between(first - count, first) if count <= first else ""
        after = text.between(end, end + count) if end + count <= len(text.words) else ""
        around = ((before + text.gaps[first].rstrip(), ""), ("", text.gaps[end].lstrip() + after))
        for (prefix, suffix), given in zip(around, (before, after), strict=True):
            if given and _is_only(words, wanted, ground, prefix, suffix):
                return prefix, suffix
    return "", ""


def _is_only(words: str, wanted: Place, ground: Ground, prefix: str, suffix: str) -> bool:
    quote = Quote(source=ground.source.id, exact=words, prefix=prefix, suffix=suffix)
    for way in readings(words):
        found = place(quote, way, ground)
        if found.outcome is Outcome.VERIFIED:
            return [other.words for other in found.places] == [wanted.words]
    return False


def all_sightings(words: str, grounds: Mapping[str, Ground], texts: Mapping[str, str]) -> tuple[Sighting, ...]:
    """Return every place in every source, by source in the order given."""
    return tuple(
        itertools.chain.from_iterable(sightings(words, ground, texts.get(id_)) for id_, ground in grounds.items())
    )
