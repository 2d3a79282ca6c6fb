"""Runs Lighthouse on every kind of page, as on a phone with a slow line: `python -m bench.lighthouse --help`.

Lighthouse (https://github.com/GoogleChrome/lighthouse) is no dependency of this project. Install it elsewhere, such as
with `npm install --prefix DIR lighthouse@12` (13 and newer need Node 22), and give its program with `--lighthouse`. It
runs with its default settings: a phone, with the line and the processor slowed by simulation, which depends less on
other work on the machine than measured times do. The site is served compressed and may be cached, as on static hosts.
The longest page of each kind is tested, so the others are no worse. The result is the median of several runs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from tests.bring_chromium import find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TARGETS: Final = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The lowest allowed score of each category, out of 100."""

KINDS: Final = ("claims", "topics", "sources", "voices")
"""The folders with one page for each record."""
SINGLE: Final = (
    *("", "topics/", "claims/", "sources/", "voices/", "explore/", "map/", "figures/", "debate/"),
    *("changes/", "glossary/", "method/", "data/", "contribute/"),
)
"""All other pages."""

_COMPRESSED: Final = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".csv"})
_ARGUMENTS: Final = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-sync"


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """The result of one page: `scores` by category, out of 100; `sent` in bytes; `lacking` are audits that cost points.

    `paint` is the time of the largest contentful paint, in seconds on the slow line. `speed` is Lighthouse's benchmark
    of the machine: about 1,000 or more on an idle desktop computer, for which its slowing of the processor is made. If
    it is well below that, other work on the machine has lowered the score for performance.
    """

    scores: dict[str, int]
    sent: int
    paint: float
    speed: int
    lacking: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table. Return 1 if a page misses a target or there is no browser, or else 0."""
    options = _options(arguments)
    chromium = find_chromium()
    if chromium is None:
        print("There is no Chromium here: python -m tests.bring_chromium installs one.", file=sys.stderr)
        return 1
    met = True
    print(f"{'page':<60} {'perf':>4} {'a11y':>4} {'best':>4} {'seo':>4} {'sent kB':>8} {'paint s':>8} {'speed':>6}")
    with served_compressed(options.site) as home:
        for address in options.pages or addresses(options.site):
            runs = [_run(options.lighthouse, chromium, home + address) for _ in range(options.runs)]
            report = median_of(runs)
            met = met and all(report.scores[name] >= least for name, least in TARGETS.items())
            scores = " ".join(f"{report.scores[name]:>4}" for name in TARGETS)
            print(
                f"/{address:<59} {scores} {report.sent / 1_000:>8.0f} {report.paint:>8.1f} {report.speed:>6}",
                flush=True,
            )
            for audit in report.lacking:
                print(f"    {audit}", flush=True)
    return 0 if met else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.lighthouse", description=__doc__)
    parser.add_argument("site", type=Path, help="a built site")
    parser.add_argument("--lighthouse", type=Path, required=True, metavar="PROGRAM", help="Lighthouse's own")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs of each page (default 3)")
    parser.add_argument("--pages", nargs="*", metavar="ADDRESS", help="these alone, such as explore/")
    return parser.parse_args(arguments)


def addresses(site: Path) -> list[str]:
    """Return the address of the longest page of each kind."""
    records = ((page for page in (site / kind).iterdir() if (page / "index.html").is_file()) for kind in KINDS)
    longest = (max(pages, key=_weight) for pages in records)
    return [*SINGLE, *(f"{page.relative_to(site).as_posix()}/" for page in longest)]


def _weight(page: Path) -> int:
    return (page / "index.html").stat().st_size


def median_of(reports: Sequence[Report]) -> Report:
    """Return the median of each number, with the lacking audits of all runs."""
    return Report(
        scores={name: int(statistics.median_low(report.scores[name] for report in reports)) for name in TARGETS},
        sent=int(statistics.median_low(report.sent for report in reports)),
        paint=statistics.median_low(report.paint for report in reports),
        speed=int(statistics.median_low(report.speed for report in reports)),
        lacking=tuple(dict.fromkeys(audit for report in reports for audit in report.lacking)),
    )


def _run(program: Path, chromium: Path, address: str) -> Report:
    command = (
        *(str(program), address, "--quiet", "--output=json", "--output-path=stdout", f"--chrome-flags={_ARGUMENTS}"),
        f"--only-categories={','.join(TARGETS)}",
    )
    environment = {**os.environ, "CHROME_PATH": str(chromium)}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment)
    return read(json.loads(done.stdout))


def read(found: Any) -> Report:  # noqa: ANN401  what Lighthouse wrote
    """Return the report in Lighthouse's JSON."""
    lacking = [
        f"{name}: {audit['title']} ({reference['id']}, {audit['score']})"
        for name, category in found["categories"].items()
        for reference in category["auditRefs"]
        if reference["weight"] and (audit := found["audits"][reference["id"]])["score"] not in {None, 1}
    ]
    return Report(
        scores={name: round(100 * found["categories"][name]["score"]) for name in TARGETS},
        sent=found["audits"]["total-byte-weight"]["numericValue"],
        paint=found["audits"]["largest-contentful-paint"]["numericValue"] / 1_000,
        speed=int(found["environment"]["benchmarkIndex"]),
        lacking=tuple(lacking),
    )


class _Compressing(SimpleHTTPRequestHandler):
    """Serves a folder as static hosts do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Log nothing."""

    def end_headers(self) -> None:
        """Let the browser cache files for ten minutes, as GitHub Pages does."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the headers and return the contents, compressed if that saves bytes."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if not path.is_file() or path.suffix not in _COMPRESSED:
            return super().send_head()
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)


@contextmanager
def served_compressed(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; yield its address, which ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    sys.exit(main())
