"""Publishes what the form's script needs to compute how claims stand: who says what for and against what, no words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from claimgraph.model.claim import steps_of
from claimgraph.standing.debate import ATTESTING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.index.view import View
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus
    from claimgraph.standing.debate import Verdicts
    from claimgraph.standing.names import Names

DEBATED: Final = "contribute/claim/debate.json"
"""The address of the file."""


def debated(corpus: Corpus, verdicts: Verdicts, names: Names) -> dict[str, Any]:
    """Return the claims by id, each without what is empty.

    `thesis` is true for a thesis. `items` are quotes, then citations, each as
    `[kind, voice, counts, disputes, id, rests on]`: the kind is `quote` or `citation`, and `counts` 1 for evidence.
    `supports` and `counts_against` are the premises of each step after the claim that it leads to, `opposes`, `limits`
    and `rivals` ids, and `undercuts` are `[claim, field, id]`, which say what they hit.
    """
    claims = ((id_, dict(_fields(id_, entry.record, verdicts, names))) for id_, entry in corpus.claims.items())
    return {id_: {name: value for name, value in fields.items() if value} for id_, fields in claims}


def debated_json(view: View) -> str:
    """Return `debated` as JSON."""
    analysis = view.analysis
    made = debated(view.corpus, view.verdicts, analysis.origins)
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _fields(id_: str, claim: Claim, verdicts: Verdicts, names: Names) -> Iterator[tuple[str, object]]:
    yield "thesis", claim.thesis
    yield "items", list(_items(id_, claim, verdicts, names))
    steps: Mapping[str, list[list[str]]] = {"supports": [], "counts_against": []}
    for kind, _, link in steps_of(claim):
        steps[kind].append([link.claim, *link.together])
    yield from steps.items()
    yield "opposes", [link.claim for link in claim.opposes]
    yield "limits", [link.claim for link in claim.limits]
    yield "rivals", [link.claim for link in claim.rivals]
    yield "undercuts", [[each.claim, *each.part] for each in claim.undercuts if each.part is not None]


def _items(id_: str, claim: Claim, verdicts: Verdicts, names: Names) -> Iterator[list[object]]:
    for number, quote in enumerate(claim.quotes):
        verdict = verdicts.get((id_, number))
        counts = quote.mode in ATTESTING and verdict is not None and verdict.is_verified
        yield _item("quote", names.attribution(id_, number).voice, counts, quote.stance, quote.id, quote.rests_on)
    for number, citation in enumerate(claim.citations, start=len(claim.quotes)):
        voice = names.attribution(id_, number).voice
        yield _item("citation", voice, True, citation.stance, citation.id, citation.rests_on)  # noqa: FBT003


def _item(  # noqa: PLR0913, PLR0917
    kind: str,
    voice: str,
    counts: bool,  # noqa: FBT001
    stance: str,
    id_: str | None,
    rests_on: str | None,
) -> list[object]:
    row: list[object] = [kind, voice, int(counts), int(stance == "disputes"), id_ or "", rests_on or ""]
    while row[-1] == "":
        row.pop()
    return row
