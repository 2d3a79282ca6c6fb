"""Standing by definition: the contract's rules written out, and solved by the textbook's alternating fixpoint.

It is slow, shares nothing with the code under test but the records, and says everything that the rules say.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from claimgraph.model.claim import Citation, Quote, Undercut
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.verdict import Verdict

Atom: TypeAlias = "tuple[object, ...]"
Ground: TypeAlias = "tuple[Atom, frozenset[Atom], frozenset[Atom]]"
"""A rule: its head, the atoms that have to hold, those that must not."""
Truth: TypeAlias = Literal["true", "false", "undecided"]


def least_model(rules: Collection[Ground], assumed: Collection[Atom]) -> frozenset[Atom]:
    """Return what follows if, of what is negated, exactly the assumed atoms hold."""
    kept = [(head, positive) for head, positive, negative in rules if not negative.intersection(assumed)]
    known: frozenset[Atom] = frozenset()
    while True:
        more = known | {head for head, positive in kept if positive <= known}
        if more == known:
            return known
        known = more


def alternating_fixpoint(rules: Collection[Ground]) -> tuple[frozenset[Atom], frozenset[Atom]]:
    """Return the atoms that are true, and those that are not false (Van Gelder: J. Comput. Syst. Sci. 47, 1993)."""
    true: frozenset[Atom] = frozenset()
    while True:
        possible = least_model(rules, true)
        more = least_model(rules, possible)
        if more == true:
            return true, possible
        true = more


class Oracle:
    """What the rules say of a corpus."""

    def __init__(self, corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict]) -> None:
        self.claims = {id_: entry.record for id_, entry in corpus.claims.items()}
        self.verdicts = verdicts
        self.solved = alternating_fixpoint(list(self.rules()))

    def value(self, *atom: object) -> Truth:
        true, possible = self.solved
        return "true" if atom in true else "undecided" if atom in possible else "false"

    def items(self, id_: str, stance: str) -> Iterator[int]:
        """The verified quotes and the citations of a claim that assert or dispute it."""
        claim = self.claims[id_]
        every: list[Quote | Citation] = [*claim.quotes, *claim.citations]
        for number, item in enumerate(every):
            if number < len(claim.quotes):
                is_verified = (id_, number) in self.verdicts and self.verdicts[id_, number].is_verified
                if not is_verified or claim.quotes[number].mode == "presupposed":
                    continue
            if item.stance == stance:
                yield number

    def is_voiced(self, id_: str) -> bool:
        return any(True for _ in self.items(id_, "asserts"))

    def steps(self) -> Iterator[tuple[str, str, frozenset[str]]]:
        """Each support step: who makes it, to which claim, from which premises."""
        for id_, claim in self.claims.items():
            for link in claim.supports:
                premises = frozenset({id_, *link.together})
                if link.claim != id_ and {link.claim, *premises} <= self.claims.keys():
                    yield id_, link.claim, premises

    def conflicts(self) -> set[frozenset[str]]:
        return {
            frozenset({id_, link.claim})
            for id_, claim in self.claims.items()
            for link in claim.opposes
            if link.claim in self.claims and link.claim != id_
        }

    def hits(self) -> Iterator[tuple[str, Atom]]:
        """Each undercut: who makes it, voiced or not, and what it hits."""
        for id_, claim in self.claims.items():
            for undercut in claim.undercuts:
                if undercut.claim in self.claims and undercut.claim != id_:
                    yield from ((id_, part) for part in self.parts(undercut))

    def parts(self, undercut: Undercut) -> Iterator[Atom]:
        hit = undercut.claim
        quotes, citations = self.claims[hit].quotes, self.claims[hit].citations
        for number in (*self.items(hit, "asserts"), *self.items(hit, "disputes")):
            if number < len(quotes):
                if undercut.quote is not None and quotes[number].id == undercut.quote:
                    yield "item", hit, number
            elif undercut.citation is not None and citations[number - len(quotes)].id == undercut.citation:
                yield "item", hit, number
        if any((maker, target) == (hit, undercut.supports) for maker, target, _ in self.steps()):
            yield "step", hit, undercut.supports
        if (pair := frozenset({hit, undercut.opposes})) in self.conflicts():
            yield "conflict", pair

    def rules(self) -> Iterator[Ground]:  # noqa: C901  it is the contract's list, in its order
        items = {
            (id_, number, stance)
            for id_ in self.claims
            for stance in ("asserts", "disputes")
            for number in self.items(id_, stance)
        }
        parts: set[Atom] = {("item", id_, number) for id_, number, _ in items}
        parts |= {("step", maker, target) for maker, target, _ in self.steps()}
        parts |= {("conflict", pair) for pair in self.conflicts()}
        for x in parts:  # stands(x) ← not hit(x)
            yield rule(("stands", x), [], [("hit", x)])
        for u, x in self.hits():  # hit(x) ← in(u)
            if self.is_voiced(u):
                yield rule(("hit", x), [("in", u)])
        for c, number, stance in items:
            x = ("item", c, number)
            if stance == "asserts":  # att(c) ← stands(e)
                yield rule(("att", c), [("stands", x)])
            else:  # atk(c) ← in(v); in(v) ← stands(x), not atk(v); atk(v) ← in(c)
                yield rule(("atk", c), [("in", x)])
                yield rule(("in", x), [("stands", x)], [("atk", x)])
                yield rule(("atk", x), [("in", c)])
        for maker, c, premises in self.steps():  # att(c) ← stands(s), in(p1), …, in(pk)
            yield rule(("att", c), [("stands", ("step", maker, c)), *(("in", p) for p in premises)])
        for pair in self.conflicts():  # atk(c) ← in(d), stands(o)
            for d in pair:
                if self.is_voiced(d):
                    (c,) = pair - {d}
                    yield rule(("atk", c), [("in", d), ("stands", ("conflict", pair))])
        for c in self.claims:  # in(c) ← att(c), not atk(c)
            yield rule(("in", c), [("att", c)], [("atk", c)])

    @cached_property
    def evidenced(self) -> set[str]:
        """The claims attested if one ignores hits and attacks."""
        known = {c for c in self.claims if self.is_voiced(c)}
        while more := {c for _, c, premises in self.steps() if premises <= known} - known:
            known |= more
        return known

    @cached_property
    def challenged(self) -> set[str]:
        evidenced = self.evidenced
        able = {c for c in self.claims if self.is_voiced(c) and c in evidenced}
        found = {c for pair in self.conflicts() for c in pair if able & (pair - {c})}
        found |= {c for c in self.claims if any(True for _ in self.items(c, "disputes"))}
        for u, x in self.hits():
            if u not in able:
                continue
            found |= {c for c in self.claims if x[:2] == ("item", c) and x[2] in tuple(self.items(c, "asserts"))}
            found |= {c for c in self.claims if x[0] == "step" and x[2] == c}
        return found

    def state(self, id_: str) -> str:
        match self.value("in", id_):
            case "true":
                return "Challenged, still standing" if id_ in self.challenged else "No challenge recorded here"
            case "undecided":
                return "Open dispute"
            case _:
                return "Challenge without a recorded reply" if id_ in self.evidenced else "Not yet evidenced"


def rule(head: Atom, positive: Iterable[Atom], negative: Iterable[Atom] = ()) -> Ground:
    return head, frozenset(positive), frozenset(negative)
