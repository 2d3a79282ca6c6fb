"""The analysis of a whole corpus, each part computed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from claimgraph.analysis import balance
from claimgraph.analysis.chains import Chains
from claimgraph.analysis.changing import WORK
from claimgraph.analysis.concentration import by_claim, by_topic
from claimgraph.analysis.holdings import holdings
from claimgraph.analysis.leading import leads_to
from claimgraph.analysis.origins import Origins
from claimgraph.analysis.questions import Steps, answers
from claimgraph.analysis.rewording import is_reworded
from claimgraph.analysis.solved import Solved
from claimgraph.standing.argument import standings
from claimgraph.standing.debate import debate_of
from claimgraph.standing.reasons import explained

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.analysis.balance import Question, SingleVoiced, Unanswered
    from claimgraph.analysis.chains import Reason
    from claimgraph.analysis.changing import Prospect
    from claimgraph.analysis.concentration import Concentration
    from claimgraph.analysis.holdings import Holding
    from claimgraph.analysis.questions import Answered, Step
    from claimgraph.analysis.reliance import Reliances
    from claimgraph.analysis.semantics import Dispute
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.standing import Standing
    from claimgraph.model.verdict import Verdict


_WORDLESS: Final = ("standings", "evidence", "disputing", "topics", "leading", "questions", "holdings")
"""The parts of an analysis that no title, assertion or note is part of."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Analysis:
    """The analysis of a corpus; each part is computed when it is first needed.

    `verdicts` are by the claim's id and the quote's index in it. `former` is the analysis of an earlier state of the
    corpus, None if there is none: where only words of claims have changed since, most of it holds good.
    """

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    former: Analysis | None = None

    def __post_init__(self) -> None:
        """Take over what holds good, and let go of what came before the former analysis."""
        if self.former is not None:
            object.__setattr__(self.former, "former", None)
            if is_reworded(self.former.corpus, self.corpus) and self.former.verdicts == self.verdicts:
                known = self.former.__dict__
                self.__dict__.update({name: known[name] for name in _WORDLESS if name in known})

    @cached_property
    def origins(self) -> Origins:
        """Where each quote and citation comes from."""
        return Origins(self.corpus, self.verdicts)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """The standing of each claim, by id in the order of the corpus."""
        return standings(self.corpus, self.verdicts, self.origins)

    @cached_property
    def reasons(self) -> Mapping[str, str]:
        """Why each claim stands as it does, in a few sentences."""
        return explained(self.standings, self.origins)

    @cached_property
    def evidence(self) -> Mapping[str, Concentration]:
        """Where the evidence for each claim comes from."""
        return by_claim(self.corpus, self.origins)

    @cached_property
    def disputing(self) -> Mapping[str, Concentration]:
        """Where the evidence that disputes each claim comes from."""
        return by_claim(self.corpus, self.origins, "disputes")

    @cached_property
    def topics(self) -> Mapping[str, Concentration]:
        """Where the evidence in each topic's folder comes from."""
        return by_topic(self.corpus, self.origins)

    @cached_property
    def leading(self) -> Mapping[str, tuple[str, ...]]:
        """The theses that each claim leads to, without claims that lead to none."""
        return leads_to(self.corpus)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The balance of each topic's theses."""
        return balance.questions(self.corpus, self.standings, self.leading)

    @cached_property
    def lone(self) -> tuple[SingleVoiced, ...]:
        """The claims with evidence from one voice only."""
        return balance.lone(self.evidence)

    @cached_property
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

    @property
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
