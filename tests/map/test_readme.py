"""The README shows a claim of this map as it is."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
CLAIM: Final = re.compile(r"^( *)```yaml\n( *# yaml-language-server: .*?)^\1```", re.MULTILINE | re.DOTALL)


def test_readme_shows_the_claim_that_it_names() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    ((_, shown),) = CLAIM.findall(text)
    (path,) = re.findall(r"this is `(claims/[\w/-]+\.yml)`", text)
    assert textwrap.dedent(shown) == (ROOT / path).read_text("utf-8")
