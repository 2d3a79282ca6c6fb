"""Reads single settings of the site from `mkdocs.yml`, which may have tags that no safe reader of YAML takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.loading.files import SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

_SETTING: Final = r"^{}:[ \t]*(\S.*?)[ \t]*(?:#.*)?$"


def setting(root: Path, name: str) -> str:
    """Return a setting of the site that is on one line; empty if it is not set. `name` is an expression."""
    path = root / SETTINGS
    if not path.is_file():
        return ""
    found = re.search(_SETTING.format(name), path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1].strip("'\"") if found else ""
