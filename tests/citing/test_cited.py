"""Sources as they are cited: every type, odd names, and dates that no style has a form for."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from claimgraph.citing.cited import Cited, cited
from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.corpus import Entry
from claimgraph.model.source import CslType, Source

if TYPE_CHECKING:
    from claimgraph.model.dates import Period

DATES = {
    "2021-10": ("2021, October", "2021 Oct"),
    "2018~": ("ca. 2018", "<2018~>"),
    "2018-06?": ("<2018-06?>", "<2018-06?>"),
    "2008/..": ("<2008/..>", "<2008/..>"),
    "2013-04/2013-06": ("<2013-04/2013-06>", "<2013-04/2013-06>"),
    "2018-21": ("<2018-21>", "<2018-21>"),
    "201X": ("<201X>", "<201X>"),
}
"""What stands for a date in each style; what has no form there is said by the words for it, here in angles."""


def words(date: Period) -> str:
    return f"<{date.text}>"


def source(**fields: object) -> Entry[Source]:
    given = {"type": "post-weblog", "title": "Buses", "depth": "none", **fields}
    return Entry(
        id="buses", path="sources/buses.yml", record=adapter(Source).validate_python(given), mark=Mark(1, 1, None, {})
    )


def texts(made: Cited) -> tuple[str, str]:
    apa, vancouver = ("".join(run.text for run in runs) for runs in (made.apa, made.vancouver))
    return apa, vancouver


@pytest.mark.parametrize("date", DATES)
def test_a_date_is_plain_or_in_words(date: str) -> None:
    apa, vancouver = DATES[date]
    made = cited(source(issued=date, **{"container-title": "Quay"}), words)
    assert texts(made) == (f"Buses. ({apa}). Quay.", f"Buses. Quay. {vancouver}.")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ({"given": "Ada"}, "Ada"),
        ({"literal": "Council", "family": "Quill"}, "Council"),
        ({"family": "Quill"}, "Quill"),
        ({"suffix": "Jr"}, "Jr"),
    ],
)
def test_a_name_may_lack_parts(name: dict[str, str], shown: str) -> None:
    assert texts(cited(source(author=[name]), words)) == (f"{shown}. (n.d.). Buses.", f"{shown}. Buses.")


def test_an_instrument_is_no_public_law() -> None:
    made = cited(source(type="legislation", number="SI 2014/2936"), words)
    assert texts(made) == ("Buses, SI 2014/2936.", "Buses. SI 2014/2936.")
    assert '"type": "legislation"' in made.csl_json


@pytest.mark.parametrize("kind", get_args(CslType))
def test_every_type_can_be_cited(kind: str) -> None:
    names = [{"family": "Quill", "given": "Ada"}, {"literal": "Council"}]
    given = {
        "author": names,
        "editor": names,
        "issued": "2021-10-12",
        "volume": "4",
        "event-title": "A day on the quay",
    }
    bare, full = source(type=kind), source(type=kind, URL="https://harbour.example/", **given)
    for entry in (bare, full):
        apa, vancouver = texts(cited(entry, words))
        assert "Buses" in vancouver
        # What nobody can look up stands in no list of references (APA 8.9).
        assert "Buses" in apa or (entry is bare and kind in {"interview", "personal_communication"} and not apa)


def test_the_records_are_those_of_the_exports() -> None:
    made = cited(source(issued="2021", author=[{"family": "Quill", "given": "A & B"}]), words)
    assert made.bibtex == ("@misc{buses,\n  title = {{Buses}},\n  author = {Quill, A \\& B},\n  year = {2021},\n}")
    assert made.ris == "TY  - BLOG\nID  - buses\nTI  - Buses\nAU  - Quill, A & B\nPY  - 2021\nDA  - 2021\nER  - "
    assert made.csl_json == (
        '[{\n  "id": "buses",\n  "type": "post-weblog",\n  "title": "Buses",\n'
        '  "author": [{"family": "Quill", "given": "A & B"}],\n  "issued": {"date-parts": [[2021]]}\n}]'
    )
