"""The debate that a corpus records: what attests each claim, what contradicts it, and what undercuts what.

Theses are attested and attest, but they oppose and undercut nothing, and nothing opposes or disputes them; `sides` has
what is said for and against them. A link to a claim or part that is not there, or from a claim to itself, does not
count; the check refuses it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.links import Support, Undercut
    from claimgraph.model.verdict import Verdict

Verdicts: TypeAlias = "Mapping[tuple[str, int], Verdict]"
"""The verdict on each quote, by its claim's id and its index."""

Pair: TypeAlias = "tuple[str, str]"
"""Ids of two claims."""

Step: TypeAlias = "tuple[str, ...]"
"""A step for or against a claim: its premises without duplicates, first the claim that makes it."""

ATTESTING: Final = frozenset({"asserted", "conceded", "reported"})
"""The modes of a quote that is evidence; a quote that only takes something for granted is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debate:
    """Who says what for and against each claim, by its id.

    `asserting` and `disputing` number the quotes and citations that are evidence, its items: quotes count from 0,
    citations continue after the last quote. `asserting` has every claim, with no items if the claim is not voiced. The
    other mappings leave out claims without an entry. `steps` are the supports to a claim, `opponents` the claims that
    it opposes or that oppose it. The hits are the voiced claims that undercut something: `item_hits` by a claim and the
    item's number, `step_hits` by a step's maker and target, `conflict_hits` by the two claims in alphabetical order.
    `denying` numbers the items that dispute a thesis. `unheard` are the claims against which something is recorded that
    does not count, because nobody asserts it or its words are not verified.
    """

    asserting: Mapping[str, tuple[int, ...]]
    disputing: Mapping[str, tuple[int, ...]]
    steps: Mapping[str, Sequence[Step]]
    opponents: Mapping[str, Sequence[str]]
    item_hits: Mapping[tuple[str, int], Sequence[str]]
    step_hits: Mapping[Pair, Sequence[str]]
    conflict_hits: Mapping[Pair, Sequence[str]]
    unheard: AbstractSet[str]
    denying: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    theses: AbstractSet[str] = frozenset()


def is_evidence(mode: str, verdict: Verdict | None) -> bool:
    """Tell whether a quote is evidence: it is verified, and does more than take something for granted."""
    return mode in ATTESTING and verdict is not None and verdict.is_verified


def in_order(one: str, other: str) -> Pair:
    """Return the ids of two claims in alphabetical order, the key of their conflict."""
    return (one, other) if one < other else (other, one)


def debate_of(corpus: Corpus, verdicts: Verdicts) -> Debate:
    """Return the debate that a corpus records; a quote without a verdict counts as not verified."""
    claims = {id_: entry.record for id_, entry in corpus.claims.items()}
    reader = _Reader(claims, verdicts)
    for id_, claim in claims.items():
        reader.read_items(id_, claim)
    for id_, claim in claims.items():
        for support in claim.supports:
            reader.read_step(id_, support)
    reader.read_conflicts()
    for id_, claim in claims.items():
        for undercut in () if claim.thesis else claim.undercuts:
            if undercut.claim != id_:
                reader.read_undercut(id_, undercut)
    return reader.debate()


@dataclass(slots=True)
class _Reader:
    """Builds a debate; call its methods in their order."""

    claims: Mapping[str, Claim]
    verdicts: Verdicts
    asserting: dict[str, tuple[int, ...]] = field(default_factory=dict)
    disputing: dict[str, tuple[int, ...]] = field(default_factory=dict)
    steps: dict[str, list[Step]] = field(default_factory=dict)
    opponents: dict[str, list[str]] = field(default_factory=dict)
    conflicts: dict[Pair, None] = field(default_factory=dict)
    denying: dict[str, tuple[int, ...]] = field(default_factory=dict)
    item_hits: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    step_hits: dict[Pair, list[str]] = field(default_factory=dict)
    conflict_hits: dict[Pair, list[str]] = field(default_factory=dict)
    unheard: set[str] = field(default_factory=set)
    numbers: dict[str, Mapping[Pair, Sequence[int]]] = field(default_factory=dict)
    makers: dict[str, set[str]] = field(default_factory=dict)

    def read_items(self, id_: str, claim: Claim) -> None:
        asserting: list[int] = []
        disputing: list[int] = []
        for number, quote in enumerate(claim.quotes):
            if is_evidence(quote.mode, self.verdicts.get((id_, number))):
                (asserting if quote.stance == "asserts" else disputing).append(number)
            elif quote.stance == "disputes":
                self.unheard.add(id_)
        for number, citation in enumerate(claim.citations, start=len(claim.quotes)):
            (asserting if citation.stance == "asserts" else disputing).append(number)
        self.asserting[id_] = tuple(asserting)
        if disputing:
            (self.denying if claim.thesis else self.disputing)[id_] = tuple(disputing)

    def read_step(self, maker: str, support: Support) -> None:
        step = tuple(dict.fromkeys((maker, *support.together))) if support.together else (maker,)
        if support.claim != maker and all(id_ in self.claims for id_ in (support.claim, *support.together)):
            self.steps.setdefault(support.claim, []).append(step)

    def read_conflicts(self) -> None:
        self.conflicts = dict.fromkeys(
            in_order(id_, link.claim)
            for id_, claim in self.claims.items()
            for link in claim.opposes
            if link.claim in self.claims and link.claim != id_
        )
        for one, other in self.conflicts:
            if self.claims[one].thesis or self.claims[other].thesis:
                continue
            for attacker, attacked in ((one, other), (other, one)):
                self.opponents.setdefault(attacked, []).append(attacker)
                if not self.asserting[attacker]:
                    self.unheard.add(attacked)

    def read_undercut(self, by: str, undercut: Undercut) -> None:
        """Record which part the claim `by` undercuts.

        An undercut of a claim's evidence or of a step to it challenges the claim. An undercut of a conflict, or of
        evidence that disputes a claim, answers a challenge.
        """
        claim = undercut.claim
        match undercut.part:
            case "quote" | "citation" | "rests_on" as kind, name:
                for number in self._numbers(claim).get((kind, name), ()):
                    challenged = claim if number in self.asserting[claim] else None
                    self._note(self.item_hits.setdefault((claim, number), []), by, challenged)
            case "supports", third if self._is_step(claim, third):
                self._note(self.step_hits.setdefault((claim, third), []), by, third)
            case "opposes", third if (conflict := in_order(claim, third)) in self.conflicts:
                self._note(self.conflict_hits.setdefault(conflict, []), by, None)

    def _note(self, hits: list[str], by: str, challenged: str | None) -> None:
        """Add the claim `by` to the hits of a part; `challenged` is the claim that the undercut challenges, if any."""
        if self.asserting[by]:
            if by not in hits[-1:]:  # Claims are read one by one, so repeated hits follow each other.
                hits.append(by)
        elif challenged is not None:
            self.unheard.add(challenged)

    def _numbers(self, hit: str) -> Mapping[Pair, Sequence[int]]:
        """Return the numbers of a claim's items by the field and id with which an undercut can name them."""
        if hit not in self.claims:
            return {}
        if hit not in self.numbers:
            claim, found = self.claims[hit], defaultdict[Pair, list[int]](list)
            for number in (*self.asserting[hit], *self.disputing.get(hit, ()), *self.denying.get(hit, ())):
                is_quote = number < len(claim.quotes)
                item = claim.quotes[number] if is_quote else claim.citations[number - len(claim.quotes)]
                for kind, name in (("quote" if is_quote else "citation", item.id), ("rests_on", item.rests_on)):
                    if name is not None:
                        found[kind, name].append(number)
            self.numbers[hit] = found
        return self.numbers[hit]

    def _is_step(self, maker: str, target: str) -> bool:
        if target not in self.makers:
            self.makers[target] = {step[0] for step in self.steps.get(target, ())}
        return maker in self.makers[target]

    def debate(self) -> Debate:
        return Debate(
            asserting=self.asserting,
            disputing=self.disputing,
            steps=self.steps,
            opponents=self.opponents,
            item_hits={part: hits for part, hits in self.item_hits.items() if hits},
            step_hits={part: hits for part, hits in self.step_hits.items() if hits},
            conflict_hits={part: hits for part, hits in self.conflict_hits.items() if hits},
            unheard=self.unheard,
            denying=self.denying,
            theses=frozenset(id_ for id_, claim in self.claims.items() if claim.thesis),
        )
