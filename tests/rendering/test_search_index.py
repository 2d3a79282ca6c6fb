"""Merging search entries."""

from __future__ import annotations

import json

from claimgraph.rendering.search_index import SearchEntry, merged

INDEX = json.dumps(
    {
        "config": {"lang": ["en"]},
        "docs": [
            {"location": "", "title": "Home", "text": "<p>Welcome</p>"},
            {"location": "claims/", "title": "Claims", "text": ""},
        ],
    }
)


def test_entries_come_behind_in_order_of_place() -> None:
    entries = (
        SearchEntry(location="topics/waits/", title="Waits"),
        SearchEntry(location="claims/fudge/", title="Fudge", text="In England"),
    )
    assert json.loads(merged(INDEX, entries)) == {
        "config": {"lang": ["en"]},
        "docs": [
            {"location": "", "title": "Home", "text": "<p>Welcome</p>"},
            {"location": "claims/", "title": "Claims", "text": ""},
            {"location": "claims/fudge/", "title": "Fudge", "text": "In England"},
            {"location": "topics/waits/", "title": "Waits", "text": ""},
        ],
    }


def test_plain_text_is_escaped() -> None:
    entry = SearchEntry(location="claims/x/", title="<img src=x onerror=alert(1)>", text='a < b & "c"')
    assert json.loads(merged(INDEX, [entry]))["docs"][-1] == {
        "location": "claims/x/",
        "title": "&lt;img src=x onerror=alert(1)&gt;",
        "text": 'a &lt; b &amp; "c"',
    }


def test_an_entry_at_a_known_place_replaces_it() -> None:
    docs = json.loads(merged(INDEX, [SearchEntry(location="claims/", title="All claims")]))["docs"]
    assert [entry["title"] for entry in docs] == ["Home", "All claims"]


def test_no_entries_change_nothing() -> None:
    assert json.loads(merged(INDEX, [])) == json.loads(INDEX)


def test_the_order_given_makes_no_difference() -> None:
    entries = [SearchEntry(location=f"claims/{name}/", title=name) for name in "cab"]
    assert merged(INDEX, entries) == merged(INDEX, reversed(entries))
