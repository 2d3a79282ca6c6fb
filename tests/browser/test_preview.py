"""Pages of the live preview that are open in a browser: they reload by themselves when what they show has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.reading import settle, until
from tests.preview.previews import running
from tests.site.checkouts import checkout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reading import Reader
    from tests.preview.previews import Running

CLAIM = "claims/buses/riders-walk.yml"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Running]:
    made = checkout(tmp_path / "checkout")
    # boxes that are not laid out until they come near, as on the page of terms
    long = "\n\n".join(f'<div class="em-scroll"><p>Step {number} of what is done.</p></div>' for number in range(300))
    made.edit("docs/method.md", "How it is done.", f"How it is done.\n\n## Steps\n\n{long}")
    with running(made) as preview:
        yield preview


def hold(preview: Running, page: Page, address: str) -> Page:
    """Open a page, listening to the preview, with a mark that it loses when it is loaded again."""
    with page.expect_response(lambda answer: "/-preview/changes?" in answer.url) as stream:
        page.goto(f"http://127.0.0.1:{preview.port}{address}")
    assert stream.value.status == 200
    mark(page)
    return page


def mark(page: Page) -> None:
    page.evaluate("window.isHeld = true")


def is_held(page: Page) -> bool:
    return page.evaluate("window.isHeld === true") is True


def test_an_open_page_shows_an_edit_by_itself(preview: Running, reader: Reader) -> None:
    page = hold(preview, reader.page, "/claims/riders-walk/")
    other = hold(preview, reader.context.new_page(), "/method/")
    preview.checkout.edit(CLAIM, "Riders walk to the market", "Riders go on foot")
    expect(page.get_by_role("heading", level=1)).to_have_text("Riders go on foot")
    assert not is_held(page)
    preview.checkout.edit(CLAIM, "Riders go on foot", "Riders walk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Riders walk")
    assert is_held(other)  # what it shows has not changed
    preview.checkout.edit("docs/method.md", "How it is done.", "How we do it.")
    expect(other.get_by_text("How we do it.")).to_be_visible()
    assert reader.told.trouble() == []


def test_a_page_is_there_once_it_is_written(preview: Running, reader: Reader) -> None:
    page = hold(preview, reader.page, "/claims/boats-are-slow/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page at this address")
    text = (preview.checkout.root / CLAIM).read_text("utf-8").replace("thesis: true\n", "")
    preview.checkout.write(
        "claims/buses/boats-are-slow.yml", text.replace("Riders walk to the market", "Boats are slow")
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("Boats are slow")


@pytest.mark.parametrize("anchor", ["", "#steps"])
def test_the_reader_stays_at_the_same_place(preview: Running, reader: Reader, anchor: str) -> None:
    page = hold(preview, reader.page, f"/method/{anchor}")
    settle(page)
    page.get_by_text("Step 200 of").evaluate("part => part.scrollIntoView()")
    before = page.evaluate("scrollY")
    assert before > 1_000
    preview.checkout.edit("docs/method.md", "Step 201 of", "Stage 201 of")
    expect(page.get_by_text("Stage 201 of")).to_be_in_viewport()
    assert not is_held(page)
    until(page, "before => scrollY === before", before)


def test_a_file_that_a_page_has_loaded_counts(preview: Running, reader: Reader) -> None:
    preview.checkout.write("docs/assets/look.css", "body { outline: 1px solid red }\n")
    preview.checkout.write("docs/assets/other.css", "body { outline: 1px solid red }\n")
    preview.hears("pages made")
    page = hold(preview, reader.page, "/method/")
    page.evaluate("fetch('/assets/look.css').then((answer) => answer.text())")
    with page.expect_navigation():
        preview.checkout.write("docs/assets/look.css", "body { outline: 1px solid green }\n")
    assert not is_held(page)


def test_a_page_in_the_background_catches_up(preview: Running, reader: Reader) -> None:
    page = hold(preview, reader.page, "/claims/riders-walk/")
    show = "Object.defineProperty(document, 'visibilityState', { value: '%s', configurable: true });"
    turn = "document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate(show % "hidden" + turn)
    preview.checkout.edit(CLAIM, "Riders walk to the market", "Riders go on foot")
    preview.hears("pages made")
    assert is_held(page)
    with page.expect_navigation():
        page.evaluate(show % "visible" + turn)
    expect(page.get_by_role("heading", level=1)).to_have_text("Riders go on foot")
