"""Whether two states of a corpus differ in nothing but the words of claims: then the argument is the same."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus

MOST: Final = 100
"""How many claims are compared at most: beyond, it costs more than it saves."""


def is_reworded(former: Corpus, present: Corpus) -> bool:
    """Tell whether titles, assertions and notes of some claims are all that differs."""
    same = ("topics", "sources", "voices", "topic_of", "glossary", "measures", "compared", "proven")
    if any(getattr(former, name) != getattr(present, name) for name in same) or list(former.claims) != list(
        present.claims
    ):
        return False
    pairs = ((former.claims[id_], entry) for id_, entry in present.claims.items())
    changed = [(old.record, new.record) for old, new in pairs if old is not new]
    return len(changed) <= MOST and all(_wordless(old) == _wordless(new) for old, new in changed)


def _wordless(claim: Claim) -> dict[str, object]:
    """Return what a claim says beside its own words."""
    return {field.name: getattr(claim, field.name) for field in fields(claim) if field.name not in _WORDS}


_WORDS: Final = frozenset({"title", "assertion", "note"})
