"""Reads and writes capture files: JSON with one line for each line of the text, so that changes diff line by line."""

from __future__ import annotations

import bisect
import itertools
import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.captures.capture import WIDTH, Capture, Edges, Label
from claimgraph.captures.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMAT: Final = "claimgraph capture 1"
MAX_BYTES: Final = 32 * 1024 * 1024
MAX_LINES: Final = 999_999
"""As many as a source file can name."""


class CaptureError(Exception):
    """A capture file that is not one."""


def write_capture(capture: Capture) -> str:
    """Return the text of a capture file."""
    head = {
        "format": FORMAT,
        "text": _hex(capture.text_hash),
        "lists": capture.lists,
        "words": capture.words,
        "lines": capture.lines,
    }
    gaps = [
        _compact({"gap": _hex(gap), "begins": sorted(map(_hex, e.beginnings)), "ends": sorted(map(_hex, e.ends))})
        for gap, e in sorted(capture.edges.items())
    ]
    lines = list(_lines(capture))
    return (
        "{\n"
        + ",\n".join(
            [
                *(f" {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()),
                ' "gaps": [\n  ' + ",\n  ".join(gaps) + "\n ]",
                ' "text_lines": [\n  ' + ",\n  ".join(lines) + "\n ]",
            ]
        )
        + "\n}\n"
    )


def _hex(value: int) -> str:
    return f"{value:08x}"


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _lines(capture: Capture) -> Iterable[str]:
    """Yield the JSON of each line of the text; it is put together here, since nothing in it needs an escape."""
    marks, gaps, alternatives = dict(capture.marks), sorted(capture.gaps), sorted(capture.alternatives)
    marked = tuple(marks)
    for line in range(1, capture.lines + 1):
        first, end = capture.line_starts[line - 1], capture.line_starts[line]
        is_last = line == capture.lines
        if first == end and not is_last:
            continue
        fields = {
            "windows": capture.windows[first * WIDTH : end * WIDTH].hex(),
            "gaps": " ".join(
                [f"{i - first}:{capture.gaps[i]:08x}" for i in _within(gaps, first, end + 1 if is_last else end)]
            ),
            "sentences": " ".join([str(i - first) for i in _within(capture.sentences, first, end)]),
            "marks": " ".join([f"{i - first}{marks[i].value}" for i in _within(marked, first, end)]),
        }
        if inside := _within(alternatives, first, end):
            fields["alternatives"] = " ".join(
                f"{i - first}:{_hex(value)}" for i in inside for value in sorted(capture.alternatives[i])
            )
        if label := capture.labels.get(line):
            fields["label"] = f"{label.words}:{_hex(label.hash)}"
        written = "".join([f',"{name}":"{value}"' for name, value in fields.items()])
        yield f'{{"line":{line},"first":{first}{written}}}'


def _within(indexes: Sequence[int], first: int, end: int) -> Sequence[int]:
    return indexes[bisect.bisect_left(indexes, first) : bisect.bisect_left(indexes, end)]


def read_capture(content: bytes) -> Capture:
    """Read a capture file.

    Raises CaptureError, with what is wrong, for anything that `write_capture` would not make.
    """
    if len(content) > MAX_BYTES:
        raise CaptureError(f"it has {len(content):,} bytes, more than {MAX_BYTES:,}")
    try:
        data = json.loads(content)
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise CaptureError(f"its format is not '{FORMAT}'")  # noqa: TRY301  all that is wrong is raised here
        capture = _capture(data)
        _require_same(write_capture(capture).encode(), content.replace(b"\r\n", b"\n"))
    except CaptureError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError) as error:
        raise CaptureError(f"it is damaged ({type(error).__name__}: {error})") from error
    return capture


def _require_same(made: bytes, content: bytes) -> None:
    if made != content:
        rows = itertools.zip_longest(made.split(b"\n"), content.split(b"\n"))
        differing = next(number for number, (one, other) in enumerate(rows, start=1) if one != other)
        raise CaptureError(f"line {differing} of the file is not as it was written")


def _capture(data: dict[str, Any]) -> Capture:
    words, lines = int(data["words"]), int(data["lines"])
    starts: dict[int, int] = {}
    windows: list[str] = []
    gaps: dict[int, int] = {}
    sentences: list[int] = []
    marks: list[tuple[int, Mark]] = []
    alternatives: dict[int, set[int]] = {}
    labels: dict[int, Label] = {}
    for record in data["text_lines"]:
        line, first = int(record["line"]), int(record["first"])
        starts[line] = first
        windows.append(record["windows"])
        gaps.update((first + i, value) for i, value in _pairs(record["gaps"]))
        sentences.extend(first + int(i) for i in record["sentences"].split())
        marks.extend((first + int(item[:-1]), Mark(item[-1])) for item in record["marks"].split())
        for i, value in _pairs(record.get("alternatives", "")):
            alternatives.setdefault(first + i, set()).add(value)
        for count, value in _pairs(record.get("label", "")):
            labels[line] = Label(words=count, hash=value)
    capture = Capture(
        text_hash=int(data["text"], 16),
        lists=int(data["lists"]),
        line_starts=_line_starts(starts, lines, words),
        windows=bytes.fromhex("".join(windows)),
        alternatives=MappingProxyType({i: frozenset(values) for i, values in alternatives.items()}),
        gaps=MappingProxyType(gaps),
        edges=MappingProxyType({int(gap["gap"], 16): _edges(gap) for gap in data["gaps"]}),
        sentences=tuple(sentences),
        marks=tuple(marks),
        labels=MappingProxyType(labels),
    )
    _require_whole(capture)
    return capture


def _pairs(text: str) -> Iterable[tuple[int, int]]:
    for item in text.split():
        index, _, value = item.partition(":")
        yield int(index), int(value, 16)


def _edges(gap: dict[str, Any]) -> Edges:
    return Edges(
        beginnings=frozenset(int(value, 16) for value in gap["begins"]),
        ends=frozenset(int(value, 16) for value in gap["ends"]),
    )


def _line_starts(starts: dict[int, int], lines: int, words: int) -> tuple[int, ...]:
    """Fill in the lines without words: they begin where the next line with words does."""
    if not 1 <= lines <= MAX_LINES:
        raise CaptureError("its number of lines is out of range")
    following, filled = words, [words]
    for line in range(lines, 0, -1):
        following = starts.get(line, following)
        filled.append(following)
    return tuple(reversed(filled))


def _require_whole(capture: Capture) -> None:
    expected = max(capture.words - 4, 0) * WIDTH
    if len(capture.windows) != expected:
        raise CaptureError(f"it holds {len(capture.windows) // WIDTH} hashes for {capture.words} words")
    if any(a > b for a, b in zip(capture.line_starts, capture.line_starts[1:], strict=False)):
        raise CaptureError("its lines are out of order")
    if list(capture.sentences) != sorted(capture.sentences) or list(capture.marks) != sorted(capture.marks):
        raise CaptureError("its sentences or marks are out of order")
    if capture.words and capture.sentences[:1] != (0,):
        raise CaptureError("its first word begins no sentence")
    if set(capture.gaps.values()) != capture.edges.keys():
        raise CaptureError("its gaps are not those that its lines name")
    for line, label in capture.labels.items():
        if not 1 <= label.words <= capture.line_starts[line] - capture.line_starts[line - 1]:
            raise CaptureError(f"the label of line {line} has not as many words")
