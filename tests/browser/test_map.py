"""The map as readers use it: searched, followed and shared, by mouse, finger and keys, and without script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from claimgraph.checking.whole import check
from claimgraph.site.building import build
from tests.browser.reading import Reader, reading, until
from tests.browser.serving import served
from tests.site.checkouts import CHECKOUT, checkout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from claimgraph.model.corpus import Corpus

LATE, ON_TIME, FULL = "Buses are late", "The nine leaves on time", "Trams are full"
WALK, OLD = "Riders walk to the market", "Old trams rattle"
PATH = f"{FULL} is limited by {OLD}, which casts doubt on a quote or link of {LATE}, which supports {WALK}."
"""The only way there is."""


def _build(folder: Path) -> None:
    made = checkout(folder / "checkout")
    build(made.root, folder / "site", check(made.root).examined)


@pytest.fixture(scope="module")
def site(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """The built small checkout."""
    return once("small-map", _build) / "site"


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    """The address of the small site, below a path."""
    with served(site, "/harbour/") as address:
        yield address


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return check(CHECKOUT).examined.corpus


def opened(page: Page, address: str) -> None:
    """Open a map and wait until it is drawn and the outline is in step."""
    page.goto(address)
    expect(page.locator("#claims-map[data-ready]")).to_be_attached()
    expect(page.locator(".em-outline__all--following")).to_be_attached()


def found(page: Page, words: str) -> None:
    """Find a claim by words and choose the first hit."""
    page.get_by_role("combobox", name=re.compile("Find")).fill(words)
    expect(page.locator("#map-hits [role=option]").first).to_be_visible()
    page.keyboard.press("Enter")


def is_chosen(page: Page, title: str) -> None:
    expect(page.locator("#map-title")).to_have_text(title)


def middle(page: Page) -> tuple[float, float]:
    """Bring the canvas into view and return the pixel in its middle."""
    canvas = page.locator("#map-canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


PLACE = """async ([home, id]) => {
  const { Argument } = await import(`${home}assets/javascripts/map/argument.js`);
  const fetched = async (address) => (await fetch(`${home}map/${address}`)).json();
  const argument = new Argument(await fetched("map.json"), (topic) => fetched(`names/${topic}.json`));
  await argument.allNames();
  const claim = argument.claims[argument.number(id)];
  const { id: topic, x, y } = argument.topics[claim.topic];
  return `${topic},${Math.round(claim.x - x)},${Math.round(claim.y - y)}`;
}"""


def place(page: Page, home: str, id_: str, scale: float = 1) -> str:
    """Return the address of the view that has a claim in its middle."""
    page.goto(f"{home}map/")
    at = page.evaluate(PLACE, [home, id_])
    page.goto("about:blank")
    return f"{home}map/#at={at},{scale:g}"


# Finding


def test_a_claim_is_found_by_words_of_its_title_and_chosen_by_keyboard(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/")
    box = page.get_by_role("combobox", name="Find a claim")
    box.fill("tra")
    options = page.locator("#map-hits [role=option]")
    expect(options).to_have_text([re.compile(OLD), re.compile(FULL)])
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(page.locator("#map-said")).to_have_text("2 claims found")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id") or "")
    page.keyboard.press("Enter")
    is_chosen(page, FULL)
    expect(page.locator("#map-title")).to_be_focused()
    expect(page.locator("#map-hits")).to_be_hidden()
    assert reader.told.trouble() == []


@pytest.mark.parametrize(("typed", "title"), [("lates", LATE), ("ratle", OLD), ("riders wlak", WALK)])
def test_a_slip_is_forgiven(reader: Reader, home: str, typed: str, title: str) -> None:
    opened(reader.page, f"{home}map/")
    found(reader.page, typed)
    is_chosen(reader.page, title)


def test_words_that_no_title_has_find_nothing(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/")
    page.get_by_role("combobox", name="Find a claim").fill("zeppelin")
    expect(page.locator("#map-hits")).to_have_text("No title has these words.")
    page.keyboard.press("Enter")
    expect(page.locator("#map-claim")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#map-hits")).to_be_hidden()


# Choosing


def test_a_chosen_claim_is_told_with_its_standing_and_its_links_with_reasons(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/#claim=buses-are-late")
    is_chosen(page, LATE)
    expect(page.locator("#map-claim-topic")).to_have_text("Buses")
    expect(page.locator("#map-assertion")).to_have_text(
        "In Harbour Town in 2021, the number nine bus left twenty minutes late each morning."
    )
    expect(page.locator("#map-state")).to_have_text("Contradicted, with no reply here")
    expect(page.locator("#map-links h3")).to_have_text(["Opposes", "Has a quote or link doubted by", "Supports"])
    expect(page.locator(".em-map__because")).to_have_text(
        [
            "A bus that leaves on time is not late.",
            "The driver of the nine has no watch.",
            "Whoever is late takes the tram.",
            "Whoever does not want to wait walks.",
        ]
    )
    page.locator("#map-links").get_by_role("button", name=f"Show on map: {WALK}").click()
    is_chosen(page, WALK)
    page.get_by_role("link", name="Open its page").click()
    expect(page).to_have_url(f"{home}claims/riders-walk/")
    assert reader.told.trouble() == []


def test_the_outline_follows_and_leads_back(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/")
    found(page, "rattle")
    entry = page.locator("#claim-trams-are-old .em-outline__claim")
    expect(entry).to_be_visible()
    expect(entry).to_have_attribute("aria-current", "true")
    found(page, "buses")
    expect(entry).to_be_hidden()  # what was opened for it is closed again
    expect(page.locator("[aria-current=true].em-outline__claim")).to_have_text(LATE)
    page.locator("#topic-trams summary").click()
    page.get_by_role("button", name=f"Show on map: {FULL}").click()
    is_chosen(page, FULL)
    expect(page.locator("#map-title")).to_be_focused()
    page.get_by_role("button", name="Show in outline").click()
    expect(page.locator("#claim-trams-are-full .em-outline__claim")).to_be_focused()
    assert reader.told.trouble() == []


def test_a_mouse_names_a_claim_and_a_click_chooses_it(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, place(page, home, "riders-walk"))
    x, y = middle(page)
    page.mouse.move(x + 3, y)
    page.mouse.move(x, y)
    expect(page.locator("#map-tip")).to_have_text(re.compile(f"^{WALK} \N{EN DASH} Buses; "))
    page.mouse.click(x, y)
    is_chosen(page, WALK)
    expect(page.locator("#map-said")).to_have_text(re.compile(f"^{WALK} \N{EN DASH} in “Buses”; .*is supported by 1$"))
    page.keyboard.press("Escape")
    expect(page.locator("#map-claim")).to_be_hidden()
    assert reader.told.trouble() == []


# The way to another claim


def test_the_path_to_a_second_claim_is_told_in_words(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/#claim=trams-are-full")
    page.get_by_role("button", name="Path to another claim").click()
    expect(page.get_by_role("combobox", name="Find the other claim")).to_be_visible()
    found(page, "riders")
    expect(page.locator("#map-route-words")).to_have_text(PATH)
    expect(page.locator("#map-said")).to_have_text(PATH)
    expect(page.locator("#map-route-words a")).to_have_text([FULL, OLD, LATE, WALK])
    assert "claim=trams-are-full&to=riders-walk" in page.url
    page.get_by_role("button", name="Clear the path").click()
    expect(page.locator("#map-route")).to_be_hidden()
    is_chosen(page, FULL)
    assert reader.told.trouble() == []


def test_a_path_uses_only_the_kinds_of_links_that_are_shown(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/#claim=trams-are-full&to=riders-walk&kinds=supports,opposes,undercuts")
    expect(page.locator("#map-route-words")).to_have_text(
        f"No chain of links of the kinds shown leads from {FULL} to {WALK}."
    )
    page.get_by_role("checkbox", name="limits").check()
    expect(page.locator("#map-route-words")).to_have_text(PATH)


# Filters and the address


def test_a_shared_address_restores_the_view(reader: Reader, home: str, browser: Browser) -> None:
    page = reader.page
    opened(page, f"{home}map/")
    page.get_by_label("Topic").select_option("buses")
    page.get_by_role("checkbox", name="opposes, both ways").uncheck()
    page.get_by_role("checkbox", name="No evidence recorded").uncheck()
    found(page, "riders")
    before = page.url
    assert (
        "#claim=riders-walk&topic=buses&kinds=supports,counts_against,undercuts,limits,rivals,context&standing="
        in before
    )
    page.get_by_role("button", name="Zoom in").click()
    expect(page).not_to_have_url(before)  # a movement is told when it is over
    shared = page.url
    with reading(browser, viewport={"width": 1280, "height": 800}) as other:
        opened(other.page, shared)
        is_chosen(other.page, WALK)
        expect(other.page.get_by_label("Topic")).to_have_value("buses")
        expect(other.page.get_by_role("checkbox", name="opposes, both ways")).not_to_be_checked()
        expect(other.page.get_by_role("checkbox", name="No evidence recorded")).not_to_be_checked()
        expect(other.page.get_by_role("checkbox", name="supports")).to_be_checked()
        assert other.page.url == shared
        assert other.told.trouble() == []


def test_a_step_back_goes_back_to_the_claim_before(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/")
    found(page, "riders")
    found(page, "rattle")
    is_chosen(page, OLD)
    page.go_back()
    is_chosen(page, WALK)
    page.go_back()
    expect(page.locator("#map-claim")).to_be_hidden()
    page.go_forward()
    is_chosen(page, WALK)


@pytest.mark.parametrize(
    "fragment",
    ["#claim=no-such", "#claim=", "#at=x", "#kinds=bad", "#topic=none&standing=%00", "#outline", "#to=riders-walk"],
)
def test_an_address_that_asks_for_what_is_not_there_shows_the_map(reader: Reader, home: str, fragment: str) -> None:
    opened(reader.page, f"{home}map/{fragment}")
    expect(reader.page.locator("#map-claim")).to_be_hidden()
    assert reader.told.trouble() == []


def test_filters_say_what_is_left(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/")
    page.get_by_label("Topic").select_option("trams")
    expect(page.locator("#map-said")).to_have_text("2 of 5 claims and 1 of 4 links are shown.")
    page.get_by_role("checkbox", name="limits").uncheck()
    expect(page.locator("#map-said")).to_have_text("2 of 5 claims and 0 of 4 links are shown.")


# Keys


def test_everything_can_be_done_by_keyboard(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/")
    canvas = page.locator("#map-canvas")
    canvas.focus()
    page.keyboard.press("Home")
    is_chosen(page, WALK)  # the first of the outline: a thesis
    page.keyboard.press("PageDown")
    is_chosen(page, LATE)
    page.keyboard.press("End")
    is_chosen(page, OLD)
    page.keyboard.press("p")
    expect(page.get_by_role("button", name="Path to another claim")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Path to another claim")).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("Escape")
    expect(page.locator("#map-claim")).to_be_hidden()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#map-claim")).to_be_visible()
    seen = set()
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        seen.add(page.locator("#map-title").text_content())
    assert len(seen) > 1
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile("&at="))
    page.keyboard.press("0")
    expect(page).not_to_have_url(re.compile("&at="))
    target = page.locator("#map-open").get_attribute("href") or ""
    expect(canvas).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(home + target.removeprefix("../"))
    assert reader.told.trouble() == []


def test_focus_can_be_seen_and_the_canvas_has_a_name(reader: Reader, home: str) -> None:
    opened(reader.page, f"{home}map/")
    canvas = reader.page.get_by_role("application", name="Map of claims")
    reader.page.locator("#map-whole").focus()
    reader.page.keyboard.press("Tab")
    expect(canvas).to_be_focused()
    assert canvas.evaluate("(canvas) => getComputedStyle(canvas).outlineStyle") == "solid"


# Fingers

TOUCHED = "() => document.querySelector('#map-canvas').getBoundingClientRect().height / innerHeight"


def test_a_tap_chooses_a_claim(phone: Reader, home: str) -> None:
    page = phone.page
    opened(page, place(page, home, "riders-walk"))
    page.touchscreen.tap(*middle(page))
    is_chosen(page, WALK)
    page.locator("#map-open").tap()
    expect(page).to_have_url(f"{home}claims/riders-walk/")
    assert phone.told.trouble() == []


def test_one_finger_moves_the_map_and_two_zoom_it(phone: Reader, home: str) -> None:
    page = phone.page
    begun = place(page, home, "riders-walk", 0.5)
    opened(page, begun)
    x, y = middle(page)
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        all_points: list[Any] = [{"x": at[0], "y": at[1], "id": number} for number, at in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": all_points})

    top = page.evaluate("scrollY")
    touch("touchStart", (x, y))
    for step in range(1, 6):
        touch("touchMove", (x + 10 * step, y + 6 * step))
    touch("touchEnd")
    wanted = re.search(r"at=buses,(\d+),(\d+),", begun)
    assert wanted is not None
    moved = f"at=buses,{int(wanted[1]) - 100},{int(wanted[2]) - 60},0.5"
    expect(page).to_have_url(re.compile(moved))
    assert page.evaluate("scrollY") == top
    touch("touchStart", (x - 30, y), (x + 30, y))
    for step in range(1, 6):
        touch("touchMove", (x - 30 - 6 * step, y), (x + 30 + 6 * step, y))
    touch("touchEnd")
    expect(page).to_have_url(re.compile(r"at=buses,-?\d+,-?\d+,1$"))
    expect(page.locator("#map-claim")).to_be_hidden()
    assert phone.told.trouble() == []


def test_a_phone_has_page_beside_the_map_to_scroll_by_and_room_for_fingers(phone: Reader, home: str) -> None:
    page = phone.page
    opened(page, f"{home}map/#claim=buses-are-late")
    assert page.evaluate(TOUCHED) < 0.6
    for name in ("Zoom in", "Zoom out", "Whole map"):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 43.9
    for button in page.locator("#map-links button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


# As the reader's eyes want it


STEADY = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const canvas = document.querySelector("#map-canvas canvas");
  await frame();
  await frame();
  const first = canvas.toDataURL();
  for (let number = 0; number < 20; number += 1) await frame();
  return canvas.toDataURL() === first;
}"""


