"""The command `capture`."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimgraph.cli import capture
from tests.cli.running import CLEAN, Checkout, Said

CAPTURE = "sources/bus-hearing-2021.capture.json"
COMPARED = "sources/compared.yml"
LATE = "claims/buses/half-late.yml"
NOBODY = """\
Nobody has compared it with the source yet: somebody else who has the text types
    claimgraph capture TEXT --source bus-hearing-2021 --compare --by NAME
"""
FALLEN = """\
With this text, 1 quote would no longer stand:
    target-met, quote 1, 'We met our target for buses on time in every month of ...': \
the source has other words than these
"""


@pytest.fixture
def text(checkout: Checkout) -> str:
    return str(checkout.texts / "bus-hearing-2021.txt")


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the third of March 2026."""

    class Fixed(datetime):
        @classmethod
        def now(cls, tz: object = None) -> Fixed:
            assert tz is UTC
            return cls(2026, 3, 3, tzinfo=UTC)

    monkeypatch.setattr(capture, "datetime", Fixed)


def uncompare(checkout: Checkout) -> None:
    """Leave only the comparison of the other source."""
    rows = checkout.read(COMPARED).split("bus-hearing-2021:")
    checkout.write(COMPARED, rows[0] + rows[1][rows[1].index("harbour-news-2021:") :])


def test_make(checkout: Checkout, text: str) -> None:
    made = checkout.read(CAPTURE)
    (checkout.root / CAPTURE).unlink()
    assert checkout.run("capture", text) == Said(status=0, out=f"{CAPTURE}: 251 words in 16 lines\n", err="")
    assert checkout.read(CAPTURE) == made
    assert checkout.run("check").err == CLEAN


def test_make_the_same_again(checkout: Checkout, text: str) -> None:
    before = checkout.files()
    assert checkout.run("capture", text) == Said(status=0, out=f"{CAPTURE}: 251 words in 16 lines\n", err="")
    assert checkout.files() == before


def test_make_of_a_text_with_another_name(checkout: Checkout) -> None:
    other = checkout.root / "other.txt"
    other.write_text("A bus came at last.", encoding="utf-8")
    (checkout.root / CAPTURE).unlink()
    shown = checkout.run("capture", other, "--source", "bus-hearing-2021")
    assert shown == Said(status=0, out=f"{CAPTURE}: 5 words in 1 line\n{NOBODY}", err="")


def test_make_of_an_edited_text_that_breaks_a_quote(checkout: Checkout, text: str) -> None:
    uncompare(checkout)
    checkout.edit("texts/bus-hearing-2021.txt", "every month of the year", "nearly every month")
    before = checkout.files()
    told = f"{CAPTURE}: the capture there is not that of this text; 1 line differs: 9\n{FALLEN}"
    what_to_type = "claimgraph capture TEXT --source bus-hearing-2021 --replace"
    refused = f"Nothing was written. If this text is the right one: {what_to_type}\n"
    assert checkout.run("capture", text) == Said(status=1, out=f"{told}{refused}", err="")
    assert checkout.files() == before
    made = f"{CAPTURE}: 249 words in 16 lines\n{NOBODY}"
    assert checkout.run("capture", text, "--replace") == Said(status=0, out=f"{told}{made}", err="")
    assert checkout.read(CAPTURE).encode() != before[CAPTURE]


def test_make_of_an_edited_text_that_breaks_nothing(checkout: Checkout, text: str) -> None:
    uncompare(checkout)
    checkout.edit("texts/bus-hearing-2021.txt", "nine in the morning", "ten in the morning")
    told = f"{CAPTURE}: the capture there is not that of this text; 1 line differs: 7\n"
    made = f"{CAPTURE}: 251 words in 16 lines\n{NOBODY}"
    assert checkout.run("capture", text) == Said(status=0, out=f"{told}{made}", err="")


def test_make_of_an_edited_text_where_the_capture_was_compared(checkout: Checkout, text: str) -> None:
    checkout.edit("texts/bus-hearing-2021.txt", "nine in the morning", "ten in the morning")
    before = checkout.files()
    told = (
        f"{CAPTURE}: the capture there is not that of this text; 1 line differs: 7\n"
        "It was compared on 2026-02-01 by maintainers: that counts for the old capture alone.\n"
    )
    shown = checkout.run("capture", text)
    assert (shown.status, shown.out.startswith(f"{told}Nothing was written.")) == (1, True)
    assert checkout.files() == before
    made = f"{CAPTURE}: 251 words in 16 lines\n{NOBODY}"
    assert checkout.run("capture", text, "--replace") == Said(status=0, out=f"{told}{made}", err="")
    assert checkout.read(COMPARED).encode() == before[COMPARED]
    assert f"{COMPARED}:4:12: warning[comparison-outdated]" in checkout.run("check").out


