"""Rules about comparisons of captures with their sources' texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.captures.store import capture_path
from claimgraph.findings import Severity
from claimgraph.loading.compared import COMPARED
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(Severity.WARNING)
def capture_not_compared(examined: Examined) -> Iterator[Problem]:
    """A quote rests on a capture that somebody has compared with the source's text.

    Whoever makes a capture could add a sentence to the text before, and a quote of that sentence would be found word
    for word. So a capture proves nothing until somebody else who has the text compares the two. The maintainers record
    comparisons in `sources/compared.yml`. Without one, the quote's page says that nobody has compared the capture.

    Bad, where `sources/compared.yml` does not name the present capture:

        quotes: [{source: town-report-2021, exact: Half of the buses were late that winter}]

    Good:

        claimgraph capture TEXT --source town-report-2021 --compare --by maintainers
    """
    corpus = examined.corpus
    if any(finding.location.path == COMPARED for finding in corpus.findings):
        return  # The content of the file is not known.
    entries = corpus.compared.record.by_source if corpus.compared else {}
    for (claim_id, index), verdict in examined.verdicts.items():
        claim = corpus.claims[claim_id]
        source = claim.record.quotes[index].source
        if not verdict.is_verified or source in corpus.proven:
            continue
        why = "was changed after it was compared" if source in entries else "nobody has compared with the source yet"
        yield Problem(
            at=claim.at("quotes", index, "exact"),
            message=f"the quote rests on a capture of '{source}' that {why}",
            hint=_what_to_type(source),
        )


@rule(Severity.WARNING)
def comparison_outdated(examined: Examined) -> Iterator[Problem]:
    """The captures that `sources/compared.yml` names have not changed since.

    A capture that is made again, from an edited text or by a later version of the program, has to be compared again.

    Bad, where the capture has changed since:

        town-report-2021: {capture: 5f2d..., on: 2021-10-12, by: maintainers}

    Good:

        claimgraph capture TEXT --source town-report-2021 --compare --by maintainers
    """
    compared = examined.corpus.compared
    if compared is None:
        return
    for id_, one in compared.record.by_source.items():
        if id_ in examined.captured and id_ not in examined.corpus.proven:
            yield Problem(
                at=compared.at(id_, "capture"),
                message=f"the capture of '{id_}' was changed after it was compared on {one.on} by {one.by}",
                hint=_what_to_type(id_),
            )


@rule(Severity.WARNING)
def comparison_without_capture(examined: Examined) -> Iterator[Problem]:
    """A source that `sources/compared.yml` names has a capture.

    Bad, where there is no `sources/town-report-2021.capture.json`:

        town-report-2021: {capture: 5f2d..., on: 2021-10-12, by: maintainers}

    Good:

        claimgraph capture TEXT --source town-report-2021
    """
    compared = examined.corpus.compared
    if compared is None:
        return
    for id_ in compared.record.by_source:
        if id_ in examined.corpus.sources and id_ not in examined.captured:
            yield Problem(
                at=compared.at(id_, key=True),
                message=f"'{id_}' was compared, but there is no {capture_path(id_)}",
                hint=f"take the entry out, or make the capture: claimgraph capture TEXT --source {id_}",
            )


def _what_to_type(source: str) -> str:
    return f"a maintainer who has the text types: claimgraph capture TEXT --source {source} --compare --by maintainers"
