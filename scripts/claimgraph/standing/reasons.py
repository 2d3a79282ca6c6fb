"""Explains in plain sentences why a claim stands as it does. They name who is quoted, and never judge.

They say what is recorded, not what is true. That the editors worded or inferred a claim is said by the line of
evidence, which always stands beside them. They are text with titles and names as given, not markup. Lists name three
items at most. It takes time linear in the challenges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import Attack, Force, Gap, Label
from claimgraph.standing.phrases import Named, enumerated, has, listed, stands, subject
from claimgraph.standing.procon_wording import ProConWording
from claimgraph.standing.replies import Replies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimgraph.model.standing import Challenge, Standing
    from claimgraph.standing.names import Names

_GAPS: Final = {
    Gap.TAKEN_FOR_GRANTED: "some words only take it for granted",
    Gap.UNVERIFIED: "what is quoted for it is not verified",
    Gap.UNFOUNDED: "the claims that support it are not evidenced themselves",
}


def explained(standings: Mapping[str, Standing], names: Names) -> dict[str, str]:
    """Return in a few sentences why each claim stands as it does, by id; `standings` are of the whole corpus."""
    explainer = _Explainer(standings, names)
    return {id_: explainer.reason(id_) for id_ in standings}


class _Explainer:
    def __init__(self, standings: Mapping[str, Standing], names: Names) -> None:
        self._standings = standings
        self._names = names
        self._replies = Replies(standings, names)
        self._procon = ProConWording(names)
        self._known: dict[tuple[str, int | None], Named] = {}

    def reason(self, id_: str) -> str:
        """Return why a claim stands as it does."""
        standing = self._standings[id_]
        if standing.is_thesis:
            return " ".join((*self._procon.thesis(standing), *self._held(id_, standing)))
        match standing.label:
            case Label.OPEN:
                sentences = [*self._open(id_, standing)]
            case Label.OUT:
                sentences = [*self._contradicted(id_, standing)]
            case Label.NOT_EVIDENCED:
                return " ".join(self._not_evidenced(standing))
            case _:
                sentences = [*self._standing(id_, standing)]
        sentences += self._procon.beside(standing)
        return " ".join(sentences or [_undisputed(standing)])

    def _held(self, id_: str, standing: Standing) -> Iterator[str]:
        """Yield who asserts a thesis in these words."""
        if standing.attested_by:
            yield f"It is asserted here in words {self._whose(id_, standing.attested_by)}."

    def _standing(self, id_: str, standing: Standing) -> Iterator[str]:
        answered = [challenge for challenge in standing.challenges if challenge.force is Force.ANSWERED]
        others = [challenge for challenge in standing.challenges if challenge.force is not Force.ANSWERED]
        outlasted = self._named(others)
        if answered:
            yield self._answered(id_, answered)
            yield from self._own_replies(id_, answered)
        if outlasted:
            free = "are not challenged" if standing.has_unchallenged_ground else "stand"
            if answered:
                yield f"Some of its grounds are put in doubt by {listed(outlasted)}; but it has others that {free}."
            elif all(challenge.is_of_steps for challenge in others):
                what = "A reason given for it is" if len(outlasted) == 1 else "Reasons given for it are"
                yield f"{what} put in doubt by {listed(outlasted)}; but it has other grounds that {free}."
            else:
                yield f"It is challenged by {listed(outlasted)}; but it has other grounds that {free}."

    def _answered(self, id_: str, challenges: Sequence[Challenge]) -> str:
        named = self._named(challenges)
        found = dict.fromkeys(answer for challenge in challenges for answer in self._replies.answers(id_, challenge))
        answers = enumerated([self._answer(id_, answer) for answer in found], rest="others")
        them = "that is itself answered by" if len(named) == 1 else "each is itself answered, by"
        return f"It is challenged by {listed(named)}; but {them} {answers}."

    def _own_replies(self, id_: str, challenges: Sequence[Challenge]) -> Iterator[str]:
        """Yield that the only replies come from the claim's own voice, if that is so."""
        own = [challenge for challenge in challenges if self._replies.is_own(id_, challenge)]
        if not own:
            return
        answers = {answer for challenge in own for answer in self._replies.answers(id_, challenge)}
        one, s = ("reply", "s") if len(answers) == 1 else ("replies", "")
        to_whom = "" if len(own) == len(challenges) else f" to {_plain(self._named(own))}"
        among = f" that stand{s}" if any(self._replies.has_failed(id_, challenge) for challenge in own) else ""
        yield f"The only {one}{to_whom}{among} come{s} from the same voice."

    def _open(self, id_: str, standing: Standing) -> Iterator[str]:
        undecided = [challenge for challenge in standing.challenges if challenge.force is Force.UNDECIDED]
        named = self._named(undecided)
        opposers = self._named(challenge for challenge in undecided if challenge.attack is Attack.OPPOSES)
        if named:
            is_bare = len(undecided) == len(standing.challenges)
            is_bare = is_bare and not any(self._replies.is_replied(id_, challenge) for challenge in undecided)
            none_of = "neither" if len(named) == 1 else "none of them"
            end = f"{none_of} has a recorded reply" if is_bare else "no reply recorded here settles it"
            if len(opposers) < len(named):
                yield f"It is challenged by {listed(named)}, and {end}."
            elif len(named) == 1:
                yield f"It and {subject(named)} cannot both be true as worded, and {end}."
            else:
                yield f"If it is true as worded, none of these can be: {listed(named)}; {end}."
        if standing.rests_on:
            are = "is in open dispute itself" if len(standing.rests_on) == 1 else "are in open dispute themselves"
            yield f"It {'also ' if named else ''}rests on {self._premises(standing)}, which {are}."

    def _contradicted(self, id_: str, standing: Standing) -> Iterator[str]:
        """Yield what takes away a claim's evidence or attacks it, then what else challenges it.

        A claim attacks back if it is voiced. What opposes a voiced claim, or disputes any claim, holds only if the
        claim is out for another reason: so it comes second.
        """
        holding = [challenge for challenge in standing.challenges if challenge.force is Force.HOLDS]
        first = {Attack.UNDERCUTS} if standing.is_voiced else {Attack.UNDERCUTS, Attack.OPPOSES}
        because = [challenge for challenge in holding if challenge.attack in first]
        bare = self._named(challenge for challenge in because if not self._replies.is_replied(id_, challenge))
        replied = self._named(challenge for challenge in because if self._replies.is_replied(id_, challenge))
        reasons = []
        if bare:
            reasons.append(f"{subject(bare)} {has(bare)} no reply here")
        if replied:
            reasons.append(f"{subject(replied)} still {stands(replied)} after the replies recorded here")
        if standing.rests_on:
            rests = "it otherwise rests" if reasons else "it rests"
            a_challenge_has = "a challenge has" if len(standing.rests_on) == 1 else "challenges have"
            reasons.append(f"{rests} on {self._premises(standing)}, to which {a_challenge_has} no reply here")
        yield f"Because {', and '.join(reasons)}."
        named = {*bare, *replied}
        if too := [each for each in self._named(holding) if each not in named]:
            yield f"It is also challenged by {listed(too)}."

    def _not_evidenced(self, standing: Standing) -> Iterator[str]:
        gaps = ", and ".join(_GAPS[gap] for gap in standing.gaps) or "no claim supports it"
        yield f"Nobody is quoted or cited asserting it yet; {gaps}."
        named = self._named(challenge for challenge in standing.challenges if challenge.force is not Force.ANSWERED)
        if named:
            yield f"It is challenged by {listed(named)}."

    def _named(self, challenges: Iterable[Challenge]) -> list[Named]:
        """Return the names of challenges without duplicates."""
        return list(dict.fromkeys(self._name(challenge.claim, challenge.item) for challenge in challenges))

    def _name(self, claim: str, item: int | None) -> Named:
        if (claim, item) not in self._known:
            self._known[claim, item] = self._made(claim, item)
        return self._known[claim, item]

    def _made(self, claim: str, item: int | None) -> Named:
        if item is None:
            return Named(self._title(claim), self._whose(claim, self._standings[claim].attested_by))
        whose = self._whose(claim, (item,))
        is_cited = self._names.attribution(claim, item).is_cited
        return Named("a finding that disputes it" if is_cited else "words that dispute it", whose)

    def _answer(self, id_: str, answer: str) -> str:
        return "this claim itself" if answer == id_ else self._title(answer)

    def _whose(self, id_: str, items: Sequence[int]) -> str:
        """Return who is quoted in some items, or which sources are cited if nobody is."""
        spoken = [self._names.attribution(id_, item) for item in items]
        quoted = list(dict.fromkeys(each.name for each in spoken if not each.is_cited and each.name))
        cited = list(dict.fromkeys(f"‘{each.name}’" for each in spoken if each.is_cited and each.name))
        names = quoted or cited
        if not names:
            return ""
        return f"{'quoted' if quoted else 'cited'} from {enumerated(names)}"

    def _premises(self, standing: Standing) -> str:
        return enumerated([self._title(id_) for id_ in standing.rests_on])

    def _title(self, id_: str) -> str:
        return f"‘{self._names.title(id_)}’"


def _undisputed(standing: Standing) -> str:
    if standing.has_unheard:
        return "Nobody quoted or cited here speaks against it; what else is recorded against it does not count."
    return "Nobody recorded here speaks against this statement, or against what it rests on."


def _plain(named: Sequence[Named]) -> str:
    return enumerated([each.what for each in named])
