"""The poster of a topic's argument: what it shows, and its sheet."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from claimgraph.index.home import Home
from claimgraph.pages.map.poster import Poster, PosterClaim, PosterThesis, poster, poster_address, poster_forms
from claimgraph.pages.map.poster_sheet import poster_pdf, poster_svg
from tests.pages.corpora import NOWHERE, citation, claim, quote, source, topic, view
from tests.pages.map_views import HOSTILE

SOON = {"claim": "soon", "because": "So."}
SHOWN = view(
    topic(title="Waits", question="Do people wait?", theses=["soon", "fair"]),
    topic("fares", title="Fares", order=2),
    source(author=[{"literal": "The town"}]),
    claim("soon", thesis=True, title="People are seen soon"),
    claim("fair", thesis=True, title="The wait is fair"),
    claim("met", quotes=[quote("A clerk")], supports=[SOON, {**SOON, "claim": "fair"}]),
    claim("count", quotes=[quote("A rider"), quote("A clerk")], supports=[{**SOON, "claim": "met"}]),
    claim("late", quotes=[quote()], counts_against=[SOON]),
    claim("dear", "fares", citations=[citation()], limits=[SOON]),
    claim("note", quotes=[quote()]),
)


def held(id_: str, says: str, kind: str, depth: int = 0, *, place: str = "") -> PosterClaim:
    url = f"../../claims/{id_}/"
    return PosterClaim(title=f"Title of {id_}", says=says, place=place, url=url, kind=kind, depth=depth)


MET = held("met", "A clerk", "supports")
WHOLE = Poster(
    title="Waits",
    question="Do people wait?",
    theses=(
        PosterThesis(
            title="People are seen soon",
            assertion="Assertion of soon.",
            url="../../claims/soon/",
            for_it=1,
            against=1,
            pro=(MET, held("count", "A clerk; A rider", "supports", 1)),
            con=(
                held("late", "A driver", "counts_against"),
                held("dear", "The town (in our words)", "limits", place="more under ‘Fares’"),
            ),
        ),
        PosterThesis(
            title="The wait is fair",
            assertion="Assertion of fair.",
            url="../../claims/fair/",
            for_it=1,
            against=0,
            pro=(replace(MET, place="under another answer"),),
            con=(),
        ),
    ),
    others=("Title of note",),
    source="Claims",
)


def test_the_argument_on_a_topic_stands_on_it() -> None:
    assert poster(SHOWN, NOWHERE, "buses") == WHOLE


def test_it_says_where_it_is_from() -> None:
    home = Home(name="Harbour map", url="https://map.example/")
    assert poster(SHOWN, home, "buses").source == "Harbour map, https://map.example/topics/buses/"


def test_a_topic_without_theses_has_its_claims() -> None:
    shown = view(topic(), claim("b", title="B"), claim("a", title="a"))
    assert poster(shown, NOWHERE, "buses").theses == ()
    assert poster(shown, NOWHERE, "buses").others == ("a", "B")


def test_a_large_site_has_posters_as_svg_alone() -> None:
    assert poster_forms(100) == ("pdf", "svg")
    assert poster_forms(101) == ("svg",)
    assert poster_address("buses", "svg") == "map/poster/buses.svg"


# The sheet

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  it is our own drawing


def test_the_sheet_has_titles_sides_and_voices_from_top_to_bottom() -> None:
    assert texts(poster_svg(WHOLE)) == [
        "Waits",
        "Do people wait?",
        "People are seen soon",
        "Assertion of soon.",
        "1 voice for",
        "1 against",
        *("Title of met", "A clerk", "Title of count", "A clerk; A rider"),
        *("Title of late", "A driver", "Title of dear", "limits · The town (in our words) · more under ‘Fares’"),
        "The wait is fair",
        "Assertion of fair.",
        "1 voice for",
        "none against",
        "No reason against it is recorded here.",
        *("Title of met", "A clerk · under another answer"),
        "Also recorded under this question",
        "Title of note",
        *("supports", "counts against", "limits"),
        (
            "Each figure is a voice: those with round heads are for the answer, those with square heads against it. "
            "A broken edge: told in full elsewhere."
        ),
        "Claims. What is recorded there; not a verdict on truth.",
    ]


def sheet(svg: str) -> tuple[str | None, str | None, list[int]]:
    root = ET.fromstring(svg)  # noqa: S314  it is our own drawing
    return root.get("width"), root.get("height"), [int(number) for number in (root.get("viewBox") or "").split()]


def longer(count: int) -> Poster:
    thesis = replace(WHOLE.theses[0], pro=(MET,) * count)
    return replace(WHOLE, theses=(thesis,))


def test_a_short_argument_lies_on_its_side_and_a_long_one_stands_upright() -> None:
    assert sheet(poster_svg(longer(2))) == ("1191", "842", [0, 0, 840, 594])
    assert sheet(poster_svg(longer(16))) == ("842", "1191", [0, 0, 840, 1188])


def test_a_very_long_one_is_drawn_smaller_on_the_same_sheet() -> None:
    width, height, (left, _, wide, high) = sheet(poster_svg(longer(60)))
    assert (width, height) == ("842", "1191")
    assert high > 1188
    assert abs(wide / high - 840 / 1188) < 0.001
    assert 2 * left + wide in {840, 841}


def test_boxes_stand_in_their_column_and_none_covers_another() -> None:
    found = re.findall(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx="2"', poster_svg(longer(9)))
    boxes = [tuple(map(int, box)) for box in found]
    assert len(boxes) == 11
    for rank, (x, y, wide, high) in enumerate(boxes):
        assert x >= 39
        assert x + wide <= 801
        for a, b, wide_b, high_b in boxes[:rank]:
            assert x + wide <= a or a + wide_b <= x or y + high <= b or b + high_b <= y


def test_long_titles_and_many_voices_are_cut_to_their_box() -> None:
    says = "; ".join(f"Voice number {number}" for number in range(30))
    long = replace(MET, title="word " * 60, says=says, place="more under ‘Fares’")
    shown = texts(poster_svg(replace(WHOLE, theses=(replace(WHOLE.theses[0], pro=(long,), con=()),), others=())))
    assert shown[8].endswith("…")
    assert re.fullmatch(r"Voice number 0; .*… · more under ‘Fares’", shown[9])


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    claims = (replace(MET, title=text, says=text, place=""),)
    thesis = PosterThesis(title=text, assertion=text, url="x", for_it=1, against=0, pro=claims, con=())
    svg = poster_svg(Poster(title=text, question=text, theses=(thesis,), others=(text,), source=text))
    made = ET.fromstring(svg)  # noqa: S314  it is our own drawing
    assert {element.tag.removeprefix(SVG) for element in made.iter()} == {"svg", "title", "rect", "text", "a", "path"}
    assert {name for element in made.iter() for name in element.attrib if name.startswith("on")} == set()


def test_a_pdf_has_one_page_of_the_sheets_size_and_no_date() -> None:
    made = poster_pdf(WHOLE)
    assert {made} == {poster_pdf(WHOLE) for _ in range(8)}
    assert made.startswith(b"%PDF-")
    assert re.findall(rb"/MediaBox \[([^\]]*)\]", made) == [b"0 0 1191 842"]
    assert not re.search(rb"/(?:CreationDate|ModDate|ID)\b", made)
