"""Standing by definition: the contract's rules written out, and solved by the textbook's alternating fixpoint.

Reasons are reckoned above that by rules that are read again and again until nothing is new.

It is slow, shares nothing with the code under test but the records, and says everything that the rules say.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from claimgraph.model.claim import Citation, Quote
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.links import Undercut
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

    def steps(self, kind: str = "supports") -> Iterator[tuple[str, str, frozenset[str]]]:
        """Each step of a kind, a limit as well: who makes it, to which claim, from which premises."""
        for id_, claim in self.claims.items():
            for link in getattr(claim, kind):
                premises = frozenset({id_, *getattr(link, "together", ())})
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
                if undercut.claim in self.claims and undercut.claim != id_ and not claim.thesis:
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
            study = (quotes[number] if number < len(quotes) else citations[number - len(quotes)]).rests_on
            if undercut.rests_on is not None and study == undercut.rests_on:
                yield "item", hit, number
        if any((maker, target) == (hit, undercut.supports) for maker, target, _ in self.steps()):
            yield "step", hit, undercut.supports
        for kind, third in (("counts_against", undercut.counts_against), ("limits", undercut.limits)):
            if any((maker, target) == (hit, third) for maker, target, _ in self.steps(kind)):
                yield kind, hit, third
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
            if self.claims[c].thesis and stance == "disputes":
                continue  # Nothing disputes a thesis.
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
                if self.is_voiced(d) and not any(self.claims[one].thesis for one in pair):
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
        conflicts = [pair for pair in self.conflicts() if not any(self.claims[c].thesis for c in pair)]
        found = {c for pair in conflicts for c in pair if able & (pair - {c})}
        found |= {c for c in self.claims if any(True for _ in self.items(c, "disputes"))}
        for u, x in self.hits():
            if u not in able:
                continue
            found |= {c for c in self.claims if x[:2] == ("item", c) and x[2] in tuple(self.items(c, "asserts"))}
            found |= {c for c in self.claims if x[0] == "step" and x[2] == c}
        return {c for c in found if not self.claims[c].thesis}

    def is_unanswered(self, id_: str) -> bool:
        """Whether some challenge to a claim is not answered."""
        for pair in self.conflicts():
            if id_ in pair and not any(self.claims[c].thesis for c in pair):
                (other,) = pair - {id_}
                if self.is_voiced(other) and "false" not in (
                    self.value("in", other),
                    self.value("stands", ("conflict", pair)),
                ):
                    return True
        if any(self.value("in", ("item", id_, item)) != "false" for item in self.items(id_, "disputes")):
            return True
        mine: set[Atom] = {("item", id_, item) for item in self.items(id_, "asserts")}
        mine |= {("step", maker, id_) for maker, target, _ in self.steps() if target == id_}
        return any(x in mine and self.is_voiced(u) and self.value("in", u) != "false" for u, x in self.hits())

    def is_hit(self, part: Atom) -> bool:
        """Whether an undercutter of a part is true."""
        return any(x == part and self.is_voiced(u) and self.value("in", u) == "true" for u, x in self.hits())

    def is_false(self, id_: str) -> bool:
        return not self.claims[id_].thesis and self.value("in", id_) == "false"

    def own(self, id_: str) -> set[str]:
        """The voices that are quoted or cited asserting a claim."""
        return {self.voice(id_, item) for item in self.items(id_, "asserts")}

    def voice(self, id_: str, item: int) -> str:
        claim = self.claims[id_]
        if item < len(claim.quotes):
            return claim.quotes[item].speaker.lower()
        return claim.citations[item - len(claim.quotes)].source

    @cached_property
    def voices(self) -> dict[str, set[str]]:
        """Of each claim that is held, the voices that hold it."""
        found = {c: self.own(c) for c in self.claims if self.is_voiced(c)}
        while True:
            before = {c: set(voices) for c, voices in found.items()}
            for maker, c, premises in self.steps():
                if not self.is_voiced(c) and not self.is_hit(("step", maker, c)) and premises <= found.keys():
                    found[c] = found.get(c, set()).union(*(found[p] for p in premises))
            if found == before:
                return found

    def counting(self, kind: str) -> Iterator[tuple[str, frozenset[str], set[str]]]:
        """Each step, or limit, that counts: to which claim, from which premises, and its voices."""
        for maker, c, premises in self.steps(kind):
            part = ("step" if kind == "supports" else kind, maker, c)
            if premises <= self.voices.keys() and not self.is_hit(part) and not any(map(self.is_false, premises)):
                yield c, premises, set().union(*(self.voices[p] for p in premises))

    @cached_property
    def pro(self) -> set[str]:
        return {c for c, _, _ in self.counting("supports")}

    @cached_property
    def direct_con(self) -> set[str]:
        found = {
            c
            for c, _, voices in self.counting("counts_against")
            if self.claims[c].thesis or voices != self.voices.get(c, set())
        }
        for c in filter(lambda c: self.claims[c].thesis, self.claims):
            if any(not self.is_hit(("item", c, item)) for item in self.items(c, "disputes")):
                found.add(c)
            for pair in self.conflicts():
                if c in pair and not self.is_hit(("conflict", pair)):
                    (d,) = pair - {c}
                    is_claim = not self.claims[d].thesis and self.is_voiced(d) and not self.is_false(d)
                    if is_claim or (self.claims[d].thesis and d in self.pro):
                        found.add(c)
        return found

    @cached_property
    def con(self) -> set[str]:
        found = set(self.direct_con)
        while True:
            more = set(found)
            for c in self.claims:
                steps = [premises for to, premises, _ in self.counting("supports") if to == c]
                if not self.is_voiced(c) and steps and all(premises & found for premises in steps):
                    more.add(c)
            if more == found:
                return found
            found = more

    def has_rival(self, id_: str) -> bool:
        pairs = {(a, link.claim) for a, claim in self.claims.items() for link in claim.rivals if link.claim != a}
        others = {b for a, b in pairs if a == id_} | {a for a, b in pairs if b == id_}
        return any(other in self.claims and self.value("in", other) != "false" for other in others)

    def state(self, id_: str) -> str:  # noqa: C901  it is the contract's table, in its order
        if self.claims[id_].thesis:
            match id_ in self.pro, id_ in self.direct_con:
                case True, True:
                    return "Reasons on both sides"
                case True, False:
                    return "Reasons for it only"
                case False, True:
                    return "Reasons against it only"
            return "No reasons recorded"
        match self.value("in", id_):
            case "false":
                return "Contradicted, with no reply here" if id_ in self.evidenced else "No evidence recorded"
            case "undecided":
                return "Open dispute: each side’s claim excludes the other’s"
        if id_ in self.con:
            return "Contested: reasons against it stand"
        if self.is_unanswered(id_):
            return "Challenged; other grounds stand"
        if any(c == id_ for c, _, _ in self.counting("limits")):
            return "Said to hold only in part"
        if id_ in self.challenged:
            return "Challenged, and answered here"
        return "Other figures stand beside it" if self.has_rival(id_) else "Not disputed here"


def rule(head: Atom, positive: Iterable[Atom], negative: Iterable[Atom] = ()) -> Ground:
    return head, frozenset(positive), frozenset(negative)