def test_make_where_the_source_cannot_be_read(checkout: Checkout, text: str) -> None:
    checkout.write("sources/bus-hearing-2021.yml", "title: [\n")
    checkout.edit("texts/bus-hearing-2021.txt", "every month of the year", "nearly every month")
    shown = checkout.run("capture", text, "--replace")
    assert (shown.status, shown.err) == (0, "")
    assert "no longer stand" not in shown.out


def test_make_in_place_of_a_damaged_one(checkout: Checkout, text: str) -> None:
    made = checkout.read(CAPTURE)
    checkout.write(CAPTURE, "{}")
    told = f"{CAPTURE}: the capture there is not that of this text; 9 lines differ: 1, 3, 5, 7, 9, 11, 13, 15, 16\n"
    assert checkout.run("capture", text) == Said(status=0, out=f"{told}{CAPTURE}: 251 words in 16 lines\n", err="")
    assert checkout.read(CAPTURE) == made


def test_make_through_a_link(checkout: Checkout, text: str) -> None:
    (checkout.root / CAPTURE).unlink()
    (checkout.root / CAPTURE).symlink_to("../mkdocs.yml")
    before = checkout.read("mkdocs.yml")
    error = f"claimgraph capture: '{CAPTURE}' is no plain file: remove it\n"
    assert checkout.run("capture", text) == Said(status=2, out="", err=error)
    assert checkout.read("mkdocs.yml") == before


@pytest.mark.usefixtures("today")
def test_compare_and_record(checkout: Checkout, text: str) -> None:
    whole = checkout.read(COMPARED)
    uncompare(checkout)
    shown = checkout.run("capture", text, "--compare", "--by", " the  town library ")
    told = f"{CAPTURE}: it is the capture of this text\n"
    recorded = f"{COMPARED}: recorded as compared on 2026-03-03 by the town library\n"
    assert shown == Said(status=0, out=f"{told}{recorded}", err="")
    expected = whole.replace("2026-02-01", "2026-03-03", 1).replace("by: maintainers", "by: the town library", 1)
    assert checkout.read(COMPARED) == expected
    assert checkout.run("check").err == CLEAN


@pytest.mark.usefixtures("today")
def test_the_first_comparison_makes_the_file(checkout: Checkout, text: str) -> None:
    whole = checkout.read(COMPARED)
    (checkout.root / COMPARED).unlink()
    checkout.run("capture", text, "--compare", "--by", "maintainers")
    alone = whole[: whole.index("harbour-news-2021:")].replace("2026-02-01", "2026-03-03")
    assert checkout.read(COMPARED) == alone


@pytest.mark.usefixtures("today")
def test_compare_again_what_was_changed_since(checkout: Checkout, text: str) -> None:
    checkout.edit("texts/bus-hearing-2021.txt", "nine in the morning", "ten in the morning")
    checkout.run("capture", text, "--replace")
    shown = checkout.run("capture", text, "--compare", "--by", "maintainers")
    assert shown.out.endswith(f"{COMPARED}: recorded as compared on 2026-03-03 by maintainers\n")
    assert checkout.run("check").err == CLEAN


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize("more", [(), ("--by", "somebody else"), ("--dry-run",)], ids=["by nobody", "by", "dry run"])
def test_compare_what_was_compared(checkout: Checkout, text: str, more: tuple[str, ...]) -> None:
    before = checkout.files()
    shown = checkout.run("capture", text, "--compare", *more)
    told = f"{CAPTURE}: it is the capture of this text\n"
    known = f"{COMPARED}: it was compared already, on 2026-02-01 by maintainers\n"
    assert shown == Said(status=0, out=f"{told}{known}", err="")
    assert checkout.files() == before


def test_compare_with_windows_line_ends(checkout: Checkout, text: str) -> None:
    (checkout.root / CAPTURE).write_bytes((checkout.root / CAPTURE).read_bytes().replace(b"\n", b"\r\n"))
    assert f"{COMPARED}: it was compared already, on 2026-02-01" in checkout.run("capture", text, "--compare").out
    assert checkout.run("check").err == CLEAN


