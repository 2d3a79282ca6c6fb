"""XML files, written by the standard library."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that XML 1.0 cannot hold, even as references (section 2.2). ElementTree writes them as they are."""


def xml_text(text: str) -> str:
    """Return a text with U+FFFD, the replacement character, in place of characters that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def xml_file(root: ET.Element) -> bytes:
    """Return an element as a file in UTF-8, each element on a line of its own.

    Characters that XML 1.0 cannot hold become the replacement character, U+FFFD.
    """
    ET.indent(root, space="")
    text = xml_text(ET.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
