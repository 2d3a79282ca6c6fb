"""Makes sources and quotes for tests of the check, as a file would give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.captures.capture import capture_text
from claimgraph.captures.files import read_capture, write_capture
from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.claim import Quote
from claimgraph.model.corpus import Entry
from claimgraph.model.source import Source
from claimgraph.quotes.prepared import PreparedSource, prepare

if TYPE_CHECKING:
    from claimgraph.captures.capture import Capture

SOURCE = "town-report-2021"


def source_of(id_: str = SOURCE, /, **fields: object) -> Entry[Source]:
    """Return a source file's entry; fields are as in the file, without `type`, `title` and `depth`."""
    record = adapter(Source).validate_python({"type": "report", "title": "Report", "depth": "full", **fields})
    return Entry(id=id_, path=f"sources/{id_}.yml", record=record, mark=Mark(1, 1, None, {}))


def stored(text: str, source: str = SOURCE) -> Capture:
    """Return the capture of a text as it comes back from its file."""
    return read_capture(write_capture(capture_text(text, source)).encode())


def prepared_of(text: str, id_: str = SOURCE, *, with_text: bool = False, **fields: object) -> PreparedSource:
    """Return what quotes of a text are checked against, with the text at hand or by the capture alone."""
    return prepare(source_of(id_, **fields), stored(text, id_), text if with_text else None)


def quote_of(exact: str, source: str = SOURCE, **fields: object) -> Quote:
    """Return a quote with the fields of a claim file."""
    quote: Quote = adapter(Quote).validate_python({"source": source, "exact": exact, **fields})
    return quote
