"""Parts of pages that are made once."""

from __future__ import annotations

from markupsafe import Markup

from claimgraph.templating.blocks import Blocks


def test_a_block_is_made_once_while_it_shows_the_same() -> None:
    blocks, made = Blocks(), []

    def make() -> Markup:
        made.append(1)
        return Markup("{}").format(len(made))

    assert [blocks.get("a", ["x"], make) for _ in range(2)] == ["1", "1"]
    assert blocks.get("b", ["x"], make) == "2"
    assert blocks.get("a", ["y"], make) == "3"
    assert blocks.get("a", ["x"], make) == "4"