def test_a_renamed_source_keeps_its_capture_and_comparison(checkout: Checkout, text: str) -> None:
    assert checkout.run("mv", "bus-hearing-2021", "hearing").status == 0
    before = checkout.files()
    assert checkout.run("capture", text, "--source", "hearing").out == (
        "sources/hearing.capture.json: 251 words in 16 lines\n"
    )
    assert checkout.run("capture", text, "--source", "hearing", "--compare").out == (
        "sources/hearing.capture.json: it is the capture of this text\n"
        f"{COMPARED}: it was compared already, on 2026-02-01 by maintainers\n"
    )
    assert checkout.files() == before


def test_a_capture_of_another_source_is_none_of_this(checkout: Checkout, text: str) -> None:
    checkout.write(CAPTURE, checkout.read("sources/harbour-news-2021.capture.json"))
    shown = checkout.run(
        "capture", checkout.texts / "harbour-news-2021.txt", "--source", "bus-hearing-2021", "--compare"
    )
    assert shown.status == 1
    assert "it is NOT the capture of this text" in shown.out
    assert checkout.run("capture", text).out.endswith(f"{CAPTURE}: 251 words in 16 lines\n")
    assert checkout.run("check").err == CLEAN


def test_compare_and_only_look(checkout: Checkout, text: str) -> None:
    uncompare(checkout)
    before = checkout.files()
    shown = checkout.run("capture", text, "--compare", "--dry-run")
    assert shown == Said(status=0, out=f"{CAPTURE}: it is the capture of this text\n", err="")
    assert checkout.files() == before


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ((), "say who compared it: --by maintainers, or --by NAME; to look and record nothing: --dry-run"),
        (("--by", " "), "--by is a name on one line, of at most 400 characters"),
        (("--by", "x" * 401), "--by is a name on one line, of at most 400 characters"),
    ],
    ids=["nobody", "blank", "too long"],
)
def test_compare_by_nobody(checkout: Checkout, text: str, more: tuple[str, ...], error: str) -> None:
    uncompare(checkout)
    before = checkout.files()
    shown = checkout.run("capture", text, "--compare", *more)
    told = f"{CAPTURE}: it is the capture of this text\n"
    assert shown == Said(status=2, out=told, err=f"claimgraph capture: {error}\n")
    assert checkout.files() == before


def test_compare_where_the_record_cannot_be_read(checkout: Checkout, text: str) -> None:
    checkout.write(COMPARED, "bus-hearing-2021: late\n")
    before = checkout.files()
    shown = checkout.run("capture", text, "--compare", "--by", "maintainers")
    assert (shown.status, shown.err) == (1, "claimgraph capture: nothing was recorded\n")
    assert shown.out.startswith(
        f"{COMPARED}:1:19: error[wrong-value]: bus-hearing-2021 is the text 'late'; expected a "
    )
    assert checkout.files() == before


def test_compare_another(checkout: Checkout, text: str) -> None:
    checkout.edit("texts/bus-hearing-2021.txt", "every month of the year", "nearly every month")
    before = checkout.files()
    shown = checkout.run("capture", text, "--compare", "--by", "maintainers")
    told = f"{CAPTURE}: it is NOT the capture of this text (251 words stored); 1 line differs: 9\n"
    assert shown == Said(status=1, out=f"{told}{FALLEN}Nothing was recorded.\n", err="")
    assert checkout.files() == before


def test_compare_one_of_many_lines(checkout: Checkout) -> None:
    other = checkout.root / "other.txt"
    other.write_text("\n".join(f"bus number {number}" for number in range(100)), encoding="utf-8")
    shown = checkout.run("capture", other, "--source", "bus-hearing-2021", "--compare")
    assert shown.status == 1
    numbers = ", ".join(map(str, range(1, 21)))
    assert f"; 100 lines differ: {numbers} and more\nWith this text, 4 quotes would no longer stand:\n" in shown.out


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"format": "claimgraph capture 1"}', "\x00", "{" * 2000])
def test_compare_a_damaged_one(checkout: Checkout, text: str, content: str) -> None:
    checkout.write(CAPTURE, content)
    shown = checkout.run("capture", text, "--compare")
    assert (shown.status, shown.err) == (1, "")
    assert shown.out.startswith(f"{CAPTURE}: it cannot be read: it")


