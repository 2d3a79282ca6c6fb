"""The files at the addresses of the API's first version: a list of claims, and elsewhere the address of version 2.

A static site cannot redirect a program, so each old address has a small document with the new one. This holds for every
address that was once published: those of all lists, and of every claim and topic. The list of claims keeps the fields
that nearly every program needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pydantic import ConfigDict

from claimgraph.data.api.claim_records import Scope  # noqa: TC001  pydantic reads it when it makes the schemas
from claimgraph.data.api.claims import FOLDER, claim_file, scope
from claimgraph.data.api.sides import standing
from claimgraph.data.api.standing_records import Standing  # noqa: TC001  likewise

if TYPE_CHECKING:
    from claimgraph.data.dataset import Dataset

FORMER: Final = "api/v1/"
"""The address below which the first version stood."""

CLAIMS: Final = f"{FORMER}claims.json"
LISTS: Final = ("index", "topics", "sources", "voices", "debate", "schemes")
"""The lists of the first version that have moved; the list of claims is still there."""

WHY: Final = (
    "This is version 2 of the data: claims now have reasons for and against them, limits and theses, and the kinds of "
    "link and the states have other names. The address here was that of version 1."
)

_CONFIG: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The document at an address of version 1 whose contents have moved."""

    __pydantic_config__ = _CONFIG
    moved_to: str
    """The address of version 2."""
    why: str
    """Why it moved, in a sentence or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerClaim:
    """One claim in the list of version 1, with the fields that it keeps."""

    __pydantic_config__ = _CONFIG
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


def moved(dataset: Dataset, address: str) -> Moved:
    """Return the document at the old address of a file of version 2."""
    return Moved(moved_to=f"{dataset.to_home(former(address))}{address}", why=WHY)


def former_claims(dataset: Dataset) -> tuple[FormerClaim, ...]:
    """Return the old list of claims."""
    home = dataset.to_home(CLAIMS)
    return tuple(
        FormerClaim(
            id=id_,
            title=entry.record.title,
            assertion=entry.record.assertion,
            scope=scope(entry.record),
            standing=standing(dataset.view, id_),
            moved_to=f"{home}{claim_file(id_)}",
        )
        for id_, entry in dataset.corpus.claims.items()
    )
