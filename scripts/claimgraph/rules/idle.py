"""Rules about evidence and reasons that count for less than they seem to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.findings import Severity
from claimgraph.model.claim import links_of
from claimgraph.rules.consistency import placed_steps
from claimgraph.rules.likeness import Weights, words
from claimgraph.rules.repeated import alike
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import KIND_IN_WORDS, shortened
from claimgraph.voices import voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.location import Location, Step
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry

    _Where: TypeAlias = "tuple[Entry[Claim], tuple[Step, ...]]"

_SAID: Final = 0.9
"""The share of a reason that an assertion must have for the reason to repeat it."""

_WHOLE: Final = 0.7
"""The share of that assertion, without its place and time, that the reason must have."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The sentences of a quote: its claim and index, its source and voice, and the range of words without its end."""

    claim: Entry[Claim]
    index: int
    source: str
    voice: str
    first: int
    end: int

    @property
    def words(self) -> str:
        return " ".join(self.claim.record.quotes[self.index].exact.split())

    @property
    def at(self) -> Location:
        return self.claim.at("quotes", self.index, "exact")

    def meets(self, other: _Span) -> bool:
        if self.claim is other.claim and self.words == other.words:
            return False  # It is the same quote twice.
        is_one = (self.source, self.voice) == (other.source, other.voice)
        return is_one and self.first < other.end and other.first < self.end


def _spans(examined: Examined, claim: Entry[Claim], stance: str) -> list[_Span]:
    """Return the sentences of the verified quotes that assert or dispute a claim."""
    found = []
    for index, quote in enumerate(claim.record.quotes):
        verdict, prepared = examined.verdicts.get((claim.id, index)), examined.prepared_sources.get(quote.source)
        if quote.stance != stance or quote.mode == "presupposed" or verdict is None or prepared is None:
            continue
        if verdict.place is not None:
            voice = voicing_of_quote(prepared.entry, quote).id
            parts = verdict.place.words
            first, end = prepared.sentence(parts[0][0], parts[-1][1])
            found.append(_Span(claim, index, quote.source, voice, first, end))
    return found


@rule(Severity.NOTE)
def sentence_on_both_sides(examined: Examined) -> Iterator[Problem]:
    """One voice does not assert two claims that oppose each other in one sentence.

    Nor does it assert and dispute one claim. Whoever says both in one sentence mostly means something else: a contrast,
    or a claim that is narrower than worded here. A sentence that reports one claim as somebody else's and asserts the
    other has two voices. Quotes that only take a claim for granted are not checked.

    Bad, where `buses-are-on-time` opposes `buses-are-late`, and each quotes one half of the sentence:

        quotes: [{source: letter-of-a-driver, exact: "The buses are late on market days"}]

    Good, in a claim about market days that limits the other:

        limits: [{claim: buses-are-on-time, because: On market days they are not.}]
    """
    claims = examined.corpus.claims
    for claim in claims.values():
        opposed = [claims[link.claim] for link in claim.record.opposes if link.claim in claims]
        disputing = _spans(examined, claim, "disputes")
        if not opposed and not disputing:
            continue
        asserting = _spans(examined, claim, "asserts")
        yield from _both(asserting, disputing, "to dispute it")
        for other in opposed:
            if other is not claim:
                theirs = _spans(examined, other, "asserts")
                yield from _both(asserting, theirs, f"for '{other.id}', which this claim opposes")


def _both(ours: list[_Span], theirs: list[_Span], what_for: str) -> Iterator[Problem]:
    for one in ours:
        other = next(filter(one.meets, theirs), None)
        if other is not None:
            yield Problem(
                at=one.at,
                message=f"the same sentence of '{one.source}' is quoted {what_for}: {other.at}",
                hint="one sentence hardly says both: look again at what it says, and at the opposition",
            )


@rule(Severity.NOTE)
def evidence_for_both_sides(examined: Examined) -> Iterator[Problem]:
    """Nothing supports two claims that oppose each other.

    A claim that is a reason for both sides of a conflict decides nothing between them, and one finding cannot bear out
    both. A premise under `with` counts too.

    Bad, where `buses-are-late` and `buses-are-on-time` oppose each other:

        supports: [{claim: buses-are-late, because: "…"}, {claim: buses-are-on-time, because: "…"}]

    Good:

        supports: [{claim: buses-are-late, because: "…"}]
    """
    claims = examined.corpus.claims
    made = _premises(claims)
    for claim in claims.values():
        for link in claim.record.opposes:
            other = claims.get(link.claim)
            if other is None or other is claim:
                continue
            ours, theirs = made.get(claim.id, {}), made.get(other.id, {})
            for premise in sorted(ours.keys() & theirs.keys()):
                first, second = sorted(
                    (maker.at(*steps) for maker, steps in (ours[premise], theirs[premise])),
                    key=lambda at: (at.path, at.line, at.column),
                )
                yield Problem(
                    at=second,
                    message=f"'{premise}' is a reason for '{claim.id}' and for '{other.id}', "
                    f"which oppose each other: {first}",
                    hint="keep the one that it bears out, or write `context`",
                )
            yield from _cited_twice(claim, other)


