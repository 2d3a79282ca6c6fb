"""A look at the sources of a small corpus, over a server on this machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimgraph.checking.whole import examine
from claimgraph.importing.argument_map import UnreadableError
from claimgraph.looking.drift import lost_quotes
from claimgraph.looking.look import Looker, Registers, Seen, address
from claimgraph.looking.report import MARK, MOST_BYTES, as_json, as_markdown, as_text, known
from claimgraph.model.looked import Look
from tests.looking.serving import Server, asker, serving
from tests.rules.laying import TEXTS, lay_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimgraph.rules.rule import Examined

HEARING = "bus-hearing-2021"
DAY = "2026-11-30"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay_corpus(tmp_path)
    return tmp_path


@pytest.fixture
def examined(root: Path) -> Examined:
    return examine(root)


def page(text: str) -> str:
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return f"<!doctype html><html><body><nav>News</nav><main><h1>New heading</h1>{lines}</main></body></html>"


def look(root: Path, server: Server, *fields: str) -> Seen:
    """Look at the hearing, whose file has these fields."""
    with_fields(root, *fields)
    examined = examine(root)
    looker = Looker(
        corpus=examined.corpus,
        verdicts=examined.verdicts,
        asker=asker(),
        day=DAY,
        registers=Registers(crossref=f"{server.base}/works/", wayback=f"{server.base}/wayback"),
    )
    (seen,) = looker.looks([HEARING])
    return seen


def with_fields(root: Path, *fields: str) -> None:
    """Give the file of the hearing these addresses and no others."""
    file = root / f"sources/{HEARING}.yml"
    lines = file.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("URL:", "DOI:", "archived:", "accessed:"))]
    file.write_text("\n".join([*kept, *fields, ""]), "utf-8")


def hearing() -> str:
    return (TEXTS / f"{HEARING}.txt").read_text("utf-8")


def test_all_is_well(root: Path, server: Server) -> None:
    url, copy = server.put("/hearing", page(hearing())), server.put("/copy", "A copy.")
    seen = look(root, server, f"URL: {url}", f"archived: {copy}")
    assert seen == Seen(source=HEARING, look=Look(on=DAY, answer="there", copy="there"))
    assert [path for path, _ in server.asked] == ["/hearing", "/copy"]


def test_everything_at_once(root: Path, server: Server) -> None:
    server.put("/old", status=301, leads_to="/new")
    text = hearing().replace("Half of the buses were late", "Most of the buses were late")
    new = server.put("/new", page(text))
    server.put(
        "/works/10.1000/x", json.dumps({"message": {"updated-by": [{"type": "retraction", "DOI": "10.1000/y"}]}})
    )
    found = {"available": True, "status": "200", "url": "http://web.archive.org/web/1/http://a.example/"}
    server.put(
        f"/wayback?url=http%3A%2F%2F127.0.0.1%3A{server.base.rpartition(':')[2]}%2Fold&timestamp=20211012",
        json.dumps({"archived_snapshots": {"closest": found}}),
    )
    assert look(root, server, f"URL: {server.base}/old", "DOI: 10.1000/x", "accessed: 2021-10-12") == Seen(
        source=HEARING,
        look=Look(
            on=DAY,
            answer="moved",
            moved_to=new,
            lost=("half-late 1",),
            notice="retraction 10.1000/y",
            found_copy="https://web.archive.org/web/1/http://a.example/",
        ),
    )


def test_what_cannot_be_found_out_is_said(root: Path, server: Server) -> None:
    url = server.put("/hearing", b"PK\x03\x04")
    copy = server.put("/copy", status=403)
    seen = look(root, server, f"URL: {url}", f"archived: {copy}", "DOI: 10.1000/x")
    assert seen.look == Look(on=DAY, answer="there", copy="refused")
    assert [why.partition(";")[0] for why in seen.whys] == [
        "its text: it is a file of Word, LibreOffice or another program, packed with zip",
        "its archived copy: HTTP 403",
        "the register of DOIs: HTTP 404",
    ]


def test_a_source_without_an_address_is_left_out(root: Path) -> None:
    with_fields(root)
    assert list(Looker(corpus=examine(root).corpus, verdicts={}, asker=asker(), day=DAY).looks([HEARING])) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("https://a.example/?a=b&c#d", "https://a.example/?a=b&c#d"),
        ("https://a.example/a b`{c}[d]", "https://a.example/a%20b%60%7Bc%7D%5Bd%5D"),
        ("javascript:alert(1)", None),
        ("https://a.example/" + "a" * 3_000, None),
        ("", None),
    ],
)
def test_what_another_host_calls_an_address_is_one_or_none(text: str, kept: str | None) -> None:
    assert address(text) == kept


# Words that are no longer there


def lost(examined: Examined, text: str) -> tuple[str, ...]:
    return lost_quotes(examined.corpus, examined.verdicts, HEARING, text.encode())


def test_new_lines_above_and_other_speakers_lose_no_words(examined: Examined) -> None:
    assert lost(examined, page(hearing())) == lost(examined, f"News of today.\n\n{hearing()}") == ()


def test_each_quote_whose_words_are_not_there_is_named(examined: Examined) -> None:
    quoted = {
        f"{id_} {index + 1}"
        for (id_, index), verdict in examined.verdicts.items()
        if verdict.is_verified and examined.corpus.claims[id_].record.quotes[index].source == HEARING
    }
    assert set(lost(examined, page("Another document altogether.\nIt has nothing of it."))) == quoted


def test_what_is_no_text_is_told(examined: Examined) -> None:
    with pytest.raises(UnreadableError, match="it is a web page without text"):
        lost(examined, "<html><body></body></html>")


# What is told

GRAVE = Seen(
    source="report",
    look=Look(
        on=DAY,
        answer="moved",
        moved_to="https://a.example/new",
        copy="gone",
        lost=("half-late 2",),
        notice="retraction 10.1000/y",
        found_copy="https://web.archive.org/web/1/x",
    ),
    whys=("its archived copy: HTTP 404", "the archive: timed out"),
)


def test_the_report_is_by_what_is_to_be_done() -> None:
    gone = Seen(source="gone", look=Look(on=DAY, answer="gone"), whys=("its address: HTTP 410",))
    well = Seen(source="well", look=Look(on=DAY, answer="there"))
    assert (
        as_markdown((GRAVE, gone, well))
        == f"""\
{MARK}
3 sources looked at.

