"""The picture of a claim's neighbourhood."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.drawing.text_width import text_width
from claimgraph.pages.map.ladder import WIDTH
from claimgraph.pages.map.neighbourhood import MOST, Neighbour, neighbourhood
from claimgraph.templating.templates import environment
from tests.pages.map_views import HOSTILE, Parsed

TEMPLATES = environment(Path(__file__).parents[3])

ALLOWED = {
    "svg": {"class", "width", "height", "viewbox", "role", "aria-labelledby"},
    "desc": {"id"},
    "g": {"class", "transform"},
    "path": {"class", "d", "stroke-width", "stroke-dasharray"},
    "text": {"x", "y"},
    "tspan": {"x", "dy"},
    "rect": {"width", "height"},
    "a": {"href", "transform", "aria-label"},
}


def kin(kind: str, direction: str, number: int = 0, title: str = "") -> Neighbour:
    id_ = f"{kind}-{direction}-{number}"
    return Neighbour(
        id=id_,
        title=title or f"Title of {id_}",
        kind=kind,
        direction="in" if direction == "in" else "out",
        url=f"../{id_}/",
    )


def picture(*neighbours: Neighbour, title: str = "The claim") -> str:
    made = neighbourhood(title, neighbours, TEMPLATES)
    assert made is not None
    return made


def boxes(html: str) -> list[tuple[int, int, int, int]]:
    found = []
    corner = (0, 0)
    for tag, at in Parsed(html).tags:
        if moved := re.fullmatch(r"translate\((\d+) (\d+)\)", at.get("transform") or ""):
            corner = (int(moved[1]), int(moved[2]))
        if tag == "rect":
            found.append((*corner, int(at["width"] or 0), int(at["height"] or 0)))
    return found


FULL = [kin(kind, way, number) for kind in LINK_STYLES for way in ("in", "out") for number in range(4)]


def test_a_claim_without_links_has_no_picture() -> None:
    assert neighbourhood("The claim", (), TEMPLATES) is None


def test_what_bears_on_the_claim_stands_above_and_what_it_bears_on_below() -> None:
    html = picture(kin("limits", "out"), kin("supports", "in"))
    order = [
        "supports this claim",
        "Title of supports-in-0",
        "The claim",
        "this claim limits",
        "Title of limits-out",
    ]
    positions = [html.index(f">{text}") for text in order]
    assert positions == sorted(positions)
    tops = [y for _, y, _, _ in boxes(html)]
    assert tops == sorted(tops)


@pytest.mark.parametrize(
    ("kind", "way", "words"),
    [
        ("supports", "in", "supports this claim"),
        ("supports", "out", "this claim supports"),
        ("opposes", "in", "opposes this claim, both ways"),
        ("opposes", "out", "opposes this claim, both ways"),
        ("undercuts", "in", "casts doubt on part of this claim"),
        ("undercuts", "out", "this claim casts doubt on part of"),
        ("counts_against", "in", "counts against this claim"),
        ("counts_against", "out", "this claim counts against"),
        ("limits", "in", "limits this claim"),
        ("limits", "out", "this claim limits"),
        ("rivals", "in", "gives another figure, both ways"),
        ("rivals", "out", "gives another figure, both ways"),
        ("context", "in", "gives context to this claim"),
        ("context", "out", "this claim gives context to"),
    ],
)
def test_each_kind_is_said_in_words(kind: str, way: str, words: str) -> None:
    html = picture(kin(kind, way))
    assert f">{words}</text>" in html


def test_words_fit_beside_as_many_rails_as_there_are() -> None:
    labels = ET.fromstring(picture(*FULL)).findall("g[path]/text")  # noqa: S314  our own
    assert len(labels) == 12
    assert max(int(label.get("x") or 0) + text_width(label.text or "") * 12.5 for label in labels) <= WIDTH


def test_kinds_differ_by_line_and_end() -> None:
    pictures = [Parsed(picture(kin(kind, "in"))) for kind in LINK_STYLES]
    assert len({str(made.values("path", "stroke-dasharray")) for made in pictures}) == len(LINK_STYLES)
    assert len({(made.values("path", "d")[1] or "")[6:] for made in pictures}) == len(LINK_STYLES) - 1


def test_oppositions_stand_above_once_and_end_at_both_sides() -> None:
    one = Neighbour(id="x", title="X", kind="opposes", direction="in", url="../x/")
    other = Neighbour(id="x", title="X", kind="opposes", direction="out", url="../x/")
    html = picture(one, other)
    assert html == picture(other)
    assert Parsed(html).values("a", "href") == ["../x/"]
    (_, ends) = Parsed(html).values("path", "d")
    assert (ends or "").count("M") == 2


def test_every_neighbour_is_a_link_with_its_whole_title() -> None:
    long = "A title that is far longer than three lines of a small box, " * 3
    parsed = Parsed(picture(kin("supports", "in", title=long), kin("undercuts", "out")))
    assert parsed.values("a", "href") == ["../supports-in-0/", "../undercuts-out-0/"]
    assert parsed.values("a", "aria-label") == [long]
    assert ">Title of undercuts-out-0<" in picture(kin("undercuts", "out"))


def test_a_title_in_lines_is_read_with_blanks_between_them() -> None:
    title = "A title that is longer than one line of a small box, and cut nowhere"
    root = ET.fromstring(picture(kin("supports", "in", title=title)))  # noqa: S314  our own
    link = root.find("g/a")
    assert link is not None
    assert link.get("aria-label") is None
    assert "".join(link.itertext()) == title


def test_it_is_named_by_its_heading_and_described() -> None:
    parsed = Parsed(picture(*FULL))
    assert parsed.values("svg", "aria-labelledby") == ["near-desc"]
    assert "Claims that say something about this one: 36. Claims about which it says something: 20." in parsed.text


def test_where_there_are_many_kinds_take_turns_and_the_rest_is_a_link() -> None:
    parsed = Parsed(picture(*FULL))
    links = parsed.values("a", "href")
    assert len(links) == 2 * MOST + 2
    assert links.count("#links") == 2
    assert "and 28 more" in parsed.text
    assert "and 12 more" in parsed.text
    assert {link.split("-")[0] for link in links[1:9] if link} == {f"../{kind}" for kind in LINK_STYLES}


def test_a_rest_of_one_is_drawn() -> None:
    parsed = Parsed(picture(*(kin("supports", "in", number) for number in range(MOST + 1))))
    assert len(parsed.values("a", "href")) == MOST + 1
    assert "more" not in parsed.text


@pytest.mark.parametrize("neighbours", [FULL, FULL[:1], FULL[4:5], FULL[:9]])
def test_boxes_are_in_the_picture_and_apart(neighbours: list[Neighbour]) -> None:
    html = picture(*neighbours, title="W" * 70)
    root = ET.fromstring(html)  # noqa: S314  our own
    assert root.get("viewBox") == f"0 0 {WIDTH} {root.get('height')}"
    placed = boxes(html)
    assert all(x >= 0 and x + width <= WIDTH for x, _, width, _ in placed)
    assert placed[-1][1] + placed[-1][3] <= int(root.get("height") or 0)
    assert all(y + height < below for (_, y, _, height), (_, below, _, _) in pairwise(placed))


@pytest.mark.parametrize(
    "title", ["W" * 70, "iiiii " * 11, "漢字" * 35, "A great success in its first three-year report"]
)
def test_titles_stay_in_their_boxes(title: str) -> None:
    root = ET.fromstring(picture(kin("supports", "in", title=title)))  # noqa: S314  our own
    rect, text = root.find("g/a/rect"), root.find("g/a/text")
    assert rect is not None
    assert text is not None
    width, height = (int(rect.get(side) or 0) for side in ("width", "height"))
    lines = text.findall("tspan") or [text]
    assert 1 <= len(lines) <= 3
    down = int(text.get("y") or 0)
    for line in lines:
        down += int(line.get("dy") or 0)
        assert int(text.get("x") or 0) + text_width(line.text or "") * 14 <= width
        assert down < height


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    html = picture(kin("opposes", "in", title=text), kin("supports", "out", title=text), title=text)
    links = ET.fromstring(html).findall("g/a")  # noqa: S314  our own
    parsed = Parsed(html)
    assert parsed.odd == []
    assert all(name in ALLOWED[tag] for tag, name in parsed.names())
    assert {tag for tag, _ in parsed.tags} | {"tspan"} == set(ALLOWED)
    assert parsed.values("a", "href") == ["../opposes-in-0/", "../supports-out-0/"]
    assert [link.get("aria-label") or "".join(link.itertext()) for link in links] == [text, text]
