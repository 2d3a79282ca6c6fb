"""The plain subset of YAML: what is read, what is refused, and where."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.findings import Finding, Severity
from claimgraph.loading.corpus import load
from claimgraph.location import Location, Mark
from claimgraph.yaml_nodes import MAX_BYTES, MAX_DEPTH, MAX_NODES, Document, TrailingComment, Value, read_yaml
from claimgraph.yaml_nodes.marked import read_marked
from claimgraph.yaml_nodes.quick import LONGEST, read_quickly

HOSTILE = Path(__file__).parents[2] / "shared" / "hostile"
SECONDS = 2.0
"""How long any file may take."""

TAG = "remove it, or put it in quotes"
KEEP_ONE = "keep one of them; put several values in one list"
ONE_DOCUMENT = "one file holds one document: remove `---`"
NO_DASH = "remove the `- ` before the first key, and indent the lines below it two spaces less"
EMPTY = "begin with `title: ...`"


def read(content: str | bytes) -> Document:
    document = read_yaml("claims/a/b.yml", content.encode() if isinstance(content, str) else content)
    assert isinstance(document, Document), document
    return document


def refusal(content: str | bytes) -> tuple[int, int, str, str]:
    """Return line, column, message and hint."""
    found = read_yaml(
        "claims/a/b.yml", content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    )
    assert isinstance(found, Finding), found
    assert (found.rule, found.severity, found.location.path) == ("yaml-refused", Severity.ERROR, "claims/a/b.yml")
    return found.location.line, found.location.column, found.message, found.hint


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # nothing to read
        ("", (1, 1, "the file is empty", EMPTY)),
        ("\ufeff", (1, 1, "the file is empty", EMPTY)),
        ("# a comment\n\n", (1, 1, "the file is empty", EMPTY)),
        ("---\n", (2, 1, "the file is not a mapping of keys to values", EMPTY)),
        ("\n- a\n", (2, 1, "the file is not a mapping of keys to values", NO_DASH)),
        ("  words\n", (1, 3, "the file is not a mapping of keys to values", EMPTY)),
        ("~\n", (1, 1, "the file is not a mapping of keys to values", EMPTY)),
        # tags
        ("a: 1\nb: !!str x\n", (2, 4, "the tag 'tag:yaml.org,2002:str' is not read", TAG)),
        ("b: !!python/name:os.system\n", (1, 4, "the tag 'tag:yaml.org,2002:python/name:os.system' is not read", TAG)),
        ("b: !local x\n", (1, 4, "the tag '!local' is not read", TAG)),
        ("b: ! x\n", (1, 4, "the tag '!' is not read", TAG)),
        ("b: !<tag:x> x\n", (1, 4, "the tag 'tag:x' is not read", TAG)),
        ("b: !!seq [x]\n", (1, 4, "the tag 'tag:yaml.org,2002:seq' is not read", TAG)),
        ("!!map {b: x}\n", (1, 1, "the tag 'tag:yaml.org,2002:map' is not read", TAG)),
        ("!!str b: x\n", (1, 1, "the tag 'tag:yaml.org,2002:str' is not read", TAG)),
        # anchors, aliases, merge keys
        ("a: &x 1\n", (1, 4, "the anchor '&x' is not read", TAG)),
        ("a: &x [1]\n", (1, 4, "the anchor '&x' is not read", TAG)),
        ("a: &x\n  b: 1\n", (1, 4, "the anchor '&x' is not read", TAG)),
        ("&x a: 1\n", (1, 1, "the anchor '&x' is not read", TAG)),
        ("a: *x\n", (1, 4, "the alias '*x' is not read", "write the value out")),
        ("a:\n  - b\n  - *x\n", (3, 5, "the alias '*x' is not read", "write the value out")),
        ("*x : a\n", (1, 1, "the alias '*x' is not read", "write the value out")),
        ("a: 1\n<<: {b: 2}\n", (2, 1, "the merge key '<<' is not read", "write the values out")),
        ('"<<": {b: 2}\n', (1, 1, "the merge key '<<' is not read", "write the values out")),
        # keys
        (
            "a: 1\nb: 2\na: 3\n",
            (3, 1, "the key 'a' stands twice, first in line 1", KEEP_ONE),
        ),
        (
            "x:\n  - {a: 1, b: 2, 'a': 3}\n",
            (2, 18, "the key 'a' stands twice, first in line 2", KEEP_ONE),
        ),
        (
            "caf\u00e9: 1\n\ncafe\u0301: 2\n",
            (3, 1, "the key 'caf\u00e9' stands twice, first in line 1", KEEP_ONE),
        ),
        ("{? : b}\n", (1, 4, "a key is empty", "write its name before the colon")),
        ("'': b\n", (1, 1, "a key is empty", "write its name before the colon")),
        ("? \n: b\n", (1, 2, "a key is empty", "write its name before the colon")),
        ("? [a, b]\n: c\n", (1, 3, "a key is a list or a mapping", "put it in quotes if it is meant as text")),
        ("{a: b}: c\n", (1, 1, "a key is a list or a mapping", "put it in quotes if it is meant as text")),
        # directives, further documents
        ("%YAML 1.1\n---\na: 1\n", (1, 1, "a directive (%YAML, %TAG) is not read", "remove the line")),
        ("%TAG ! tag:x:\n---\na: 1\n", (1, 1, "a directive (%YAML, %TAG) is not read", "remove the line")),
        ("a: 1\n---\nb: 2\n", (2, 1, "a second document begins here", ONE_DOCUMENT)),
        ("a: 1\n...\n---\nb: 2\n", (3, 1, "a second document begins here", ONE_DOCUMENT)),
        # bytes
        (b"title: caf\xe9\n", (1, 11, "the file is not UTF-8 from here on", "save it as UTF-8")),
        ("a: \u00e9\nb: x".encode() + b"\xff", (2, 5, "the file is not UTF-8 from here on", "save it as UTF-8")),
        ("a: 1\n".encode("utf-16"), (1, 1, "the file is not UTF-8 from here on", "save it as UTF-8")),
        (b"a: \xc0\xbc\n", (1, 4, "the file is not UTF-8 from here on", "save it as UTF-8")),
        ("a: \ud83d\n", (1, 4, "the file is not UTF-8 from here on", "save it as UTF-8")),
        (
            b"a: 1\nb: x\ry\n",
            (2, 5, "a carriage return stands without a line feed", "save the file with Unix line ends"),
        ),
    ],
)  # fmt: skip
def test_refused(content: str | bytes, expected: tuple[int, int, str, str]) -> None:
    assert refusal(content) == expected


INNER_COLON = "': ' stands inside a text that is not in quotes"
NO_END = "close the {} with `{}`, and put a text that holds , [ ] {{ or }} in quotes"
CUT = "put the text in line 1 in quotes, where ` #` cuts it; or "


@pytest.mark.parametrize(
    ("content", "line", "column", "problem", "hint"),
    [
        ("a: 1\nb: c: d\n", 2, 5, INNER_COLON, 'put it in quotes:\nb: "c: d"'),
        ("a: 1\n b: 2\n", 2, 2, "'b' does not stand under the key above it", "begin the line with no space:\nb: 2"),
        ("a:b\nc: d\n", 1, 2, "no space follows the colon", "write:\na: b"),
        (
            "a: 1\nb\nc: 2\n", 2, 1,
            "here a key is expected, as in `key: value`",
            "indent the line further if it belongs to the text above, or write its key and a colon before it",
        ),
        (
            "a: 1\nb 2\n", 2, 1,
            "here a key is expected, as in `key: value`",
            "indent the line further if it belongs to the text above, or write its key and a colon before it",
        ),
        (
            "a:\n  b: 1\n c: 2\n", 3, 2,
            "'c' does not stand under the key above it",
            "begin the line with 2 spaces:\n  c: 2",
        ),
        (
            'a: "He said "no" to it"\n', 1, 14,
            "text follows the closing quotation mark",
            'write:\na: \'He said "no" to it\'',
        ),
        ("a: 'it's so'\n", 1, 8, "text follows the closing quotation mark", 'write:\na: "it\'s so"'),
        (
            "a:\n  - b: 1\n  c: 2\n", 3, 3,
            "'c' does not stand under the key above it",
            "begin the line with 4 spaces:\n    c: 2",
        ),
        (
            "a: - b\n", 1, 4,
            "a list begins in the middle of a line",
            "begin the list in the next line, each item with `- `",
        ),
        ('a: 1\nb: "c\nd: 2\n', 2, 4, "a quotation mark is not closed", 'close it:\nb: "c"'),
        ("a: @x\n", 1, 4, "a text that is not in quotes cannot begin with @", 'put it in quotes:\na: "@x"'),
        ("a: %x\n", 1, 4, "a text that is not in quotes cannot begin with %", 'put it in quotes:\na: "%x"'),
        ("a:\n\t- b\n", 2, 1, "a tab indents this line", "indent with spaces:\n  - b"),
        ("a: 1\n\tb: c\n", 2, 1, "a tab indents this line", "indent with spaces:\n  b: c"),
        ("a: |\n\tb\n", 2, 1, "a tab indents this line", "indent with spaces:\n  b"),
        (
            "a: [b\nc: d\n", 2, 2,
            "a list in [ ] is not closed",
            NO_END.format("list", "]"),
        ),
        (
            "a: b #5\n  c\n", 2, 3,
            "here another key is expected",
            CUT + "indent this line like those above, and write a text with quotation marks below `>-`",
        ),
        (
            "a: [b #5, c]\nd: e\n", 2, 1,
            "a list in [ ] is not closed",
            CUT + NO_END.format("list", "]"),
        ),
        (
            "a: {b: c #5}\nd: e\n", 2, 1,
            "a mapping in { } is not closed",
            CUT + NO_END.format("mapping", "}"),
        ),
        (
            "a: {b\nc: d\n", 2, 2,
            "a mapping in { } is not closed",
            NO_END.format("mapping", "}"),
        ),
        ("a: , b\n", 1, 4, "here a value is expected", "put a text that begins so in quotes"),
        ("a: & b\n", 1, 4, "a text that is not in quotes cannot begin with &", 'put it in quotes:\na: "& b"'),
        ("a: > b\n", 1, 6, "text stands beside `>-`", "begin the text in the next line, below `>-`"),
        (
            "a: b\n...\nc: d\n", 3, 1,
            "something follows the end of the file's document",
            "one file holds one document: remove `...`",
        ),
        (
            'a: "\\w"\n', 1, 5,
            "a backslash in quotes begins nothing that YAML knows",
            "write the text below `>-`, where a backslash is a backslash",
        ),
        (
            'a: "\\ud83d"\n', 1, 7,
            "an escape in quotes stands for no character",
            "write the character itself",
        ),
        (
            "a: >-\nb c\n", 2, 1,
            "the text of 'a' is not indented further than its key",
            "begin each of its lines with 2 spaces:\n  b c",
        ),
        (
            "- a: >-\n  b c\n  d e\n", 2, 3,
            "the text of 'a' is not indented further than its key",
            "begin each of its lines with 4 spaces:\n    b c",
        ),
        ("a:\n  -b: 1\n   c: 2\n", 2, 3, "no space follows the dash", "write:\n  - b: 1"),
        ("a: b\nc:d\n", 2, 2, "no space follows the colon", "write:\nc: d"),
        ("a: `x`\n", 1, 4, "a text that is not in quotes cannot begin with `", 'put it in quotes:\na: "`x`"'),
    ],
)  # fmt: skip
def test_mistakes_of_writing(content: str, line: int, column: int, problem: str, hint: str) -> None:
    assert refusal(content) == (line, column, f"this is not YAML: {problem}", hint)


UNSEEN = {
    "\x00": "U+0000 (a control character)",
    "\x07": "U+0007 (a control character)",
    "\x1b": "U+001B (a control character)",
    "\x7f": "U+007F (a control character)",
    "\x85": "U+0085 (a control character)",
    "\u061c": "U+061C (arabic letter mark)",
    "\u115f": "U+115F (hangul choseong filler)",
    "\u180e": "U+180E (mongolian vowel separator)",
    "\u200b": "U+200B (zero width space)",
    "\u200f": "U+200F (right-to-left mark)",
    "\u2028": "U+2028 (line separator)",
    "\u202e": "U+202E (right-to-left override)",
    "\u2060": "U+2060 (word joiner)",
    "\u2066": "U+2066 (left-to-right isolate)",
    "\u3164": "U+3164 (hangul filler)",
    "\ufeff": "U+FEFF (zero width no-break space)",
    "\uffff": "U+FFFF (a control character)",
    "\U000e0041": "U+E0041 (tag latin capital letter a)",
}


@pytest.mark.parametrize(("character", "name"), UNSEEN.items(), ids=UNSEEN.values())
def test_what_cannot_be_seen(character: str, name: str) -> None:
    message = f"{name} cannot be seen on the page"
    assert refusal(f"a: 1\nb: \u00e9{character}y\n") == (2, 5, message, "remove it")
    assert refusal(f"a: 1\n# \u00e9{character}\n") == (2, 4, message, "remove it")
    escape = f"\\U{ord(character):08x}"
    assert refusal(f'a: 1\nb: "\u00e9{escape}y"\n') == (2, 4, message, "remove it")
    assert refusal(f'a: 1\n"b{escape}": y\n') == (2, 1, message, "remove it")


def test_a_carriage_return_by_escape_is_refused() -> None:
    expected = (1, 4, "U+000D (a control character) cannot be seen on the page", "remove it")
    assert refusal('a: "b\\rc"\n') == expected


@pytest.mark.parametrize("character", ["\t", "\n", "\u00a0", "\u200d", "\U0001f469", "\u0627", "\u202f", "\ue000"])
def test_what_may_be_written_by_an_escape(character: str) -> None:
    assert read(f'a: "b\\U{ord(character):08x}c"\n').data == {"a": f"b{character}c"}


VALUES = (
    *("no", "NO", "Yes", "on", "y", "true", "null", "~", "Null"),
    *("0123", "0x1F", "0o17", "1_000", "1e3", ".inf", "-.nan", "+1", "1.", "9" * 100),
    *("12:30", "12:30:45", "2021-10-12", "2021-10-12T00:00:00Z", "=", "<<", "1:59"),
)


@pytest.mark.parametrize("value", VALUES)
def test_values_stay_as_written(value: str) -> None:
    assert read(f"a: {value}\nb: ['{value}', \"{value}\"]\n").data == {"a": value, "b": [value, value]}
    assert read(f"b:\n  - {value}\n").data == {"b": [value]}


@pytest.mark.parametrize("value", [value for value in VALUES if value != "<<"])
def test_keys_stay_as_written(value: str) -> None:
    assert read(f"{value}: x\n").data == {value: "x"}


@pytest.mark.parametrize(
    ("content", "data"),
    [
        ("a:\n", {"a": ""}),
        ("a: ''\nb: []\nc: {}\n", {"a": "", "b": [], "c": {}}),
        ("a: b # c\n", {"a": "b"}),
        ("a: b#c\n", {"a": "b#c"}),
        ("a: >-\n  b\n  c\n\n  d\n", {"a": "b c\nd"}),
        ("a: |\n  b\n   c\n", {"a": "b\n c\n"}),
        ("a: 'it''s'\n", {"a": "it's"}),
        ("a: b\n  c\n", {"a": "b c"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("\ufeffa: b\n", {"a": "b"}),
        ("a: b\r\nc: >\r\n  d\r\n  e\r\n", {"a": "b", "c": "d e\n"}),
        ("a: b", {"a": "b"}),
        ("? a\n: b\n", {"a": "b"}),
        ('{"a": "b", "c": ["d"]}', {"a": "b", "c": ["d"]}),
        ("cafe\u0301: cafe\u0301\n", {"caf\u00e9": "cafe\u0301"}),
        ("a:\n- b\n-\n  - c\n", {"a": ["b", ["c"]]}),
        ("a: \u201cb\u201d \u2013 c\u2026\n", {"a": "\u201cb\u201d \u2013 c\u2026"}),
    ],
)
def test_read(content: str, data: dict[str, Value]) -> None:
    assert read(content).data == data


def places(content: str) -> dict[tuple[str | int, ...], tuple[int, int, tuple[int, int] | None]]:
    found: dict[tuple[str | int, ...], tuple[int, int, tuple[int, int] | None]] = {}

    def walk(steps: tuple[str | int, ...], mark: Mark) -> None:
        found[steps] = (mark.line, mark.column, mark.key)
        for step, inner in mark.inside.items():
            walk((*steps, step), inner)

    walk((), read(content).mark)
    return found


PLACES = """
# comment
title: 'A \u00e9'
quotes:
  - source: x
    exact: >-
      words
  - {source: y, exact: z}
