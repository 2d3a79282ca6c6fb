"""What a value has read tells when it is another: whatever is edited, a value whose reads stand is the same.

Every line of every data file is changed, one after the other, as in a preview that nobody leaves.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.checking.whole import CheckCache, examine
from claimgraph.data.dataset import Dataset
from claimgraph.data.files import data_files
from claimgraph.data.listed import DataPage
from claimgraph.incremental.digests import digest_of
from claimgraph.incremental.traces import Traces
from claimgraph.index.view import view_of
from claimgraph.pages.map.map_view import MapView
from claimgraph.pages.pages import pages
from claimgraph.pages.written import BEYOND_CLAIMS, PLACES, Site, part
from tests.pages.corpora import AS_OF, NOWHERE, lay_harbour
from tests.pages.test_pages import variants
from tests.site.checkouts import CHECKOUT
from tests.site.debated import debated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimgraph.index.view import View


def values_of(view: View) -> Iterator[tuple[str, bytes, Callable[[], object]]]:
    """Yield every value that follows from claims: its name, what it was told beside tables, and what makes it."""
    dataset = Dataset(view=view, home=NOWHERE, captured=frozenset())
    site = Site(view=view, home=NOWHERE, map=MapView(topics=(), claims=(), links=()), rules=(), data=DataPage())
    for page in pages(view, NOWHERE):
        yield page.address, b"", page.value
    for name in sorted({*PLACES} - BEYOND_CLAIMS):
        yield f"part {name}", b"", partial(part, site, name)
    for artefact in data_files(dataset):
        yield artefact.path, artefact.of, artefact.value


class Preview:
    """The values of a checkout with what each has read, looked at again after each edit.

    Every other time it forgets all but what another process would find.
    """

    def __init__(self, root: Path) -> None:
        """Make all of them."""
        self._root, self._cache, self._traces = root, CheckCache(), Traces()
        self._known: dict[str, bytes] = {}
        self._is_other = False
        self.look()

    def look(self) -> list[str]:
        """Return the names of the values that would be left as they were and are others now."""
        if self._is_other:
            self._traces = Traces.restored(self._traces.kept)
        self._is_other = not self._is_other
        view = view_of(examine(self._root, cache=self._cache).analysis, AS_OF)
        self._traces.look(view.tables, b"")
        stale: list[str] = []
        known: dict[str, bytes] = {}
        for name, of, make in values_of(view):
            stands = self._traces.stands(name, of)
            with view.tables.recorder.noting() as reads:
                known[name] = digest_of(make())
            if stands and self._known[name] != known[name]:
                stale.append(name)
            self._traces.note(name, of, self._traces.compact(reads))
        self._known = known
        return stale


DIGESTS = """
import sys
from pathlib import Path
from claimgraph.checking.whole import examine
from claimgraph.index.view import view_of
from tests.pages.corpora import AS_OF
tables = view_of(examine(Path(sys.argv[1])).analysis, AS_OF).tables
print(tables.digests(tables))
"""


def test_a_fact_has_the_same_digest_in_every_process() -> None:
    """Python gives texts other hashes in each process, and so another order to the members of a set."""
    found = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS, str(CHECKOUT)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("folder", ["claims/buses", "claims/fares", "claims", "sources", "voices"])
def test_a_value_whose_reads_stand_is_the_same_whatever_is_edited(tmp_path: Path, folder: str) -> None:
    lay_harbour(tmp_path)
    preview = Preview(tmp_path)
    stale: dict[str, Any] = {}
    for path in sorted((tmp_path / folder).glob("*.yml")):
        text = path.read_text("utf-8")
        for variant in (*variants(text), text):
            path.unlink() if variant is None else path.write_text(variant, "utf-8")
            if found := preview.look():
                stale[f"{path.name}: {variant if variant is None else len(variant)}"] = found
    assert stale == {}


def test_a_debate_over_many_steps_is_told_anew_where_it_changes(tmp_path: Path) -> None:
    made = debated(tmp_path / "checkout")
    preview = Preview(made.root)
    stale: dict[str, list[str]] = {}
    for path in sorted((made.root / "claims").glob("*/[!_]*.yml")):
        text = path.read_text("utf-8")
        for kind in ("supports:", "counts_against:", "opposes:", "undercuts:", "limits:", "quotes:", "citations:"):
            if kind in text:
                path.write_text(
                    text.replace(kind, f"context_{kind}"), "utf-8"
                )  # an unknown field: the claim is left out
                stale[f"{path.stem} without {kind}"] = preview.look()
                path.write_text(text, "utf-8")
                stale[f"{path.stem} with {kind}"] = preview.look()
    assert {what: found for what, found in stale.items() if found} == {}
