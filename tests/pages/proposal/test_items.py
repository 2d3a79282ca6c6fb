"""Lines about changes as nested items."""

from __future__ import annotations

import pytest

from claimgraph.changes.lines import FileText, line, reworded
from claimgraph.pages.proposal.items import Item, Naming, Part, nested, words

NAMING = Naming(titles={"late": "Late buses", "early": "Early buses"}, anchors={"late": "claim-late"})


def ours(text: str) -> Part:
    return Part(how="ours", text=text)


def theirs(text: str) -> Part:
    return Part(how="theirs", text=text)


def test_deeper_lines_stand_below_the_line_before() -> None:
    lines = (line(0, "a"), line(1, "b"), line(2, "c"), line(1, "d"), line(0, "e"))
    assert nested(lines, NAMING) == (
        Item(
            parts=(ours("a"),),
            items=(
                Item(parts=(ours("b"),), items=(Item(parts=(ours("c"),)),)),
                Item(parts=(ours("d"),)),
            ),
        ),
        Item(parts=(ours("e"),)),
    )


def test_a_claim_has_its_title_and_leads_to_it_if_it_is_on_the_page() -> None:
    (item,) = nested((line(0, FileText(text="late"), " opposes ", FileText(text="early")),), NAMING)
    assert item.parts == (
        Part(how="theirs", text="Late buses", anchor="claim-late"),
        ours(" opposes "),
        theirs("Early buses"),
    )


def test_a_reworded_text_has_the_words_that_came_and_went() -> None:
    (item,) = nested((line(0, FileText(text="title"), reworded("a b c", "a x c")),), NAMING)
    space = ours(" ")
    gone, new = Part(how="gone", text="b"), Part(how="new", text="x")
    assert item.parts == (theirs("title"), ours(": "), theirs("a"), space, gone, space, new, space, theirs("c"))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a b", "a b", "a b"),
        ("a b", "b", "-a b"),
        ("a", "a b c", "a +b c"),
        ("a", "b", "-a +b"),
        ("late", "Late", "-late +Late"),
        ("", "a", "+a"),
    ],
)
def test_words(before: str, after: str, shown: str) -> None:
    signs = {"gone": "-", "new": "+"}
    assert "".join(f"{signs.get(part.how, '')}{part.text}" for part in words(before, after)) == shown