def test_less_motion_is_none_on_the_map(browser: Browser, home: str) -> None:
    with reading(browser, reduced_motion="reduce") as reader:
        page = reader.page
        opened(page, f"{home}map/")
        page.locator("#map-canvas").focus()
        page.keyboard.press("Home")
        expect(page.locator("#map-open")).to_be_visible()
        assert page.evaluate(STEADY) is True


def test_colours_are_those_of_the_readers_scheme(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/")
    light = page.locator("#map-canvas canvas").evaluate(CORNER)
    page.get_by_title("Dark").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    until(page, f"(light) => ({CORNER})(document.querySelector('#map-canvas canvas')) < light - 100", light)


CORNER = "(canvas) => canvas.getContext('2d').getImageData(2, 2, 1, 1).data[0]"


def test_paper_has_the_outline_alone(reader: Reader, home: str) -> None:
    opened(reader.page, f"{home}map/#claim=riders-walk")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator("#map-frame")).to_be_hidden()
    expect(reader.page.locator("#claim-riders-walk .em-outline__claim")).to_be_visible()
    expect(reader.page.locator(".em-outline__show").first).to_be_hidden()


# Without the script, and beside it


def test_the_outline_says_what_the_map_shows(reader: Reader, real: str, real_site: Path, corpus: Corpus) -> None:
    opened(reader.page, f"{real}map/")
    topics = reader.page.locator(".em-outline__topic")
    topics.evaluate_all("(all) => all.forEach((topic) => { topic.open = true; })")
    expect(topics.filter(has=reader.page.locator(".em-outline__claim"))).to_have_count(topics.count())
    named = reader.page.locator(".em-outline__claim").evaluate_all(
        "(all) => all.map((a) => a.closest('li').id.replace('claim-', ''))"
    )
    pages = {path.name for path in (real_site / "claims").iterdir() if (path / "index.html").is_file()}
    former = {alias for claim in corpus.claims.values() for alias in claim.record.aliases}
    assert set(named) == pages - former
    assert len(named) == len(set(named))


