"""Files of XML, whatever the texts in them."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.pages.head.xml_file import xml_file


def written(text: str, attribute: str = "") -> bytes:
    root = ET.Element("a", b=attribute)
    ET.SubElement(root, "c").text = text
    return xml_file(root)


def file_of(content: str, attribute: str = "") -> bytes:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<a b="{attribute}">\n<c>{content}</c>\n</a>\n'.encode()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("plain é—\U0001f600", "plain é—\U0001f600"),
        ("]]> & <b>\"'", "]]&gt; &amp; &lt;b&gt;\"'"),
        ("&#0; &lt;", "&amp;#0; &amp;lt;"),
        ("\t\n\r", "\t\n\r"),
        ("\x00\x08\x0b\x0c\x0e\x1f", "\ufffd" * 6),
        ("\x7f\x85\u2028", "\x7f\x85\u2028"),
        ("\ud7ff\ud800\udfff\ue000", "\ud7ff\ufffd\ufffd\ue000"),
        ("\ufffd\ufffe\uffff\U00010000\U0001fffe\U0010ffff", "\ufffd\ufffd\ufffd\U00010000\U0001fffe\U0010ffff"),
    ],
)
def test_a_text_is_escaped_and_what_xml_cannot_hold_is_replaced(text: str, content: str) -> None:
    assert written(text) == file_of(content)


def test_an_attribute_is_escaped_and_what_xml_cannot_hold_is_replaced() -> None:
    assert written("", "<\"&'>\x0b\n") == file_of("", "&lt;&quot;&amp;'&gt;\ufffd&#10;").replace(b"<c></c>", b"<c />")


ANY_TEXT = st.text(st.characters(exclude_categories=()))


def kept(text: str) -> str:
    """Return what XML 1.0 can hold of a text, by the list in section 2.2."""
    held = [*"\t\n\r", (" ", "\ud7ff"), ("\ue000", "\ufffd"), ("\U00010000", "\U0010ffff")]
    return "".join(c if any(each[0] <= c <= each[-1] for each in held) else "\ufffd" for c in text)


@given(text=ANY_TEXT, attribute=ANY_TEXT)
def test_a_parser_reads_what_was_put_in(text: str, attribute: str) -> None:
    read = ET.fromstring(written(text, attribute))  # noqa: S314  our own
    (child,) = read
    assert (child.text or "") == kept(text).replace("\r\n", "\n").replace("\r", "\n")  # as XML 1.0 asks, 2.11
    assert read.get("b") == kept(attribute)
