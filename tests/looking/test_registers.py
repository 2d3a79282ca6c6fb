"""What the register of DOIs and the archive say, in the form of their answers."""

from __future__ import annotations

import json

import pytest

from claimgraph.looking.registers import copy_in, crossref_address, notice, wayback_address

UPDATED = {"date-parts": [[2023, 1, 15]], "date-time": "2023-01-15T00:00:00Z", "timestamp": 1673740800000}
RETRACTION = {
    "DOI": "10.1000/notice",
    "type": "retraction",
    "label": "Retraction",
    "source": "publisher",
    "updated": UPDATED,
}
WATCHED = {**RETRACTION, "source": "retraction-watch", "record-id": "1"}
CORRECTION = {"DOI": "10.1000/correction", "type": "correction", "label": "Correction", "updated": UPDATED}


def work(**more: object) -> bytes:
    """Return an answer of Crossref on a work."""
    return json.dumps({"status": "ok", "message-type": "work", "message": {"DOI": "10.1000/work", **more}}).encode()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (work(), ""),
        (work(**{"updated-by": [RETRACTION]}), "retraction 10.1000/notice"),
        (work(**{"updated-by": [CORRECTION, WATCHED, RETRACTION]}), "retraction 10.1000/notice"),
        (work(**{"updated-by": [CORRECTION]}), "correction 10.1000/correction"),
        (
            work(**{"updated-by": [{"type": "expression_of_concern", "DOI": "10.1000/x"}]}),
            "expression of concern 10.1000/x",
        ),
        (work(**{"updated-by": [{"type": "Retraction"}]}), "retraction"),
        (work(**{"updated-by": [{"type": "addendum", "DOI": "10.1000/x"}]}), ""),
        (work(**{"update-to": [{"type": "retraction", "DOI": "10.1000/work"}]}), "retraction 10.1000/work"),
        (work(**{"update-to": [{"type": "retraction", "DOI": "10.1000/other"}]}), ""),
        (work(relation={"is-replaced-by": [{"id-type": "doi", "id": "10.1000/new"}]}), "replacement 10.1000/new"),
        (work(relation={"is-preprint-of": [{"id-type": "doi", "id": "10.1000/new"}]}), ""),
        (work(**{"updated-by": "retraction"}), ""),
        (b"Resource not found.", ""),
        (b"[]", ""),
        (b'{"message": null}', ""),
        (b"[" * 100_000, ""),
    ],
)
def test_the_gravest_notice_counts(body: bytes, said: str) -> None:
    assert notice(body) == said


def closest(**more: object) -> bytes:
    """Return an answer of the Wayback Machine."""
    found = {"status": "200", "available": True, "url": "http://web.archive.org/web/2021/http://a.example/", **more}
    return json.dumps({"url": "a.example", "archived_snapshots": {"closest": found}}).encode()


@pytest.mark.parametrize(
    ("body", "copy"),
    [
        (closest(), "https://web.archive.org/web/2021/http://a.example/"),
        (closest(status="404"), None),
        (closest(available=False), None),
        (closest(url=None), None),
        (b'{"archived_snapshots": {}}', None),
        (b'{"archived_snapshots": []}', None),
        (b"", None),
    ],
)
def test_the_copy_that_an_archive_has(body: bytes, copy: str | None) -> None:
    assert copy_in(body) == copy


def test_addresses() -> None:
    assert crossref_address("10.1000/a b(c)%7B") == "https://api.crossref.org/works/10.1000/a%20b%28c%29%7B"
    assert wayback_address("https://a.example/?b=c&d", "20211012") == (
        "https://archive.org/wayback/available?url=https%3A%2F%2Fa.example%2F%3Fb%3Dc%26d&timestamp=20211012"
    )
    assert wayback_address("https://a.example/", "").endswith("available?url=https%3A%2F%2Fa.example%2F")
