"""Reads and writes capture files: JSON with one line for each line of the text, so that git diffs them by line."""

from __future__ import annotations

import bisect
import itertools
import json
from base64 import b64decode, b64encode
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.captures.capture import Capture, Interruption, LabelDigest
from claimgraph.captures.digests import FORMAT, WIDTH, WINDOW
from claimgraph.captures.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OLD_FORMAT: Final = "claimgraph capture 1"
"""Its digests had 32 bits, so that words could be invented to fit."""
MAX_BYTES: Final = 32 * 1024 * 1024
MAX_LINES: Final = 999_999
"""The highest line number that a source file can give."""


class CaptureError(Exception):
    """The file is not a valid capture file; the message says why."""


def write_capture(capture: Capture) -> str:
    """Return the text of a capture file."""
    head = {
        "format": FORMAT,
        "source": capture.source,
        "text": capture.text,
        "lists": capture.lists,
        "words": capture.words,
        "lines": capture.lines,
    }
    rows = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    rows.append(' "text_lines": [\n  ' + ",\n  ".join(_lines(capture)) + "\n ]")
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _lines(capture: Capture) -> Iterable[str]:
    """Yield the JSON of each line of the text that has words, and of the last line."""
    marks, gaps, others = dict(capture.marks), sorted(capture.gaps), sorted(capture.others)
    doubtful = sorted(capture.doubtful_labels)
    marked = tuple(marks)
    passed = [each.first for each in capture.interruptions]
    for line in range(1, capture.lines + 1):
        first, end = capture.line_starts[line - 1], capture.line_starts[line]
        is_last = line == capture.lines
        if first == end and not is_last:
            continue
        record: dict[str, object] = {
            "line": line,
            "first": first,
            "windows": _text_of(capture.windows[first * WIDTH : end * WIDTH]),
            "gaps": [_gap(capture, i, first) for i in _within(gaps, first, end + 1 if is_last else end)],
            "sentences": _numbers(capture.sentences, first, end),
            "marks": " ".join([f"{i - first}{marks[i].value}" for i in _within(marked, first, end)]),
        }
        if inside := _within(others, first, end):
            record["others"] = [[i - first, *sorted(map(_text_of, capture.others[i]))] for i in inside]
        if label := capture.labels.get(line):
            record["label"] = _label_row(label)
        if labelled := _within(doubtful, first, end):
            record["doubtful_labels"] = [[i - first, *_label_row(capture.doubtful_labels[i])] for i in labelled]
        if found := capture.interruptions[bisect.bisect_left(passed, first) : bisect.bisect_left(passed, end)]:
            record["interruptions"] = [[i.first - first, i.end - i.first, _text_of(i.windows)] for i in found]
        yield json.dumps(record, separators=(",", ":"))


def _text_of(digests: bytes) -> str:
    """Return digests in Base64 (RFC 4648, section 4): 16 characters each, without padding."""
    return b64encode(digests).decode("ascii")


def _label_row(label: LabelDigest) -> list[object]:
    return [label.words, *(_text_of(digest) for digest in (label.whole, label.name) if digest is not None)]


def _gap(capture: Capture, index: int, first: int) -> list[object]:
    variant = capture.gap_variants.get(index)
    return [index - first, capture.gaps[index], *([] if variant is None else [variant])]


def _numbers(indexes: Sequence[int], first: int, end: int) -> str:
    return " ".join([str(index - first) for index in _within(indexes, first, end)])


def _within(indexes: Sequence[int], first: int, end: int) -> Sequence[int]:
    return indexes[bisect.bisect_left(indexes, first) : bisect.bisect_left(indexes, end)]


