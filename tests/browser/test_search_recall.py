"""How often what a reader types finds what answers it: first, and among the first three; see `queries.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.site.checkouts import CHECKOUT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.reading import Reader

LISTS: dict[str, list[dict[str, Any]]] = yaml.safe_load((CHECKOUT / "tests/map/queries.yml").read_text("utf-8"))
FIND = """async ([home, questions]) => {
  const { Index } = await import(`${home}assets/javascripts/search/index.js`);
  const index = new Index(new URL("search/", home));
  await index.open();
  return Promise.all(questions.map(async (question) => {
    const { pages } = await index.find(question);
    return Promise.all(pages.slice(0, 3).map(async (page) => (await index.shown(page)).address));
  }));
}"""


def missed(page: Page, home: str, name: str, most: int) -> dict[str, list[str]]:
    """Return what the first results are, `most` at most, where none of them answers, by question."""
    found = page.evaluate(FIND, [home, [each["query"] for each in LISTS[name]]])
    first = {
        each["query"]: [address.removesuffix("/") for address in addresses[:most]]
        for each, addresses in zip(LISTS[name], found, strict=True)
    }
    return {
        each["query"]: first[each["query"]] for each in LISTS[name] if not {*each["first"]} & {*first[each["query"]]}
    }


@pytest.mark.parametrize(
    ("name", "most", "share"),
    [("queries", 1, 0.86), ("queries", 3, 0.97), ("kept_aside", 1, 0.76), ("kept_aside", 3, 0.86)],
)
def test_readers_questions_are_answered_first(reader: Reader, real: str, name: str, most: int, share: float) -> None:
    reader.page.goto(real)
    wrong = missed(reader.page, real, name, most)
    assert 1 - len(wrong) / len(LISTS[name]) >= share, wrong


def test_every_question_has_its_reader_its_answers_and_its_reason() -> None:
    for each in (each for questions in LISTS.values() for each in questions):
        assert list(each) == ["query", "by", "first", "why"]
        assert each["first"]
    asked = [each["query"] for questions in LISTS.values() for each in questions]
    assert len(asked) == len({*asked}) >= 60
