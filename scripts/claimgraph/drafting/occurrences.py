"""Finds where exact words stand in the sources, and what else a quote of them must say."""

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

    from claimgraph.quotes.prepared import PreparedSource

MAX_NEIGHBOURS: Final = 12
"""How many words before or after a quote are tried as prefix or suffix."""

_FOUND: Final = (Outcome.VERIFIED, Outcome.WRONG_SPEAKER, Outcome.AMBIGUOUS)
_VARIANTS: Final = {
    " ": r"\s+",
    "...": "(?:[.]{3}|\u2026)",
    "'": "['\u2018\u2019\u201a\u201b]",
    '"': '["\u201c\u201d\u201e\u201f]',
    "-": "[\u2010-\u2015-]",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One place of some words in a source.

    `exact` are the words as the source spells them, or as given if the text is not at hand. `place` says who speaks,
    and which small words of the sentence are left out. `others` are the other places in the source. `prefix` or
    `suffix` tells the place from them; both are empty if there are no others or the text is not at hand. `sentence` is
    the whole sentence if the words leave out a part of it and the text is at hand.
    """

    prepared: PreparedSource
    exact: str
    place: Place
    prefix: str = ""
    suffix: str = ""
    others: tuple[Place, ...] = ()
    sentence: str = ""


def verdict_on(words: str, prepared: PreparedSource) -> Verdict:
    """Return the verdict on words as a quote of the source's author."""
    return verify(Quote(source=prepared.entry.id, exact=words), prepared)


def occurrences(words: str, prepared: PreparedSource, text: str | None) -> Iterator[Occurrence]:
    """Yield each place of the words in one source, in order; `text` is its full text, None if not at hand."""
    verdict = verdict_on(words, prepared)
    if verdict.outcome not in _FOUND:
        return
    places = (verdict.place,) if verdict.place else verdict.places
    exact = _own_spelling(words, text) if text is not None else fold_line(words)
    is_ambiguous = verdict.outcome is Outcome.AMBIGUOUS
    for found in places if is_ambiguous else places[:1]:
        if found.doubt:
            continue  # Nobody could be named.
        prefix, suffix = _telling_apart(words, found, prepared) if is_ambiguous else ("", "")
        yield Occurrence(
            prepared=prepared,
            exact=exact,
            place=found,
            prefix=prefix,
            suffix=suffix,
            others=tuple(other for other in places if other is not found) if is_ambiguous else (),
            sentence=prepared.cut_sentence(found),
        )


def _own_spelling(words: str, text: str) -> str:
    """Return the words with the text's own quotation marks and dashes; words with brackets are only folded."""
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


def _telling_apart(words: str, wanted: Place, prepared: PreparedSource) -> tuple[str, str]:
    """Return the shortest prefix or suffix that makes a place unique; both empty if there is none."""
    text = prepared.text
    if text is None:
        return "", ""
    first, end = wanted.words[0][0], wanted.words[-1][1]
    for count in range(1, MAX_NEIGHBOURS + 1):
        before = text.between(first - count, first) if count <= first else ""
        after = text.between(end, end + count) if end + count <= len(text.words) else ""
        around = ((before + text.gaps[first].rstrip(), ""), ("", text.gaps[end].lstrip() + after))
        for (prefix, suffix), given in zip(around, (before, after), strict=True):
            if given and _is_only(words, wanted, prepared, prefix, suffix):
                return prefix, suffix
    return "", ""


def _is_only(words: str, wanted: Place, prepared: PreparedSource, prefix: str, suffix: str) -> bool:
    quote = Quote(source=prepared.entry.id, exact=words, prefix=prefix, suffix=suffix)
    for way in readings(words):
        found = place(quote, way, prepared)
        if found.outcome is Outcome.VERIFIED:
            return [other.words for other in found.places] == [wanted.words]
    return False


def all_occurrences(
    words: str, prepared_sources: Mapping[str, PreparedSource], texts: Mapping[str, str]
) -> tuple[Occurrence, ...]:
    """Return every place of the words in every source, in the order of `prepared_sources`."""
    return tuple(
        itertools.chain.from_iterable(
            occurrences(words, prepared, texts.get(id_)) for id_, prepared in prepared_sources.items()
        )
    )
