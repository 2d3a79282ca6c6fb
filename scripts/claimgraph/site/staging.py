"""Prepares the written pages for the publisher: the list of their files, and a copy with slots for links to claims."""

from __future__ import annotations

import os
import re
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.brought.places import brought_pages, overrides, page_address, pages
from claimgraph.index.addresses import claim_address
from claimgraph.loading.files import PUBLISHED, SETTINGS, is_left_by_programs
from claimgraph.model.values import ID_PATTERN
from claimgraph.pages.written import CLAIM_PLACE, FACE_OFF_PLACE, PLACES_OF_CLAIMS
from claimgraph.wikilinks import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ID: Final = re.compile(ID_PATTERN)
_SLOT: Final = rf"<span><!-- pour: {CLAIM_PLACE}([a-z0-9-]+) --></span>"
"""A slot for the link to a claim. The span goes with it: Markdown takes a comment that begins a line for a block."""
_FACE_OFF: Final = re.compile(rf"^face-off: {_SLOT}[ \t]*$", re.MULTILINE)
_OF_CLAIMS: Final = re.compile(rf"^({'|'.join(PLACES_OF_CLAIMS)}):((?:[ \t]*\n?[ \t]*{_SLOT})+)[ \t]*$", re.MULTILINE)
"""A paragraph that names the claims of a part, such as `timeline: [[a]] [[b]]`, once its links are slots."""
_GLOSSARY: Final = Path("claims", "_glossary.yml")


class BuildError(Exception):
    """The site cannot be built from these files; the message says what to change."""


def stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Return the paths, times and sizes of all written pages, templates, the glossary and the publisher's settings.

    Those that the program brings are among them.

    Raises BuildError for anything but plain files and folders: MkDocs would follow a symbolic link out of the checkout,
    and wait for a pipe.
    """
    statuses = [(path, path.lstat()) for path in sorted(_entries(root))]
    files = {root / SETTINGS, root / _GLOSSARY}
    wrong = "\n".join(
        f"{path.relative_to(root).as_posix()} is no plain file{', but a symbolic link' * path.is_symlink()}: "
        "put the file itself there"
        for path, status in statuses
        if not stat.S_ISREG(status.st_mode) and (not stat.S_ISDIR(status.st_mode) or path in files)
    )
    if wrong:
        raise BuildError(wrong)
    statuses += [(path, path.lstat()) for path in (*brought_pages().values(), *overrides(root).values())]
    files_now = {(str(at), now.st_mtime_ns, now.st_size) for at, now in statuses if stat.S_ISREG(now.st_mode)}
    return tuple(sorted(files_now))


def _entries(root: Path) -> Iterator[Path]:
    """Yield the files and folders that go into written pages, without following links."""
    for name in (_GLOSSARY, SETTINGS, *PUBLISHED):
        if os.path.lexists(root / name):
            yield root / name
    for name in PUBLISHED:
        for folder, folders, files in os.walk(root / name):
            inside = (name for name in (*folders, *files) if not name.startswith(".") or not is_left_by_programs(name))
            yield from (Path(folder, inner) for inner in inside)


def stage(root: Path, staged: Path) -> None:
    """Copy the written pages of the map at `root` to `staged`, with each `[[id]]` as a slot for the link to the claim.

    `[[id|words]]` becomes the link itself, as its words are the page's own. A line `face-off: [[id]]` becomes a
    slot for the face-off of that thesis, and a paragraph `timeline: [[a]] [[b]]` one for a timeline of those claims.
    Slots are filled after publishing, since the words of claims are data, and never pass through Markdown.

    Raises BuildError for a page that is not UTF-8, and for two pages at the same address, since MkDocs would overwrite
    one.
    """
    at: dict[str, str] = {}
    for inner, path in pages(root).items():
        target = staged / inner
        target.parent.mkdir(parents=True, exist_ok=True)
        address = page_address(inner)
        if (first := at.setdefault(address, inner)) != inner:
            raise BuildError(f"docs/{first} and docs/{inner} are both the page /{address}: rename one of them")
        if path.suffix == ".md":
            home = "../" * address.count("/")
            linked = _FACE_OFF.sub(rf"<!-- pour: {FACE_OFF_PLACE}\1 -->", "".join(_staged(_text(path, inner), home)))
            target.write_text(_OF_CLAIMS.sub(_named, linked), "utf-8")
        else:
            shutil.copyfile(path, target)


def _text(path: Path, inner: str) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise BuildError(f"docs/{inner} is not UTF-8: save it as UTF-8") from error


def _named(paragraph: re.Match[str]) -> str:
    return f"<!-- pour: {paragraph[1]} {' '.join(re.findall(_SLOT, paragraph[2]))} -->"


def _staged(markdown: str, home: str) -> Iterable[str]:
    """Yield a page in pieces; `home` leads from its address to the site's home."""
    for piece in pieces(markdown):
        if isinstance(piece, str):
            yield piece
        elif _ID.fullmatch(piece.id) and piece.words:
            yield f'<a href="{home}{claim_address(piece.id)}">{piece.words}</a>'
        elif _ID.fullmatch(piece.id):
            yield f"<span><!-- pour: {CLAIM_PLACE}{piece.id} --></span>"
        else:
            yield markdown[piece.start : piece.end]
