"""Measures the map in a real browser without a graphics card: `python -m bench.map_speed --help`.

Each size is an invented corpus, which is built if it does not exist yet. It measures, with an empty cache, the
milliseconds and the fetched bytes from the request of the page until the map is drawn and responds; and the frames a
second while it is dragged and while the wheel zooms it: from afar, where everything is in sight, and from near, where
titles are. Other work on the machine affects the results.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import sync_playwright

from bench.lighthouse import served_compressed
from bench.measuring import measure
from tests.bring_chromium import find_chromium
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, Page, ViewportSize

MOST_READY: Final = 1_000
"""Milliseconds until the map is ready, at a thousand claims."""
FEWEST_FRAMES: Final = 30
"""Frames a second while it moves, at a thousand claims."""

_SIZES: Final = (1_000, 10_000)
_ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
_VIEWPORT: Final[ViewportSize] = {"width": 1280, "height": 800}
_FRAMES: Final = """async ([how, frames]) => {
  const stage = document.querySelector("#map-canvas");
  const box = stage.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const point = (kind, dx, dy) => stage.dispatchEvent(new PointerEvent(kind, {
    clientX: x + dx, clientY: y + dy, pointerId: 7, pointerType: "mouse", bubbles: true,
  }));
  await frame();
  if (how === "drag") point("pointerdown", 0, 0);
  const times = [];
  let last = await frame();
  for (let number = 1; number <= frames; number += 1) {
    const turn = (2 * Math.PI * number) / frames;
    if (how === "drag") point("pointermove", 200 * Math.sin(turn), 120 * Math.sin(2 * turn));
    else stage.dispatchEvent(new WheelEvent("wheel", {
      clientX: x, clientY: y, deltaY: number <= frames / 2 ? -20 : 20, ctrlKey: true, bubbles: true, cancelable: true,
    }));
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  if (how === "drag") point("pointerup", 0, 0);
  return times;
}"""


_FETCHED: Final = """() => {
  const ready = performance.getEntriesByName("map-ready")[0].startTime;
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const before = all.filter((each) => each.responseEnd > 0 && each.responseEnd <= ready);
  return ["decodedBodySize", "encodedBodySize"].map((name) => before.reduce((sum, each) => sum + each[name], 0));
}"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """Frames a second on average, and the longest frame in milliseconds."""

    frames: float
    longest: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Return 0 even if targets are missed, 1 if there is no browser."""
    options = _options(arguments)
    chromium = find_chromium()
    if chromium is None:
        print("There is no Chromium here: python -m tests.bring_chromium installs one.", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_ARGUMENTS))
        for size in options.sizes:
            print(_report(browser, size, _site(options.keep.resolve() / str(size), size), options.runs), flush=True)
        browser.close()
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.map_speed", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(_SIZES), metavar="N", help="claims")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="visits of each page (default 5)")
    parser.add_argument(
        "--keep", type=Path, required=True, metavar="DIR", help="where sites are; what is there is used again"
    )
    return parser.parse_args(arguments)


def _site(folder: Path, size: int) -> Path:
    """Return the site of this size; build it if it does not exist yet."""
    checkout = folder / "checkout"
    if not checkout.is_dir():
        measure((sys.executable, "-m", "bench.writing", str(size), str(folder)))
    if not (checkout / "site").is_dir():
        measure((sys.executable, "-m", "claimgraph", "--root", str(checkout), "build"))
    return checkout / "site"


def _report(browser: Browser, size: int, site: Path, runs: int) -> str:
    with served(site) as home:
        ready = [_visited(browser, home)[0] for _ in range(runs)]
        far = {how: _moved(browser, home, how, "") for how in ("drag", "wheel")}
        near = {how: _moved(browser, home, how, _middle(browser, home)) for how in ("drag", "wheel")}
    with served_compressed(site) as home:
        plain, compressed = _fetched(browser, home)
    lines = [
        f"{size:,} claims: ready after {statistics.median(ready):.0f} ms (median of {runs})",
        f"  fetched until then: {plain / 1_000:,.0f} kB, compressed {compressed / 1_000:,.0f} kB",
    ]
    for name, moved in (("afar", far), ("near", near)):
        lines += [
            f"  {how} from {name}: {each.frames:.0f} frames a second, the longest {each.longest:.0f} ms"
            for how, each in moved.items()
        ]
    if size == _SIZES[0]:
        slowest = min(each.frames for moved in (far, near) for each in moved.values())
        lines.append(f"  target: ready ≤ {MOST_READY} ms {_mark(statistics.median(ready) <= MOST_READY)}")
        lines.append(f"  target: frames a second > {FEWEST_FRAMES} {_mark(slowest > FEWEST_FRAMES)}")
    return "\n".join(lines)


def _mark(is_met: bool) -> str:  # noqa: FBT001
    return "✓" if is_met else "✗"


def _visited(browser: Browser, home: str, fragment: str = "") -> tuple[float, Page]:
    """Open the map in a new context; return the milliseconds until it was ready, and the page, which stays open."""
    page = browser.new_context(viewport=_VIEWPORT).new_page()
    page.goto(f"{home}map/{fragment}", wait_until="commit")
    page.wait_for_selector("#claims-map[data-ready]")
    ready = float(page.evaluate("performance.getEntriesByName('map-ready')[0].startTime"))
    if not fragment:
        page.wait_for_load_state("load")
    return ready, page


def _fetched(browser: Browser, home: str) -> list[int]:
    """Return the bytes that were fetched until the map was ready, decoded and as sent."""
    _, page = _visited(browser, home)
    fetched: list[int] = page.evaluate(_FETCHED)
    page.context.close()
    return fetched


def _middle(browser: Browser, home: str) -> str:
    """Return the fragment of an address that shows a topic in the map's middle from near."""
    _, page = _visited(browser, home)
    data: dict[str, Any] = page.evaluate("async () => (await fetch('map.json')).json()")
    topic = data["topics"][len(data["topics"]) // 2][0]
    page.context.close()
    return f"#at={topic},500,600,0.9"


def _moved(browser: Browser, home: str, how: str, fragment: str) -> Moved:
    _, page = _visited(browser, home, fragment)
    page.wait_for_load_state("load")
    times = page.evaluate(_FRAMES, [how, 120])
    page.context.close()
    return Moved(frames=1_000 * len(times) / sum(times), longest=max(times))


if __name__ == "__main__":
    sys.exit(main())
