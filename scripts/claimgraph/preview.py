"""The live preview: serves the site on this machine, and rebuilds it as files change."""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from watchfiles import watch

from claimgraph.rendering.publisher import PublishError
from claimgraph.site import building, checking

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator

WATCHED: Final = ("claims", "sources", "voices", "docs", "site_overrides", "mkdocs.yml")
"""What a checkout's site is made of, apart from the program itself."""


class Preview:
    """A site in a folder of its own that follows its checkout; what did not change is not made again.

    `say` gets one line for people after each rebuild; `show` the findings of each.
    """

    def __init__(
        self, root: Path, folder: Path, *, texts: Path | None, show: Callable[[checking.Checked], None]
    ) -> None:
        """Prepare a preview of the checkout at `root` in `folder`, which is empty; nothing is built yet."""
        self._root, self._site, self._scratch = root, folder / "site", folder / "scratch"
        self._texts, self._show = texts, show
        self._checks, self._builds = checking.Memory(), building.Memory()
        self._site.mkdir()
        self._scratch.mkdir()

    @property
    def site(self) -> Path:
        """The folder that is served."""
        return self._site

    def rebuild(self) -> building.Built:
        """Check the checkout and bring the site up to date, findings or not.

        A claim that cannot be read is left out until it can. Raises PublishError and building.BuildError where the
        site cannot be built; it then stays as it was.
        """
        checked = checking.check(self._root, texts=self._texts, memory=self._checks)
        self._show(checked)
        return building.build_into(self._root, self._site, self._scratch, checked.examined, self._builds)


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files that a browser asks for anew each time, without a line for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Say nothing."""

    def end_headers(self) -> None:
        """Let no browser keep what may change the next moment."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Find the file for an address; there is none for one that no file can have, such as `/%00`."""
        try:
            return super().send_head()
        except ValueError:
            self.send_error(404)
            return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the site's own page for that."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():  # noqa: PLR2004  the status itself
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    """A server that says nothing of browsers that leave before they have everything."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  the library's own types
        """Tell what went wrong, unless it is that the browser has left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(folder: Path, host: str, port: int) -> ThreadingHTTPServer:
    """Return a server of a folder that has not begun to serve. Raises OSError where the port is taken."""
    return _Server((host, port), partial(_Quiet, directory=str(folder)))


def serve(  # noqa: PLR0913
    root: Path,
    *,
    host: str,
    port: int,
    texts: Path | None,
    show: Callable[[checking.Checked], None],
    say: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Build, serve and rebuild until `stop` is set or Ctrl-C is pressed."""
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as folder:
        preview = Preview(root, Path(folder), texts=texts, show=show)
        with server(preview.site, host, port) as listener, suppress(KeyboardInterrupt):
            changes = _changes(root, stop)
            next(changes)
            _rebuild(preview, say)
            threading.Thread(target=listener.serve_forever, daemon=True).start()
            say(f"Serving on http://{host}:{listener.server_port}/ - press Ctrl-C to stop")
            try:
                for _ in changes:
                    _rebuild(preview, say)
            finally:
                listener.shutdown()


def _changes(root: Path, stop: threading.Event | None) -> Iterator[None]:
    """Yield once at first, and again whenever the checkout has changed since; end when `stop` is set or on Ctrl-C.

    Watching begins anew after each change, since an editor that saves by renaming puts another file in the place of the
    one that was watched, and since folders may have come. What changes while nothing watches is found by its stamp.
    """
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


def _rebuild(preview: Preview, say: Callable[[str], None]) -> None:
    begun = time.perf_counter()
    try:
        built = preview.rebuild()
    except (PublishError, building.BuildError, OSError) as error:  # a file may go while it is read
        say(f"error: {error}\nThe site stays as it was.")
        return
    say(f"{built.written:,} of {len(built.addresses):,} pages made in {time.perf_counter() - begun:.2f} s")
