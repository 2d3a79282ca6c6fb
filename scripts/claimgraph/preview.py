"""The live preview: serves the site on this machine, and rebuilds it as files change."""

from __future__ import annotations

import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Final

from watchfiles import watch

from claimgraph.rendering.publisher import PublishError
from claimgraph.site import building, checking

if TYPE_CHECKING:
    from collections.abc import Callable

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
        site cannot be built; it then stays as it was, as far as it can, and the next rebuild starts afresh.
        """
        checked = checking.check(self._root, texts=self._texts, memory=self._checks)
        self._show(checked)
        try:
            return building.build_into(self._root, self._site, self._scratch, checked.examined, self._builds)
        except (PublishError, building.BuildError):
            self._builds = building.Memory()
            raise


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files that a browser asks for anew each time, without a line for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Say nothing."""

    def end_headers(self) -> None:
        """Let no browser keep what may change the next moment."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

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
        self.wfile.write(content)


def server(folder: Path, host: str, port: int) -> ThreadingHTTPServer:
    """Return a server of a folder that has not begun to serve. Raises OSError where the port is taken."""
    return ThreadingHTTPServer((host, port), partial(_Quiet, directory=str(folder)))


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
        with server(preview.site, host, port) as listener:
            _rebuild(preview, say)
            threading.Thread(target=listener.serve_forever, daemon=True).start()
            say(f"Serving on http://{host}:{listener.server_port}/ - press Ctrl-C to stop")
            try:
                for _ in watch(*_watched(root), stop_event=stop, raise_interrupt=False, debounce=200):
                    _rebuild(preview, say)
            finally:
                listener.shutdown()


def _watched(root: Path) -> list[Path]:
    return [root / name for name in WATCHED if (root / name).exists()]


def _rebuild(preview: Preview, say: Callable[[str], None]) -> None:
    begun = time.perf_counter()
    try:
        built = preview.rebuild()
    except (PublishError, building.BuildError) as error:
        say(f"error: {error}\nThe site stays as it was.")
        return
    say(f"{built.written:,} of {len(built.addresses):,} pages made in {time.perf_counter() - begun:.2f} s")
