"""Text that XML can hold."""

from __future__ import annotations

import re
from typing import Final

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that XML 1.0 cannot hold, even as references (section 2.2). ElementTree writes them as they are."""


def xml_text(text: str) -> str:
    """Return a text with U+FFFD, the replacement character, in place of characters that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)
