"""The analysis of a whole corpus, each part computed once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from claimgraph.analysis import balance
from claimgraph.analysis.chains import Chains
from claimgraph.analysis.changing import WORK
from claimgraph.analysis.concentration import by_claim, by_topic
from claimgraph.analysis.holdings import holdings
from claimgraph.analysis.leading import leads_to
from claimgraph.analysis.origins import Origins
from claimgraph.analysis.questions import Steps, answers
from claimgraph.analysis.solved import Solved
from claimgraph.incremental.digests import digest_of
from claimgraph.model.corpus import Entry
from claimgraph.standing.argument import standings
from claimgraph.standing.debate import debate_of
from claimgraph.standing.reasons import explained

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimgraph.analysis.balance import Question, SingleVoiced, Unanswered
    from claimgraph.analysis.chains import Reason
    from claimgraph.analysis.changing import Prospect
    from claimgraph.analysis.concentration import Concentration
    from claimgraph.analysis.holdings import Holding
    from claimgraph.analysis.questions import Answered, Step
    from claimgraph.analysis.reliance import Reliances
    from claimgraph.analysis.semantics import Dispute
    from claimgraph.incremental.store import Store
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.standing import Standing
    from claimgraph.model.verdict import Verdict


T = TypeVar("T")


class _Wordless(cached_property[T]):
    """A part that no title, assertion or note goes into: it is taken over, or kept between runs, where all else is."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        super().__init__(lambda analysis: _kept(analysis, make))
        self.__doc__ = make.__doc__


@dataclass(frozen=True, kw_only=True, eq=False)
class Analysis:
    """The analysis of a corpus; each part is computed when it is first needed.

    `verdicts` are by the claim's id and the quote's index in it. `former` is the analysis of an earlier state of the
    corpus, None if there is none: where only words of claims have changed since, most of it holds good. `store` keeps
    that part between runs; None to keep nothing.
    """

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    former: Analysis | None = None
    store: Store | None = None

    def __post_init__(self) -> None:
        """Take over what holds good, and let go of what came before the former analysis."""
        if self.former is not None:
            object.__setattr__(self.former, "former", None)
            if self.key and self.key == self.former.key:
                wordless = (name for name, part in vars(type(self)).items() if isinstance(part, _Wordless))
                known = self.former.__dict__
                self.__dict__.update({name: known[name] for name in wordless if name in known})

    @cached_property
    def key(self) -> bytes:
        """The digest of everything but the claims' own words; empty if a record comes from no file."""
        claims = tuple((id_, entry.wordless) for id_, entry in self.corpus.claims.items())
        others = [getattr(self.corpus, each.name) for each in fields(self.corpus) if each.name != "claims"]
        found = [_plain(value) for value in others]
        if not all(digest for _, digest in claims) or None in found:
            return b""
        return digest_of((claims, found, tuple(self.verdicts.items())))

    @cached_property
    def origins(self) -> Origins:
        """Where each quote and citation comes from."""
        return Origins(self.corpus, self.verdicts)

    @_Wordless
    def standings(self) -> Mapping[str, Standing]:
        """The standing of each claim, by id in the order of the corpus."""
        return standings(self.corpus, self.verdicts, self.origins)

    @cached_property
    def reasons(self) -> Mapping[str, str]:
        """Why each claim stands as it does, in a few sentences."""
        return explained(self.standings, self.origins)

    @_Wordless
    def evidence(self) -> Mapping[str, Concentration]:
        """Where the evidence for each claim comes from."""
        return by_claim(self.corpus, self.origins)

    @_Wordless
    def disputing(self) -> Mapping[str, Concentration]:
        """Where the evidence that disputes each claim comes from."""
        return by_claim(self.corpus, self.origins, "disputes")

    @_Wordless
    def topics(self) -> Mapping[str, Concentration]:
        """Where the evidence in each topic's folder comes from."""
        return by_topic(self.corpus, self.origins)

    @_Wordless
    def leading(self) -> Mapping[str, tuple[str, ...]]:
        """The theses that each claim leads to, without claims that lead to none."""
        return leads_to(self.corpus)

    @_Wordless
    def questions(self) -> tuple[Question, ...]:
        """The balance of each topic's theses."""
        return balance.questions(self.corpus, self.standings, self.leading)

    @cached_property
    def lone(self) -> tuple[SingleVoiced, ...]:
        """The claims with evidence from one voice only."""
        return balance.lone(self.evidence)

    @_Wordless
    def holdings(self) -> Mapping[str, Holding]:
        """What each voice carries."""
        return holdings(self.standings, self.origins, self.lone, self.questions)

    @cached_property
    def unanswered(self) -> tuple[Unanswered, ...]:
        """The unanswered challenges; `balance.by_side` groups them."""
        return balance.unanswered(self.standings, self.origins)

    @cached_property
    def solved(self) -> Solved:
        """The debate that the corpus records, with what follows from it."""
        debate = debate_of(self.corpus, self.verdicts)
        return Solved(debate) if self.former is None else self.former.solved.after(debate)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """The open disputes with the ways to settle them."""
        return self.solved.disputes

    @_Wordless
    def reliances(self) -> Reliances:
        """What depends on each claim."""
        return self.solved.reliances

    @cached_property
    def steps(self) -> Steps:
        """The steps between claims."""
        return Steps(self.corpus)

    @cached_property
    def answers(self) -> Mapping[Step, tuple[Answered, ...]]:
        """The answers to critical questions, by step."""
        return answers(self.corpus, self.steps)

    @cached_property
    def chains(self) -> Chains:
        """Return what makes the trees of reasons."""
        return Chains(self.corpus, self.standings, self.reasons)

    def chain(self, claim: str) -> Reason:
        """Return the tree of reasons of a claim."""
        return self.chains.of(claim)

    def prospect(self, claim: str, *, work: int = WORK) -> Prospect | None:
        """Return what would change the label of a claim, solving at most `work` claims again; None for a thesis."""
        label = self.standings[claim].label
        return None if label is None else self.solved.prospect(claim, label, work)


def _plain(value: object) -> object:
    """Return a part of a corpus with the digests of records in place of them; None if a record comes from no file."""
    if isinstance(value, Entry):
        return (value.path, value.digest) if value.digest else None
    if isinstance(value, Mapping):
        found = tuple((key, _plain(each)) for key, each in value.items())
        return None if any(each is None for _, each in found) else found
    return (value,)


def _kept(analysis: Analysis, make: Callable[[Analysis], T]) -> T:
    """Return a part that an earlier run kept, or make and keep it."""
    store, name = analysis.store, f"analysis-{make.__name__}"
    if store is None or not analysis.key:
        return make(analysis)
    kept: tuple[bytes, T] | None = store.load(name)
    if kept is not None and kept[0] == analysis.key:
        return kept[1]
    made = make(analysis)
    store.save(name, (analysis.key, made))
    return made
