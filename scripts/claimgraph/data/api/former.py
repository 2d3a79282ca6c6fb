"""What stands at the addresses of the API's first version: the list of claims, and elsewhere where things are now.

A static site cannot lead a program on, so each old address has a small document that says it. Every address that was
once published answers: those of all lists, and of every claim and topic. The list of claims keeps the fields that
nearly every program needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pydantic import ConfigDict

from claimgraph.data.api.claim_forms import Scope  # noqa: TC001  pydantic reads it when it makes the schemas
from claimgraph.data.api.claims import FOLDER, claim_file, scope
from claimgraph.data.api.sides import standing
from claimgraph.data.api.standing_forms import Standing  # noqa: TC001  likewise
from claimgraph.loading.validation import adapter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.data.api.claims import Claims

FORMER: Final = "api/v1/"
"""The address below which the first version stood."""

CLAIMS: Final = f"{FORMER}claims.json"
LISTS: Final = ("index", "topics", "sources", "voices", "debate", "schemes")
"""The lists of the first version that have moved; the list of claims still has its claims."""

WHY: Final = (
    "This is version 2 of the data: claims now have reasons for and against them, limits and theses, and the kinds of "
    "link and the states have other names. The address here was that of version 1."
)

_FORM: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What stands at an address of version 1 whose contents have moved."""

    __pydantic_config__ = _FORM
    moved_to: str
    """The address of version 2."""
    why: str
    """Why it moved, in a sentence or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerClaim:
    """One claim in the list of version 1, with the fields that it keeps."""

    __pydantic_config__ = _FORM
    id: str
    title: str
    """A label."""
    assertion: str
    """What is claimed, in one neutral sentence of the editors."""
    scope: Scope
    standing: Standing
    moved_to: str
    """The file with everything on it, in version 2."""


def former(address: str) -> str:
    """Return the address that a file of version 2 has in version 1."""
    return f"{FORMER}{address.removeprefix(FOLDER)}"


def moved(address: str, claims: Claims) -> bytes:
    """Return the document that stands at the old address of a file of version 2."""
    document = Moved(moved_to=f"{claims.home(former(address))}{address}", why=WHY)
    return adapter(Moved).dump_json(document) + b"\n"


def moved_lists(claims: Claims) -> Iterator[tuple[str, bytes]]:
    """Yield the old address of each list that has moved, with its document."""
    for name in LISTS:
        address = f"{FOLDER}{name}.json"
        yield former(address), moved(address, claims)


def former_claim(id_: str, claims: Claims) -> bytes:
    """Return what the old list of claims says of one."""
    claim = claims.view.corpus.claims[id_].record
    record = FormerClaim(
        id=id_,
        title=claim.title,
        assertion=claim.assertion,
        scope=scope(claim),
        standing=standing(claims.view, id_),
        moved_to=f"{claims.home(CLAIMS)}{claim_file(id_)}",
    )
    return adapter(FormerClaim).dump_json(record)
