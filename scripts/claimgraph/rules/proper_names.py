"""Rules about the proper names of a claim: they stand in its quotes and findings, or are listed as named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Severity
from claimgraph.mentions.names import keys, names, words
from claimgraph.rules.carrying import account, attested
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.told_names import Lexicon, Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.mentions.names import Name
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus
    from claimgraph.rules.carrying import Accounts

_JOIN: Final = re.compile(r"(?:\s+(?:and|or|of|for|the|in|on|at|to|&))*\s+|[-/]")


@rule(Severity.ERROR)
def name_not_carried(examined: Examined) -> Iterator[Problem]:
    """Every proper name of an assertion stands in a quote or finding of the claim, or is listed as named.

    "They refused" does not say who refused: whoever writes a name where the source has a pronoun says more than the
    words do. Names are words with a capital letter and acronyms; a sentence's first word only if it has a capital
    inside or is a known name; months, days of the week and titles such as `Dr` are none.

    A name is carried if it stands in one of these, the words in a row, without regard to a plural or possessive ending:

    - a quote of the claim, or a finding of it or its `where`;
    - the name of a quote's speaker or of whom it reports (`of`), the speaker's other names in the source's file, and
      the name in the voice's file;
    - the author, editor, publisher, authority, title, short title, container, series or event of a source that the
      claim quotes or cites;
    - the claim's `scope.place`.

    Instead of the name, another way to write it may stand there, by the glossary's term and its aliases, such as an
    acronym in full. The rest of the `scope`, and a quote's `context`, carry nothing: they are the editors' words.

    What the editors supplied is listed under `named`, with how one knows that it is meant. An entry accounts for all
    names within its own.

    Bad, where the quote is "They refused to publish it":

        assertion: In 2021, Harbour Buses refused to publish its timetable.

    Good:

        named: [{name: Harbour Buses, how: "'They' is Harbour Buses, named in the question before."}]
    """
    if _is_unsure(examined):
        return
    lexicon = Lexicon.of(examined.corpus)
    for claim in attested(examined):
        for name in _joined(claim.record.assertion, _accounts(examined.corpus, claim.record, lexicon).open):
            yield Problem(
                at=claim.at("assertion"),
                message=f"'{name}' stands in no quote or finding of this claim",
                hint="say no more than the words do, quote or cite what names it, or list it: "
                f'named: [{{name: "{name}", how: "..."}}]',
            )


@rule(Severity.ERROR)
def named_for_nothing(examined: Examined) -> Iterator[Problem]:
    """What is listed as named is a proper name of the assertion, and stands in none of the claim's quotes and findings.

    Readers are told that the editors supplied the name. That is untrue of a name that the source itself has.

    Bad, where the quote is "Harbour Buses refused to publish it":

        named: [{name: Harbour Buses, how: "It is the company that runs the buses."}]

    Good, where the quote is "They refused to publish it":

        named: [{name: Harbour Buses, how: "'They' is Harbour Buses, named in the question before."}]
    """
    if _is_unsure(examined):
        return
    lexicon = Lexicon.of(examined.corpus)
    for claim in attested(examined):
        if not claim.record.named:
            continue
        for index, earlier in _accounts(examined.corpus, claim.record, lexicon).idle:
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
    """Tell whether a file that knows names could not be read."""
    paths = (finding.location.path for finding in examined.found)
    return any(path == "claims/_glossary.yml" or path.startswith("voices/") for path in paths)


def _accounts(corpus: Corpus, claim: Claim, lexicon: Lexicon) -> Accounts[Name]:
    if not (claim.quotes or claim.citations):
        return account((), len(claim.named), lambda _index, _gap: False)
    told = Told.of(corpus, claim, lexicon)
    gaps = tuple(name for name in names(claim.assertion, told) if not told.carries(name.keys))
    places = [_places(claim.assertion, entry.name) for entry in claim.named]
    return account(
        gaps,
        len(places),
        lambda index, gap: any(start <= gap.start and gap.end <= end for start, end in places[index]),
    )


def _places(text: str, name: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a name stand in a text, from the first one's beginning to the last one's end."""
    spelt, inside = keys(name), words(text)
    count = len(spelt)
    return tuple(
        (inside[at].start, inside[at + count - 1].end)
        for at in range(len(inside) - count + 1)
        if count and tuple(word.key for word in inside[at : at + count]) == spelt
    )


def _joined(text: str, gaps: Sequence[Name]) -> Iterator[str]:
    """Yield the texts of names, each once; those that only small words part are one."""
    spans: list[tuple[int, int]] = []
    for gap in gaps:
        if spans and _JOIN.fullmatch(text, spans[-1][1], gap.start):
            spans[-1] = spans[-1][0], gap.end
        else:
            spans.append((gap.start, gap.end))
    yield from dict.fromkeys(" ".join(text[start:end].split()) for start, end in spans)
