"""The files of the search index."""

from __future__ import annotations

import json
from typing import Any

from claimgraph.model.standing import State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.search.entries import Kind, SearchEntry
from claimgraph.pages.search.search_index import CHUNK, STEM, search_files

HOME = SearchEntry(location="", kind=Kind.PAGE, title="Home", text="Welcome & look")
FUDGE = SearchEntry(
    location="claims/fudge/",
    kind=Kind.CLAIM,
    title="Waits: a fudge",
    text="People wait for a drop-out.",
    more="Dropout waits.",
    state=State.OPEN,
    shelf="waits",
)
WAITS = SearchEntry(location="topics/waits/", kind=Kind.TOPIC, title="Waits", text="Do people wait?")


def files(*entries: SearchEntry) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in search_files((), entries)}


def decoded(text: str) -> list[str]:
    """Undo the front coding."""
    found: list[str] = []
    last = ""
    for line in text.split("\n") if text else ():
        last = last[: int(line[0], 36)] + line[1:]
        found.append(last)
    return found


def weights_of(made: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Return the level of each word on each page that has it, by word and address."""
    pages = [page[0] for name, chunk in made.items() if "pages-" in name for page in chunk]
    found: dict[str, dict[str, int]] = {}
    for name, block in made.items():
        if "words-" not in name:
            continue
        coded, places = block
        for word, steps in zip(decoded(coded), places, strict=True):
            page = 0
            for step in steps:
                page += step // 16
                found.setdefault(word, {})[pages[page]] = step % 16
    return found


def test_words_places_and_pages_are_written() -> None:
    made = files(FUDGE, WAITS)
    assert list(made) == ["search/words-0.json", "search/pages-0.json", "search/spelling.json", "search/index.json"]
    assert made["search/pages-0.json"] == [
        ["topics/waits/", "Waits", "Do people wait?"],
        ["claims/fudge/", "Waits: a fudge", "People wait for a drop-out.", list(MARKS).index(State.OPEN)],
    ]
    assert made["search/words-0.json"][0] == "0a\n0do\n1rop\n4-out\n0fudge\n0out\n0people\n0wait\n4s"
    assert decoded(made["search/spelling.json"]) == [
        "a",
        "do",
        "drop",
        "dropout",
        "fudge",
        "out",
        "people",
        "wait",
        "waits",
    ]
    index = made["search/index.json"]
    assert (index["pages"], index["chunk"], index["blocks"]) == (2, CHUNK, ["a"])
    assert index["begins"] == [0, 1, 1, 2, 2, 2, 2, 2]
    assert index["kinds"] == ["Question", "Thesis", "Claim", "Term", "Voice", "Source", "", "How it is made"]
    assert [state[0] for state in index["states"]] == [state.value for state in MARKS]
    assert index["stop"].split()[:3] == ["a", "about", "all"]
    assert index["weights"][:3] == [0.3, 0.396, 0.523]


def test_titles_weigh_most_and_short_ones_more_than_long_ones() -> None:
    weights = weights_of(files(FUDGE, WAITS))
    fudge = {word: levels["claims/fudge/"] for word, levels in weights.items() if "claims/fudge/" in levels}
    assert fudge["fudge"] > fudge["people"] > 0
    assert fudge["drop-out"] == fudge["drop"] == fudge["people"]
    assert weights["waits"]["topics/waits/"] > weights["waits"]["claims/fudge/"] == fudge["fudge"]
    assert weights["people"]["topics/waits/"] > weights["people"]["claims/fudge/"]


def test_stop_words_are_found_in_titles_and_questions_only_and_weigh_little() -> None:
    weights = weights_of(files(FUDGE, WAITS))
    assert "for" not in weights
    assert weights["a"]["claims/fudge/"] < weights["fudge"]["claims/fudge/"]
    assert list(weights["do"]) == ["topics/waits/"]


def test_kinds_stand_in_their_order_and_manuals_last() -> None:
    every = [SearchEntry(location=f"{kind.name}/", kind=kind, title="One") for kind in reversed(Kind)]
    made = files(*every)
    assert [page[0] for page in made["search/pages-0.json"]] == [f"{kind.name}/" for kind in Kind]
    assert made["search/index.json"]["begins"] == list(range(len(Kind)))


def test_names_of_a_term_stand_for_each_other() -> None:
    term = SearchEntry(location="glossary/#a", kind=Kind.TERM, title="CQC", names=("Care Quality Commission",))
    assert files(term)["search/index.json"]["instead"]["cqc"] == ["care quality commission"]


def test_version_changes_with_what_the_files_say() -> None:
    other = SearchEntry(location="topics/waits/", kind=Kind.TOPIC, title="Wait")
    versions = {
        files(*entries)["search/index.json"]["version"] for entries in ([FUDGE], [FUDGE, WAITS], [WAITS], [other])
    }
    assert len(versions) == 4
    assert {len(version) for version in versions} == {12}


def test_order_makes_no_difference() -> None:
    assert list(search_files((), (FUDGE, WAITS))) == list(search_files((), (WAITS, FUDGE)))


def test_an_entry_replaces_the_written_page_at_its_place() -> None:
    written = (HOME, SearchEntry(location="claims/", kind=Kind.PAGE, title="Claims"))
    made = dict(search_files(written, [SearchEntry(location="claims/", kind=Kind.PAGE, title="All claims")]))
    assert json.loads(made["search/pages-0.json"]) == [["", "Home", "Welcome & look"], ["claims/", "All claims", ""]]


def test_many_pages_and_words_come_in_several_files_and_forms_of_a_word_in_one() -> None:
    entries = (
        SearchEntry(location=f"claims/c{n:04}/", kind=Kind.CLAIM, title=f"word{n % 70} w{n % 7}", text="same sames")
        for n in range(3_000)
    )
    made = files(*entries)
    assert [name for name in made if "pages" in name][-1] == f"search/pages-{(3_000 - 1) // CHUNK}.json"
    assert len(made["search/pages-0.json"]) == CHUNK
    blocks = [decoded(made[f"search/words-{n}.json"][0]) for n in range(2)]
    assert "search/words-2.json" not in made
    assert blocks[0] == ["same", "sames"]
    assert made["search/index.json"]["blocks"] == [block[0][:STEM] for block in blocks]
    assert [len(made[f"search/words-{n}.json"][1]) for n in range(2)] == [len(block) for block in blocks]


def test_a_long_text_is_shown_by_its_beginning() -> None:
    made = files(SearchEntry(location="x/", kind=Kind.PAGE, title="X", text="word " * 100))
    assert made["search/pages-0.json"][0][2] == "word " * 31 + "word …"


def test_nothing_to_find_is_an_index_all_the_same() -> None:
    made = files()
    assert list(made) == ["search/spelling.json", "search/index.json"]
    assert made["search/spelling.json"] == ""
    assert (made["search/index.json"]["pages"], made["search/index.json"]["blocks"]) == (0, [])
