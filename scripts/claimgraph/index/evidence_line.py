"""The evidence for a claim in one line: its quotes and citations, and how many voices give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from claimgraph.index.wording import NOT_COMPARED, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.index.view import View
    from claimgraph.model.claim import Claim, Quote

Weight: TypeAlias = Literal["asserts", "disputes", "presupposes"]

_BEGINS: Final[Mapping[Weight, str]] = {
    "asserts": "",
    "disputes": "Against it: ",
    "presupposes": "Taken for granted in ",
}


def evidence_line(view: View, claim_id: str) -> str:
    """Return the evidence line of a claim: what is quoted and what is only cited, for it and against it."""
    claim = view.corpus.claims[claim_id].record
    said = {weight: "; ".join(_parts(view, claim_id, claim, weight)) for weight in _BEGINS}
    sentences = [] if is_voiced(claim) else [_unsaid(view, claim_id)]
    sentences += [f"{begin}{parts}." for weight, begin in _BEGINS.items() if (parts := said[weight])]
    evidence = view.analysis.evidence[claim_id]
    if evidence.quotes + evidence.citations > 1:
        voices = plural(len(evidence.voices), "voice")
        lines = plural(len(evidence.lines), "independent source")
        sentences.append(f"All from {voices}, in {lines}.")
    return " ".join(sentences)


def _unsaid(view: View, claim_id: str) -> str:
    """Return the sentence which says that nobody asserts a claim in these words, and where it comes from instead."""
    if view.corpus.claims[claim_id].record.thesis:
        return "The editors worded it; nobody is quoted asserting it so."
    inferred = "; the editors infer it from other claims" if view.is_inferred(claim_id) else ""
    return f"Nobody is quoted asserting this{inferred}."


def _parts(view: View, claim_id: str, claim: Claim, weight: Weight) -> Iterator[str]:
    chosen = [i for i, quote in enumerate(claim.quotes) if _weight(quote) == weight]
    verified = [i for i in chosen if (v := view.verdicts.get((claim_id, i))) is not None and v.is_verified]
    proven = sum(claim.quotes[i].source in view.corpus.proven for i in verified)
    held = [view.is_text_captured(citation.source) for citation in claim.citations if citation.stance == weight]
    for count, what, how in (
        (proven, "quote", ", verified word for word"),
        (len(verified) - proven, "quote", f", {NOT_COMPARED}"),
        (len(chosen) - len(verified), "quote", ", not verified"),
        (sum(held), "citation", ", put in our own words"),
        (len(held) - sum(held), "citation", ", put in our own words (the source’s wording is not on file yet)"),
    ):
        if count:
            yield f"{plural(count, what)}{how}"


def _weight(quote: Quote) -> Weight:
    """Return how a quote bears on its claim; a quote that takes it for granted neither asserts nor disputes it."""
    return "presupposes" if quote.mode == "presupposed" else quote.stance


def is_voiced(claim: Claim) -> bool:
    """Tell whether somebody is quoted or cited asserting a claim."""
    quoted = any(_weight(quote) == "asserts" for quote in claim.quotes)
    return quoted or any(citation.stance == "asserts" for citation in claim.citations)
