"""The form's script computes how claims stand as Python does, and says what a new claim would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from claimgraph.checking.whole import check
from claimgraph.pages.drawing.standing_marks import STATES
from claimgraph.pages.form.debated import debated
from tests.browser.test_form import THESIS, fill, fill_claim, item, opened, titles, written
from tests.site.checkouts import CHECKOUT
from tests.standing.debates import told
from tests.standing.invented import invented

if TYPE_CHECKING:
    from tests.browser.reading import Reader

STANDINGS = """async ({ home, given }) => {
  const { standings } = await import(`${home}assets/javascripts/claim/standing.js`);
  return given.map((claims) => Object.fromEntries(standings(claims)));
}"""
INVENTED = 2000


def test_python_and_the_script_find_the_same_states(reader: Reader, thin: str) -> None:
    debates = [told(invented(seed)) for seed in range(INVENTED)]
    given = [debated(each.corpus, each.verdicts, each) for each in debates]
    wanted = [{id_: STATES[found.state] for id_, found in each.standings.items()} for each in debates]
    examined = check(CHECKOUT).examined
    given.append(debated(examined.corpus, examined.verdicts, examined.analysis.origins))
    wanted.append({id_: STATES[found.state] for id_, found in examined.analysis.standings.items()})
    reader.page.goto(thin)
    found = reader.page.evaluate(STANDINGS, {"home": thin, "given": given})
    for number, (one, other) in enumerate(zip(found, wanted, strict=True)):
        assert one == other, invented(number) if number < INVENTED else "the claims of this site"
    assert {state for each in wanted for state in each.values()} == set(STATES.values())
    assert reader.told.trouble() == []


def test_the_form_says_what_a_claim_would_change(reader: Reader, real: str) -> None:
    undisputed = next(
        id_
        for id_, found in check(CHECKOUT).examined.analysis.standings.items()
        if STATES[found.state] == "undisputed" and found.is_voiced and "pulse" not in id_
    )
    page = opened(reader.page, f"{real}contribute/claim/?for=claim&claim={undisputed}")
    effect = page.locator("[data-effect]")
    expect(effect).to_have_text("This is worked out as soon as nothing is left to do.")
    fill_claim(page)
    written(page)
    title = dict(titles())[undisputed]
    expect(effect.get_by_role("listitem")).to_have_text(
        [
            f"{title}: “Not disputed here” becomes “Contested: reasons against it stand”",
            "This claim will be: “Not disputed here”",
        ]
    )
    fill(item(page, "links"), {"claim": dict(titles())[THESIS], "link": "supports"})
    expect(effect).to_contain_text("This claim will be: “Not disputed here”")
    assert reader.told.trouble() == []
