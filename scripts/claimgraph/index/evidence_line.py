"""The evidence for a claim in one line: verified quotes, the number of their voices, and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from claimgraph.index.wording import NOT_COMPARED, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.view import View
    from claimgraph.model.claim import Claim, Quote, Stance

Weight: TypeAlias = Literal["asserts", "disputes", "presupposes"]

_STANCES: Final[tuple[Stance, ...]] = ("asserts", "disputes")
_WEIGHTS: Final[tuple[Weight, ...]] = (*_STANCES, "presupposes")


def evidence_line(view: View, claim_id: str) -> str:
    """Return the evidence line of a claim: what is verified, from how many voices, and what is only cited."""
    claim = view.corpus.claims[claim_id].record
    parts = [part for weight in _WEIGHTS for part in _quoted(view, claim_id, claim, weight)]
    parts += [part for stance in _STANCES for part in _cited(view, claim, stance)]
    said = "; ".join(parts)
    sentences = [] if is_voiced(claim) else [_unsaid(view, claim_id)]
    sentences += [f"{said[0].upper()}{said[1:]}."] if said else []
    evidence = view.analysis.evidence[claim_id]
    if evidence.quotes + evidence.citations > 1:
        sentences.append(f"In all: {evidence}.")
    return " ".join(sentences)


def _unsaid(view: View, claim_id: str) -> str:
    """Return the sentence which says that nobody asserts a claim in these words, and where it comes from instead."""
    if view.corpus.claims[claim_id].record.thesis:
        return "The editors worded it; nobody is quoted asserting it so."
    inferred = "; the editors infer it from other claims" if view.is_inferred(claim_id) else ""
    return f"Nobody is quoted asserting this{inferred}."


def _quoted(view: View, claim_id: str, claim: Claim, weight: Weight) -> Iterator[str]:
    chosen = [i for i, quote in enumerate(claim.quotes) if _weight(quote) == weight]
    verified = [i for i in chosen if (v := view.verdicts.get((claim_id, i))) is not None and v.is_verified]
    for is_proven, said in ((True, "verified word for word"), (False, NOT_COMPARED)):
        found = [i for i in verified if (claim.quotes[i].source in view.corpus.proven) is is_proven]
        voices = {voicing.id for i in found if (voicing := view.voicing(claim_id, i)) is not None}
        sources = {claim.quotes[i].source for i in found}
        if found:
            whence = f"from {plural(len(voices), 'voice')} in {plural(len(sources), 'source')}"
            yield f"{_items(len(found), 'quote', weight)} {said}, {whence}"
    if left := len(chosen) - len(verified):
        yield f"{_items(left, 'quote', weight)} not verified"


def _cited(view: View, claim: Claim, stance: Stance) -> Iterator[str]:
    held = [view.is_text_captured(citation.source) for citation in claim.citations if citation.stance == stance]
    if told := sum(held):
        yield f"{_items(told, 'citation', stance)} told in our words from a captured text"
    if left := len(held) - told:
        yield f"{_items(left, 'citation', stance)} whose wording is not captured yet"


def _weight(quote: Quote) -> Weight:
    """Return how a quote bears on its claim; a quote that takes it for granted neither asserts nor disputes it."""
    return "presupposes" if quote.mode == "presupposed" else quote.stance


def is_voiced(claim: Claim) -> bool:
    """Tell whether somebody is quoted or cited asserting a claim."""
    quoted = any(_weight(quote) == "asserts" for quote in claim.quotes)
    return quoted or any(citation.stance == "asserts" for citation in claim.citations)


def _items(count: int, one: str, weight: Weight) -> str:
    how = {"asserts": "", "disputes": "disputed in ", "presupposes": "taken for granted in "}[weight]
    return f"{how}{plural(count, one)}"
