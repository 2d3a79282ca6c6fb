"""The files of the search index."""

from __future__ import annotations

import json
from typing import Any

from claimgraph.pages.search.search_index import CHUNK, SearchEntry, search_files, written_entries

WRITTEN = json.dumps(
    {
        "config": {"lang": ["en"]},
        "docs": [
            {"location": "", "title": "Home", "text": "<p>Welcome &amp; look</p>"},
            {"location": "claims/", "title": "Claims", "text": ""},
        ],
    }
)
FUDGE = SearchEntry(location="claims/fudge/", title="Waits: a fudge", text="People wait. Waits are long.")
WAITS = SearchEntry(location="topics/waits/", title="Waits")


def files(*entries: SearchEntry) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in search_files((), entries)}


def words_of(made: dict[str, Any]) -> list[str]:
    """Undo the front coding of all blocks."""
    found: list[str] = []
    for block in made["search/index.json"]["blocks"]:
        last = ""
        for line in block.split("\n"):
            last = last[: int(line[0], 36)] + line[1:]
            found.append(last)
    return found


def test_words_places_and_pages_are_written() -> None:
    made = files(WAITS, FUDGE)
    assert list(made) == ["search/words-0.json", "search/pages-0.json", "search/index.json"]
    assert made["search/pages-0.json"] == [
        ["claims/fudge/", "Waits: a fudge", "People wait. Waits are long."],
        ["topics/waits/", "Waits", ""],
    ]
    assert words_of(made) == ["a", "are", "fudge", "long", "people", "wait", "waits"]
    assert made["search/words-0.json"] == [[1], [0], [1], [0], [0], [0], [1, 3]]
    index = made["search/index.json"]
    assert index["blocks"] == ["0a\n1re\n0fudge\n0long\n0people\n0wait\n4s"]
    assert (index["pages"], index["chunk"]) == (2, CHUNK)
    assert index["stop"].split()[:3] == ["a", "about", "all"]


def test_version_changes_with_what_the_files_say() -> None:
    versions = {
        files(*entries)["search/index.json"]["version"]
        for entries in ([FUDGE], [FUDGE, WAITS], [WAITS], [SearchEntry(location="topics/waits/", title="Wait")])
    }
    assert len(versions) == 4
    assert {len(version) for version in versions} == {12}


def test_order_makes_no_difference() -> None:
    assert list(search_files((), (FUDGE, WAITS))) == list(search_files((), (WAITS, FUDGE)))


def test_written_pages_come_without_their_markup() -> None:
    assert written_entries(WRITTEN) == (
        SearchEntry(location="", title="Home", text="Welcome & look"),
        SearchEntry(location="claims/", title="Claims", text=""),
    )


def test_an_entry_replaces_the_written_page_at_its_place() -> None:
    made = dict(search_files(written_entries(WRITTEN), [SearchEntry(location="claims/", title="All claims")]))
    assert json.loads(made["search/pages-0.json"]) == [["", "Home", "Welcome & look"], ["claims/", "All claims", ""]]


def test_many_pages_and_words_come_in_several_files() -> None:
    made = files(*(SearchEntry(location=f"claims/c{n:03}/", title=f"word{n % 70}", text="same") for n in range(7_000)))
    assert [name for name in made if "pages" in name][-1] == f"search/pages-{(7_000 - 1) // CHUNK}.json"
    assert len(made["search/pages-0.json"]) == CHUNK
    blocks = made["search/index.json"]["blocks"]
    assert len(blocks) == 3
    assert [len(made[f"search/words-{n}.json"]) for n in range(3)] == [len(block.split("\n")) for block in blocks]
    assert blocks[0] == "0same"


def test_a_long_text_is_shown_by_its_beginning() -> None:
    made = files(SearchEntry(location="x/", title="X", text="word " * 100))
    assert made["search/pages-0.json"][0][2] == "word " * 47 + "word …"


def test_nothing_to_find_is_an_index_all_the_same() -> None:
    made = files()
    assert list(made) == ["search/index.json"]
    assert (made["search/index.json"]["pages"], made["search/index.json"]["blocks"]) == (0, [])
