"""The figures of voices, which are the same wherever they are drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from claimgraph.pages.drawing.voice_figures import AGAINST, FOR
from tests.pages.corpora import TEMPLATES

ROOT: Final = Path(__file__).parents[3]


@pytest.mark.parametrize(("figure", "is_against"), [(FOR, False), (AGAINST, True)])
def test_pages_and_the_map_draw_the_same_figure(figure: str, is_against: bool) -> None:  # noqa: FBT001
    macros = TEMPLATES.get_template("macros.html").make_module({"here": ""})
    drawn = macros.people(1, is_against)  # type: ignore[attr-defined]
    assert f'<path d="{figure}"/>' in drawn
    assert f'new Path2D("{figure}")' in (ROOT / "site_overrides/assets/javascripts/map/painter.js").read_text("utf-8")
