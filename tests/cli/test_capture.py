"""The command `capture`."""

from __future__ import annotations

import pytest

from tests.cli.running import COUNTED, Checkout, Said

CAPTURE = "sources/bus-hearing-2021.capture.json"


@pytest.fixture
def text(checkout: Checkout) -> str:
    return str(checkout.texts / "bus-hearing-2021.txt")


def test_make(checkout: Checkout, text: str) -> None:
    made = checkout.read(CAPTURE)
    (checkout.root / CAPTURE).unlink()
    assert checkout.run("capture", text) == Said(status=0, out=f"{CAPTURE}: 251 words in 16 lines\n", err="")
    assert checkout.read(CAPTURE) == made
    assert checkout.run("check").err == COUNTED


def test_make_of_a_text_with_another_name(checkout: Checkout) -> None:
    other = checkout.root / "other.txt"
    other.write_text("A bus came at last.", encoding="utf-8")
    shown = checkout.run("capture", other, "--source", "bus-hearing-2021")
    assert shown == Said(status=0, out=f"{CAPTURE}: 5 words in 1 line\n", err="")


def test_compare_the_same(checkout: Checkout, text: str) -> None:
    before = checkout.files()
    shown = checkout.run("capture", text, "--compare")
    assert shown == Said(status=0, out=f"{CAPTURE}: it is the capture of this text\n", err="")
    assert checkout.files() == before


def test_compare_another(checkout: Checkout, text: str) -> None:
    checkout.edit("texts/bus-hearing-2021.txt", "every month of the year", "nearly every month")
    before = checkout.files()
    shown = checkout.run("capture", text, "--compare")
    expected = f"{CAPTURE}: it is NOT the capture of this text (251 words stored); lines that differ: 9\n"
    assert shown == Said(status=1, out=expected, err="")
    assert checkout.files() == before


def test_compare_one_of_many_lines(checkout: Checkout) -> None:
    other = checkout.root / "other.txt"
    other.write_text("\n".join(f"bus number {number}" for number in range(100)), encoding="utf-8")
    shown = checkout.run("capture", other, "--source", "bus-hearing-2021", "--compare")
    assert shown.status == 1
    numbers = ", ".join(map(str, range(1, 21)))
    assert shown.out.endswith(f"lines that differ: {numbers} and more\n")


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
        (["texts", "--source", "bus-hearing-2021"], "'texts' cannot be read as UTF-8 text: "),
        (["nowhere.txt", "--source", "bus-hearing-2021"], "'nowhere.txt' cannot be read as UTF-8 text: "),
    ],
    ids=["no source", "no id", "folder", "no file"],
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
    assert "cannot be read as UTF-8 text" in shown.err


def test_nothing_to_compare_with(checkout: Checkout, text: str) -> None:
    (checkout.root / CAPTURE).unlink()
    shown = checkout.run("capture", text, "--compare")
    assert shown == Said(status=2, out="", err="claimgraph capture: 'bus-hearing-2021' has no capture\n")