def test_without_scripts_the_outline_stands_for_the_map(browser: Browser, home: str) -> None:
    with reading(browser, java_script_enabled=False) as plain:
        page = plain.page
        page.goto(f"{home}map/")
        expect(page.get_by_text("The map is drawn by a script.")).to_be_visible()
        expect(page.locator("#map-frame")).to_be_hidden()
        page.locator("summary", has_text="Trams").click()
        page.locator("#topic-trams").get_by_role("link").click()
        expect(page).to_have_url(f"{home}map/outline/trams.html")
        expect(page.locator("#claim-trams-are-old .em-outline__link")).to_have_text(
            [
                f"casts doubt on a quote or link of {LATE}: The driver of the nine has no watch.",
                f"casts doubt on a quote or link of {LATE}: Whoever is late takes the tram.",
                f"limits {FULL}: Nobody sits in the one that rattles.",
            ]
        )
        page.locator(".em-outline__claim", has_text=FULL).click()
        expect(page).to_have_url(f"{home}claims/trams-are-full/")


def names_asked(reader: Reader) -> list[str]:
    """Return the files of titles that a page has asked for."""
    return sorted(url.rpartition("/")[2] for url in reader.told.requests if "/names/" in url)


def test_the_map_fetches_titles_only_as_they_are_asked_for(reader: Reader, home: str) -> None:
    page = reader.page
    opened(page, f"{home}map/#at=0,0,0.05")
    assert names_asked(reader) == []
    page.locator("#topic-trams summary").click()
    expect(page.locator("#claim-trams-are-old .em-outline__claim")).to_be_visible()
    assert names_asked(reader) == ["trams.json"]
    with page.expect_response("**/names/buses.json"):
        page.get_by_role("combobox", name="Find a claim").focus()
    assert names_asked(reader) == ["buses.json", "trams.json"]
    assert reader.told.trouble() == []


