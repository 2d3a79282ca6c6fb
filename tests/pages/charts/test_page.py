"""The page of figures: what it shows, and what is made of it once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markupsafe import Markup

from claimgraph.pages.charts import page
from claimgraph.pages.charts.page import figures_html, figures_page
from claimgraph.publish.rendering import Renderer
from claimgraph.publish.shell import SlotContent, TocEntry
from claimgraph.templating.blocks import Blocks
from tests.pages.charts.test_numbers import figure, known
from tests.pages.corpora import TEMPLATES, claim, quote, source, topic, view

if TYPE_CHECKING:
    import pytest

    from claimgraph.index.view import View
    from claimgraph.pages.drawing.plotting import Chart

HERE = "figures/"


def made(shown: View, blocks: Blocks | None = None) -> SlotContent:
    """The page of figures."""
    values = figures_page(shown)
    toc = values.pop("toc")
    renderer = Renderer(templates=TEMPLATES, shells={}, blocks=blocks or Blocks())
    return SlotContent(content=figures_html(renderer, HERE, values), toc=toc)


def small(*values: str) -> View:
    """A view with these numbers, one a year from 2018 on, of riders each."""
    figures = [figure(value, str(2018 + number), population="riders") for number, value in enumerate(values)]
    return view(claim("a", figures=figures, quotes=[quote()]), topic(), source(issued="2020"), known())


def rows(html: str, label: str) -> list[list[str]]:
    """The texts of the cells of a table in a region of that name, row by row, its head left out."""
    region = html.partition(f'aria-label="Table: {label}"')[2].partition("</table>")[0].partition("</thead>")[2]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in region.split("</tr>")]
    return [[" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in row] for row in cells if row]


def test_a_measure_has_a_chart_and_a_table_of_every_number() -> None:
    html = made(small("43", "47")).content
    assert '<h3 id="measure-late">Late buses</h3>' in html
    assert html.count('<svg class="em-chart__svg" role="img"') == 5
    assert rows(html, "Late buses") == [
        ["2018", "43%", "Counted: riders", "A driver: The hearing", "Title of a"],
        ["2019", "47%", "Counted: riders", "A driver: The hearing", "Title of a"],
    ]
    assert '<a href="../sources/hearing/">The hearing</a>' in html
    assert '<a href="../claims/a/">Title of a</a>' in html
    assert "<figcaption>In percent; a line joins numbers with the same base. Counted: riders.</figcaption>" in html


def test_a_chart_is_named_and_described_and_its_ids_are_its_own() -> None:
    html = made(small("43", "47")).content
    svg = re.findall(r"<svg class=\"em-chart__svg\".*?</svg>", html, re.DOTALL)[0]
    parsed = ET.fromstring(svg)  # noqa: S314  it is our own
    assert parsed.attrib == {
        "class": "em-chart__svg",
        "role": "img",
        "aria-labelledby": "chart-late-title chart-late-desc",
        "viewBox": "0 0 480 220",
    }
    assert [(child.tag, child.get("id"), child.text) for child in parsed[:2]] == [
        ("title", "chart-late-title", "Late buses, 2018 to 2019"),
        (
            "desc",
            "chart-late-desc",
            (
                "2 numbers over time. The lowest is 43% (2018), the highest 47% (2019). "
                "The table below has every number with its base and source."
            ),
        ),
    ]
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(set(ids)) == len(ids)


def test_nothing_on_the_page_needs_a_style_or_a_script() -> None:
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", made(small("43", "47")).content)


def test_a_measure_with_one_number_stands_in_the_other_table() -> None:
    fill = made(small("43"))
    assert rows(fill.content, "other numbers") == [
        ["Late buses", "43%", "2018", "Counted: riders", "A driver: The hearing", "Title of a"]
    ]
    assert '<a href="../glossary/#measure-late">Late buses</a>' in fill.content
    assert "No measure has two numbers yet." in fill.content


def test_the_contents_name_every_chart_and_part() -> None:
    parts = ("timeline", "who-speaks", "balance", "voices")
    toc = made(small("43", "47")).toc
    assert toc[:2] == (
        TocEntry(anchor="over-time", text="Numbers with a chart"),
        TocEntry(anchor="measure-late", text="Late buses", level=3),
    )
    assert tuple(entry.anchor for entry in toc[2:]) == parts
    assert [entry.anchor for entry in made(small("43")).toc] == ["over-time", "other-numbers", *parts]


def test_an_empty_site_has_a_page() -> None:
    html = made(view()).content
    assert re.findall(r'<p class="em-none">(.*?)</p>', html) == [
        "No measure has two numbers yet.",
        "Nothing recorded here has a date yet.",
        "Nobody is quoted or cited yet.",
        "No topic has theses yet.",
        "Nobody is quoted or cited yet.",
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
    assert rows(html, "balance") == [
        ["Late buses: Are the buses late?"],
        ["Title of late", "2", "1", "3"],
        ["Title of empty", "0", "0", "0"],
    ]
    assert re.findall(r'<rect width="([\d.]+)"', html) == ["100.0", "50.0", "0.0", "0.0"]


def test_a_hostile_name_is_text() -> None:
    name = "</desc><script>alert(1)</script>"
    shown = view(claim("a", title=name, figures=[figure("1", "2019", population=name), figure("2", "2020")]), source())
    assert "<script" not in made(shown).content


def test_a_chart_is_drawn_again_only_where_its_numbers_change(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def draw(chart: Chart) -> Markup:
        asked.append(chart.id)
        return Markup("<g/>")

    monkeypatch.setattr(page, "drawn", draw)
    blocks = Blocks()
    first = made(small("43", "47"), blocks)
    assert asked == ["chart-late", "chart-of-sources", "chart-of-claims", "chart-of-sides", "chart-of-voices"]
    asked.clear()
    assert made(small("43", "47"), blocks) == first
    assert asked == []
    made(small("43", "48"), blocks)
    assert asked == ["chart-late"]


def test_measures_beyond_the_most_stand_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MOST_CHARTS", 0)
    assert len(rows(made(small("43", "47")).content, "other numbers")) == 2
