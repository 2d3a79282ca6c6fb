"""The page of figures: what it shows, and what is made of it once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markupsafe import Markup

from claimgraph.incremental.texts import KeptTexts
from claimgraph.pages.charts import page
from claimgraph.pages.charts.page import figures_html, figures_page
from claimgraph.publish.rendering import Renderer
from claimgraph.publish.shell import SlotContent, TocEntry
from tests.pages.charts.test_numbers import BUSES, LATE, figure
from tests.pages.corpora import TEMPLATES, claim, measures, quote, source, topic, view

if TYPE_CHECKING:
    import pytest

    from claimgraph.index.view import View
    from claimgraph.pages.drawing.plotting import Chart

HERE = "figures/"


def made(shown: View, drawings: KeptTexts | None = None) -> SlotContent:
    """The page of figures."""
    values = figures_page(shown)
    toc = values.pop("toc")
    renderer = Renderer(templates=TEMPLATES, shells={}, drawings=drawings or KeptTexts())
    return SlotContent(content=figures_html(renderer, HERE, values), toc=toc)


def small(*values: str) -> View:
    """A view with these numbers, one a year from 2018 on, of riders each, and a dispute that draws them."""
    figures = [figure(value, str(2018 + number), population="riders") for number, value in enumerate(values)]
    drawing = {"over_time": True, "series": [{"measure": "late", "label": "came late"}]}
    dispute = {"id": "how-late", "title": "How late?", "seen": "Half are late.", "drawings": [drawing]}
    terms = measures(LATE, BUSES, disputes=[dispute])
    return view(claim("a", figures=figures, quotes=[quote()]), topic(), source(issued="2020"), terms)


def plain(*figures: dict[str, str]) -> View:
    """A view with these numbers, and no dispute."""
    return view(claim("a", figures=figures, quotes=[quote()]), topic(), source(issued="2020"), measures(LATE, BUSES))


def rows(html: str, label: str) -> list[list[str]]:
    """The texts of the cells of a table in a region of that name, row by row, its head left out."""
    region = html.partition(f'aria-label="Table: {label}"')[2].partition("</table>")[0].partition("</thead>")[2]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in region.split("</tr>")]
    return [[" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in row] for row in cells if row]


def test_a_dispute_has_what_one_sees_a_chart_and_a_table_of_every_number() -> None:
    html = made(small("43", "47")).content
    assert '<h2 id="dispute-how-late">How late?</h2>' in html
    assert '<p class="em-seen">Half are late.</p>' in html
    assert html.count('<svg class="em-chart__svg" role="img"') == 5
    assert rows(html, "How late?") == [
        ["Came late", "43%", "2018", "riders", "A driver: The hearing"],
        ["Came late", "47%", "2019", "riders", "A driver: The hearing"],
    ]
    assert '<a href="../sources/hearing/">The hearing</a>' in html
    assert '<a href="../claims/a/">43%</a>' in html
    assert '<strong>Came late</strong>: <a href="../voices/hearing-a-driver/">A driver</a>' in html
    assert 'The argument: <a href="../topics/buses/">Late buses</a>' in html


def test_a_chart_is_named_and_described_and_its_ids_are_its_own() -> None:
    html = made(small("43", "47")).content
    found = re.search(r"<svg class=\"em-chart__svg\"[^>]*chart-how-late-1-title.*?</svg>", html, re.DOTALL)
    assert found
    parsed = ET.fromstring(found[0])  # noqa: S314  it is our own
    assert parsed.attrib == {
        "class": "em-chart__svg",
        "role": "img",
        "aria-labelledby": "chart-how-late-1-title chart-how-late-1-desc",
        "viewBox": "0 0 480 222",
    }
    assert [(child.tag, child.get("id"), child.text) for child in parsed[:2]] == [
        ("title", "chart-how-late-1-title", "How late?, 2018 to 2019"),
        (
            "desc",
            "chart-how-late-1-desc",
            "Numbers over time. came late: 43% to 47%. The table below has every number.",
        ),
    ]
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(set(ids)) == len(ids)


def test_nothing_on_the_page_needs_a_style_or_a_script() -> None:
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", made(small("43", "47")).content)


def test_what_is_not_drawn_stands_in_the_table_of_its_topic() -> None:
    html = made(plain(figure("43", "2018", denominator="all"), {**figure("9", "2021"), "measure": "buses"})).content
    assert rows(html, "numbers on Late buses") == [
        ["Buses", "9 buses", "2021", "", "A driver: The hearing"],
        ["Late buses", "43%", "2018", "of all", "A driver: The hearing"],
    ]
    assert '<a href="../glossary/#measure-late">Late buses</a>' in html
    assert "Drawn above" not in html


def test_a_number_of_several_claims_leads_to_all_of_them() -> None:
    figures = [figure("43", "2018")]
    shown = view(claim("a", figures=figures), claim("b", figures=figures), source(title="News"), measures(LATE))
    (row,) = rows(made(shown).content, "numbers on buses")
    assert row == ["Late buses", "43%", "2018", "", "News; also Title of b"]


def test_what_is_drawn_above_is_a_link_there() -> None:
    html = made(small("43")).content
    assert 'Drawn above: <a href="#dispute-how-late">Late buses</a>' in html
    assert 'aria-label="Table: numbers on' not in html


def test_topics_come_in_their_order() -> None:
    figures = [figure("43", "2018")]
    shown = view(
        claim("a", figures=[{**figure("9", "2021"), "measure": "buses"}]),
        claim("b", "fares", figures=figures),
        topic(order=2),
        topic("fares", title="Fares", order=1),
        source(),
    )
    assert re.findall(r"Table: numbers on ([^\"]+)", made(shown).content) == ["Fares", "Late buses"]


def test_the_contents_name_every_part() -> None:
    assert made(small("43", "47")).toc == (
        TocEntry(anchor="balance", text="Whose words are quoted"),
        TocEntry(anchor="dispute-how-late", text="How late?"),
        TocEntry(anchor="numbers", text="Every other number, by topic"),
        TocEntry(anchor="timeline", text="Timeline"),
    )


def test_without_a_dispute_there_are_no_other_numbers() -> None:
    page = made(plain(figure("43", "2018")))
    assert [entry.text for entry in page.toc] == ["Whose words are quoted", "Every number, by topic", "Timeline"]
    assert '<h2 id="numbers">Every number, by topic</h2>' in page.content
    assert "How to read the drawings" not in page.content


def test_an_empty_site_has_a_page() -> None:
    html = made(view()).content
    assert re.findall(r'<p class="em-none">(.*?)</p>', html) == [
        "Nobody is quoted yet.",
        "No number is recorded yet.",
        "Nothing recorded here has a date yet.",
    ]


def test_sides_of_theses_have_bars_on_one_scale() -> None:
    reason = {"claim": "late", "because": "So."}
    shown = view(
        claim("late", thesis=True),
        claim("empty", thesis=True),
        claim("a", quotes=[quote()], supports=[reason]),
        claim("b", quotes=[quote("A rider", source="news")], supports=[reason]),
        claim("c", quotes=[quote("A clerk")], counts_against=[reason]),
        topic(theses=["late", "empty"]),
        source(),
        source("news"),
    )
    html = made(shown).content
    assert rows(html, "for and against") == [
        ["Late buses: Are the buses late?"],
        ["Title of late", "2", "1", "3"],
        ["Title of empty", "0", "0", "0"],
    ]
    assert re.findall(r'<rect width="([\d.]+)"', html) == ["100.0", "50.0", "0.0", "0.0"]


def test_a_hostile_name_is_text() -> None:
    name = "</desc><script>alert(1)</script>"
    drawing = {"title": name, "series": [{"measure": "late", "label": name}]}
    dispute = {"id": "a", "title": name, "seen": name, "drawings": [drawing]}
    shown = view(
        claim("a", title=name, figures=[figure("1", "2019", population=name), figure("2", "2020")]),
        source(),
        measures(LATE, disputes=[dispute]),
    )
    assert "<script" not in made(shown).content


def test_a_chart_is_drawn_again_only_where_its_numbers_change(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def draw(chart: Chart) -> Markup:
        asked.append(chart.id)
        return Markup("<g/>")

    monkeypatch.setattr(page, "drawn", draw)
    drawings = KeptTexts()
    first = made(small("43", "47"), drawings)
    assert asked == [
        "chart-of-the-whole",
        "chart-of-sides",
        "chart-how-late-1",
        "chart-of-sources",
        "chart-of-claims",
    ]
    asked.clear()
    assert made(small("43", "47"), drawings) == first
    assert asked == []
    made(small("43", "48"), drawings)
    assert asked == ["chart-how-late-1"]