def test_titles_that_do_not_come_are_said_to_be_missing(browser: Browser, home: str) -> None:
    with reading(browser) as reader:
        page = reader.page
        page.route("**/names/*", lambda route: route.fulfill(status=404, body="gone"))
        opened(page, f"{home}map/#claim=riders-walk")
        expect(page.locator("#map-claim")).to_be_hidden()
        page.locator("#map-canvas").focus()
        page.keyboard.press("Home")
        expect(page.locator("#map-said")).to_have_text("The titles could not be fetched.")
        page.locator("#topic-trams summary").click()
        page.locator("#topic-trams").get_by_role("link").click()
        expect(page).to_have_url(f"{home}map/outline/trams.html")


def test_an_address_of_the_former_outline_chooses_its_claim(reader: Reader, home: str) -> None:
    opened(reader.page, f"{home}map/#claim-riders-walk")
    is_chosen(reader.page, WALK)
    expect(reader.page.locator("#claim-riders-walk .em-outline__claim")).to_have_attribute("aria-current", "true")


def test_a_map_without_its_data_leaves_the_outline(browser: Browser, home: str) -> None:
    with reading(browser) as reader:
        reader.page.route("**/map.json", lambda route: route.fulfill(status=404, body="gone"))
        reader.page.goto(f"{home}map/")
        expect(reader.page.locator("#map-note")).to_have_text(
            "The map could not be drawn. The outline below says the same in words."
        )
        expect(reader.page.locator("#map-frame")).to_be_hidden()


