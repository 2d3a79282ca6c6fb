"""PDFs with their objects in order."""

from __future__ import annotations

import re

import pytest

from claimgraph.pages.drawing.pdf_order import in_order

HEAD = b"%PDF-1.7\n%\x80\n\n"
ROOT = b"/Font <<\n  /f0 %d 0 R\n  /f1 %d 0 R\n"
TURNED = b"/Font <<\n  /f1 %d 0 R\n  /f0 %d 0 R\n"
REGULAR, BOLD = b"(regular)", b"(bold)\nstream\n1 0 R\nendstream"


def pdf(root: int, *objects: bytes) -> bytes:
    """Return a file with these objects, numbered from 1, of which one is the root; the last one stands first."""
    made, places = HEAD, {}
    for number, each in reversed([*enumerate(objects, 1)]):
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n\n" % (number, each)
    table = b"".join(b"%010d 00000 n\r\n" % places[number] for number in sorted(places))
    size = len(objects) + 1
    tail = b"trailer\n<<\n  /Size %d\n  /Root %d 0 R\n>>\nstartxref\n%d\n%%%%EOF" % (size, root, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f\r\n" % size + table + tail


ONE = pdf(1, ROOT % (2, 3), REGULAR, BOLD)
OTHER = pdf(3, BOLD, REGULAR, TURNED % (1, 2))
"""The same with other numbers, and another order of the fonts."""


def test_numbers_and_order_depend_on_what_is_named_alone() -> None:
    assert ONE != OTHER
    assert in_order(ONE) == in_order(OTHER)
    assert in_order(ONE).startswith(
        HEAD
        + b"1 0 obj\n/Font <<\n  /f0 2 0 R\n  /f1 3 0 R\n\nendobj\n\n2 0 obj\n(regular)\nendobj\n\n3 0 obj\n(bold)\n"
    )


def test_a_stream_stays_as_it_is() -> None:
    assert b"(bold)\nstream\n1 0 R\nendstream" in in_order(OTHER)


def test_every_object_is_where_the_table_says() -> None:
    made = in_order(OTHER)
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", made)]
    assert [made[place : place + 7] for place in places] == [b"1 0 obj", b"2 0 obj", b"3 0 obj"]
    assert re.findall(rb"/Root (\d) 0 R\n>>\nstartxref\n(\d+)\n", made) == [(b"1", b"%d" % made.index(b"xref\n"))]


def test_what_nothing_names_is_left_out() -> None:
    assert in_order(pdf(1, ROOT % (2, 3), REGULAR, BOLD, b"(alone)")) == in_order(ONE)


def test_what_is_in_order_stays_as_it_is() -> None:
    assert in_order(in_order(OTHER)) == in_order(OTHER)


@pytest.mark.parametrize("text", [b"", b"%PDF-1.7\n", b"%PDF-1.7\nstartxref\n9\n%%EOF"])
def test_a_file_without_a_table_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="the PDF has no table of objects at its end"):
        in_order(text)