def _premises(claims: Mapping[str, Entry[Claim]]) -> dict[str, dict[str, _Where]]:
    """Return by claim the premises of the supports to it, each with its claim file and the place in it."""
    found: dict[str, dict[str, _Where]] = {}
    for (premise, target), where in placed_steps(claims, "supports").items():
        found.setdefault(target, {})[premise] = where
    return found


def _cited_twice(claim: Entry[Claim], other: Entry[Claim]) -> Iterator[Problem]:
    theirs = {
        (citation.source, citation.stance, " ".join(citation.finding.casefold().split())): index
        for index, citation in enumerate(other.record.citations)
    }
    for index, citation in enumerate(claim.record.citations):
        key = (citation.source, citation.stance, " ".join(citation.finding.casefold().split()))
        if key in theirs:
            yield Problem(
                at=claim.at("citations", index, "finding"),
                message=f"the same finding of '{citation.source}' is cited for '{other.id}', "
                f"which this claim opposes: {other.at('citations', theirs[key], 'finding')}",
                hint="keep the one that it bears out",
            )


@rule(Severity.NOTE, words=("assertion",))
def near_duplicate_assertion(examined: Examined) -> Iterator[Problem]:
    """No two claims say the same in different words.

    One assertion is one claim, so that everything about it is in one place. Two assertions say the same if they share
    nearly all words (rare words count more), all numbers, and all words that can reverse a sentence, such as not, more
    or fewer. Claims that oppose each other, or are about separate times or places, do not say the same.

    Bad, in two files:

        assertion: In Harbour Town in 2021, buses were late.
        assertion: Buses in Harbour Town were late in 2021.

    Good, in one file, with the quotes of both:

        quotes: [{source: town-report-2021, exact: "…"}, {source: letter-of-a-driver, exact: "…"}]
    """
    claims = examined.corpus.claims
    for first, second in alike(claims):
        yield Problem(
            at=claims[second].at("assertion"),
            message=f"says nearly the same as '{first}': {shortened(claims[first].record.assertion)}",
            hint=f"if it is the same claim, move the quotes to {claims[first].path} and keep this id there under "
            "`aliases`; if not, let the assertion say what differs",
        )


@rule(Severity.NOTE, words=("assertion",))
def reason_repeats_assertion(examined: Examined) -> Iterator[Problem]:
    """The reason of a link says why the link holds, and does not only repeat one of the two claims.

    Readers see both assertions beside the reason. It repeats an assertion if each has nearly all words of the other,
    apart from the assertion's place and time; rare words count more.

    Bad:

        supports: [{claim: buses-are-unreliable, because: Buses were late in 2021.}]

    Good:

        supports: [{claim: buses-are-unreliable, because: Nobody can rely on a bus that comes late.}]
    """
    claims = examined.corpus.claims
    weights = Weights.among(words(claim.record.assertion) for claim in claims.values())
    plain = {id_: frozenset(claim.record.assertion.casefold().split()) for id_, claim in claims.items()}
    for claim in claims.values():
        for kind, index, link in links_of(claim.record):
            said = link.because.casefold().split()
            ids = (id_ for id_ in (claim.id, link.claim) if id_ in claims)
            near = (id_ for id_ in ids if 2 * len(plain[id_].intersection(said)) >= len(said))
            whose = next((id_ for id_ in near if _repeats(link.because, claims[id_].record, weights)), None)
            if whose is not None:
                who = "this claim asserts" if whose == claim.id else f"'{whose}' asserts"
                yield Problem(
                    at=claim.at(kind, index, "because"),
                    message=f"the reason only repeats what {who}: {shortened(link.because)}",
                    hint=f"say why the one {KIND_IN_WORDS[kind]} the other",
                )


def _repeats(because: str, claim: Claim, weights: Weights) -> bool:
    reason, asserted = words(because), words(claim.assertion)
    aside = {*words(claim.scope.place), *words(claim.scope.period.text.replace("-", " ").replace("/", " "))}
    core = tuple(word for word in asserted if word.removesuffix("'s") not in aside)
    return weights.share(reason, asserted) >= _SAID and weights.share(core, reason) >= _WHOLE
