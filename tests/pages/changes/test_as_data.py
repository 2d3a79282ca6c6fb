"""The page of changes as a file of data."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from claimgraph.data.api.encoding import encoded
from claimgraph.data.api.schemas import API_VERSION
from claimgraph.data.dataset import Dataset
from claimgraph.data.files import data_index
from claimgraph.data.manifest import filed
from claimgraph.index.home import Home
from claimgraph.pages.changes.as_data import changes_file
from claimgraph.pages.changes.page import ChangedClaim, ChangedState, ChangeSet, ChangesPage
from tests.pages.corpora import view

LATE = ChangedClaim(
    id="late",
    title="Late buses",
    says="Changed",
    address="claims/late/",
    details=("Title changed from ‘a’ to ‘b’", "Quote added, from Hearing"),
    argued=("Quote added, from Hearing",),
    topic="buses",
    theses=("too-late",),
)
GONE = ChangedClaim(id="old", title="Old", says="Claim taken away", address=None, topic="trams")
SET = ChangeSet(
    commit="0123456789abcdef",
    time=datetime(2026, 3, 1, 9, 5, tzinfo=UTC),
    day="1 March 2026",
    claims=(LATE, GONE),
    more=2,
)
STATE = ChangedState(
    id="late",
    title="Late buses",
    address="claims/late/",
    before="Not disputed here",
    after="Contested: reasons against it stand",
)
PAGE = ChangesPage(sets=(SET,), states=(STATE,), note="Cut short.")
HOUSED = Dataset(view=view(), home=Home(name="A", url="https://a.example/"), captured=frozenset())


def test_it_says_what_the_page_shows() -> None:
    file = changes_file(PAGE, HOUSED)
    assert file.path == "api/v2/changes.json"
    assert json.loads(encoded(file.value())) == {  # type: ignore[arg-type]
        "api_version": API_VERSION,
        "as_of": "2026-03-01",
        "note": "Cut short.",
        "sets": [
            {
                "commit": "0123456789abcdef",
                "time": "2026-03-01T09:05:00+00:00",
                "claims": [
                    {
                        "id": "late",
                        "title": "Late buses",
                        "how": "changed",
                        "details": ["Title changed from ‘a’ to ‘b’", "Quote added, from Hearing"],
                        "evidence_and_links": ["Quote added, from Hearing"],
                        "topic": "buses",
                        "theses": ["too-late"],
                        "url": "https://a.example/claims/late/",
                    },
                    {
                        "id": "old",
                        "title": "Old",
                        "how": "taken away",
                        "details": [],
                        "evidence_and_links": [],
                        "topic": "trams",
                        "theses": [],
                        "url": "",
                    },
                ],
                "more": 2,
                "url": "https://a.example/changes/#c-0123456789ab",
            }
        ],
        "states": [
            {
                "id": "late",
                "title": "Late buses",
                "before": "Not disputed here",
                "after": "Contested: reasons against it stand",
                "url": "https://a.example/claims/late/",
            }
        ],
    }


def test_without_an_address_of_the_site_addresses_are_seen_from_the_file() -> None:
    file = changes_file(PAGE, replace(HOUSED, home=Home(name="A")))
    told = json.loads(encoded(file.value()))  # type: ignore[arg-type]
    assert (told["sets"][0]["url"], told["states"][0]["url"]) == (
        "../../changes/#c-0123456789ab",
        "../../claims/late/",
    )


def test_the_version_of_the_data_does_not_hang_on_the_history() -> None:
    names = ("claims", "shards", "sources", "topics", "voices", "debate", "schemes")
    others = tuple(filed(f"api/v2/{name}.json", b"[]") for name in names)
    versions = {
        data_index(HOUSED, (*others, *more))[1].data_version
        for more in ((), (filed("api/v2/changes.json", b"{}"),), (filed("api/v2/changes.json", b"{1}"),))
    }
    assert len(versions) == 1
