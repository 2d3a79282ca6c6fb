"""No mistake of a contributor ends in a traceback: every command, over a folder full of broken files."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.running import Checkout

HEAD = "# yaml-language-server: $schema=../claim.schema.json\n"
CLAIM = "title: T\nassertion: A.\nkind: factual\nscope: {place: P, period: 2021}\n"
QUOTE = "source: bus-hearing-2021, exact: 'On the second of March no bus came'"
BROKEN: dict[str, str | bytes] = {
    "claims/buses/empty.yml": "",
    "claims/buses/blank.yml": "\n\n  \n",
    "claims/buses/comment.yml": HEAD,
    "claims/buses/bytes.yml": bytes(range(256)),
    "claims/buses/utf-16.yml": CLAIM.encode("utf-16"),
    "claims/buses/list.yml": "- title: T\n",
    "claims/buses/text.yml": "no claim at all",
    "claims/buses/open.yml": 'title: "no end\n',
    "claims/buses/deep.yml": "a: " + "[" * 2_000 + "]" * 2_000,
    "claims/buses/large.yml": "note: " + "x" * 70_000,
    "claims/buses/bomb.yml": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "claims/buses/merge.yml": "<<: {a: b}\n",
    "claims/buses/tag.yml": "title: !!python/object:os.system x\n",
    "claims/buses/two.yml": f"{CLAIM}---\n{CLAIM}",
    "claims/buses/twice.yml": f"{CLAIM}title: again\n",
    "claims/buses/keys.yml": "? [a]\n: b\n",
    "claims/buses/unknown.yml": f"{CLAIM}qoutes: []\nsupprots: []\n'a b': c\n'': d\n",
    "claims/buses/types.yml": "title: [T]\nassertion: {a: b}\nkind: []\nscope: x\nquotes: x\naliases: {}\nnote: []\n",
    "claims/buses/items.yml": CLAIM + "quotes: [x, [], {}, {source: [], exact: []}]\nsupports: [x, {claim: []}]\n",
    "claims/buses/values.yml": "title: ''\nassertion: ' '\nkind: no\nscope: {place: '', period: '12/10/2021'}\n",
    "claims/buses/period.yml": CLAIM.replace("2021", "Y1E999999999"),
    "claims/buses/ids.yml": f"{CLAIM}citations: [{{source: '../x', finding: F}}]\nreplaced_by: con\naliases: ['A b']\n",
    "claims/buses/itself.yml": CLAIM + "supports: [{claim: itself, because: B, with: [itself]}]\nreplaced_by: itself\n",
    "claims/buses/quotes.yml": (
        f'{CLAIM}quotes:\n- {{{QUOTE}}}\n- {{{QUOTE}, speaker: "x\\n::error::y"}}\n'
        f"- {{{QUOTE}, prefix: '[', suffix: ']'}}\n"
        "- {source: nowhere, exact: 'one two three four five'}\n- {source: bus-hearing-2021, exact: '[...] [...]'}\n"
        "- {source: bus-hearing-2021, exact: '" + "[x] " * 50 + "'}\n- {source: bus-hearing-2021, exact: '...'}\n"
    ),
    "claims/buses/undercuts.yml": (
        f"{CLAIM}undercuts:\n- {{claim: x, because: B}}\n- {{claim: target-met, because: B, quote: x, citation: y}}\n"
        "- {claim: target-met, because: B, supports: nowhere}\n"
    ),
    "claims/buses/Late Buses.yml": CLAIM,
    "claims/buses/late.yaml": CLAIM,
    "claims/buses/late.txt": "x",
    "claims/buses/deeper/late.yml": CLAIM,
    "claims/loose.yml": CLAIM,
    "claims/trams/no-topic.yml": CLAIM,
    "claims/fares/half-late.yml": CLAIM,
    "claims/_glossary.yml": "terms: {a: b}\n",
    "claims/_measures.yml": "measures:\n- {id: A}\n",
    "claims/fares/_topic.yml": "title: x\nanswers: [x, {claims: y}]\n",
    "sources/empty.yml": "",
    "sources/wrong.yml": (
        "type: x\ntitle: []\ndepth: deep\nissued: {date-parts: [[x]]}\nspeakers: [a]\nsegments: [{lines: 9-3}]\n"
    ),
    "sources/lines.yml": (
        "type: book\ntitle: B\ndepth: full\nsegments: [{lines: 999999, repeats: 999999}]\nignore: [{lines: 1-9}]\n"
    ),
    "sources/lines.capture.json": "[" * 10_000,
    "sources/harbour-news-2021.capture.json": b"\xff\x00",
    "sources/alone.capture.json": "{}",
    "sources/compared.yml": "bus-hearing-2021: {capture: x, on: [], by: {}}\nalone: late\n'A b': {}\n'': ''\n",
    "voices/wrong.yml": "name: []\ninterests: [{text: x}]\n",
    "docs/index.md": b"[[nowhere]] [[]] [[a b]] \xff [[half-late]]",
}


@pytest.fixture
def broken(checkout: Checkout) -> Checkout:
    checkout.commit()
    for path, content in BROKEN.items():
        checkout.write(path, "")
        (checkout.root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    (checkout.root / "claims/buses/link.yml").symlink_to("/etc/hostname")
    (checkout.root / "claims/buses/circle").symlink_to(".")
    (checkout.root / "claims/buses/folder.yml").mkdir()
    (checkout.root / "docs/link.md").symlink_to("index.md")
    os.mkfifo(checkout.root / "claims/buses/pipe.yml")
    for name in (b"new\nline.yml", b"\xff.yml", b"\x1b[2J.yml", b"\xe2\x80\xae.yml", b"-x.yml", b"a,b:c%.yml"):
        (checkout.root / "claims/buses" / os.fsdecode(name)).write_text(CLAIM, encoding="utf-8")
    return checkout


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_check(broken: Checkout, form: str) -> None:
    shown = broken.run("check", "--format", form, "--texts", broken.texts)
    assert shown.status == 1
    assert "claims/buses/types.yml" in shown.out
    assert "\x1b" not in shown.out
    if form in {"json", "sarif"}:
        assert json.loads(shown.out)
    else:
        commands = ("::error ", "::warning ", "::notice ", "::group::", "::endgroup::")
        lines = shown.out.splitlines()
        assert [line for line in lines if line.strip().startswith("::") and not line.startswith(commands)] == []


def test_every_broken_file_is_named(broken: Checkout) -> None:
    found = {row["path"] for row in json.loads(broken.run("check", "--format", "json").out)}
    assert [path for path in BROKEN if path not in found] == []


def test_findings_are_in_order_of_place(broken: Checkout) -> None:
    rows = json.loads(broken.run("check", "--format", "json").out)
    places = [(row["path"], row["line"], row["column"]) for row in rows]
    assert places == sorted(places)
    assert len(rows) > len(BROKEN)


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("quote", "On the second of March no bus came at all"),
        ("quote", "words that stand in no source at all"),
        ("new", "claim", "late-again", "--topic", "buses"),
        ("new", "claim", "itself", "--topic", "buses"),
        ("new", "source", "wrong"),
        ("new", "voice", "late-again"),
        ("mv", "half-late", "late"),
        ("mv", "claims/half-late", "--topic", "fares"),
        ("diff", "HEAD"),
        ("diff", "HEAD", "--format", "markdown"),
        ("diff", "HEAD", "--format", "json"),
        ("export", "json", "--output", "out"),
        ("export", "csv", "--output", "out"),
        ("explain", "quote-near"),
    ],
    ids=" ".join,
)
def test_other_commands(broken: Checkout, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken.root)
    shown = broken.run(*arguments)
    assert shown.status in {0, 1, 2}
    assert shown.out or shown.err
    assert "Traceback" not in shown.err


def test_capture(broken: Checkout) -> None:
    text = broken.texts / "harbour-news-2021.txt"
    assert broken.run("capture", text, "--compare").status == 1
    assert broken.run("capture", text).status == 0


def test_folders_in_place_of_files(checkout: Checkout) -> None:
    for path in ("claims/_glossary.yml", "sources/harbour-news-2021.capture.json", "docs/index.md"):
        (checkout.root / path).unlink()
        (checkout.root / path).mkdir()
    assert checkout.run("check").status == 1


def test_files_in_place_of_folders(checkout: Checkout) -> None:
    checkout.write("claims/more", "x")
    for folder in ("voices", "docs"):
        for file in (checkout.root / folder).iterdir():
            file.unlink()
        (checkout.root / folder).rmdir()
        (checkout.root / folder).write_text("x", encoding="utf-8")
    shown = checkout.run("check")
    assert shown.status == 1
    assert shown.out.startswith("claims/more:1:1: error[unexpected-file]")
