"""The live preview: serves the site on this machine, and rebuilds it as files change."""

from __future__ import annotations

import logging
import re
import socket
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

from claimgraph.incremental.artefacts import Output
from claimgraph.publish.engine import PublishError
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
        self._checks = checking.CheckCache()
        self._builder = building.Builder(root, Output(self._site), self._scratch, is_recording=True)
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
        checked = checking.check(self._root, texts=self._texts, cache=self._checks)
        self._show(checked)
        return self._builder.build(checked.examined)


class ListenError(Exception):
    """The preview cannot listen where it was told to; the message says why."""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the plain files of a folder, which a browser asks for anew each time, without a line for each.

    It answers only to names of this machine. A page from elsewhere whose own name is made to lead here (DNS rebinding)
    would else read what is not published yet: a browser takes it for a page of this server.
    """

    server: _Server

    def parse_request(self) -> bool:
        """Refuse a request that is for another server (RFC 9110, sections 7.2 and 15.5.20)."""
        if not super().parse_request():
            return False
        hosts = self.headers.get_all("Host", ())
        if len(hosts) == 1 and _host_of(hosts[0]) in {*_LOCAL, self.server.named, self.connection.getsockname()[0]}:
            return True
        content = f"The preview answers only as http://localhost:{self.server.server_port}/\n".encode()
        self.close_connection = True
        self.send_response(421)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        return False

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Say nothing."""

    def end_headers(self) -> None:
        """Let no browser keep what may change the next moment."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Find the file for an address; there is none for one that no file can have, such as `/%00`."""
        if self._is_plain():
            return super().send_head()
        self.send_error(404)
        return None

    def _is_plain(self) -> bool:
        """Tell whether a plain file of the site stands at the address. A folder has its `index.html` or nothing."""
        try:
            path = Path(self.translate_path(self.path))
            file = path / "index.html" if path.is_dir() else path
            return file.is_file() and file.resolve().is_relative_to(Path(self.directory).resolve())
        except (OSError, ValueError):
            return False

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


_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names of this machine for itself."""


_HOST: Final = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::[0-9]{1,5})?", re.IGNORECASE)


def _host_of(written: str) -> str | None:
    """Return the host of a `Host` field, in small letters, without brackets and port; None for what is none.

    The port does not matter: it may be another one where the preview is reached through a tunnel (`ssh -L`).
    """
    found = _HOST.fullmatch(written)
    return (found[1] or found[2]).lower() if found else None


class _Server(ThreadingHTTPServer):
    """A server that says nothing of browsers that leave before they have everything.

    It is `named` as it was told to listen: a name, or a number of IP.
    """

    daemon_threads = True

    def __init__(self, host: str, port: int, folder: Path) -> None:
        self.named = host.lower()
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), partial(_Quiet, directory=str(folder)))

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  the library's own types
        """Tell what went wrong, unless it is that the browser has left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(folder: Path, host: str, port: int) -> ThreadingHTTPServer:
    """Return a server of a folder that has not begun to serve. Raises ListenError where it cannot listen."""
    try:
        return _Server(host, port, folder)
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) else "no such port"
        raise ListenError(f"cannot listen on {host}:{port}: {why}") from error


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
    """Build, serve and rebuild until `stop` is set or Ctrl-C is pressed; nothing is left of the site then.

    Raises ListenError.
    """
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as folder:
        preview = Preview(root, Path(folder), texts=texts, show=show)
        with server(preview.site, host, port) as listener, suppress(KeyboardInterrupt):
            changes = _changes(root, stop)
            next(changes)
            _rebuild(preview, say)
            threading.Thread(target=listener.serve_forever, daemon=True).start()
            shown = f"[{host}]" if ":" in host else host
            say(f"Serving on http://{shown}:{listener.server_port}/ - press Ctrl-C to stop")
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


def _rebuild(preview: Preview, say: Callable[[str], None]) -> None:
    begun = time.perf_counter()
    try:
        built = preview.rebuild()
    except (PublishError, building.BuildError, checking.TextError, OSError) as error:  # a file may go while it is read
        say(f"error: {error}\nThe site stays as it was.")
        return
    say(f"{built.written:,} of {len(built.addresses):,} pages made in {time.perf_counter() - begun:.2f} s")