def test_compare_one_that_is_not_utf_8(checkout: Checkout, text: str) -> None:
    (checkout.root / CAPTURE).write_bytes(b"\xff\xfe")
    assert checkout.run("capture", text, "--compare").status == 1


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ["texts/no-such-source.txt"],
            "there is no source 'no-such-source': write sources/no-such-source.yml first, or name it by --source",
        ),
        (["texts/bus-hearing-2021.txt", "--source", "../mkdocs"], "'../mkdocs' cannot be an id: "),
        (["texts/bus-hearing-2021.txt", "--source", "compared"], "the id 'compared' cannot be a source's: "),
        (["texts", "--source", "bus-hearing-2021"], "cannot read 'texts': Is a directory"),
        (["nowhere.txt", "--source", "bus-hearing-2021"], "cannot read 'nowhere.txt': No such file or directory"),
        (["texts/bus-hearing-2021.txt", "--by", "me"], "--by and --dry-run are for --compare"),
        (["texts/bus-hearing-2021.txt", "--dry-run"], "--by and --dry-run are for --compare"),
        (["texts/bus-hearing-2021.txt", "--compare", "--replace"], "--compare writes no capture: leave --replace out"),
    ],
    ids=["no source", "no id", "the record", "folder", "no file", "by", "dry run", "replace"],
)
def test_wrong_use(checkout: Checkout, monkeypatch: pytest.MonkeyPatch, arguments: list[str], error: str) -> None:
    monkeypatch.chdir(checkout.root)
    before = checkout.files()
    shown = checkout.run("capture", *arguments)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith(f"claimgraph capture: {error}")
    assert checkout.files() == before


def test_text_that_is_not_utf_8(checkout: Checkout, text: str) -> None:
    (checkout.texts / "bus-hearing-2021.txt").write_bytes(b"caf\xe9")
    shown = checkout.run("capture", text)
    assert shown.status == 2
    assert f"cannot read '{text}': line 1 is not in UTF-8; if it is in Windows' letters: iconv -f" in shown.err


def test_nothing_to_compare_with(checkout: Checkout, text: str) -> None:
    (checkout.root / CAPTURE).unlink()
    shown = checkout.run("capture", text, "--compare")
    error = "claimgraph capture: 'bus-hearing-2021' has no capture\n"
    assert shown == Said(status=2, out="", err=error)


PAGE = b"""<html lang=en><title>Lido report</title><nav>Home</nav><h1>The lido</h1>
<p>The lido was closed for <b>eleven weeks</b> that summer.</p></html>"""
LIDO = "type: hearing\ntitle: Lido\ndepth: full\nspeakers: {Chair: {}}\n"


def test_make_of_a_web_page(checkout: Checkout) -> None:
    checkout.write("sources/lido.yml", LIDO)
    (checkout.root / "lido.html").write_bytes(PAGE)
    assert checkout.run("capture", checkout.root / "lido.html") == Said(
        status=0,
        out="texts/lido.txt: what was read of the page; hold it against the source\n"
        "sources/lido.capture.json: 11 words in 3 lines\n"
        "headings: 'The lido' (line 1)\n" + NOBODY.replace("bus-hearing-2021", "lido"),
        err="",
    )
    assert checkout.read("texts/lido.txt") == "The lido\nThe lido was closed for eleven weeks that summer.\n"
    made = checkout.read("sources/lido.capture.json")
    for text in ("lido.html", "texts/lido.txt"):
        shown = checkout.run("capture", checkout.root / text, "--source", "lido", "--compare", "--dry-run")
        assert shown == Said(status=0, out="sources/lido.capture.json: it is the capture of this text\n", err="")
    checkout.edit("texts/lido.txt", "eleven", "twelve")
    shown = checkout.run("capture", checkout.root / "lido.html")
    error = "'texts/lido.txt' is there with another text: capture that one, or write it anew with --replace"
    assert shown == Said(status=2, out="", err=f"claimgraph capture: {error}\n")
    assert checkout.run("capture", checkout.root / "lido.html", "--replace").status == 0
    assert "eleven" in checkout.read("texts/lido.txt")
    assert checkout.read("sources/lido.capture.json") == made


def test_who_seems_to_speak_and_is_not_listed_is_named(checkout: Checkout) -> None:
    checkout.write("sources/lido.yml", LIDO)
    checkout.write("texts/lido.txt", "Chair: Good day.\nMs Adeyemi (engineer): The pumps were old.\nMr Platt: No.\n")
    shown = checkout.run("capture", checkout.texts / "lido.txt")
    assert shown.out.splitlines()[1] == "what looks like speakers: 'Ms Adeyemi (engineer)' (1), 'Mr Platt' (1)"


def test_what_is_no_text_makes_no_capture(checkout: Checkout) -> None:
    before = checkout.files()
    (checkout.root / "a.docx").write_bytes(b"PK\x03\x04")
    shown = checkout.run("capture", checkout.root / "a.docx", "--source", "bus-hearing-2021")
    assert (shown.status, shown.out) == (2, "")
    assert "make a text of it: pandoc " in shown.err
    (checkout.root / "a.docx").unlink()
    assert checkout.files() == before
