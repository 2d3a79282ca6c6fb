"""The claims of this checkout keep to the editorial policy (docs/editorial.md): evidence, numbers, people, balance."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from datetime import date
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from claimgraph.analysis.whole import Analysis
from claimgraph.captures.folding import fold
from claimgraph.captures.words import checksum, cut
from claimgraph.checking.whole import Checked, check
from claimgraph.index.home import Home
from claimgraph.index.view import view_of
from claimgraph.model.standing import State
from claimgraph.pages.map.poster import poster
from claimgraph.pages.map.poster_sheet import poster_svg
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.model.claim import Claim, Quote
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.source import Source
    from claimgraph.model.standing import Standing

ROOT: Final = Path(__file__).parents[2]
TEXTS: Final = tuple(sorted((ROOT.parent / "shared" / "seeds").glob("*.txt")))

QUOTE_WORDS: Final = 50
"""How long a quote may be."""

QUOTED_SHARE: Final = 0.37
"""Which share of one source's words may be quoted, all quotes taken together."""

QUOTED_MORE: Final = {"pulse-2013-struggling-targets": 0.46}
"""Where it may be more: a short article whose figures are quoted, and under which fifteen readers write."""

COPIED: Final = 12
"""So many words in the order of a source are its text, and stand in a quote or nowhere."""

LEFT_OUT: Final = (
    "clown",
    "cult",
    "cults",
    "voodoo",
    "unicorn",
    "narcissist",
    "fairy floss",
    "flying pig",
    "give us a break",
    "cheap bridge",
    "mental in some way",
    "last edited",
    "report this comment",
    "cookie policy",
    "cookie notice",
    "crap",
)
"""Small pieces of passages that are no claims: abuse, mock speech, the furniture of pages."""

UNNAMED: Final = frozenset({0xC8DFCE6B, 0xBA63A39A, 0x4C5F2566})
"""Checksums, in small letters, of handles and of names that forum members and readers sign with."""

ADDRESSEE: Final = re.compile(r"(?<![^\s(\"'“‘])@\w")
MAIL_OR_TELEPHONE: Final = re.compile(r"\w@\w|\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b|\+44")

