"""What the page of changes shows, as a file of data."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from claimgraph.data.api import change_records as records
from claimgraph.data.api.encoding import One
from claimgraph.data.api.files import RECORDS
from claimgraph.data.api.listing import CHANGES
from claimgraph.data.api.schemas import API_VERSION
from claimgraph.incremental.artefacts import Artefact
from claimgraph.incremental.digests import digest_of
from claimgraph.model.standing import State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from claimgraph.data.dataset import Dataset
    from claimgraph.pages.changes.page import ChangedClaim, ChangesPage

_HOW: Final[Mapping[str, Literal["new", "changed", "new address", "taken away"]]] = {
    "New claim": "new",
    "Changed": "changed",
    "New address": "new address",
    "Claim taken away": "taken away",
}


def changes_file(page: ChangesPage, dataset: Dataset) -> Artefact:
    """Return the file of what a page of changes shows."""
    value = One(kind="Changes", record=changes_record(page, dataset))
    return Artefact(path=CHANGES, kind=RECORDS, value=lambda: value, of=digest_of(value))


def changes_record(page: ChangesPage, dataset: Dataset) -> records.Changes:
    """Return what a page of changes shows as a record."""
    home = dataset.to_home(CHANGES)
    return records.Changes(
        api_version=API_VERSION,
        as_of=dataset.view.as_of.isoformat(),
        note=page.note,
        sets=tuple(
            records.ChangeSet(
                commit=each.commit,
                time=each.time.astimezone(UTC).isoformat(),
                claims=tuple(_claim(claim, home) for claim in each.claims),
                more=each.more,
                url=f"{home}changes/#{each.anchor}",
            )
            for each in page.sets
        ),
        states=tuple(
            records.ChangedState(
                id=each.id,
                title=each.title,
                before=State(each.before).value,
                after=State(each.after).value,
                url=f"{home}{each.address}",
            )
            for each in page.states
        ),
    )


def _claim(claim: ChangedClaim, home: str) -> records.ChangedClaim:
    return records.ChangedClaim(
        id=claim.id,
        title=claim.title,
        how=_HOW[claim.says],
        details=claim.details,
        evidence_and_links=claim.argued,
        topic=claim.topic,
        theses=claim.theses,
        url=f"{home}{claim.address}" if claim.address else "",
    )
