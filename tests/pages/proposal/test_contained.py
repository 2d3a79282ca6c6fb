"""The content of a claim's page in a page of many claims."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from claimgraph.index.home import Home
from claimgraph.pages.proposal.contained import Holder

HOUSED = Holder(claims={"late"}, home=Home(name="Map", url="https://map.example/a/"))
HOMELESS = Holder(claims={"late"}, home=Home(name="Map"))


@pytest.mark.parametrize(
    ("html", "housed", "homeless"),
    [
        ('<h2 id="for">', '<h2 aria-level="5" id="late--for">', '<h2 aria-level="5" id="late--for">'),
        ('<a href="#for">', '<a href="#late--for">', '<a href="#late--for">'),
        ('<p aria-labelledby="a b">', '<p aria-labelledby="late--a late--b">', '<p aria-labelledby="late--a late--b">'),
        ('<path marker-end="url(#m)">', '<path marker-end="url(#late--m)">', '<path marker-end="url(#late--m)">'),
        ('<a href="../late/">', '<a href="#claim-late">', '<a href="#claim-late">'),
        ('<a href="../late/#for">', '<a href="#claim-late">', '<a href="#claim-late">'),
        ('<a href="../early/">', '<a href="https://map.example/a/claims/early/">', "<a>"),
        ('<a href="../../method/#x">', '<a href="https://map.example/a/method/#x">', "<a>"),
        ('<a href="../../cite/b.bib">', '<a href="https://map.example/a/cite/b.bib">', "<a>"),
        ('<a href="https://else.example/?a&amp;b">',) * 3,
        ("<p>he said href=&#34;#x&#34; id=&#34;y&#34;",) * 3,
    ],
)
def test_what_becomes_of_a_tag(html: str, housed: str, homeless: str) -> None:
    content = Markup(html)  # noqa: S704
    assert HOUSED.contained(content, "late") == housed
    assert HOMELESS.contained(content, "late") == homeless


def test_all_anchors_of_the_page_are_its_own() -> None:
    twice = "".join(HOUSED.contained(Markup('<p id="for"><a href="#for">'), id_) for id_ in ("late", "early"))
    assert re.findall(r'(?:id|href)="#?([^"]*)"', twice) == ["late--for", "late--for", "early--for", "early--for"]
