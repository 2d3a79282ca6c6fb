"""How to cite a claim and a source, as parts of their pages."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from claimgraph.citing.bibtex import latex
from claimgraph.index.home import Home
from claimgraph.pages.parts.citing import FORMS, CitedPage, claim_section, records, source_section
from claimgraph.templating.blocks import Blocks
from tests.pages.corpora import AS_OF, TEMPLATES, claim, source, view

HOME = Home(name="Harbour map", url="https://harbour.example/map/")
HOSTILE = [
    "</script><script>alert(1)</script>",
    "R&D costs 50% of $2_000 ~ {a} ^2 #1 \\ c",
    "“Quoted” 'n' \"plain\" <b>bold</b>",
    "@id@ @title@ https://claim.invalid/ &lt;i&gt;",
]


def section_of(title: str, home: Home = HOME, blocks: Blocks | None = None) -> str:
    return claim_section(
        TEMPLATES,
        blocks or Blocks(),
        CitedPage(id="late", title=title, topic="buses", home=home, as_of=AS_OF),
    )


def paragraphs(section: str) -> list[str]:
    return re.findall(r'<p class="em-cite__text">(.*?)</p>', section, re.DOTALL)


def shown_records(section: str) -> list[str]:
    return [unescape(text) for text in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", section, re.DOTALL)]


def files_of(*titles: str, home: Home = HOME) -> dict[str, str]:
    shown = view(*(claim(f"late-{at}", title=title) for at, title in enumerate(titles)))
    return {form: records(shown, home, "buses", form) for form in FORMS}


def test_a_claim_is_a_page_of_this_site() -> None:
    section = section_of("Half are late")
    assert paragraphs(section) == [
        "<i>Half are late</i>. (2026, March 1). Harbour Map. https://harbour.example/map/claims/late/",
        "Harbour map [Internet]. 2026. Half are late. Available from: https://harbour.example/map/claims/late/",
    ]
    assert (
        'this one is <code>late</code>: <a href="../../cite/buses.bib">BibTeX</a>, '
        '<a href="../../cite/buses.ris">RIS</a>, <a href="../../cite/buses.csl.json">CSL-JSON</a></p>'
    ) in section


def test_the_records_of_a_topics_claims_stand_in_three_files() -> None:
    files = files_of("Half are late", "None came")
    assert files["bib"] == (
        "@misc{late-0,\n  title = {{Half are late}},\n  year = {2026},\n  month = mar,\n"
        "  howpublished = {Harbour map},\n  url = {https://harbour.example/map/claims/late-0/},\n"
        "  language = {en},\n}\n"
        "\n@misc{late-1,\n  title = {{None came}},\n  year = {2026},\n  month = mar,\n"
        "  howpublished = {Harbour map},\n  url = {https://harbour.example/map/claims/late-1/},\n"
        "  language = {en},\n}\n"
    )
    assert files["ris"] == "".join(
        f"TY  - ELEC\r\nID  - late-{at}\r\nTI  - {title}\r\nPY  - 2026\r\nDA  - 2026/03/01\r\nT2  - Harbour map\r\n"
        f"UR  - https://harbour.example/map/claims/late-{at}/\r\nLA  - en\r\nER  - \r\n"
        for at, title in enumerate(("Half are late", "None came"))
    )
    assert json.loads(files["csl.json"]) == [
        {
            "id": f"late-{at}",
            "type": "webpage",
            "title": title,
            "issued": {"date-parts": [[2026, 3, 1]]},
            "container-title": "Harbour map",
            "language": "en",
            "URL": f"https://harbour.example/map/claims/late-{at}/",
        }
        for at, title in enumerate(("Half are late", "None came"))
    ]


def test_without_an_address_of_the_site_none_is_named() -> None:
    section = section_of("Half are late", Home(name="Harbour map"))
    assert paragraphs(section) == [
        "<i>Half are late</i>. (2026, March 1). Harbour Map.",
        "Harbour map. 2026. Half are late.",
    ]
    assert "http" not in section
    assert not [text for text in files_of("Half are late", home=Home(name="Harbour map")).values() if "http" in text]


def test_no_full_stop_follows_a_question_mark() -> None:
    assert paragraphs(section_of("Are half late?", Home(name="Harbour map"))) == [
        "<i>Are half late?</i> (2026, March 1). Harbour Map.",
        "Harbour map. 2026. Are half late?",
    ]


def test_what_claims_have_in_common_is_made_once() -> None:
    blocks = Blocks()
    first = section_of("One", blocks=blocks)
    assert section_of("One", blocks=blocks) == first
    assert section_of("Two", blocks=blocks) == first.replace("One", "Two")
    elsewhere = Home(name="Elsewhere")
    assert "Elsewhere" in section_of("One", elsewhere, blocks)


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the parser's
        self.seen.append(tag)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_is_text_everywhere(title: str) -> None:
    section = section_of(title)
    assert Tags(section).seen == Tags(section_of("Half are late")).seen
    for paragraph in paragraphs(section):
        assert title in unescape(re.sub(r"</?i>", "", paragraph))
    bibtex, ris, csl_json = files_of(title).values()
    assert f"{{{{{latex(title)}}}}}" in bibtex
    assert parse_string(bibtex).failed_blocks == []
    assert rispy.loads(ris)[0]["title"] == title
    assert json.loads(csl_json)[0]["title"] == title


@pytest.mark.parametrize("title", HOSTILE)
def test_a_source_is_text_everywhere(title: str) -> None:
    made = source_section(
        TEMPLATES, "hearing", source(title=title, publisher=title, author=[{"literal": title}]).record
    )
    assert (
        Tags(made).seen
        == Tags(source_section(TEMPLATES, "hearing", source(title="The hearing", publisher="Town").record)).seen
    )
    assert all(title in unescape(re.sub(r"</?i>", "", paragraph)) for paragraph in paragraphs(made))
    assert json.loads(shown_records(made)[2])[0]["title"] == title
