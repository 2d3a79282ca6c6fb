"""Makes Hugo write as many bytes, in as many files, as the evidence map.

The pages are those of `bench.hugo`. Plain text in the template, the cheapest that Hugo can write, makes them as long as
ours on average. All other files of our site are static files for Hugo.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from bench.hugo import SINGLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SOURCES: Final = ("config.toml", "content", "layouts", "static")
_PAGES: Final = "claims/*/index.html"
_BEFORE: Final = "</article>"
_LINE: Final = '<li><a href="/claims/">One line of what every page repeats</a></li>\n'


def write_same_bytes(pages: Path, site: Path, target: Path) -> None:
    """Write a second set of pages for Hugo.

    Args:
        pages: The first set, which Hugo has built into `public`. If its pages are longer than ours, nothing is added.
        site: Our site. Pages that Hugo makes too, such as `index.html`, are left to it.
        target: The folder to write, which is replaced.
    """
    shutil.rmtree(target, ignore_errors=True)
    for name in _SOURCES:
        copy = shutil.copytree if (pages / name).is_dir() else shutil.copy
        copy(pages / name, _in_folder(target / name))
    public = pages / "public"
    shared = [page.relative_to(public) for page in sorted(public.glob(_PAGES))]
    lacking = sum((site / page).stat().st_size - (public / page).stat().st_size for page in shared)
    template = (target / SINGLE).read_text(encoding="utf-8")
    padded = template.replace(_BEFORE, padding(lacking // len(shared)) + _BEFORE)
    (target / SINGLE).write_text(padded, encoding="utf-8")
    for file in _others(site, public):
        shutil.copy(site / file, _in_folder(target / "static" / file))


def padding(length: int) -> str:
    """Return markup of this length in bytes; empty if it is negative."""
    lines = max(0, length) // len(_LINE)
    return _LINE * lines + "x" * (max(0, length) - lines * len(_LINE))


def _others(site: Path, public: Path) -> Iterator[Path]:
    """Yield the files of our site that Hugo does not write itself."""
    for path in site.rglob("*"):
        file = path.relative_to(site)
        if path.is_file() and not (public / file).exists():
            yield file


def _in_folder(path: Path) -> Path:
    """Make the folder of a path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
