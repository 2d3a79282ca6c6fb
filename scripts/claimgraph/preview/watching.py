"""Tells when the files change that a checkout's site is made of."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from watchfiles import watch

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator
    from pathlib import Path

WATCHED: Final = ("claims", "sources", "voices", "docs", "site_overrides", "mkdocs.yml")
"""What a checkout's site is made of, apart from the program itself."""


def changes(root: Path, stop: threading.Event | None) -> Iterator[None]:
    """Yield once at first, and again whenever the checkout has changed since; end when `stop` is set or on Ctrl-C.

    Watching begins anew after each change, since an editor that saves by renaming puts another file in the place of the
    one that was watched, and since folders may have come. What changes while nothing watches is found by its stamp.
    """
    logging.getLogger("watchfiles").setLevel(logging.ERROR)  # that it is told to stop is nothing to warn of
    seen = _stamp(root)
    yield
    while True:
        watched, has_begun = _watched(root), False
        for events in watch(
            *watched, stop_event=stop, raise_interrupt=False, debounce=200, rust_timeout=1000, yield_on_timeout=True
        ):
            if (events or not has_begun or _watched(root) != watched) and (now := _stamp(root)) != seen:
                seen = now
                break
            has_begun = True
        else:
            return
        yield


def _watched(root: Path) -> list[Path]:
    return [root / name for name in WATCHED if (root / name).exists()]


def _stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a file of the checkout does."""
    found: list[tuple[str, int, int]] = []
    for path in _watched(root):
        for file in (path, *path.rglob("*")):
            with suppress(OSError):  # it may be gone since
                status = file.lstat()
                found.append((str(file), status.st_mtime_ns, status.st_size))
    return tuple(sorted(found))
