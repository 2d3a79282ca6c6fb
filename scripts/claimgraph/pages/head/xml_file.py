"""XML files, written by the standard library."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from claimgraph.pages.drawing.xml_text import xml_text


def xml_file(root: ET.Element) -> bytes:
    """Return an element as a file in UTF-8, each element on a line of its own.

    Characters that XML 1.0 cannot hold become the replacement character, U+FFFD.
    """
    ET.indent(root, space="")
    text = xml_text(ET.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
