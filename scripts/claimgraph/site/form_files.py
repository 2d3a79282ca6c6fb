"""The data for the form with which readers write claims, as artefacts: its fields, captures, lists, and the debate."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from claimgraph.incremental.artefacts import Artefact
from claimgraph.incremental.digests import digest_of
from claimgraph.pages.form.debated import DEBATED, debated_json
from claimgraph.pages.form.lists import LISTS, lists_json
from claimgraph.pages.form.page import FORM_DATA, form_json
from claimgraph.pages.form.quotable import QUOTABLE, digest_of_quotable, quotable_json
from claimgraph.rules.likeness import SMALL, TURNS
from claimgraph.rules.repeated import LIKE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.index.view import View
    from claimgraph.quotes.prepared import PreparedSource


def form_files(view: View, prepared: Mapping[str, PreparedSource]) -> Iterator[Artefact]:
    """Yield the files; `prepared` are the sources with a capture, by id."""
    captured = tuple(sorted(prepared))
    form = partial(form_json, view, captured)
    yield Artefact(path=FORM_DATA, kind="text", value=form, of=digest_of(captured))
    yield Artefact(path=DEBATED, kind="text", value=partial(debated_json, view))
    yield Artefact(path=LISTS, kind="text", value=partial(lists_json, small=SMALL, turns=TURNS, like=LIKE))
    for id_, source in prepared.items():
        value = partial(quotable_json, source)
        yield Artefact(path=f"{QUOTABLE}{id_}.json", kind="text", value=value, of=digest_of_quotable(source))
