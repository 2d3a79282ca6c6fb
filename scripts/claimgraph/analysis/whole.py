"""The analysis of a whole corpus: everything that its parts say, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimgraph.analysis import balance
from claimgraph.analysis.chains import Chains
from claimgraph.analysis.changing import WORK
from claimgraph.analysis.concentration import by_claim, by_topic
from claimgraph.analysis.leading import leads_to
from claimgraph.analysis.origins import Origins
from claimgraph.analysis.questions import Steps, answers
from claimgraph.analysis.solved import Solved
from claimgraph.standing.argument import standings
from claimgraph.standing.debate import debate_of
from claimgraph.standing.reasons import explained

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.analysis.balance import Lone, Question, Unanswered
    from claimgraph.analysis.chains import Reason
    from claimgraph.analysis.changing import Prospect
    from claimgraph.analysis.concentration import Concentration
    from claimgraph.analysis.questions import Answered, Step
    from claimgraph.analysis.reliance import Reliances
    from claimgraph.analysis.semantics import Dispute
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.standing import Standing
    from claimgraph.model.verdict import Verdict


@dataclass(frozen=True, kw_only=True, eq=False)
class Analysis:
    """What the argument of a corpus amounts to; each part is computed when it is first asked for.

    `verdicts` gives the answer for each quote by its claim's id and its index. `former` is what was found of an earlier
    state of the debate, None where there is none.
    """

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    former: Solved | None = None

    @cached_property
    def origins(self) -> Origins:
        """Return where each quote and citation comes from."""
        return Origins(self.corpus, self.verdicts)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Return how each claim stands, by id in the order of the corpus."""
        return standings(self.corpus, self.verdicts, self.origins)

    @cached_property
    def reasons(self) -> Mapping[str, str]:
        """Return why each claim stands as it does, in a sentence or a few."""
        return explained(self.standings, self.origins)

    @cached_property
    def evidence(self) -> Mapping[str, Concentration]:
        """Return where what asserts each claim comes from."""
        return by_claim(self.corpus, self.origins)

    @cached_property
    def disputing(self) -> Mapping[str, Concentration]:
        """Return where the quotes and citations come from that dispute each claim."""
        return by_claim(self.corpus, self.origins, "disputes")

    @cached_property
    def topics(self) -> Mapping[str, Concentration]:
        """Return where the evidence in each topic's folder comes from."""
        return by_topic(self.corpus, self.origins)

    @cached_property
    def leading(self) -> Mapping[str, tuple[str, ...]]:
        """Return the theses that each claim leads to, without the claims that lead to none."""
        return leads_to(self.corpus)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Return how the theses of each topic are weighed."""
        return balance.questions(self.corpus, self.standings, self.leading)

    @cached_property
    def lone(self) -> tuple[Lone, ...]:
        """Return the claims whose whole evidence is one voice."""
        return balance.lone(self.evidence)

    @cached_property
    def unanswered(self) -> tuple[Unanswered, ...]:
        """Return the challenges that nothing answers; `balance.by_side` sorts them."""
        return balance.unanswered(self.standings, self.origins)

    @cached_property
    def solved(self) -> Solved:
        """Return the debate that the corpus records, with what follows from it."""
        debate = debate_of(self.corpus, self.verdicts)
        return Solved(debate) if self.former is None else self.former.after(debate)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Return the open disputes, each with the ways to settle it."""
        return self.solved.disputes

    @property
    def reliances(self) -> Reliances:
        """Return what depends on each claim."""
        return self.solved.reliances

    @cached_property
    def steps(self) -> Steps:
        """Return the steps from claim to claim, to be found by the two that they join."""
        return Steps(self.corpus)

    @cached_property
    def answers(self) -> Mapping[Step, tuple[Answered, ...]]:
        """Return which critical questions about each step are answered, and by which claims."""
        return answers(self.corpus, self.steps)

    @cached_property
    def chains(self) -> Chains:
        """Return what makes the trees of reasons."""
        return Chains(self.corpus, self.standings, self.reasons)

    def chain(self, claim: str) -> Reason:
        """Return the tree of reasons of a claim."""
        return self.chains.of(claim)

    def prospect(self, claim: str, *, work: int = WORK) -> Prospect | None:
        """Return what would change the label of a claim, solving so many claims again for that at most.

        None for a thesis, which nothing contradicts.
        """
        label = self.standings[claim].label
        return None if label is None else self.solved.prospect(claim, label, work)
