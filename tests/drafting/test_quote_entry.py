"""The entry of a quote that is pasted into a claim file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimgraph.checking.whole import examine
from claimgraph.drafting.occurrences import all_occurrences
from claimgraph.drafting.quote_entry import quote_entries
from tests.rules.laying import lay_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from claimgraph.drafting.occurrences import Occurrence


@pytest.fixture
def found(tmp_path: Path) -> Occurrence:
    """The occurrence of words that stand at one place."""
    lay_corpus(tmp_path)
    (one,) = all_occurrences("We met our target for buses", examine(tmp_path).prepared_sources, {})
    return one


ENTRY = """\
quotes:
  # {where} of sources/bus-hearing-2021.yml{more}
  - source: bus-hearing-2021
    speaker: The council
    exact: We met our target for buses
"""


def test_what_tells_places_apart_is_a_prefix_or_else_a_suffix(found: Occurrence) -> None:
    plain = ENTRY.format(where="line 9", more="")
    assert quote_entries([found]) == plain
    assert quote_entries([replace(found, suffix="on time")]) == f"{plain}    suffix: on time\n"
    both = replace(found, prefix="the council", suffix="on time")
    assert quote_entries([both]) == f"{plain}    prefix: the council\n"


def test_who_posted_it_again_and_over_which_lines_it_goes_is_said(found: Occurrence) -> None:
    place = replace(found.place, posted_by="Reader one", last_line=found.place.first_line + 2)
    entry = quote_entries([replace(found, place=place)])
    assert entry == ENTRY.format(where="lines 9-11", more=", posted again by Reader one")
