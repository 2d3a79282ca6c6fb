"""The folder that is served: which of its files is the answer at a path."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

UNKNOWN: Final = "404.html"
"""The site's own page for addresses at which there is nothing."""


class SiteFolder:
    """A built site; it may be changed while it is served."""

    def __init__(self, folder: Path) -> None:
        """Serve `folder`, of which nothing is read yet."""
        self.folder = folder

    def file(self, path: str) -> Path | None:
        """Return the plain file of the site for an absolute path; None where there is none.

        A folder has its `index.html` or nothing. A link that leads out of the site is no file of it, and a path that no
        file can have, such as one with a null character, has none.
        """
        try:
            at = Path(path)
            file = at / "index.html" if at.is_dir() else at
            is_file = file.is_file() and (file is not at or not path.endswith("/"))
            return file if is_file and file.resolve().is_relative_to(self.folder.resolve()) else None
        except (OSError, ValueError):
            return None

    def digest(self, path: str) -> bytes:
        """Return the SHA-256 of what is answered at a path; empty where there is not even a page for the unknown."""
        try:
            with (self.file(path) or self.folder / UNKNOWN).open("rb") as file:
                return hashlib.file_digest(file, "sha256").digest()
        except OSError:  # it may be gone since
            return b""
