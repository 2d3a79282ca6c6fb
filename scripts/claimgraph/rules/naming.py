"""What the rules say about an id that names nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimgraph.loading.compared import COMPARED
from claimgraph.nearest import did_you_mean
from claimgraph.rules.rule import Examined, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimgraph.location import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The ids that files may name, of one kind of record.

    `noun` says what they are ids of, with its article. `former` maps each former id to the present one. `unread` are
    the ids of files that have findings of their own: naming one of them is no mistake. `hint` says what to write.
    """

    noun: str
    known: Iterable[str]
    former: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    hint: str = ""
    _guesses: dict[str, str] = field(default_factory=dict, init=False)

    def unknown(self, at: Location, what: str, written: str) -> Problem:
        """Return the problem that an id is not known; `what` is the sentence up to and including the id."""
        if written in self.former:
            present = self.former[written]
            return Problem(at=at, message=f"{what}, a former id of '{present}'", hint=f"write '{present}'")
        if written not in self._guesses:
            self._guesses[written] = did_you_mean(written, self.known)
        return Problem(at=at, message=f"{what}, which is not {self.noun}{self._guesses[written]}", hint=self.hint)


def names_of_claims(examined: Examined) -> Names:
    """Return the ids that claims may be named by."""
    claims = examined.corpus.claims
    return Names(
        noun="a claim",
        known=claims,
        former={alias: claim.id for claim in claims.values() for alias in claim.record.aliases},
        unread=unread(examined, "claims"),
        hint="name the id of a claim: its file's name without .yml",
    )


def names_of_sources(examined: Examined) -> Names:
    """Return the ids that sources may be named by."""
    sources = examined.corpus.sources
    return Names(
        noun="a source",
        known=sources,
        former={alias: source.id for source in sources.values() for alias in source.record.aliases},
        unread=unread(examined, "sources"),
        hint="name the id of a source: its file's name without .yml; or add the file",
    )


def unread(examined: Examined, folder: str) -> frozenset[str]:
    """Return the ids of the records below a folder about which reading found something.

    What such a file holds is not known, so no rule says that something is missing which it may hold.
    """
    paths = (finding.location.path for finding in examined.found)
    return frozenset(
        path.rpartition("/")[2].removesuffix(".yml")
        for path in paths
        if path.startswith(f"{folder}/") and path.endswith(".yml") and "/_" not in path and path != COMPARED
    )
