"""A browser's context that keeps what its pages ask for, say, refuse and run."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Locator, Page, WebError

_HOOKS = """
(() => {
  const told = (kind, text) => { try { window.toldByPage(kind, String(text)); } catch { /* no page any more */ } };
  document.addEventListener("securitypolicyviolation", (event) =>
    told("refused", `${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    const value = (...values) => { told("ran", `${name}(${values})`); };
    Object.defineProperty(window, name, { value, writable: false });
  }
})();
"""
"""What payloads call to show that they run is replaced in every frame, so that nothing blocks and nothing is missed."""


@dataclass(slots=True)
class Told:
    """What the pages of one context did; each list is in order."""

    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def hosts(self) -> set[str]:
        """Return the hosts and ports that were asked for anything; `data:` addresses have none."""
        return {parts.netloc for url in self.requests if (parts := urlsplit(url)).netloc}

    def trouble(self) -> list[str]:
        """Return what no page should do: run a payload, open a dialog, break its policy, fail, or warn."""
        return [
            f"{kind}: {text}"
            for kind in ("ran", "dialogs", "refused", "errors", "console")
            for text in getattr(self, kind)
        ]


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads the site in one context; `told` grows as pages are opened."""

    context: BrowserContext
    page: Page
    told: Told


@contextmanager
def reading(browser: Browser, **options: Any) -> Iterator[Reader]:  # noqa: ANN401  Playwright's own options
    """Open a context with one page; `options` are those of Playwright's `new_context`."""
    context = browser.new_context(**options)
    told = Told()

    def tell(_source: object, kind: str, text: str) -> None:
        getattr(told, kind).append(text)

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            told.console.append(f"{message.type}: {message.text}")

    def fail(error: WebError) -> None:
        told.errors.append(str(error.error))

    def dismiss(dialog: Dialog) -> None:
        told.dialogs.append(dialog.message)
        dialog.dismiss()

    try:
        context.expose_binding("toldByPage", tell)
        context.add_init_script(_HOOKS)
        context.on("request", lambda request: told.requests.append(request.url))
        context.on("console", hear)
        context.on("weberror", fail)
        context.on("dialog", dismiss)
        yield Reader(context, context.new_page(), told)
    finally:
        context.close()


def settle(page: Page) -> None:
    """Wait until a page has reached the anchor of its address, which takes it some frames."""
    page.evaluate("""() => new Promise((done) => {
      let frames = 12;
      const count = () => { frames -= 1; if (frames) requestAnimationFrame(count); else done(); };
      count();
    })""")


def search(page: Page, words: str) -> Locator:
    """Open the search, type words into it, and return its results when they are there."""
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    page.get_by_role("searchbox", name="Search claims").fill(words)
    found = page.locator("#em-found")
    expect(found).to_have_attribute("data-question", words)
    return found


UNTIL = """async (value) => {
  const end = performance.now() + 30_000;
  while (!(CONDITION)(value)) {
    if (performance.now() > end) throw new Error("it did not come true in 30 seconds");
    await new Promise(requestAnimationFrame);
  }
}"""


def until(page: Page, condition: str, value: object) -> None:
    """Wait until a function of JavaScript is true of `value`.

    Playwright's `wait_for_function` has the page evaluate a text, which its policy refuses from the second try on.
    """
    page.evaluate(UNTIL.replace("CONDITION", condition), value)
