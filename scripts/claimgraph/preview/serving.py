"""Builds the site of a checkout and serves it; rebuilds it as files change, and has open pages reload."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from claimgraph.checking import whole
from claimgraph.incremental.store import Store
from claimgraph.preview.rebuilding import Preview
from claimgraph.preview.server import server
from claimgraph.preview.watching import changes
from claimgraph.publish.engine import PublishError
from claimgraph.site import building

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def serve(  # noqa: PLR0913
    root: Path,
    *,
    host: str,
    port: int,
    texts: Path | None,
    show: Callable[[whole.Checked], None],
    say: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Build, serve and rebuild until `stop` is set or Ctrl-C is pressed; nothing is left of the site then.

    `say` gets one line for people after each rebuild; `show` the findings of each. Raises ListenError.
    """
    with Store(root).scratch("preview") as folder:
        preview = Preview(root, folder, texts=texts, show=show)
        with server(preview.site, host, port) as listener, suppress(KeyboardInterrupt):
            changed = changes(root, stop)
            next(changed)
            _rebuild(preview, say)
            threading.Thread(target=listener.serve_forever, daemon=True).start()
            shown = f"[{host}]" if ":" in host else host
            say(f"Serving on http://{shown}:{listener.server_port}/ - press Ctrl-C to stop")
            try:
                for _ in changed:
                    _rebuild(preview, say)
                    listener.open_pages.tell()
            finally:
                listener.shutdown()


def _rebuild(preview: Preview, say: Callable[[str], None]) -> None:
    begun = time.perf_counter()
    try:
        built = preview.rebuild()
    except (PublishError, building.BuildError, whole.TextError, OSError) as error:  # a file may go while it is read
        say(f"error: {error}\nThe site stays as it was.")
        return
    say(f"{built.written:,} of {len(built.addresses):,} pages made in {time.perf_counter() - begun:.2f} s")
