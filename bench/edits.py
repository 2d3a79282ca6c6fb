"""Changes the title of a claim in a checkout, and puts it back."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EDITS: Final = 3
"""The number of claims that are edited, one by one."""

_TITLE: Final = re.compile(r"(?<=^title: )\w+", re.MULTILINE)


def editable(root: Path) -> list[Path]:
    """Return the files of the claims to edit, which are spread over all topics of the checkout."""
    claims = sorted((root / "claims").glob("*/[!_]*.yml"))
    return claims[:: max(1, len(claims) // EDITS)][:EDITS]


@contextmanager
def edited(claim: Path) -> Iterator[None]:
    """Put the first word of a claim's title in capitals, which keeps its length. The file is restored at the end."""
    text = claim.read_text(encoding="utf-8")
    try:
        claim.write_text(_TITLE.sub(lambda word: word[0].upper(), text, count=1), encoding="utf-8")
        yield
    finally:
        claim.write_text(text, encoding="utf-8")