### Retracted or corrected

Read the notice, and say in the claims what it means for them.

- `report`: `retraction 10.1000/y`

### Words that are no longer there

Compare the page with the capture: the words may have been edited, or stand where the program does not read.

- `report`: quote 2 of `half-late`

### Gone

Find where it is now, or a copy in an archive, and put its address into the source's file.

- `report`: its archived copy
- `gone`: its address

### Leads elsewhere for good

Put the new address into the source's file, if it is the same document.

- `report`: `https://a.example/new`

### An archive has a copy

Open it. If it is the same document, add the line to the source's file.

- `report`: `archived: https://web.archive.org/web/1/x`

### Could not be found out

A program was refused, or nothing answered. Look by hand, if it lasts.

- `report`: `the archive: timed out`
"""
    )


def test_the_report_has_its_bounds_and_says_when_there_is_nothing() -> None:
    assert as_markdown(()) == (
        f"{MARK}\n0 sources looked at.\n\n"
        "Nothing needs anybody: all addresses answer, and all quoted words are there.\n"
    )
    shown = as_markdown([GRAVE] * 2_000)
    assert len(shown.encode()) < MOST_BYTES + 100
    assert shown.endswith("`\n\nThere is more than fits here: `claimgraph sources` tells all.\n")


def test_the_list_of_sources(examined: Examined) -> None:
    ids = tuple(examined.corpus.sources)
    found = known(examined.corpus, examined.captured, ids, {HEARING: GRAVE.look})
    assert as_text(found) == (
        """\
bus-hearing-2021
    archived copy: none
    capture: yes
    on 2026-11-30 its address leads elsewhere for good
    retracted: retraction 10.1000/y
    words that its text of that day does not have: half-late 2
    leads to: https://a.example/new
    archived copy: it says that it is gone
    an archive has: https://web.archive.org/web/1/x
harbour-news-2021
    archived copy: none
    capture: yes
    nobody has looked yet
"""
    )
    assert json.loads(as_json(found))[1] == {
        "id": "harbour-news-2021",
        "archived": None,
        "captured": True,
        "look": None,
    }