list: [a,
  b]
"""


def test_places_of_values_and_keys() -> None:
    assert places(PLACES) == {
        (): (3, 1, None),
        ("title",): (3, 8, (3, 1)),
        ("quotes",): (5, 3, (4, 1)),
        ("quotes", 0): (5, 5, None),
        ("quotes", 0, "source"): (5, 13, (5, 5)),
        ("quotes", 0, "exact"): (6, 12, (6, 5)),
        ("quotes", 1): (8, 5, None),
        ("quotes", 1, "source"): (8, 14, (8, 6)),
        ("quotes", 1, "exact"): (8, 24, (8, 17)),
        ("list",): (9, 7, (9, 1)),
        ("list", 0): (9, 8, None),
        ("list", 1): (10, 3, None),
    }


def test_comments_that_follow_a_scalar() -> None:
    text = "a: b #5\n\u00e9:\r\n  - c\r\n    # d\r\n  # e\n  - {f: g} # h\nk: {l #m\n  }\n"
    assert read(text).comments == (
        TrailingComment(steps=("a",), is_key=False, text="#5", line=1, column=6),
        TrailingComment(steps=("\u00e9", 0), is_key=False, text="# d", line=4, column=5),
        TrailingComment(steps=("k", "l"), is_key=True, text="#m", line=7, column=7),
    )


@pytest.mark.parametrize("before", ["\u00e9", "\u6f22\u5b57", "\U0001f469\u200d\U0001f469", "e\u0301", "\u00a0"])
def test_columns_count_characters(before: str) -> None:
    assert places(f"{{{before}: '{before}', b: c}}\n")[("b",)] == (1, 2 * len(before) + 11, (1, 2 * len(before) + 8))
    assert refusal(f"{{{before}: '{before}', b: *c}}\n")[:2] == (1, 2 * len(before) + 11)


def test_a_byte_order_mark_takes_no_column() -> None:
    assert places("\ufeffa: b\n")[("a",)] == (1, 4, (1, 1))
    assert refusal("\ufeffa: *b\n")[:2] == (1, 4)


def test_bytes_are_bounded() -> None:
    full = "a: " + "b" * (MAX_BYTES - 4) + "\n"
    assert len(read(full).data["a"]) == MAX_BYTES - 4
    assert refusal(full + "#") == (1, 1, "the file has 65,537 bytes, more than 65,536", "split it in parts")


def test_depth_is_bounded() -> None:
    read("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1))
    expected = (1, 4 + MAX_DEPTH - 1, "values are nested more than 8 deep", "no field needs that")
    assert refusal("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH) == expected
    assert refusal("a: " + "[" * 30_000)[2] == "values are nested more than 8 deep"
    assert refusal("{a: " * MAX_DEPTH + "{a: b}" + "}" * MAX_DEPTH)[2] == "values are nested more than 8 deep"


def test_the_number_of_values_is_bounded() -> None:
    read("a: [" + "b," * (MAX_NODES - 3) + "]")
    expected = (1, 5 + 2 * (MAX_NODES - 3), "the file has more than 8,000 values", "split it in parts")
    assert refusal("a: [" + "b," * (MAX_NODES - 2) + "]") == expected


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    found = read_yaml("f.yml", content)
    assert isinstance(found, (Document, Finding))


@given(
    st.lists(
        st.sampled_from("a b: - ? [ ] { } , # & * ! | > ' \" % @ ` \n \t \\ ~ < = . é \u2028 \r".split(" ")),
        max_size=40,
    )
)
def test_any_marks_of_yaml_are_read_or_refused(pieces: list[str]) -> None:
    found = read_yaml("f.yml", " ".join(pieces).encode())
    assert isinstance(found, (Document, Finding))
    if isinstance(found, Finding):
        assert found.location.line >= 1
        assert found.location.column >= 1
        assert "\n" not in found.message


@given(
    st.dictionaries(
        st.text(st.characters(categories=["L", "N"]), min_size=1),
        st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=30),
        max_size=5,
    )
)
def test_text_in_json_is_read_as_it_stands(data: dict[str, str]) -> None:
    found = read_yaml("f.yml", json.dumps(data, ensure_ascii=False).encode())
    if isinstance(found, Document) and data:
        assert list(found.data.values()) == list(data.values())


OWN_ATTACKS = {
    "billion laughs": "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in ("ab", "bc", "cd", "de")),
    "merge bomb": "b: &L0 {k: v}\n" + "".join(f"L{i}: &L{i} {{<<: [*L{i - 1}, *L{i - 1}]}}\n" for i in range(1, 9)),
    "runs code": "title: !!python/object/apply:os.system ['true']\n",
    "reads a file": "title: !include /etc/passwd\n",
    "deep": "x: " + "[" * 20_000,
    "dashes": "x:\n  " + "- " * 5_000 + "a",
    "question marks": "? " * 20_000,
    "colons": ": " * 20_000,
    "many keys": "".join(f"k{i}: v\n" for i in range(6_000)),
    "many documents": "---\na: 1\n" * 5_000,
    "flow keys": "{" + "a, " * 20_000 + "}",
    "long plain text": "a: " + "x\n " * 20_000,
    "escapes": 'a: "' + "\\x41" * 15_000 + '"',
    "open quotation mark": 'a: "' + "x " * 30_000,
    "conflict": "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n",
    "zip": "\x1f\x8b\x08\x00",
    "html": "<!doctype html><script>alert(1)</script>",
}


@pytest.mark.parametrize("content", OWN_ATTACKS.values(), ids=OWN_ATTACKS)
def test_attacks_give_a_finding_in_time(content: str, tmp_path: Path) -> None:
    assert findings_of(content.encode(), tmp_path)


def findings_of(content: bytes, root: Path) -> tuple[Finding, ...]:
    """Load a checkout with one claim file."""
    path = root / "claims" / "topic" / "attack.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    started = time.process_time()
    findings = load(root).findings
    assert time.process_time() - started < SECONDS
    assert all(finding.location.path == "claims/topic/attack.yml" for finding in findings)
    return findings


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collected attacks are not at hand")
class TestCollectedAttacks:
    """Every file of ../shared/hostile: refused, read as text, or at least answered in time."""

    def test_all(self, tmp_path: Path) -> None:
        cases = json.loads((HOSTILE / "own_attacks.json").read_text("utf-8"))["cases"]
        assert len(cases) > 100
        for case in cases:
            self.check(case["name"], case["expect"], base64.b64decode(case["b64"]), tmp_path)

    def test_the_large_ones(self, tmp_path: Path) -> None:
        made = tmp_path / "made"
        script = str(HOSTILE / "make_yaml_attacks.py")
        subprocess.run(
            [sys.executable, script, str(tmp_path / "out.json"), "--all", str(made)], check=True, capture_output=True
        )
        for case in json.loads((made / "index.json").read_text("utf-8")):
            self.check(case["name"], case["expect"], (made / case["file"]).read_bytes(), tmp_path)

    def check(self, name: str, expect: str, content: bytes, root: Path) -> None:
        findings = findings_of(content, root)
        if expect == "refuse":
            assert findings, name
        if expect == "text":
            value = content.decode().partition("title: ")[2].removesuffix("\n")
            read = read_yaml("f.yml", content)
            assert isinstance(read, Document), name
            assert read.data == {"id": "a", "title": value}, name

    def test_what_is_refused_is_refused_by_its_form(self) -> None:
        """Only an id is left to the schema; and keys that look like numbers or booleans, which are plain text here."""
        cases = json.loads((HOSTILE / "own_attacks.json").read_text("utf-8"))["cases"]
        read = [
            case["name"]
            for case in cases
            if case["expect"] == "refuse" and isinstance(read_yaml("f.yml", base64.b64decode(case["b64"])), Document)
        ]
        assert [name for name in read if not name.startswith(("id ", "id-"))] == ["nonstring-key", "bool-key"]


def test_the_place_of_a_finding_names_the_file_as_given() -> None:
    found = read_yaml("sources/x.yml", b"a: *b\n")
    assert isinstance(found, Finding)
    assert found.location == Location(path="sources/x.yml", line=1, column=4)


def is_read_alike(text: str) -> bool:
    """Tell whether a text is read quickly; with places, it must then be the same."""
    quick = read_quickly(text)
    if quick is None:
        return False
    marked = read_marked(text)
    assert marked.comments == ()
    assert quick == (marked.data, marked.mark.line, marked.mark.column)
    return True


PIECES = [
    "a: ",
    "b: ",
    "\u00e9: ",
    "e\u0301: ",
    "'': ",
    "<<: ",
    "- ",
    "\n",
    "\n  ",
    "\n    ",
    "x",
    "'y'",
    '"z"',
    "[",
    "]",
]
MORE = [
    "{",
    "}",
    ", ",
    "? ",
    ": ",
    "|\n  ",
    ">-\n  ",
    "&c ",
    "*c",
    "!d ",
    "# e",
    " #f",
    "\n---\n",
    "\n...\n",
    "%YAML 1.1\n",
    "\t",
]


@given(st.lists(st.sampled_from(PIECES + MORE), max_size=16).map("".join))
def test_what_is_read_quickly_is_the_same_with_places(text: str) -> None:
    is_read_alike(text)
    is_read_alike(f"a: {text}")
    is_read_alike(f"a: [{text}]")


def test_most_files_of_this_checkout_are_read_quickly() -> None:
    files = sorted((Path(__file__).parents[1] / "claims").glob("*/*.yml"))
    assert sum(is_read_alike(path.read_text("utf-8")) for path in files) > len(files) / 2


@pytest.mark.parametrize(
    "content",
    [
        "a: &x b\n",
        "a: !x b\n",
        "a: [&x b]\n",
        "a: &x [b]\n",
        "a: !x {b: c}\n",
        "&x a: b\n",
        "&x {a: b}\n",
        "!x {a: b}\n",
        "a: *x\n",
        "a: b\na: c\n",
        "<<: a\n",
        "'': a\n",
        "[a]: b\n",
        "- a\n",
        "a\n",
        "",
        "a: b\n---\na: b\n",
        "%YAML 1.1\n---\na: b\n",
        "a: '\n",
        'a: "\\u200b"\n',
        "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH,
        "a: [" + "?," * (LONGEST // 2) + "]",
        "a: b # c",
        "a: b\t#c",
        "a: [b\n#c\n]",
    ],
)
def test_what_is_not_plain_is_not_read_quickly(content: str) -> None:
    assert not is_read_alike(content)


@pytest.mark.parametrize("value", ["a: ", "a", "{}", "[]", "{a}"])
def test_a_text_that_is_read_quickly_has_not_too_many_values(value: str) -> None:
    text = f"a: [{value},"
    text += f"{value}," * ((LONGEST - len(text) - 2) // (len(value) + 1)) + "]"
    assert is_read_alike(text)
