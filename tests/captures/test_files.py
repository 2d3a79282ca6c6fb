"""Capture files: what is written is read again; what was changed is refused, and nothing else happens."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.captures.capture import capture_text
from claimgraph.captures.files import MAX_BYTES, CaptureError, read_capture, write_capture

TEXT = """\
Driver: Half of the ser-
vices were \u201clate\u201d, and no-one said why.

Rider: It may rain again: 5% of us \u2014 all \u2014 stayed.
"""
HERE = Path(__file__).parent
DIGEST = "A" * 16
FILE = write_capture(capture_text(TEXT, "report"))
ANY_TEXT = st.text(
    st.one_of(st.sampled_from("aB5 .,-\n\u2014\u2019\u00ad:%!\u2022"), st.characters(exclude_categories=["Cs"])),
    max_size=120,
)


def refusal(content: bytes | str) -> str:
    with pytest.raises(CaptureError) as raised:
        read_capture(content.encode() if isinstance(content, str) else content)
    return str(raised.value)


def test_the_file_has_a_line_for_each_line_of_the_text_with_words() -> None:
    assert (HERE / "report.capture.json").read_text("utf-8") == FILE


@given(ANY_TEXT)
def test_what_is_written_is_read_again(text: str) -> None:
    capture = capture_text(text, "report")
    written = write_capture(capture)
    assert read_capture(written.encode()) == capture
    assert write_capture(read_capture(written.encode())) == written


def test_windows_line_ends_are_read() -> None:
    assert read_capture(FILE.replace("\n", "\r\n").encode()) == capture_text(TEXT, "report")


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyzABC\u00e9", min_size=5, max_size=12), min_size=1, max_size=30))
def test_no_running_text_is_in_the_file(words: list[str]) -> None:
    hidden = re.findall(r"[a-z]{5,}", write_capture(capture_text("", "report")).casefold())
    written = write_capture(capture_text(": ".join(words) + ":\n" + " ".join(words), "report"))
    bare = re.sub(r'"[a-z_]+":|"[0-9A-Za-z+/]{16,}"|claimgraph capture|"report"', "", written)
    assert all(word not in bare for word in words if word not in hidden)


def test_a_change_of_one_line_of_the_text_is_a_change_of_a_few_lines_of_the_file() -> None:
    text = "".join(f"Bus number {n} of the town was on time again today\n" for n in range(50))
    one, other = (
        set(write_capture(capture_text(t, "report")).splitlines())
        for t in (text, text.replace("number 25 of", "number 99 of"))
    )
    assert len(other - one) == 3  # the hash of the whole, the line, and the one whose windows reach into it


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\xff", b"[" * 100_000, FILE.encode()[:-3]])
def test_what_is_no_json(content: bytes) -> None:
    with pytest.raises((ValueError, RecursionError)) as raised:
        json.loads(content)
    assert refusal(content) == f"it is damaged ({raised.type.__name__}: {raised.value})"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (FILE, "[]", "its format is not 'claimgraph capture 2'"),
        (FILE, "{}", "its format is not 'claimgraph capture 2'"),
        ("capture 2", "capture 1", "its format is an old one, in which invented words could be made to fit"),
        ("capture 2", "capture 3", "its format is not 'claimgraph capture 2'"),
        ('"words": 21', '"words": 22', "it holds 17 digests for 22 words"),
        ('"words": 21', '"words": "21"', "line 6 of the file is not as it was written"),
        ('"lines": 5', '"lines": 0', "its number of lines is out of range"),
        ('"lines": 5', '"lines": 1000000', "its number of lines is out of range"),
        ('"lines": 5', '"lines": 6', "line 12 of the file is not as it was written"),
        (
            '"lines": 5',
            '"lines": 1e400',
            "it is damaged (OverflowError: cannot convert float infinity to integer)",
        ),
        ('"lines": 5', '"lines": NaN', "it is damaged (ValueError: cannot convert float NaN to integer)"),
        ('"gaps":[', '"gap":[', "it is damaged (KeyError: 'gaps')"),
        ('"marks":""', '"marks":"0x"', "it is damaged (ValueError: 'x' is not a valid Mark)"),
        ("\n}\n", "\n}", "line 15 of the file is not as it was written"),
        ("{\n", "{\n\n", "line 2 of the file is not as it was written"),
        ('"sentences":"0"', '"sentences":""', "its first word begins no sentence"),
        ('"label":[1,', '"label":[6,', "the label of line 1 has not as many words"),
        ('"first":11', '"first":4', "its lines are out of order"),
        ('"marks":"3n 4a"', '"marks":"4a 3n"', "its sentences or marks are out of order"),
    ],
)
def test_damaged(old: str, new: str, message: str) -> None:
    assert old in FILE
    assert refusal(FILE.replace(old, new, 1)) == message


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert refusal(b" " * (MAX_BYTES + 1)) == "it has 33,554,433 bytes, more than 33,554,432"


def changed(change: dict[str, Any]) -> str:
    data = json.loads(FILE)
    data["text_lines"][0].update(change)
    return json.dumps(data)


@pytest.mark.parametrize(
    "change",
    [
        {"line": 2},
        {"first": 1},
        {"first": -1},
        {"windows": ""},
        {"gaps": "0"},
        {"gaps": [[99, ", "]]},
        {"gaps": [[-1, ", "]]},
        {"gaps": [[1, ", ", " ", " "]]},
        {"gaps": [[1, " "]]},
        {"sentences": ""},
        {"sentences": "1"},
        {"sentences": "0 99"},
        {"marks": "99n"},
        {"marks": "1n 1h"},
        {"others": [[99, DIGEST]]},
        {"others": [[0, "AAAA"]]},
        {"label": [0, DIGEST]},
        {"label": [-1, DIGEST]},
        {"label": [99, DIGEST]},
        {"label": [1, "AAAA"]},
        {"label": [1, DIGEST, DIGEST, DIGEST]},
        {"interruptions": [[0, 2, DIGEST]]},
        {"interruptions": [[5, 2, "AAAA"]]},
        {"interruptions": [[5, 99, DIGEST * 4]]},
        {"doubtful_labels": [[99, 1, DIGEST]]},
        {"doubtful_labels": [[0, 99, DIGEST]]},
        {"doubtful_labels": [[0, 1, "AAAA"]]},
        {"words": "Half of the services"},
    ],
)
def test_an_inconsistent_file_is_refused(change: dict[str, Any]) -> None:
    assert refusal(changed(change))


LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["0:0", "-1n", "00000000"]),
)


@given(st.data())
def test_whatever_is_changed_is_refused(data: st.DataObject) -> None:
    original = json.loads(FILE)
    changed = copy.deepcopy(original)
    node: Any = changed
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = data.draw(st.sampled_from(keys))
        inner = node[key]
        if isinstance(inner, (dict, list)) and inner and data.draw(st.booleans()):
            node = inner
            continue
        how = data.draw(st.sampled_from(["replace", "remove", "wrap", "rename"]))
        if how == "replace":
            node[key] = data.draw(LEAVES)
        elif how == "wrap":
            node[key] = [inner]
        else:
            del node[key]
            if how == "rename" and isinstance(node, dict):
                node["other"] = inner
        break
    content = json.dumps(changed)
    assert refusal(content) or changed == original


@given(st.integers(0, len(FILE.encode()) - 1), st.integers(0, 255))
def test_a_changed_byte_is_refused_or_shows_in_the_capture(at: int, byte: int) -> None:
    content = bytearray(FILE.encode())
    content[at] = byte
    try:
        read = read_capture(bytes(content))
    except CaptureError:
        return
    assert write_capture(read).encode() == bytes(content).replace(b"\r\n", b"\n")


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(content: bytes) -> None:
    assert refusal(content)


@pytest.mark.parametrize("text", ["The pumps were old [11]", "The old [11]: pumps", "So. Ms Platt [11]: no"])
def test_the_number_of_a_note_is_no_word_of_a_label(text: str) -> None:
    capture = capture_text(text, "report")
    assert read_capture(write_capture(capture).encode()) == capture
