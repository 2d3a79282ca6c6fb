"""The navigation of this map: that of every map, its own page, and the pages for those who change the program."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml

from claimgraph.brought.places import SETTINGS

ROOT: Final = Path(__file__).parents[2]
OWN: Final = ("about-iapt.md",)
FOR_DEVELOPERS: Final = tuple(
    f"contribute/{name}.md" for name in ("architecture", "dependencies", "mutation", "security")
)


def pages(nav: list[Any]) -> list[tuple[str, str]]:
    """Return the titles and paths of the pages of a navigation, in order."""
    found: list[tuple[str, str]] = []
    for entry in nav:
        for title, inner in entry.items() if isinstance(entry, dict) else (("", entry),):
            found.extend(pages(inner) if isinstance(inner, list) else [(title, inner)])
    return found


def navigation(path: Path) -> list[tuple[str, str]]:
    return pages(yaml.safe_load(path.read_text("utf-8"))["nav"])


def test_it_is_that_of_every_map_and_more() -> None:
    mine = navigation(ROOT / "mkdocs.yml")
    assert [page for page in mine if page[1] not in {*OWN, *FOR_DEVELOPERS}] == navigation(SETTINGS)
    written = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert written - {path for _, path in mine} == {"glossary.md"}
