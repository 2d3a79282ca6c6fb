"""The command `fix`: what may safely be put right, and what may not."""

from __future__ import annotations

import pytest

from tests.cli.running import Checkout, Said

PATH = "claims/buses/no-bus-at-all.yml"
WORDS = "On the second of March no bus came at all between seven and nine in the morning."
CLAIM = f"""\
# yaml-language-server: $schema=../claim.schema.json
# A comment.
title: No bus at all
assertion: In Harbour Town on 2 March 2021, no bus came at all.
kind: factual
scope: {{place: "Harbour Town, England", period: 2021-03-02}}  # the day
quotes:
  - source: bus-hearing-2021
    speaker: A passenger
    exact: {WORDS}
supports:
  - {{claim: half-late, because: A bus that never comes is late for all who wait.}}
"""
NOTHING = "There is nothing to put right by itself"


@pytest.fixture
def claim(checkout: Checkout) -> Checkout:
    """Return a checkout with one claim more."""
    checkout.write(PATH, CLAIM)
    return checkout


def test_the_claim_is_clean(claim: Checkout) -> None:
    assert claim.run("check", "--strict").status == 0
    assert claim.run("fix") == Said(status=0, out="", err=f"{NOTHING}\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("period: 2021-03-02", "period: 2 March 2021"),
        ("period: 2021-03-02", 'period: "March 2, 2021"'),
        ("period: 2021-03-02", "period: 2021/03/02"),
        ("kind: factual", "kind: Factual"),
        ("kind: factual", "kind: 'facutal'"),
        ("source: bus-hearing-2021", "source: bus-haering-2021"),
        ("source: bus-hearing-2021", "source: 'bus-hearin-2021'"),
        ("claim: half-late", "claim: half-lat"),
    ],
)
def test_what_is_put_right_in_place(claim: Checkout, old: str, new: str) -> None:
    claim.edit(PATH, old, new)
    assert "    = `claimgraph fix` writes it\n" in claim.run("check").out
    shown = claim.run("fix")
    assert (shown.status, shown.err) == (0, "1 mistake in 1 file was put right\n")
    assert claim.read(PATH).replace('"2021-03-02"', "2021-03-02").replace("'", "") == CLAIM.replace("'", "")
    assert [line for line in shown.out.splitlines() if line[:1] in "+-"][:2] == [f"--- a/{PATH}", f"+++ b/{PATH}"]
    assert claim.run("check", "--strict").status == 0


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "exact: On the second of March no bus came ... between seven and nine in the morning.",
            "exact: On the second of March no bus came [...] between seven and nine in the morning.",
        ),
        (
            "exact: On the second of March no bus came\u2026 between seven and nine in the morning.",
            "exact: On the second of March no bus came [...] between seven and nine in the morning.",
        ),
        (
            'exact: "...On the second of March no bus came at all between seven and nine..."',
            'exact: "On the second of March no bus came at all between seven and nine"',
        ),
        (
            "exact: >-\n      On the second of March no bus came\n      ... between seven and nine in the morning.",
            "exact: >-\n      On the second of March no bus came\n      [...] between seven and nine in the morning.",
        ),
        (
            "exact: >-\n      On the second of March no bus came...\n      between seven and nine in the morning.",
            "exact: >-\n      On the second of March no bus came [...]\n      between seven and nine in the morning.",
        ),
    ],
)
def test_dots_become_brackets_where_the_parts_stand_in_the_source(claim: Checkout, written: str, meant: str) -> None:
    claim.edit(PATH, f"exact: {WORDS}", written)
    assert claim.run("fix").err == "1 mistake in 1 file was put right\n"
    assert claim.read(PATH) == CLAIM.replace(f"exact: {WORDS}", meant)
    assert claim.run("check", "--strict").status == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("period: 2021-03-02", "period: 2/3/2021"),  # two dates
        ("period: 2021-03-02", "period: 31 February 2021"),  # none
        ("period: 2021-03-02", "period: then"),
        ("kind: factual", "kind: true"),
        ("source: bus-hearing-2021", "source: bus-hearing-2012"),  # another year is another source
        ("source: bus-hearing-2021", "source: bus-enquiry-2021"),
        ("claim: half-late", "claim: halves"),
        ("speaker: A passenger", "speaker: A pasenger"),  # who speaks is not guessed
        (WORDS, WORDS.replace("seven", "sevn")),  # no word of a quote is ever changed
        (WORDS, "On the second of March no tram came ... between seven and nine in the morning."),
        (WORDS, "between seven and nine in the morning ... On the second of March no bus came at all"),
        (WORDS, "no bus came at all ... drivers to blame"),
    ],
)
def test_what_is_not_sure_is_left_alone(claim: Checkout, old: str, new: str) -> None:
    claim.edit(PATH, old, new)
    before = claim.files()
    assert claim.run("check").status == 1
    assert "claimgraph fix" not in claim.run("check").out
    shown = claim.run("fix")
    assert (shown.status, shown.out) == (0, "")
    assert shown.err.startswith(f"{NOTHING}; ")
    assert shown.err.endswith(" left: claimgraph check\n")
    assert claim.files() == before


