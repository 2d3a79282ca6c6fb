"""Records of sources as Zotero and Pandoc write them: taken, or left out with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.citing.csl import csl_item
from claimgraph.loading.corpus import load

if TYPE_CHECKING:
    from pathlib import Path

    from claimgraph.model.corpus import Corpus

TAKEN: dict[str, tuple[str, dict[str, Any], tuple[str, ...]]] = {
    "author-as-text": (
        "type: book\ntitle: S\nauthor: Ann Smith\n",
        {"type": "book", "title": "S", "author": [{"literal": "Ann Smith"}]},
        (),
    ),
    "author-alone": (
        "type: book\ntitle: S\nauthor: {family: Smith, given: Ann, comma-suffix: true}\neditor: [The Board]\n",
        {
            "type": "book",
            "title": "S",
            "author": [{"family": "Smith", "given": "Ann"}],
            "editor": [{"literal": "The Board"}],
        },
        (),
    ),
    "doi-as-address": (
        "type: article-journal\ntitle: S\nDOI: https://doi.org/10.1000/xyz\n",
        {"type": "article-journal", "title": "S", "DOI": "10.1000/xyz"},
        (),
    ),
    "doi-of-old": (
        "type: article-journal\ntitle: S\nDOI: doi:10.1000/xyz\n",
        {"type": "article-journal", "title": "S", "DOI": "10.1000/xyz"},
        (),
    ),
    "no-date": (
        'type: book\ntitle: "S & <T> “q” 😀 50% of $5 a_b {x} ~ ^ \\\\"\nauthor: [{literal: The Board}]\n',
        {"type": "book", "title": "S & <T> “q” 😀 50% of $5 a_b {x} ~ ^ \\", "author": [{"literal": "The Board"}]},
        (),
    ),
    "pandoc-list": (
        "type: report\ntitle: S\nissued:\n  - year: 2022\n    month: 3\n",
        {"type": "report", "title": "S", "issued": {"date-parts": [[2022, 3]]}},
        (),
    ),
    "zotero-date-parts": (
        "type: report\ntitle: S\nissued:\n  date-parts:\n    - - 2022\n      - 3\n",
        {"type": "report", "title": "S", "issued": {"date-parts": [[2022, 3]]}},
        (),
    ),
    "particle": (
        "type: book\ntitle: S\nauthor:\n  - family: Meer\n    given: Jan\n    non-dropping-particle: van der\n",
        {
            "type": "book",
            "title": "S",
            "author": [{"family": "Meer", "given": "Jan", "non-dropping-particle": "van der"}],
        },
        (),
    ),
    "wrapper": (
        "---\nreferences:\n- id: s\n  type: report\n  title: S\n",
        {"type": "report", "title": "S"},
        ("3:3 id",),
    ),
    "zotero-fields": (
        "id: smith2022\ntype: report\ntitle: S\nissued: 2022\nabstract: x\nkeyword: y\nshortTitle: T\nevent: Fair\n",
        {
            "type": "report",
            "title": "S",
            "issued": {"date-parts": [[2022]]},
            "title-short": "T",
            "event-title": "Fair",
        },
        ("1:1 id", "5:1 abstract", "6:1 keyword"),
    ),
    "season-of-csl": (
        "type: report\ntitle: S\nissued: {date-parts: [[2021]], season: 2}\n",
        {"type": "report", "title": "S", "issued": {"date-parts": [[2021]], "season": 2}},
        (),
    ),
    "date-in-words": (
        "type: report\ntitle: S\nissued: {literal: Spring 2022}\naccessed: {raw: 12 October 2021}\n",
        {
            "type": "report",
            "title": "S",
            "issued": {"date-parts": [[2022]], "season": 1},
            "accessed": {"date-parts": [[2021, 10, 12]]},
        },
        (),
    ),
    "date-in-words-that-name-none": (
        "type: report\ntitle: S\nissued: {literal: forthcoming}\naccessed: {raw: 12/10/2021}\n",
        {"type": "report", "title": "S"},
        ("3:1 issued", "4:1 accessed"),
    ),
    "address-of-a-passage": (
        "type: webpage\ntitle: S\nURL: https://example.org/a?x=1&y=2#:~:text=old%20pumps\n",
        {"type": "webpage", "title": "S", "URL": "https://example.org/a?x=1&y=2#:~:text=old%20pumps"},
        (),
    ),
}
"""By what is tried: the record, the CSL item that is exported, and what is noted as left out."""


def loaded(root: Path, text: str) -> Corpus:
    (root / "sources").mkdir()
    (root / "sources" / "s.yml").write_text(f"{text}depth: none\n", encoding="utf-8")
    return load(root)


@pytest.mark.parametrize("name", TAKEN)
def test_a_record_is_taken(tmp_path: Path, name: str) -> None:
    text, item, left_out = TAKEN[name]
    corpus = loaded(tmp_path, text)
    entry = corpus.sources["s"]
    places = ((entry.at(field, key=True), field) for field in entry.left_out)
    assert csl_item(entry) == {"id": "s", **item}
    assert tuple(f"{at.line}:{at.column} {field}" for at, field in places) == left_out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "type: webpage\ntitle: S\nURL: javascript:alert(1)\n",
            "3:6 URL is 'javascript:alert(1)', which is no web address that begins with https:// or http://",
        ),
        (
            'type: book\ntitle: S\nauthor:\n  - literal: Council & <Sons>, "The" $100 100% #1 a_b\n',
            "4:48 author[1].literal is 'Council & <Sons>, \"The\" $100 100%', and '#1 a_b' is left out as a comment",
        ),
        (
            "type: book\ntitle: S\nauthor: The Board #1\n",
            "3:19 author[1].literal is 'The Board', and '#1' is left out as a comment",
        ),
        (
            "type: book\ntitle: S\nabstract: x # y\nevent: Fair #5\n",
            "4:13 event-title is 'Fair', and '#5' is left out as a comment",
        ),
        ("type: book\ntitle: S\nabstrakt: x\n", "3:1 'abstrakt' is not a field"),
        ("type: book\ntitle: S\nauthor: [{name: A}]\n", "3:11 'name' is not a field of author[1]"),
        (
            "references: [{type: book, title: S}, {type: book, title: T}]\n",
            "1:1 references is no list of one record; a source's file holds one",
        ),
        ("references: {}\n", "1:1 references is no list of one record; a source's file holds one"),
        ("references:\n- type: bok\n  title: S\n", "2:9 type is 'bok'; expected one of "),
    ],
)
def test_what_is_wrong_is_refused_at_its_place(tmp_path: Path, text: str, message: str) -> None:
    (finding,) = loaded(tmp_path, text).findings
    said = f"{finding.location.line}:{finding.location.column} {finding.message}"
    assert said.startswith(message)
