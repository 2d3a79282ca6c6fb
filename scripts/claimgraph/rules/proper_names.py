"""Rules about the proper names of a claim: its quotes and findings have them, or they are listed as named."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.mentions.names import keys, names, words
from claimgraph.rules.coverage import claims_with_evidence, cover, evidence_sources
from claimgraph.rules.evidence_names import EvidenceText, Lexicon
from claimgraph.rules.passed import digest_of_all
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.mentions.names import Name
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry
    from claimgraph.model.source import Source
    from claimgraph.rules.coverage import Coverage

_JOIN: Final = re.compile(r"(?:\s+(?:and|or|of|for|the|in|on|at|to|&))*\s+|[-/]")


@rule(Severity.ERROR, words=("assertion",))
def name_not_carried(examined: Examined) -> Iterator[Problem]:
    """Every proper name of an assertion is in a quote or finding of the claim, or is listed as named.

    "They refused" does not say who refused: if the source has a pronoun, a name says more than the source does. Names
    are words with a capital letter, and acronyms. A sentence's first word is a name only if it has a capital inside or
    is a known name. Months, days of the week and titles such as `Dr` are not names.

    A name is carried if one of these has its words in a row, whatever their plural or possessive endings:

    - a quote of the claim, or a finding of it or its `where`;
    - the name of a quote's speaker or of whom it reports (`of`), the speaker's other names in the source file, and the
      name in the voice file;
    - the author, editor, publisher, authority, title, short title, container, series or event of a source that the
      claim quotes or cites;
    - the claim's `scope.place`.

    The name may be written differently there, such as an acronym in full, if the glossary lists both as a term and its
    aliases. The rest of the `scope`, and a quote's `context`, carry nothing, since they are the editors' words.

    List a name that the editors supplied under `named`, and say how one knows that it is meant. An entry also covers
    the names within its name.

    Bad, where the quote is "They refused to publish it":

        assertion: In 2021, Harbour Buses refused to publish its timetable.

    Good:

        named: [{name: Harbour Buses, how: "'They' is Harbour Buses, named in the question before."}]
    """
    if _is_unsure(examined):
        return
    corpus, lexicon = examined.corpus, Lexicon.of(examined.corpus)
    others = digest_of_all([corpus.glossary, *corpus.voices.values(), *corpus.sources.values()])
    for claim in claims_with_evidence(examined):
        sources = evidence_sources(corpus, claim.record)
        find = partial(_open, claim, sources, lexicon)
        open_names = examined.passed.unless("name-not-carried", (claim, *sources), others, find)
        for name in _joined(claim.record.assertion, open_names):
            yield Problem(
                at=claim.at("assertion"),
                message=f"'{name}' stands in no quote or finding of this claim",
                hint="say no more than the words do, quote or cite what names it, or list it: "
                f'named: [{{name: "{name}", how: "..."}}]',
            )


@rule(Severity.ERROR, words=("assertion",))
def named_for_nothing(examined: Examined) -> Iterator[Problem]:
    """An entry of `named` is a proper name of the assertion that none of the claim's quotes and findings has.

    Readers are told that the editors supplied the name, which is not true if the source has it.

    Bad, where the quote is "Harbour Buses refused to publish it":

        named: [{name: Harbour Buses, how: "It is the company that runs the buses."}]

    Good, where the quote is "They refused to publish it":

        named: [{name: Harbour Buses, how: "'They' is Harbour Buses, named in the question before."}]
    """
    if _is_unsure(examined):
        return
    lexicon = Lexicon.of(examined.corpus)
    for claim in claims_with_evidence(examined):
        if not claim.record.named:
            continue
        for index, earlier in _coverage(claim, evidence_sources(examined.corpus, claim.record), lexicon).idle:
            name = claim.record.named[index].name
            if earlier is not None:
                reason = f"is listed in line {claim.at('named', earlier, 'name').line} already"
            elif not _places(claim.record.assertion, name):
                reason = "does not stand in the assertion"
            else:
                reason = "stands in a quote or finding, belongs to the source or its speaker, or is no whole name"
            yield Problem(
                at=claim.at("named", index, "name"),
                message=f"'{name}' is listed as named, but {reason}",
                hint="remove the entry, or write the name as the assertion has it",
            )


def _is_unsure(examined: Examined) -> bool:
    """Tell whether the glossary or a voice file, which have names, could not be read."""
    paths = (finding.location.path for finding in examined.found)
    return any(path == "claims/_glossary.yml" or path.startswith("voices/") for path in paths)


def _open(entry: Entry[Claim], sources: tuple[Entry[Source], ...], lexicon: Lexicon) -> tuple[Name, ...]:
    return _coverage(entry, sources, lexicon).open


@lru_cache(maxsize=1 << 15)
def _coverage(entry: Entry[Claim], sources: tuple[Entry[Source], ...], lexicon: Lexicon) -> Coverage[Name]:
    """Return which names of a claim its evidence has; remembered, as most claims stay the same."""
    claim = entry.record
    if not (claim.quotes or claim.citations):
        return cover((), len(claim.named), lambda _index, _gap: False)
    text = EvidenceText.of(claim, sources, lexicon)
    gaps = tuple(name for name in names(claim.assertion, text) if not text.carries(name.keys))
    places = [_places(claim.assertion, entry.name) for entry in claim.named]
    return cover(
        gaps,
        len(places),
        lambda index, gap: any(start <= gap.start and gap.end <= end for start, end in places[index]),
    )


def _places(text: str, name: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of characters of a text in which the words of a name stand."""
    spelt, inside = keys(name), words(text)
    count = len(spelt)
    return tuple(
        (inside[at].start, inside[at + count - 1].end)
        for at in range(len(inside) - count + 1)
        if count and tuple(word.key for word in inside[at : at + count]) == spelt
    )


def _joined(text: str, gaps: Sequence[Name]) -> Iterator[str]:
    """Yield the texts of names without duplicates; names with only small words between them are joined."""
    spans: list[tuple[int, int]] = []
    for gap in gaps:
        if spans and _JOIN.fullmatch(text, spans[-1][1], gap.start):
            spans[-1] = spans[-1][0], gap.end
        else:
            spans.append((gap.start, gap.end))
    yield from dict.fromkeys(" ".join(text[start:end].split()) for start, end in spans)
