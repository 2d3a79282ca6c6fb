"""The search's script, by its parts: it reads words as the index does, and forgives a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.pages.search.test_search_words import WORDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.reading import Reader

INSPECT = ["inspect", "inspects", "inspected", "inspecting", "inspection", "inspections", "inspector", "inspectorate"]


@pytest.fixture
def page(reader: Reader, real: str) -> Page:
    reader.page.goto(real)
    reader.page.evaluate("async (home) => { window.made = await import(`${home}assets/javascripts/search.js`); }", real)
    return reader.page


def run(page: Page, code: str, *values: object) -> Any:  # noqa: ANN401  what a script returns
    return page.evaluate(f"(values) => window.made.{code}", list(values))


def test_words_are_those_of_the_index(page: Page) -> None:
    assert [(text, run(page, "words(values[0])", text)) for text, _ in WORDS] == WORDS


def test_forms_of_a_word_share_their_stem(page: Page) -> None:
    assert {run(page, "stem(values[0])", word) for word in INSPECT} == {"inspect"}
    for one, other in (("therapies", "therapy"), ("waiting", "waits"), ("referred", "refer"), ("services", "service")):
        assert run(page, "stem(values[0])", one) == run(page, "stem(values[0])", other)
    for one, other in (("care", "cars"), ("never", "nevis"), ("cost", "coast"), ("no", "not")):
        assert run(page, "stem(values[0])", one) != run(page, "stem(values[0])", other)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("wait", "wait", 0),
        ("wait", "waits", 1),
        ("wait", "wat", 1),
        ("wait", "want", 1),
        ("wait", "wiat", 1),
        ("inspection", "inspekton", 2),
        ("wait", "recovery", 3),
        ("abcdef", "fedcba", 3),
    ],
)
def test_slips_are_counted_up_to_a_bound(page: Page, one: str, other: str, count: int) -> None:
    assert run(page, "slips(values[0], values[1], 2)", one, other) == count
    assert run(page, "slips(values[0], values[1], 2)", other, one) == count


def asked(page: Page, question: str) -> list[str]:
    """Return the addresses that a question finds, best first, ten at most."""
    code = """async (question) => {
      const index = new window.made.Index(new URL("search/", document.baseURI));
      await index.open();
      const { pages } = await index.find(question);
      return Promise.all(pages.slice(0, 10).map(async (page) => (await index.shown(page)).address));
    }"""
    found: list[str] = page.evaluate(code, question)
    return found


@pytest.mark.parametrize(
    "question",
    ["CQC does not inspect", "inspectorate CQC", "who inspects the services?", "cqc inspekts", "no plans to inspect"],
)
def test_a_claim_is_among_the_first_for_its_words(page: Page, question: str) -> None:
    assert "claims/cqc-does-not-inspect-iapt/" in asked(page, question)[:3]


def test_all_forms_of_a_question_find_the_same(page: Page) -> None:
    assert asked(page, "F45.0") == asked(page, "f45.0")
    assert "claims/mus-in-integrated-care-coded-f45-0/" in asked(page, "F45")
    assert asked(page, "the") != []
    assert asked(page, "xyzzyxyzzy") == []
    assert asked(page, " ?! ") == []