def test_the_network_is_one_link_away_and_leads_to_a_claim_by_keyboard(reader: Reader, real: str) -> None:
    page = reader.page
    opened(page, f"{real}map/")
    found(page, "cqc does not inspect iapt")
    page.get_by_role("link", name="as a network", exact=True).click()
    expect(page).to_have_url(f"{real}map/outline/inspection.html#network")
    draw = page.get_by_role("button", name="Draw the network")
    expect(draw).to_be_visible()
    assert not [url for url in reader.told.requests if "vis-network" in url]
    draw.press("Enter")
    expect(page.locator("#network-canvas")).to_be_focused()
    expect(draw).to_be_hidden()
    page.keyboard.press("Home")
    expect(page.locator("#network-open")).to_be_visible()
    page.keyboard.press("PageDown")
    target = page.locator("#network-open").get_attribute("href") or ""
    assert target.startswith("../../claims/")
    page.keyboard.press("Enter")
    expect(page).to_have_url(real + target.removeprefix("../../"))
    assert reader.told.trouble() == []


@pytest.mark.parametrize("missing", ["network/inspection.json", "vis-network.min.js"])
def test_a_network_without_its_data_or_its_library_leads_to_the_outline(
    browser: Browser, thin: str, missing: str
) -> None:
    with reading(browser) as reader:
        reader.page.route(f"**/{missing}", lambda route: route.fulfill(status=404, body="gone"))
        reader.page.goto(f"{thin}map/outline/inspection.html")
        reader.page.get_by_role("button", name="Draw the network").click()
        expect(reader.page.locator("#network-note")).to_have_text(
            "The network could not be drawn. The list below says the same in words."
        )
        expect(reader.page.locator("#network-frame")).to_be_hidden()
        expect(reader.page.locator("#network-offer")).to_be_hidden()


