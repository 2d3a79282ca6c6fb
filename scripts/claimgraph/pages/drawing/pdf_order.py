"""Numbers the objects of a PDF anew, and puts them in order.

svg2pdf, with which vl-convert writes, numbers fonts in an order that differs from run to run where a drawing has
several. The format leaves numbers and order open (ISO 32000-1, section 7.5). Here an object has the number in which it
is first met, from the document's root on.
"""

from __future__ import annotations

import re
from collections import deque
from typing import Final

_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_ENTRY: Final = re.compile(rb"(\d{10}) \d{5} [nf]")
_TRAILER: Final = re.compile(rb"trailer.*?(?=startxref)", re.DOTALL)
_FONTS: Final = re.compile(rb"(/Font <<\n)((?:\s*/\w+ \d+ 0 R\n)+)")
_NAMED: Final = re.compile(rb"\b(\d+) 0 R\b")


def in_order(pdf: bytes) -> bytes:
    """Return a PDF of svg2pdf's with its objects in order; those that nothing names are left out.

    Raises ValueError if it has no plain table of objects.
    """
    start = _START.search(pdf)
    table = int(start[1]) if start else len(pdf)
    trailer = _TRAILER.search(pdf, table)
    if trailer is None:
        message = "the PDF has no table of objects at its end"
        raise ValueError(message)
    objects = _objects(pdf, table)
    numbers = _numbers(trailer[0], objects)

    def named(old: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % numbers[int(old[1])]

    made = bytearray(pdf[: pdf.index(b"\n\n") + 2])
    lines = [b"0000000000 65535 f\r\n"]
    for old, number in numbers.items():
        head, body = objects[old]
        lines.append(b"%010d 00000 n\r\n" % len(made))
        made += b"%d 0 obj" % number + _NAMED.sub(named, head) + body
    ended = re.sub(rb"/Size \d+", b"/Size %d" % len(lines), _NAMED.sub(named, trailer[0]))
    table_head = b"xref\n0 %d\n" % len(lines)
    return bytes(made) + table_head + b"".join(lines) + ended + b"startxref\n%d\n%%%%EOF" % len(made)


def _objects(pdf: bytes, table: int) -> dict[int, tuple[bytes, bytes]]:
    """Return the objects by number: what comes before the stream, if there is one, with fonts by name; and the rest."""
    offsets = {number: int(entry) for number, entry in enumerate(_ENTRY.findall(pdf, table)) if number}
    places = sorted(offsets.values())
    ends = dict(zip(places, [*places[1:], table], strict=True))
    found = {}
    for number, offset in offsets.items():
        whole = pdf[offset : ends[offset]].removeprefix(b"%d 0 obj" % number)
        head, stream, rest = whole.partition(b"\nstream\n")
        found[number] = _FONTS.sub(_by_name, head), stream + rest
    return found


def _by_name(fonts: re.Match[bytes]) -> bytes:
    return fonts[1] + b"".join(sorted(fonts[2].splitlines(keepends=True)))


def _numbers(trailer: bytes, objects: dict[int, tuple[bytes, bytes]]) -> dict[int, int]:
    """Return the new number of each object, in order, by its old one."""
    numbers: dict[int, int] = {}
    waiting = deque(int(number) for number in _NAMED.findall(trailer))
    while waiting:
        number = waiting.popleft()
        if number in numbers:
            continue
        numbers[number] = len(numbers) + 1
        waiting.extend(int(other) for other in _NAMED.findall(objects[number][0]))
    return numbers