NUMBER: Final = re.compile(
    r"(?<![\w.,])(?<![A-Za-z]-)"  # neither GAD-7 nor F45.0
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s?(?P<scale>million|billion|bn|m|k)\b)?"
)
YEARS: Final = re.compile(r"(?<![\d,.])((?:19|20)\d\d)(?:[-/](\d\d)(?!\d))?(?![\d,]\d)")
DAY: Final = re.compile(
    r"\b\d{1,2} (?=(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})"
)
SCALES: Final = {"million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "k": 10**3}
UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
TENS: Final = dict(
    zip("thirty forty fifty sixty seventy eighty ninety hundred".split(), range(30, 101, 10), strict=True)
)
WORDS: Final = {word: value for value, word in enumerate(UNITS)} | TENS
WORD: Final = re.compile(rf"\b({'|'.join(WORDS)})\b", re.IGNORECASE)
SMALL: Final = frozenset("a an and had have in just of people that the their those to under over who whom".split())
"""Words that do not tell one base of a share from another."""


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(ROOT)


@pytest.fixture(scope="module")
def corpus(checked: Checked) -> Corpus:
    return checked.examined.corpus


@pytest.fixture(scope="module")
def standings(checked: Checked) -> Mapping[str, Standing]:
    return Analysis(corpus=checked.examined.corpus, verdicts=checked.examined.verdicts).standings


def strings(record: object, *skipped: str) -> Iterator[tuple[str, str]]:
    """Yield every text in a record with the name of the field that holds it, without the fields that are skipped."""
    for field in dataclasses.fields(record):  # type: ignore[arg-type]  # every record is a dataclass
        value = getattr(record, field.name)
        if field.name in skipped:
            continue
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                yield field.name, part
            elif dataclasses.is_dataclass(part):
                yield from strings(part, *skipped)


def shown(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Yield what readers see of the records: file, field and text."""
    for entry in written(corpus):
        yield from ((entry.path, name, text) for name, text in strings(entry.record))
    for source in corpus.sources.values():
        yield from ((source.path, "speakers", name) for name in source.record.speakers)
        yield from ((source.path, name, text) for name, text in strings(source.record, "segments", "ignore", "url"))


def written(corpus: Corpus) -> Iterator[Entry[object]]:
    """Yield the records that hold the editors' own words."""
    yield from chain(corpus.claims.values(), corpus.topics.values(), corpus.voices.values())
    yield from (entry for entry in (corpus.glossary, corpus.measures) if entry is not None)


def incoming(corpus: Corpus) -> dict[str, list[str]]:
    """Return the ids of the claims that support each claim."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim_id, entry in corpus.claims.items():
        for support in entry.record.supports:
            found[support.claim].append(claim_id)
    return found


def test_nothing_is_found_in_this_checkout(checked: Checked) -> None:
    assert [str(finding) for finding in checked.findings] == []


def test_every_claim_has_its_evidence(checked: Checked, corpus: Corpus) -> None:
    supported = incoming(corpus)
    bare = [
        claim_id
        for claim_id, entry in corpus.claims.items()
        if not entry.record.thesis
        and not entry.record.citations
        and not supported[claim_id]
        and not any(checked.examined.verdicts[claim_id, k].is_verified for k in range(len(entry.record.quotes)))
    ]
    assert bare == []


def values(text: str) -> Iterator[tuple[str, frozenset[Decimal]]]:
    """Yield each number of a text as written, with what it may mean: `1.6 million` is 1.6, or 1,600,000."""
    for match in NUMBER.finditer(text):
        plain = Decimal(match["digits"].replace(",", ""))
        yield match[0], frozenset({plain, plain * SCALES.get(match["scale"] or "", 1)})


def pool(texts: Iterable[str]) -> set[Decimal]:
    """Return every number that texts give, in digits or in words."""
    found: set[Decimal] = set()
    for text in texts:
        found.update(*(meant for _, meant in values(text)))
        found.update(Decimal(WORDS[word.lower()]) for word in WORD.findall(text))
        found.update(map(Decimal, years(text)))
    return found


def years(text: str) -> Iterator[int]:
    """Yield the years of a text: 2012 and 2013 of `2012-13`."""
    for match in YEARS.finditer(text):
        yield int(match[1])
        if match[2]:
            yield int(match[1][:2] + match[2])


def evidence(claim: Claim, corpus: Corpus) -> Iterator[str]:
    """Yield the texts in which a claim's numbers may stand."""
    for quote in claim.quotes:
        yield quote.exact
    for citation in claim.citations:
        yield citation.finding
    measures = {measure.id: measure for measure in (corpus.measures.record.measures if corpus.measures else ())}
    for figure in claim.figures:
        measure = measures[figure.measure]
        yield from (figure.value, f"{figure.value} {measure.unit.split()[0]}", measure.name, measure.definition)
        yield from (figure.population, figure.denominator, figure.period.text)
    scope = claim.scope
    yield from (scope.population, scope.measure, scope.denominator, scope.period.text)


def drawn_on(claim: Claim) -> set[str]:
    """Return the ids of the sources that a claim quotes or cites."""
    return {quote.source for quote in claim.quotes} | {citation.source for citation in claim.citations}


def dates(claim: Claim, corpus: Corpus) -> Iterator[str]:
    """Yield when the sources of a claim were published, and when the events took place that they record."""
    for source_id in drawn_on(claim) | {figure.source for figure in claim.figures}:
        source: Source = corpus.sources[source_id].record
        for day in (source.issued, source.event_date, source.original_date):
            if day is not None:
                yield repr(day)
        yield from (source.title, source.note)  # where a date is known only roughly, the note says so


def spoken_of(claim: Claim, corpus: Corpus) -> Iterator[int]:
    """Yield the years of a claim's period, and those of its sources' dates, titles and notes."""
    first, last = claim.scope.period.first, claim.scope.period.last
    if first and last:
        yield from range(first[0], last[0] + 1)
    for text in (claim.scope.period.text, *dates(claim, corpus)):
        yield from years(text)


def undated(text: str, known: set[int]) -> str:
    """Take known dates out of a text: years, financial years of which one year is known, and the day before them."""
    return YEARS.sub(lambda match: " " if known.intersection(years(match[0])) else match[0], DAY.sub("", text))


def test_every_number_of_an_assertion_stands_in_its_evidence(corpus: Corpus) -> None:
    supported = incoming(corpus)
    loose = []
    for claim_id, entry in corpus.claims.items():
        claim = entry.record
        known = pool(chain(evidence(claim, corpus), (computed.value for computed in claim.computed)))
        if not claim.quotes and not claim.citations:
            known |= pool(corpus.claims[premise].record.assertion for premise in supported[claim_id])
        text = undated(claim.assertion, set(spoken_of(claim, corpus)))
        loose += [f"{claim_id}: {number}" for number, meant in values(text) if not meant & known]
    assert loose == []


@pytest.mark.parametrize(
    ("assertion", "loose"),
    [
        ("In 2012-13, 63 in 100 waited until 3 May 2013", []),
        ("In 2012-13, 64% waited", ["64"]),
        ("By the PHQ-9 and F45.0, 434,000 and 1.6 million", ["434,000"]),
        ("In 2020/21, 63 waited", ["2020", "21"]),
    ],
)
def test_numbers_are_told_from_dates_and_names(assertion: str, loose: list[str]) -> None:
    known = pool(["sixty-three, 63 in 100", "1,600,000"])
    assert [number for number, meant in values(undated(assertion, {2012, 2013})) if not meant & known] == loose


def test_nothing_that_is_left_out_occurs(corpus: Corpus) -> None:
    fragments = re.compile(rf"\b(?:{'|'.join(LEFT_OUT)})\w{{0,2}}\b", re.IGNORECASE)
    found = [f"{path}: {name}: {match[0]}" for path, name, text in shown(corpus) for match in fragments.finditer(text)]
    assert found == []


def test_no_handle_and_nobodys_address_occurs(corpus: Corpus) -> None:
    found = []
    for path, name, text in shown(corpus):
        found += [f"{path}: {name}: {text}"] if ADDRESSEE.search(text) or MAIL_OR_TELEPHONE.search(text) else []
        found += [f"{path}: {name}: {word}" for word in cut(fold(text)).words if checksum(word.lower()) in UNNAMED]
    assert found == []


def test_who_posts_in_a_forum_or_comments_is_numbered_or_named_in_full(corpus: Corpus) -> None:
    handles = [
        f"{entry.path}: {speaker}"
        for entry in corpus.sources.values()
        if entry.record.type in {"post", "post-weblog"}
        for speaker, record in entry.record.speakers.items()
        if " " not in speaker and record.voice is None
    ]
    assert handles == []


def test_in_every_topic_the_sides_meet(corpus: Corpus, standings: Mapping[str, Standing]) -> None:
    met = {
        topic_id
        for topic_id, entry in corpus.topics.items()
        if any(standings[thesis].state is State.BOTH_SIDES for thesis in entry.record.theses)
    }
    assert sorted(corpus.topics.keys() - met) == []


def test_a_thesis_has_reasons_on_both_sides_or_says_why_not(corpus: Corpus, standings: Mapping[str, Standing]) -> None:
    theses = {id_: entry.record for id_, entry in corpus.claims.items() if entry.record.thesis}
    one_sided = {id_ for id_ in theses if standings[id_].state is not State.BOTH_SIDES}
    assert {id_ for id_, claim in theses.items() if claim.one_sided} == one_sided
    assert {id_ for id_, claim in theses.items() if not claim.crux} == one_sided


def test_every_measure_is_used(corpus: Corpus) -> None:
    assert corpus.measures is not None
    used = {figure.measure for entry in corpus.claims.values() for figure in entry.record.figures}
    assert [measure.id for measure in corpus.measures.record.measures if measure.id not in used] == []


def test_every_term_of_the_glossary_occurs(checked: Checked, corpus: Corpus) -> None:
    assert corpus.glossary is not None
    texts = [text for path, _, text in shown(corpus) if path != corpus.glossary.path]
    everything = " ".join((*texts, *checked.examined.pages.values())).lower()
    unused = [
        term.term
        for term in corpus.glossary.record.terms
        if not any(re.search(rf"\b{re.escape(name.lower())}", everything) for name in (term.term, *term.aliases))
    ]
    assert unused == []


def test_every_figure_is_plausible(corpus: Corpus) -> None:
    assert corpus.measures is not None
    units = {measure.id: measure.unit for measure in corpus.measures.record.measures}
    odd = []
    for claim_id, entry in corpus.claims.items():
        for figure in entry.record.figures:
            value, unit = Decimal(figure.value), units[figure.measure]
            is_too_much = unit == "percent" and value > 100
            is_part = (
                unit in {"people", "referrals", "sites", "areas", "services"} and value != value.to_integral_value()
            )
            if value < 0 or is_too_much or is_part:
                odd.append(f"{claim_id}: {figure.measure}: {figure.value} {unit}")
    assert odd == []


def bases(corpus: Corpus) -> dict[str, set[str]]:
    """Return of what each measure's figures are shares, in the words of the files."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in corpus.claims.values():
        for figure in entry.record.figures:
            if figure.denominator:
                found[figure.measure].add(figure.denominator)
    return found


def gist(base: str) -> frozenset[str]:
    """Return the words of a base that tell it from others: not its counts, and no small words."""
    return frozenset(re.findall(r"[a-z]+", base.casefold())) - SMALL


def test_one_base_reads_the_same_wherever_it_stands(corpus: Corpus) -> None:
    varied = []
    for measure, worded in bases(corpus).items():
        alike: dict[frozenset[str], set[str]] = defaultdict(set)
        for base in worded:
            alike[gist(base)].add(base)
        varied += [f"{measure}: {sorted(same)}" for same in alike.values() if len(same) > 1]
    assert varied == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("people who finished a course of treatment", "364,000 who finished the course of treatment", True),
        ("people who finished a course of treatment", "people who finished and had begun as clinical cases", False),
        ("people who entered therapy", "people who finished therapy", False),
        ("referrals that ended in the year", "people whose referral ended", False),
    ],
)
def test_bases_are_told_apart_by_what_they_count(one: str, other: str, same: bool) -> None:  # noqa: FBT001  a row
    assert (gist(one) == gist(other)) is same


def test_recovery_has_few_bases(corpus: Corpus) -> None:
    """A new base of the programme's own rate is a new line on its chart: it is entered here on purpose."""
    assert sorted(bases(corpus)["recovery-rate"]) == [
        "people who finished a course of treatment",
        "people who finished a course of treatment and had begun it as clinical cases",
        "treated patients",
    ]


def test_the_smallest_letters_of_a_poster_on_a3_have_six_points(checked: Checked, corpus: Corpus) -> None:
    view = view_of(Analysis(corpus=corpus, verdicts=checked.examined.verdicts), date(2026, 1, 1))
    sheets = {id_: poster_svg(poster(view, Home(name="Claims"), id_)) for id_ in corpus.topics}
    points = {}
    for id_, svg in sheets.items():
        (paper, drawn) = map(int, re.findall(r'^<svg [^>]*height="(\d+)" viewBox="\S+ 0 \d+ (\d+)"', svg)[0])
        points[id_] = min(float(size) for size in re.findall(r'font-size="([0-9.]+)"', svg)) * paper / drawn
    assert {id_: round(size, 1) for id_, size in points.items() if size < 6} == {}


def test_every_link_by_id_resolves(checked: Checked, corpus: Corpus) -> None:
    texts = {**checked.examined.pages, **{entry.path: entry.record.summary for entry in corpus.topics.values()}}
    links = [(path, piece.id) for path, text in texts.items() for piece in pieces(text) if isinstance(piece, WikiLink)]
    assert [link for link in links if link[1] not in corpus.claims] == []
    assert len({path for path, _ in links}) >= len(corpus.topics)


def quotes(corpus: Corpus) -> Iterator[tuple[str, int, Quote]]:
    for claim_id, entry in corpus.claims.items():
        for index, quote in enumerate(entry.record.quotes):
            yield claim_id, index, quote


def test_quotes_are_short(corpus: Corpus) -> None:
    lengths = {f"{claim_id}[{k}]": len(cut(fold(quote.exact)).words) for claim_id, k, quote in quotes(corpus)}
    assert {place: length for place, length in lengths.items() if length > QUOTE_WORDS} == {}


@pytest.fixture(scope="module")
def shares(checked: Checked, corpus: Corpus) -> dict[str, float]:
    """Return which share of its words is quoted of each source, each word counted once."""
    quoted: dict[str, set[int]] = defaultdict(set)
    for claim_id, index, quote in quotes(corpus):
        place = checked.examined.verdicts[claim_id, index].place
        for first, end in place.words if place else ():
            quoted[quote.source].update(range(first, end))
    prepared = checked.examined.prepared_sources
    return {source_id: len(words) / prepared[source_id].capture.words for source_id, words in quoted.items()}


def test_of_no_source_too_much_is_quoted(shares: dict[str, float]) -> None:
    limits = {source_id: QUOTED_MORE.get(source_id, QUOTED_SHARE) for source_id in shares}
    assert {id_: round(share, 2) for id_, share in shares.items() if share >= limits[id_]} == {}


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.lower() for word in cut(fold(text)).words]
    yield from zip(*(words[k:] for k in range(COPIED)), strict=False)


@pytest.mark.skipif(not TEXTS, reason="the founding texts are under copyright and not at hand")
def test_no_source_is_copied_beyond_what_is_quoted(corpus: Corpus) -> None:
    theirs = frozenset(chain.from_iterable(runs(path.read_text("utf-8")) for path in TEXTS))
    unquoted = theirs.difference(*(runs(quote.exact) for _, _, quote in quotes(corpus)))
    copied = [
        f"{entry.path}: {name}: {' '.join(run)}"
        for entry in written(corpus)
        for name, text in strings(entry.record, "exact")
        for run in runs(text)
        if run in unquoted
    ]
    assert copied == []
