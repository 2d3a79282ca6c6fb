"""Rules about what quotes, citations and figures name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimgraph.captures.words import fold_line
from claimgraph.findings import Severity
from claimgraph.nearest import did_you_mean
from claimgraph.quotes.territory import speaker_names
from claimgraph.rules.naming import Names, names_of_sources, unread
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.location import Location, Step
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry

Named: TypeAlias = "tuple[tuple[Step, ...], str]"
"""Where a source is named, and its id."""


@rule(Severity.ERROR)
def unknown_source(examined: Examined) -> Iterator[Problem]:
    """A source that is named exists.

    What a quote, a citation, a figure or an interest names under `source` is the id of a source: its file's name
    without `.yml`.

    Bad:

        citations: [{source: town-reprt-2021, finding: Half of the buses arrived late.}]

    Good:

        citations: [{source: town-report-2021, finding: Half of the buses arrived late.}]
    """
    names = names_of_sources(examined)
    for at, id_ in _named(examined):
        if id_ not in examined.corpus.sources and id_ not in names.unread:
            yield names.unknown(at(), f"names '{id_}'", id_)