def read_capture(content: bytes) -> Capture:
    """Read a capture file.

    Raises CaptureError for anything that `write_capture` would not write.
    """
    if len(content) > MAX_BYTES:
        raise CaptureError(f"it has {len(content):,} bytes, more than {MAX_BYTES:,}")
    try:
        data = json.loads(content)
        if isinstance(data, dict) and data.get("format") == OLD_FORMAT:
            raise CaptureError("its format is an old one, in which invented words could be made to fit")  # noqa: TRY301  all that is wrong is raised here
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise CaptureError(f"its format is not '{FORMAT}'")  # noqa: TRY301  likewise
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
    windows: list[bytes] = []
    gaps: dict[int, str] = {}
    gap_variants: dict[int, str] = {}
    sentences: list[int] = []
    marks: list[tuple[int, Mark]] = []
    others: dict[int, frozenset[bytes]] = {}
    labels: dict[int, LabelDigest] = {}
    doubtful_labels: dict[int, LabelDigest] = {}
    interruptions: list[Interruption] = []
    for record in data["text_lines"]:
        line, first = int(record["line"]), int(record["first"])
        starts[line] = first
        windows.append(_digests(record["windows"]))
        for index, gap, *variant in record["gaps"]:
            gaps[first + index] = str(gap)
            if variant:
                (gap_variants[first + index],) = map(str, variant)
        sentences.extend(first + int(i) for i in record["sentences"].split())
        marks.extend((first + int(item[:-1]), Mark(item[-1])) for item in record["marks"].split())
        others.update((first + i, frozenset(map(_digest, each))) for i, *each in record.get("others", ()))
        if label := record.get("label"):
            labels[line] = _label(*label)
        doubtful_labels.update((first + i, _label(*rest)) for i, *rest in record.get("doubtful_labels", ()))
        interruptions.extend(_interruption(first + i, *rest) for i, *rest in record.get("interruptions", ()))
    capture = Capture(
        source=str(data["source"]),
        text=str(data["text"]),
        lists=int(data["lists"]),
        line_starts=_line_starts(starts, lines, words),
        windows=b"".join(windows),
        others=MappingProxyType(others),
        gaps=MappingProxyType(gaps),
        gap_variants=MappingProxyType(gap_variants),
        sentences=tuple(sentences),
        marks=tuple(marks),
        labels=MappingProxyType(labels),
        doubtful_labels=MappingProxyType(doubtful_labels),
        interruptions=tuple(interruptions),
    )
    _require_whole(capture)
    return capture


def _digests(text: str) -> bytes:
    return b64decode(text, validate=True)


def _digest(text: str) -> bytes:
    found = _digests(text)
    if len(found) != WIDTH:
        raise CaptureError(f"a digest has {len(found)} bytes, not {WIDTH}")
    return found


def _label(words: int, whole: str, name: str | None = None) -> LabelDigest:
    return LabelDigest(words=words, whole=_digest(whole), name=None if name is None else _digest(name))


def _interruption(first: int, length: int, windows: str) -> Interruption:
    begin = max(first - WINDOW + 1, 0)
    return Interruption(first=first, end=first + length, begin=begin, windows=_digests(windows))


def _line_starts(starts: dict[int, int], lines: int, words: int) -> tuple[int, ...]:
    """Return the first word of every line; a line without words begins where the next line with words does."""
    if not 1 <= lines <= MAX_LINES:
        raise CaptureError("its number of lines is out of range")
    following, filled = words, [words]
    for line in range(lines, 0, -1):
        following = starts.get(line, following)
        filled.append(following)
    return tuple(reversed(filled))


def _require_whole(capture: Capture) -> None:
    expected = max(capture.words - WINDOW + 1, 0) * WIDTH
    if len(capture.windows) != expected:
        raise CaptureError(f"it holds {len(capture.windows) // WIDTH} digests for {capture.words} words")
    if any(a > b for a, b in zip(capture.line_starts, capture.line_starts[1:], strict=False)):
        raise CaptureError("its lines are out of order")
    if list(capture.sentences) != sorted(capture.sentences) or list(capture.marks) != sorted(capture.marks):
        raise CaptureError("its sentences or marks are out of order")
    if capture.words and capture.sentences[:1] != (0,):
        raise CaptureError("its first word begins no sentence")
    for line, label in capture.labels.items():
        if not 1 <= label.words <= capture.line_starts[line] - capture.line_starts[line - 1]:
            raise CaptureError(f"the label of line {line} has not as many words")
    if any(not 1 <= label.words <= capture.words - at for at, label in capture.doubtful_labels.items()):
        raise CaptureError("its doubtful labels are beyond its words")
    for each in capture.interruptions:
        passing = min(WINDOW - 1, capture.words - each.end) + each.first - each.begin - WINDOW + 1
        if not 0 < each.first < each.end < capture.words or len(each.windows) != max(passing, 1) * WIDTH:
            raise CaptureError(f"the words {each.first} to {each.end} are no interruption")
