"""Decodes a file, and refuses invisible characters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from claimgraph.yaml_nodes.refusal import RefusedError

MAX_BYTES: Final = 64 * 1024

_UNSEEN_CHARACTERS: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u2028\u2029"  # line and paragraph separators
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction
    "\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"  # no width
    "\u115f\u1160\u3164\uffa0"  # fillers that look like a space
    "\ufdd0-\ufdef\ufffe\uffff"  # not characters
    "\ud800-\udfff"  # half characters
    "\U000e0000-\U000e0fff"  # tags and further variation selectors
)
_UNSEEN: Final = re.compile(f"[{_UNSEEN_CHARACTERS}]")
ESCAPED: Final = re.compile(f"[\r{_UNSEEN_CHARACTERS}]")
"""A character that no text of a file may have, however it is written."""
_LONE_RETURN = re.compile(r"\r(?!\n)")
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_PLAIN: Final = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
"""The visible characters of ASCII."""


def decode(content: bytes) -> str:
    """Return the text of a file without a byte order mark.

    Raises RefusedError if it is too large, not in UTF-8, or has invisible characters.
    """
    if len(content) > MAX_BYTES:
        raise RefusedError(1, 1, f"the file has {len(content):,} bytes, more than {MAX_BYTES:,}", "split it in parts")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        raise RefusedError(*_place(before), "the file is not UTF-8 from here on", "save it as UTF-8") from None
    text = text.removeprefix("\ufeff")
    rest = content.removeprefix(_BYTE_ORDER_MARK).translate(None, _PLAIN)
    if rest and _UNSEEN.search(rest.decode("utf-8")) and (found := _UNSEEN.search(text)):
        raise RefusedError(*_place(text[: found.start()]), unseen(found[0]), "remove it")
    if "\r" in text and (found := _LONE_RETURN.search(text)):
        message = "a carriage return stands without a line feed"
        raise RefusedError(*_place(text[: found.start()]), message, "save the file with Unix line ends")
    return text


def _place(before: str) -> tuple[int, int]:
    """Return the line and column of the character that follows the text `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def unseen(character: str) -> str:
    """Return the message about an invisible character."""
    name = unicodedata.name(character, "a control character")
    return f"U+{ord(character):04X} ({name.lower()}) cannot be seen on the page"
