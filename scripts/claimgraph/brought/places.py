"""Finds the files that a site is made of: the map's own, and those that the program brings.

A file of the map stands in for the program's at the same path. An installed program has its files in its own folder,
where the wheel puts them (`pyproject.toml`); in a checkout of the program they stand where its authors edit them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parent
"""The folder that stands in the package, in a checkout and in a wheel alike."""

OVERRIDES: Final = "site_overrides"
"""The templates of pages and of their shell, the styles and the scripts."""

DOCS: Final = "docs"
"""The written pages."""

BROUGHT_DOCS: Final = (
    "assets/favicon.svg",
    "changes",
    "claims",
    "contribute",
    "data",
    "debate",
    "editorial.md",
    "explore",
    "figures",
    "glossary.md",
    "map",
    "method.md",
    "sources",
    "topics",
    "voices",
)
"""What of the `docs/` of the program's checkout serves every map; the rest is about the map that stands beside it."""

SETTINGS: Final = PACKAGE / "mkdocs.yml"
"""The publisher's settings, without the name of a map."""

_ADDRESSED: Final = frozenset({"index.md", "README.md", "index.html"})


def brought(name: str) -> Path:
    """Return a file or folder that the program brings, by its path in a checkout, such as `site_overrides`."""
    installed = PACKAGE / name
    return installed if installed.exists() else PACKAGE.parents[2] / name


def overrides(root: Path) -> dict[str, Path]:
    """Return the templates, styles and scripts of a site by their path below `site_overrides/`, in its order."""
    return _in_order({**_below(brought(OVERRIDES)), **_below(root / OVERRIDES)})


def pages(root: Path) -> dict[str, Path]:
    """Return the written pages of a site, and what lies beside them, by their path below `docs/`, in its order.

    A page of the program is left out if the map has one at the same address, even if under another name. Symbolic
    links are left out, too: they could lead out of the map.
    """
    own = _below(root / DOCS)
    taken = {page_address(path) for path in own}
    others = {path: file for path, file in brought_pages().items() if page_address(path) not in taken}
    return _in_order({**others, **own})


def brought_pages() -> dict[str, Path]:
    """Return the pages that the program brings, and what lies beside them, by their path below `docs/`."""
    found = dict(_below(PACKAGE / DOCS))
    if not (PACKAGE / OVERRIDES).exists():
        here = _below(PACKAGE.parents[2] / DOCS)
        found |= {path: file for path, file in here.items() if _begins_with_one(path)}
    return found


def page_address(path: str) -> str:
    """Return the address of what lies at a path below `docs/`: pages of two names may have one address."""
    folder, _, name = path.rpartition("/")
    if name in _ADDRESSED:
        return f"{folder}/" if folder else ""
    return f"{path.removesuffix('.md')}/" if path.endswith(".md") else path


def _in_order(files: dict[str, Path]) -> dict[str, Path]:
    """Return the files folder by folder, in the same order on every machine."""
    return dict(sorted(files.items(), key=lambda item: item[0].split("/")))


def _begins_with_one(path: str) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in BROUGHT_DOCS)


def _below(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