def test_an_address_that_names_a_claim_draws_the_network(reader: Reader, thin: str) -> None:
    page = reader.page
    page.goto(f"{thin}map/outline/inspection.html")
    expect(page.get_by_role("button", name="Draw the network")).to_be_visible()
    page.evaluate("location.hash = 'claim=cqc-does-not-inspect-iapt'")
    expect(page.locator("#claims-network[data-ready]")).to_be_attached()
    expect(page.locator("#network-open")).to_have_attribute("href", "../../claims/cqc-does-not-inspect-iapt/")


def test_the_network_names_a_claim_under_the_mouse_and_opens_it(reader: Reader, real: str) -> None:
    page = reader.page
    page.goto(f"{real}map/outline/inspection.html#claim=cqc-does-not-inspect-iapt")
    expect(page.locator("#network-said")).to_contain_text("Practitioner C: the CQC does not inspect IAPT")
    canvas = page.locator("#network-canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    centre = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(centre[0] + 1, centre[1] + 1)
    page.mouse.move(*centre)
    expect(page.locator("#network-tip")).to_have_text("Practitioner C: the CQC does not inspect IAPT")
    page.mouse.click(*centre)
    expect(page).to_have_url(f"{real}claims/cqc-does-not-inspect-iapt/")


def test_the_former_network_of_all_claims_leads_to_the_map(reader: Reader, thin: str) -> None:
    reader.page.goto(f"{thin}map/network/")
    expect(reader.page).to_have_url(f"{thin}map/")


# From the questions to the single claims

WATCH = """
  window.drawn = [];
  const fill = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
    window.drawn.push({ text, size: parseFloat(this.font.match(/[\\d.]+px/)[0]) });
    return fill.call(this, text, ...at);
  };
"""
"""Notes every text that is drawn, and the size of its letters in pixels."""


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (360, 740)], ids=["desk", "phone"])
def test_the_first_look_has_questions_answers_and_both_sides_in_letters_that_can_be_read(
    browser: Browser, real: str, corpus: Corpus, width: int, height: int
) -> None:
    with reading(browser, viewport={"width": width, "height": height}, has_touch=width < 500) as reader:
        page = reader.page
        page.add_init_script(WATCH)
        opened(page, f"{real}map/")
        drawn = page.evaluate("window.drawn")
        words = " ".join(each["text"] for each in drawn)
        topics = sorted(corpus.topics.values(), key=lambda topic: topic.record.order)
        shown = topics if width > 500 else topics[:1]
        for topic in shown:
            assert topic.record.question in words
            for thesis in topic.record.theses:
                assert corpus.claims[thesis].record.title in words
        assert min(each["size"] for each in drawn) >= 11
        assert "6 voices for 2 against" in words
        assert not {claim.record.title for claim in corpus.claims.values() if not claim.record.thesis} & {
            each["text"] for each in drawn
        }
        assert names_asked(reader) == []


SAID = "(title) => window.drawn.some(({ text }) => text === title)"


def test_what_is_near_opens_and_what_is_far_is_folded(reader: Reader, home: str) -> None:
    page = reader.page
    page.add_init_script(WATCH)
    for scale, is_open in ((0.4, False), (0.9, True)):
        opened(page, place(page, home, "riders-walk", scale))
        until(page, f"(open) => ({SAID})('{WALK}') && ({SAID})('{LATE}') === open", is_open)


def test_a_click_on_a_card_opens_it(reader: Reader, real: str) -> None:
    page = reader.page
    opened(page, f"{real}map/")
    box = page.locator("#map-canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 100, box["y"] + 90)
    is_chosen(page, "IAPT improved access to psychological therapy")
    expect(page).to_have_url(re.compile(r"#claim=iapt-improved-access&at=access,\d+,\d+,0\.\d+$"))
    assert reader.told.trouble() == []


# On paper


def test_a_topics_page_leads_to_its_poster_and_to_the_argument_on_the_map(reader: Reader, thin: str) -> None:
    page = reader.page
    page.goto(f"{thin}topics/inspection/")
    for form, kind in (("SVG", "image/svg+xml"), ("PDF", "application/pdf")):
        address = page.get_by_role("link", name=form, exact=True).get_attribute("href") or ""
        response = page.request.get(f"{thin}topics/inspection/{address}")
        assert (response.status, response.headers["content-type"]) == (200, kind)
    page.get_by_role("link", name="on the map").click()
    expect(page.get_by_label("Topic")).to_have_value("inspection")
    assert reader.told.trouble() == []
