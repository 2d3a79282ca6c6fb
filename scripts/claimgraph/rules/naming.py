"""Problems with ids that name nothing, and records that could not be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from claimgraph.findings import Fix
from claimgraph.loading.compared import COMPARED
from claimgraph.model.claim import links_of
from claimgraph.model.values import id_near
from claimgraph.nearest import did_you_mean, surely_meant
from claimgraph.rules.rule import Examined, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimgraph.location import Location
    from claimgraph.model.corpus import Entry


_SUFFIX: Final = re.compile(r"(?i)\.ya?ml$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The ids of one kind of record, which files may name.

    `noun` is the kind with its article. `former` maps former ids to present ids. `unread` are the ids of files with
    findings: to name them is no mistake. `hint` says what to write.
    """

    noun: str
    known: Iterable[str]
    former: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    hint: str = ""
    _guesses: dict[str, str] = field(default_factory=dict, init=False)

    def unknown(self, at: Location, what: str, written: str, *, is_value: bool = True) -> Problem:
        """Return the problem that an id is unknown; `what` is the sentence up to and including the id.

        `is_value` tells that the id is all of the text at the place, where it may be put right by itself.
        """
        if written in self.former:
            present = self.former[written]
            fix = Fix(old=written, new=present) if is_value else None
            return Problem(at=at, message=f"{what}, a former id of '{present}'", hint=f"write '{present}'", fix=fix)
        if written not in self._guesses:
            self._guesses[written] = did_you_mean(written, self.known)
        meant = surely_meant(written, self.known) if is_value else None
        message = f"{what}, which is not {self.noun}{self._guesses[written]}"
        return Problem(at=at, message=message, hint=self.hint, fix=Fix(old=written, new=meant) if meant else None)


def names_of_claims(examined: Examined) -> Names:
    """Return the ids of claims."""
    return _names(examined, "claim", examined.corpus.claims)


def names_of_sources(examined: Examined) -> Names:
    """Return the ids of sources."""
    return _names(examined, "source", examined.corpus.sources, hint="; or add the file")


def _names(examined: Examined, kind: str, entries: Mapping[str, Entry[Any]], hint: str = "") -> Names:
    return Names(
        noun=f"a {kind}",
        known=entries,
        former={alias: entry.id for entry in entries.values() for alias in entry.record.aliases},
        unread=unread(examined, f"{kind}s"),
        hint=f"name the id of a {kind}: its file's name without .yml{hint}",
    )


def unread(examined: Examined, folder: str) -> frozenset[str]:
    """Return the ids of the records below a folder that have findings from reading.

    What is in these files is not known, so no rule says that something is missing which may be there. A file that is
    not read because of its name counts by the id that it nearly has.
    """
    paths = (finding.location.path for finding in examined.found)
    names = (
        path.rpartition("/")[2]
        for path in paths
        if path.startswith(f"{folder}/") and "/_" not in path and path != COMPARED and _SUFFIX.search(path)
    )
    return frozenset(id_near(_SUFFIX.sub("", name), folder[:-1]) for name in names)


def unread_topics(examined: Examined) -> frozenset[str]:
    """Return the topics whose file has findings, so that its lists are not known."""
    paths = (finding.location.path.split("/") for finding in examined.found)
    return frozenset(path[1] for path in paths if path[0] == "claims" and path[-1] == "_topic.yml")


def names_unread_claim(examined: Examined) -> bool:
    """Tell whether some claim could not be read, or has a link to a claim that is not there.

    Then a link or a reason may be missing, and other rules say so.
    """
    claims = examined.corpus.claims
    return bool(unread(examined, "claims")) or any(
        link.claim not in claims for claim in claims.values() for _, _, link in links_of(claim.record)
    )
