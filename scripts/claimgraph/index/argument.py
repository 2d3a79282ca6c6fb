"""The analysis of a corpus as tables, which note which value reads what."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from claimgraph.incremental.digests import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.analysis.balance import Question, SingleVoiced, Unanswered
    from claimgraph.analysis.chains import Reason
    from claimgraph.analysis.changing import Prospect
    from claimgraph.analysis.concentration import Concentration
    from claimgraph.analysis.holdings import Holding
    from claimgraph.analysis.questions import Answered, Step
    from claimgraph.analysis.reliance import Reliance, Reliances
    from claimgraph.analysis.semantics import Dispute
    from claimgraph.analysis.solved import Solved
    from claimgraph.analysis.whole import Analysis
    from claimgraph.incremental.tables import Tables
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.standing import Standing
    from claimgraph.model.verdict import Verdict

WORK: Final = 400
"""How many claims are solved again at most to find what would change one. `claimgraph analyse` tries more."""


class Argument:
    """The state of each claim and the reasons for it; see `analysis.whole` for the parts.

    `holdings` has what each voice carries. `relied` has what depends on a claim. `prospects` has what would change the
    state of each claim that is challenged or rests on a challenged one. `solved` is the solution of the debate, from
    which the next view starts.
    """

    def __init__(
        self, analysis: Analysis, corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict], table: Tables
    ) -> None:
        """Compute all parts. `corpus` and `verdicts` are the view's own, which note what is read."""
        self.solved: Solved = analysis.solved
        self.standings: Mapping[str, Standing] = table(
            "standings", analysis.standings, partial(digest_of, has_sets=True)
        )
        self.reasons: Mapping[str, str] = table("reasons", analysis.reasons)
        self.evidence: Mapping[str, Concentration] = table("evidence", analysis.evidence)
        self.disputing: Mapping[str, Concentration] = table("disputing", analysis.disputing)
        self.topics: Mapping[str, Concentration] = table("evidence of topics", analysis.topics)
        self.leading: Mapping[str, tuple[str, ...]] = table("leading", analysis.leading)
        self.holdings: Mapping[str, Holding] = table("holdings", analysis.holdings)
        self.answers: Mapping[Step, tuple[Answered, ...]] = table("answers", analysis.answers)
        self.prospects: Mapping[str, Prospect] = table("prospects", dict(_prospects(analysis)))
        self.relied: Mapping[str, Reliance] = table("relied", {each.claim: each for each in analysis.reliances.found})
        self.origins = analysis.origins.traced(corpus, verdicts, table)
        self.steps = analysis.steps.traced(table)
        self._chains = analysis.chains.traced(self.standings, self.reasons, table)
        self._whole: Mapping[str, Any] = table(
            "whole",
            {
                "questions": analysis.questions,
                "lone": analysis.lone,
                "unanswered": analysis.unanswered,
                "disputes": analysis.disputes,
                "reliances": analysis.reliances,
            },
        )

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return how the theses of each topic are weighed."""
        found: tuple[Question, ...] = self._whole["questions"]
        return found

    @property
    def lone(self) -> tuple[SingleVoiced, ...]:
        """Return the claims whose whole evidence is one voice."""
        found: tuple[SingleVoiced, ...] = self._whole["lone"]
        return found

    @property
    def unanswered(self) -> tuple[Unanswered, ...]:
        """Return the challenges that nothing answers."""
        found: tuple[Unanswered, ...] = self._whole["unanswered"]
        return found

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Return the open disputes, each with the ways to settle it."""
        found: tuple[Dispute, ...] = self._whole["disputes"]
        return found

    @property
    def reliances(self) -> Reliances:
        """Return what depends on each claim."""
        found: Reliances = self._whole["reliances"]
        return found

    def chain(self, claim: str) -> Reason:
        """Return the tree of reasons of a claim."""
        return self._chains.of(claim)


def _prospects(analysis: Analysis) -> Iterator[tuple[str, Prospect]]:
    for id_, standing in analysis.standings.items():
        if standing.challenges or standing.rests_on:
            found = analysis.prospect(id_, work=WORK)
            if found is not None:
                yield id_, found
