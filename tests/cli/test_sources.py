"""The command `sources`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimgraph.cli import sources
from claimgraph.loading.looked import LOOKED
from claimgraph.looking.look import Registers
from tests.cli.running import Checkout, Said
from tests.looking.serving import Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

HEARING = "sources/bus-hearing-2021.yml"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server for the addresses of sources and for the registers; nothing waits."""
    monkeypatch.setattr("time.sleep", lambda _: None)
    with serving() as made:
        registers = Registers(crossref=f"{made.base}/works/", wayback=f"{made.base}/wayback")
        monkeypatch.setattr(sources, "REGISTERS", registers)
        yield made


def test_it_lists_what_is_known(checkout: Checkout) -> None:
    before = checkout.files()
    assert checkout.run("sources", "bus-hearing-2021") == Said(
        status=0,
        out="bus-hearing-2021\n    archived copy: none\n    capture: yes\n    nobody has looked yet\n",
        err="",
    )
    rows = json.loads(checkout.run("sources", "--format", "json").out)
    assert [row["id"] for row in rows] == ["bus-hearing-2021", "harbour-news-2021"]
    assert checkout.files() == before


def test_a_look_is_kept_in_one_file_and_is_no_check(checkout: Checkout, server: Server) -> None:
    checkout.write(HEARING, f"{checkout.read(HEARING)}URL: {server.put('/hearing', status=410)}\n")
    before = checkout.files()
    shown = checkout.run("sources", "--look", "--format", "markdown")
    assert (shown.status, shown.err) == (0, "bus-hearing-2021: gone\n")
    assert "### Gone\n" in shown.out
    after = checkout.files()
    assert {path for path in after if after[path] != before.get(path)} == {LOOKED}
    (row,) = checkout.read(LOOKED).splitlines()[2:]
    assert row.startswith("bus-hearing-2021: {on: ")
    assert row.endswith(", answer: gone}")
    assert {headers["User-Agent"] for _, headers in server.asked} == {"claimgraph (sources of Harbour Town)"}
    assert "its address says that it is gone\n" in checkout.run("sources").out
    assert checkout.run("check").status == 0


def test_a_look_at_some_sources_keeps_what_is_known_of_others(checkout: Checkout, server: Server) -> None:
    checkout.write(LOOKED, "harbour-news-2021: {on: 2026-01-02, answer: silent}\n")
    checkout.write(HEARING, f"{checkout.read(HEARING)}URL: {server.put('/hearing', 'Another text.')}\n")
    checkout.run("sources", "bus-hearing-2021", "--look")
    rows = checkout.read(LOOKED).splitlines()[2:]
    assert rows[1] == "harbour-news-2021: {on: 2026-01-02, answer: silent}"
    assert rows[0].startswith("bus-hearing-2021: ")
    assert "lost: [" in rows[0]


def test_unknown_source(checkout: Checkout) -> None:
    assert checkout.run("sources", "bus-hearing-2012") == Said(
        status=2,
        out="",
        err="claimgraph sources: there is no source 'bus-hearing-2012' (did you mean 'bus-hearing-2021'?)\n",
    )


def test_a_report_without_a_look(checkout: Checkout) -> None:
    why = "--format markdown is the report of a look: add --look, or leave it out"
    assert checkout.run("sources", "--format", "markdown") == Said(status=2, out="", err=f"claimgraph sources: {why}\n")
