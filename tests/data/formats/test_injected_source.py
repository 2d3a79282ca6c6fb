"""A source file whose texts would close a field of BibTeX and begin another: refused, or read back as they are."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Final

import pytest
from bibtexparser.entrypoint import parse_string

from claimgraph.data.formats.bibliography import bibtex
from claimgraph.importing.latex import decoder
from claimgraph.pages.parts.citing import source_section
from tests.data.formats.datasets import dataset, lay_everything
from tests.data.formats.hostile import INJECTION
from tests.pages.corpora import TEMPLATES
from tests.rules.laying import found_in, shown

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = f"""\
# yaml-language-server: $schema=source.schema.json
type: report
title: '{INJECTION}'
title-short: '{INJECTION}'
author:
- literal: '{INJECTION}'
- family: '{INJECTION}'
  given: '{INJECTION}'
publisher: '{INJECTION}'
container-title: '{INJECTION}'
issued: '2013'
licence: '{INJECTION}'
note: '{INJECTION}'
depth: none
volume: '{INJECTION}'
genre: '{INJECTION}'
page: '{INJECTION}'
ISBN: '{INJECTION}'
ISSN: '{INJECTION}'
URL: https://example.org/708?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E
archived: https://example.org/a'onmouseover=alert(1)
language: en
DOI: 10.1234/DOI
speakers:
  '{INJECTION}':
    aliases:
    - '{INJECTION} again'
    voice: voice-0708
"""


def lay(root: Path, doi: str) -> None:
    lay_everything(root)
    (root / "sources/injected.yml").write_text(FILE.replace("DOI: 10.1234/DOI", f"DOI: {doi}"), encoding="utf-8")


def test_a_doi_that_closes_its_field_is_refused(tmp_path: Path) -> None:
    lay(tmp_path, "10.1234/},url={javascript:alert(1)}")
    (found,) = (one for one in found_in(tmp_path) if one.location.path == "sources/injected.yml")
    assert shown(found) == (
        "sources/injected.yml error[wrong-value] 23:6 DOI is '10.1234/},url={javascript:alert(1)}'; expected a DOI "
        "such as 10.1016/x, without the resolver's address; a brace in it is written %7B or %7D"
    )


@pytest.mark.parametrize("where", ["export", "page"])
def test_all_else_reads_back_as_text(tmp_path: Path, where: str) -> None:
    doi = "10.1234/%7D,url=%7Bjavascript:alert(1)%7D"
    lay(tmp_path, doi)
    made = dataset(tmp_path)
    page = str(source_section(TEMPLATES, "injected", made.corpus.sources["injected"].record))
    text = bibtex(made) if where == "export" else unescape(page.partition("<pre")[2].partition("<code>")[2])
    text = text.partition("</code>")[0]
    library = parse_string(text)
    assert library.failed_blocks == []
    (entry,) = (entry for entry in library.entries if entry.key == "injected")
    found = {name: field.value for name, field in entry.fields_dict.items()}
    read = decoder().latex_to_text
    assert {name: value if name in {"doi", "url"} else read(value) for name, value in found.items()} == {
        **dict.fromkeys(("title", "howpublished", "institution", "volume", "pages", "isbn", "issn"), INJECTION),
        "author": f"{INJECTION} and {INJECTION}, {INJECTION}",
        "year": "2013",
        "doi": doi,
        "url": "https://example.org/708?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "language": "en",
    }
