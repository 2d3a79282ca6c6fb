"""The form for claims: what it writes passes the check, is what the program writes, and goes nowhere by itself."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from claimgraph.checking.whole import check
from claimgraph.cli.main import main
from claimgraph.fixing.formatting import formatted
from claimgraph.importing.drafts import Draft
from claimgraph.importing.files import draft_file, source_file
from claimgraph.model.claim import Claim
from claimgraph.rules.catalogue import findings
from claimgraph.rules.likeness import Weights, words
from tests.browser.reading import reading
from tests.browser.test_accessible import violations
from tests.site.checkouts import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Literal

    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.reading import Reader

SOURCE = "Pulse, October 2013: IAPT struggling to achieve targets"
EXACT = (
    "Overall more than 80,000 people in the system are still waiting for treatment more than a month after they were "
    "referred."
)
WORDS = {"source": SOURCE, "speaker": "Pulse", "exact": EXACT}
CLAIM = {
    "fm-claim-assertion": "In England in 2013, 80,000 people or more were still not treated a month after referral.",
    "fm-claim-title": "Pulse, 2013: 80,000 or more “still waiting”",
    "fm-claim-kind": "statistical",
    "fm-scope-place": "England",
    "fm-scope-period": "2013",
    "fm-topic": "waits",
}
THESIS = "therapy-within-28-days-2012-to-2014"
WHY = "So many people were still waiting for treatment more than a month after they were referred."


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator(".em-form--ready[data-round]")).to_be_visible()
    return page


@pytest.fixture
def page(reader: Reader, real: str) -> Iterator[Page]:
    """The form, for a claim that is a reason for or against a thesis; at the end nothing may have gone wrong."""
    yield opened(reader.page, f"{real}contribute/claim/?for=claim&claim={THESIS}")
    assert reader.told.trouble() == []
    assert reader.told.hosts() == {urlsplit(real).netloc}


def item(page: Page, name: str) -> Locator:
    return page.locator(f"[data-list={name}] > fieldset").last


def fill(within: Locator, values: dict[str, str]) -> None:
    for name, value in values.items():
        field = within.locator(f"[name={name}]")
        if field.evaluate("(field) => field.tagName") == "SELECT":
            expect(field.locator(f'option[value="{value}"]')).to_have_count(1)
            field.select_option(value)
        else:
            field.fill(value)


def fill_claim(page: Page) -> None:
    fill(item(page, "quotes"), WORDS)
    for id_, value in CLAIM.items():
        field = page.locator(f"#{id_}")
        if field.evaluate("(field) => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    fill(item(page, "links"), {"link": "counts_against", "because": WHY})


def test_nothing_is_asked_for_before_the_words_need_it(page: Page) -> None:
    for name in ("context", "prefix", "suffix"):
        expect(item(page, "quotes").locator(f"[name={name}]")).to_be_hidden()
    expect(item(page, "quotes").locator("[name=exact]")).to_be_visible()


def verdict(page: Page) -> Locator:
    return item(page, "quotes").locator("[data-verdict]")


def left(page: Page) -> Locator:
    return page.locator("[data-problems]")


def written(page: Page) -> tuple[str, str]:
    """Return the path and the text of the file, when nothing is left to do."""
    expect(left(page)).to_have_text("Nothing that this page can see. The full check runs when you propose it.")
    path = (page.locator("[data-path]").text_content() or "").partition(":")[0]
    return path, page.locator("[data-file]").text_content() or ""


def copy_of_sources(folder: Path) -> Path:
    """Copy what is checked, so that a file can be added."""
    for name in ("claims", "docs", "sources", "voices"):
        shutil.copytree(CHECKOUT / name, folder / name)
    shutil.copy(CHECKOUT / "mkdocs.yml", folder)
    return folder


def begun(root: Path) -> tuple[str, str]:
    """Return the path and the text, without comments, of the same claim begun by `claimgraph new`."""
    before = set(root.rglob("*.yml"))
    told = {
        "--title": CLAIM["fm-claim-title"],
        "--assertion": CLAIM["fm-claim-assertion"],
        "--kind": CLAIM["fm-claim-kind"],
        "--place": CLAIM["fm-scope-place"],
        "--period": CLAIM["fm-scope-period"],
        "--topic": CLAIM["fm-topic"],
        "--source": "pulse-2013-struggling-targets",
        "--quote": EXACT,
        "--against": THESIS,
        "--because": WHY,
    }
    assert main(["--root", str(root), "new", "claim", *(part for pair in told.items() for part in pair)]) == 0
    (made,) = set(root.rglob("*.yml")) - before
    lines = made.read_text("utf-8").splitlines(keepends=True)
    text = "".join([lines[0], *(line for line in lines[1:] if not line.strip().startswith("#"))])
    return made.relative_to(root).as_posix(), text


def problems(root: Path) -> list[str]:
    return [f"{each.location.path}: {each.rule}: {each.message}" for each in findings(check(root).examined)]


def test_a_claim_is_written_as_the_program_writes_it_and_passes_the_check(page: Page, tmp_path: Path) -> None:
    fill_claim(page)
    expect(verdict(page)).to_have_text("These words stand in line 22, in the words of Pulse.")
    path, text = written(page)
    assert path == "claims/waits/pulse-2013-80-000-or-more-still-waiting.yml"
    fields = {
        "title": CLAIM["fm-claim-title"],
        "assertion": CLAIM["fm-claim-assertion"],
        "kind": "statistical",
        "scope": {"place": "England", "period": "2013"},
        "quotes": [{"source": "pulse-2013-struggling-targets", "speaker": "Pulse", "exact": EXACT}],
        "counts_against": [{"claim": THESIS, "because": WHY}],
    }
    assert text == draft_file(Draft(id="a", fields=fields), path, is_supported=False)
    root = copy_of_sources(tmp_path)
    assert begun(root) == (path, text)
    assert formatted(path, text.encode()) == text.encode()
    assert problems(root) == []
    assert path.split("/")[-1].removesuffix(".yml") in check(root).examined.corpus.claims


def test_a_quote_and_a_reason_are_lines_for_a_claims_file(page: Page, tmp_path: Path) -> None:
    page.get_by_label("A quote for a claim that is already here").check()
    own = page.get_by_role("combobox", name="Which claim", exact=True)
    claim, title = next((id_, title) for id_, title in titles() if id_ == "waiting-time-fudge")
    own.fill(title)
    fill(item(page, "quotes"), WORDS)
    path, text = written(page)
    assert path == f"claims/waits/{claim}.yml"
    assert text == (
        "quotes:\n  - source: pulse-2013-struggling-targets\n    speaker: Pulse\n    exact: >-\n"
        "      Overall more than 80,000 people in the system are still waiting for treatment more than a\n"
        "      month after they were referred.\n"
    )
    page.get_by_label("That one claim speaks for or against another").check()
    fill(item(page, "links"), {"link": "supports", "because": "Only in one town.", "scheme": "example"})
    expect(page.locator("[data-file]")).to_contain_text("because: Only in one town.")
    assert written(page) == (
        path,
        f"supports:\n  - claim: {THESIS}\n    scheme: example\n    because: Only in one town.\n",
    )
    root = copy_of_sources(tmp_path)
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(written(page)[1])
    assert [each for each in problems(root) if not each.startswith(path)] == []


def titles() -> list[tuple[str, str]]:
    return [(id_, entry.record.title) for id_, entry in check(CHECKOUT).examined.corpus.claims.items()]


def test_a_source_is_written_as_the_program_writes_it_and_passes_the_check(page: Page, tmp_path: Path) -> None:
    page.get_by_label("A new source").check()
    given = {
        "type": "report",
        "title": "Late buses: a report",
        "issued": "2021-10",
        "URL": "https://a.example/b",
        "depth": "none",
    }
    for name, value in given.items():
        field = page.locator(f"#fm-source-{name}")
        if name in {"type", "depth"}:
            field.select_option(value)
        else:
            field.fill(value)
    page.get_by_label("Author").fill("Town council\nA. Quill")
    path, text = written(page)
    assert path == "sources/late-buses-a-report.yml"
    assert text == source_file({**given, "author": [{"literal": "Town council"}, {"literal": "A. Quill"}]}, path)
    root = copy_of_sources(tmp_path)
    (root / path).write_text(text, "utf-8")
    assert problems(root) == [f"{path}: source-unused: nothing quotes or cites 'late-buses-a-report'"]


def test_a_quote_is_checked_while_it_is_typed(page: Page) -> None:
    fill(item(page, "quotes"), {"source": SOURCE, "exact": EXACT.replace("system", "sistem")})
    expect(verdict(page)).to_contain_text("The word 'sistem' does not stand so in 'pulse-2013-struggling-targets'.")
    item(page, "quotes").locator("[name=exact]").fill(EXACT)
    expect(verdict(page)).to_contain_text("are those of 'Pulse'; the quote names no speaker.")
    page.get_by_role("button", name="Choose Pulse").click()
    expect(verdict(page)).to_have_text("These words stand in line 22, in the words of Pulse.")
    context = item(page, "quotes").locator("[name=context]")
    expect(context).to_be_hidden()
    item(page, "quotes").locator("[name=exact]").fill(EXACT.partition(" more than a")[0])
    expect(verdict(page)).to_contain_text("The sentence has more than you quote.")


def test_words_of_another_source_are_found_there(page: Page) -> None:
    sources = {
        entry.record.title_short or entry.record.title: id_
        for id_, entry in check(CHECKOUT).examined.corpus.sources.items()
    }
    other = next(title for title, id_ in sources.items() if id_ == "cbtwatch-fairy-godmother")
    fill(item(page, "quotes"), {"source": other, "exact": EXACT})
    page.get_by_role("button", name="Look in the other sources").click()
    expect(verdict(page)).to_contain_text(f"The words stand in: {SOURCE}.")


def test_a_claim_that_says_the_same_is_shown(page: Page) -> None:
    known = check(CHECKOUT).examined.corpus.claims["waiting-over-a-month-80000"].record
    page.locator("#fm-claim-assertion").fill(known.assertion)
    alike = page.locator("[data-alike]")
    expect(alike).to_contain_text("A claim here says nearly the same.")
    expect(alike.get_by_role("link", name=known.title)).to_be_visible()


def test_likeness_is_measured_as_by_the_rule(page: Page) -> None:
    texts = [entry.record.assertion for entry in check(CHECKOUT).examined.corpus.claims.values()]
    weights = Weights.among(map(words, texts))
    pairs = [(texts[at], texts[(at * 7 + 3) % len(texts)]) for at in range(len(texts))]
    pairs += [(text, text.replace("patients", "people").replace("in", "by", 1)) for text in texts]
    script = """async ({ texts, pairs }) => {
      const { Likeness } = await import(new URL("../../assets/javascripts/claim/likeness.js", location.href));
      const lists = await (await fetch("words.json")).json();
      const made = new Likeness(lists.likeness, texts);
      return pairs.map(([a, b]) => made.likeness(made.wordsOf(a), made.wordsOf(b)));
    }"""
    found = page.evaluate(script, {"texts": texts, "pairs": pairs})
    assert found == pytest.approx([weights.likeness(words(a), words(b)) for a, b in pairs])


def test_a_draft_survives_a_reload_and_is_cleared(page: Page) -> None:
    fill_claim(page)
    page.locator("#fm-id").fill("an-id-of-my-own")
    expect(page.locator("[data-path]")).to_have_text("claims/waits/an-id-of-my-own.yml")
    before = written(page)
    page.reload()
    assert written(page) == before
    page.get_by_role("button", name="Start anew").click()
    expect(left(page)).to_contain_text("things:")
    assert page.evaluate("localStorage.getItem('em-draft')") is None
    page.goto(page.url.partition("?")[0])
    expect(page.locator("#fm-claim-title")).to_have_value("")


def test_nothing_is_kept_before_somebody_writes(page: Page) -> None:
    expect(left(page)).to_contain_text("things:")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_without_a_home_of_the_files_nothing_can_be_proposed(page: Page) -> None:
    fill_claim(page)
    written(page)
    expect(page.locator("[data-propose]")).to_be_hidden()
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator("[data-sent]")).to_have_text("Copied.")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download the file").click()
    assert saved.value.path().read_text("utf-8") == written(page)[1]
    assert saved.value.suggested_filename == "pulse-2013-80-000-or-more-still-waiting.yml"


def test_a_pull_request_is_opened_with_the_file(reader: Reader, housed: str) -> None:
    page = opened(reader.page, f"{housed}contribute/claim/")
    page.get_by_label("A new source").check()
    page.locator("#fm-source-type").select_option("report")
    page.locator("#fm-source-title").fill("A report")
    page.locator("#fm-source-depth").select_option("none")
    path, text = written(page)
    address = page.locator("[data-propose]").get_attribute("href") or ""
    assert address.startswith("https://github.com/example/map/new/main/sources?")
    assert parse_qs(urlsplit(address).query) == {"filename": [path.removeprefix("sources/")], "value": [text]}
    page.get_by_label("Author").fill("A name of some length\n" * 400)
    propose = page.get_by_role("link", name="Copy the text, and open a pull request to paste it into")
    expect(propose).to_have_attribute("href", "https://github.com/example/map/new/main/sources?filename=a-report.yml")
    assert reader.told.trouble() == []


def test_it_is_used_by_keyboard_alone(page: Page) -> None:
    page.get_by_label("A new claim").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("A quote for a claim that is already here")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("The words of nobody")
    expect(page.locator('[data-picked="own"]')).to_have_text("Nothing here has this name: choose one from the list.")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "source"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_form_that_is_filled_in_is_accessible_and_fits_a_small_phone(
    browser: Browser, real: str, scheme: Literal["light", "dark"]
) -> None:
    with reading(browser, color_scheme=scheme, viewport={"width": 320, "height": 640}) as reader:
        page = opened(reader.page, f"{real}contribute/claim/?for=claim&claim={THESIS}")
        fill_claim(page)
        written(page)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert reader.told.trouble() == []


def test_without_script_the_page_says_what_to_do_instead(browser: Browser, real: str) -> None:
    with reading(browser, java_script_enabled=False) as reader:
        reader.page.goto(f"{real}contribute/claim/")
        expect(reader.page.get_by_text("This form needs JavaScript")).to_be_visible()
        expect(reader.page.locator(".em-form form")).to_be_hidden()


def test_where_the_data_does_not_come_the_page_says_what_to_do_instead(reader: Reader, real: str) -> None:
    reader.page.route("**/form.json", lambda route: route.abort())
    reader.page.goto(f"{real}contribute/claim/")
    expect(reader.page.get_by_text("This form needs JavaScript")).to_be_visible()


def test_a_claims_page_leads_to_the_form_with_the_claim_picked(page: Page, real: str) -> None:
    title = dict(titles())["waiting-time-fudge"]
    page.goto(f"{real}claims/waiting-time-fudge/")
    page.get_by_role("link", name="Add a quote").click()
    expect(page.get_by_role("combobox", name="Which claim", exact=True)).to_have_value(title)
    page.goto(f"{real}claims/waiting-time-fudge/")
    page.get_by_role("link", name="Add a reason for or against it").click()
    expect(item(page, "links").locator("[name=claim]")).to_have_value(title)


def test_a_sources_page_leads_to_the_form_with_the_source_picked(page: Page, real: str) -> None:
    page.goto(f"{real}sources/pulse-2013-struggling-targets/")
    page.get_by_role("link", name="Write a claim from this source").click()
    expect(item(page, "quotes").locator("[name=source]")).to_have_value(SOURCE)


def test_every_field_that_the_form_writes_is_in_the_schema(page: Page) -> None:
    data = page.evaluate("async () => (await fetch('form.json')).json()")
    assert list(data["schemas"]["claim"]["properties"]) == list(Claim.__dataclass_fields__)
    assert "description" not in json.dumps(data["schemas"]["claim"]["properties"]["title"])