def test_two_names_that_may_be_meant_are_left_alone(claim: Checkout) -> None:
    claim.write("sources/bus-bearing-2021.yml", claim.read("sources/bus-hearing-2021.yml"))
    claim.edit(PATH, "source: bus-hearing-2021", "source: bus-earing-2021")
    assert claim.run("fix").out == ""


def test_a_former_id_becomes_the_present_one(claim: Checkout) -> None:
    claim.edit(PATH, "claim: half-late", "claim: same-timetable")
    claim.run("fix")
    assert claim.read(PATH) == CLAIM.replace("half-late", "timetable-unchanged")


def test_what_only_a_file_that_can_be_read_shows_is_put_right_as_well(claim: Checkout) -> None:
    claim.edit(PATH, "2021-03-02", "2 March 2021")
    claim.edit(PATH, "came at all between", "came ... between")
    assert claim.run("fix").err == "2 mistakes in 1 file were put right\n"
    assert claim.read(PATH) == CLAIM.replace("came at all between", "came [...] between")


def test_line_ends_and_a_byte_order_mark_stay(claim: Checkout) -> None:
    written = ("\ufeff" + CLAIM.replace("2021-03-02", "2 March 2021").replace("half-late", "half-lat")).replace(
        "\n", "\r\n"
    )
    (claim.root / PATH).write_bytes(written.encode())
    claim.run("fix")
    assert (claim.root / PATH).read_bytes() == ("\ufeff" + CLAIM).replace("\n", "\r\n").encode()


def test_dry_run_writes_nothing(claim: Checkout) -> None:
    claim.edit(PATH, "2021-03-02", "2 March 2021")
    before = claim.files()
    shown = claim.run("fix", "--dry-run")
    assert (shown.status, shown.err) == (1, "1 mistake in 1 file would be put right\n")
    assert '\n-scope: {place: "Harbour Town, England", period: 2 March 2021}  # the day\n' in shown.out
    assert '\n+scope: {place: "Harbour Town, England", period: 2021-03-02}  # the day\n' in shown.out
    assert claim.files() == before
    claim.run("fix")
    assert claim.run("fix", "--dry-run") == Said(status=0, out="", err=f"{NOTHING}\n")


def test_only_the_files_that_are_named(claim: Checkout) -> None:
    claim.edit(PATH, "2021-03-02", "2 March 2021")
    claim.edit("claims/fares/fares-up.yml", "kind: factual", "kind: Factual")
    shown = claim.run("fix", claim.root / "claims/fares")
    assert shown.err == "1 mistake in 1 file was put right; 1 error left: claimgraph check\n"
    assert "2 March 2021}" in claim.read(PATH)
    assert claim.run("fix", PATH).err == "1 mistake in 1 file was put right\n"


def test_a_path_that_is_not_there(claim: Checkout) -> None:
    assert claim.run("fix", "claims/bus") == Said(
        status=2, out="", err="claimgraph fix: there is no file or folder 'claims/bus'\n"
    )
    assert "is not in the checkout" in claim.run("fix", "/").err
