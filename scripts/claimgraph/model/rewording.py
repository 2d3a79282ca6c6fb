"""What a claim says beside its own words: where nothing else changes, the argument is the same."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from claimgraph.incremental.digests import digest_of

if TYPE_CHECKING:
    from claimgraph.model.claim import Claim

_WORDS: Final = frozenset({"title", "assertion", "note"})


def wordless_digest(claim: Claim) -> bytes:
    """Return the digest of a claim without its title, assertion and note."""
    return digest_of(tuple(getattr(claim, field.name) for field in fields(claim) if field.name not in _WORDS))
