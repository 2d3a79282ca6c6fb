"""What a source's page says of its address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimgraph.model.looked import Look
from claimgraph.pages.source.looked import look_in_words, notice_in_words
from tests.pages.corpora import press, source, view

DAY = "2026-11-30"
GONE = """\
On 30 November 2026 its address answered that the document is gone. \
Of the archived copy, its address did not answer."""
LOST = """\
On 30 November 2026 its address led elsewhere for good. \
The words of 2 quotes were not found in its text of that day; they were checked on an earlier text."""


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (None, ""),
        (Look(on=DAY, answer="there", copy="there"), "On 30 November 2026 its address answered."),
        (Look(on=DAY, answer="gone", copy="silent"), GONE),
        (Look(on=DAY, answer="moved", lost=("late 1", "full 2")), LOST),
    ],
)
def test_a_look_in_words(look: Look | None, said: str) -> None:
    assert look_in_words(look) == said


def test_a_notice_in_words() -> None:
    look = Look(on=DAY, answer="there", notice="retraction 10.1/y")
    assert notice_in_words(look) == (
        "The register of DOIs told on 30 November 2026 of a notice on this document: retraction 10.1/y."
    )
    assert notice_in_words(replace(look, notice="")) == notice_in_words(None) == ""


def shown(look: Look | None = None, **fields: object) -> str:
    """Return the page of a source with this look."""
    plain = view(source(**fields))
    made = replace(plain, looks={} if look is None else {"hearing": look})
    (page,) = press(made).pages()
    return page.html


def test_a_source_without_a_copy_says_how_to_help() -> None:
    helping = 'No archived copy is recorded here: <a href="../../contribute/#keep-a-copy">how to help</a>.'
    assert helping in shown()
    assert helping not in shown(archived="https://archive.example/1")


def test_a_copy_that_was_found_is_a_link_and_a_proposal() -> None:
    look = Look(on=DAY, answer="there", found_copy="https://web.archive.org/web/1/x")
    link = '<a href="https://web.archive.org/web/1/x" rel="external">An archive has a copy</a>'
    assert f"{link}, which nobody has compared with it yet." in shown(look)
    assert link not in shown(look, archived="https://archive.example/1")


def test_a_notice_stands_above_the_record() -> None:
    html = shown(Look(on=DAY, answer="there", notice="retraction <10.1/y>"))
    assert html.index("retraction &lt;10.1/y&gt;.</strong>") < html.index('<dl class="em-facts">')


def test_the_list_of_sources_counts_the_copies() -> None:
    none = press(view(source())).fill("sources", "sources/").content
    assert "None of the 1 documents has an archived copy recorded here." in none
    assert "Nobody has looked yet whether their addresses still answer." in none
    plain = view(source(archived="https://archive.example/1"), source("other"))
    looked = replace(plain, looks={"hearing": Look(on=DAY, answer="there")})
    some = press(looked).fill("sources", "sources/").content
    assert "1 of 2 documents have an archived copy recorded here." in some
    assert "Their addresses were last looked at on 30 November 2026." in some
