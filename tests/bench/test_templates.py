"""The benchmark of templates."""

from __future__ import annotations

import re
from pathlib import Path

from bench.templates import measure, plain
from claimgraph.templating.templates import environment
from tests.pages.corpora import claim, quote, source, topic, view

ROOT = Path(__file__).parents[2]


def test_it_tells_what_both_cost_and_the_ratio() -> None:
    shown = view(claim("a", quotes=[quote()]), claim("b"), topic(), source())
    assert re.fullmatch(
        r"2 claims' pages, without the shell round them; medians of 2 runs\n"
        r"  ours {8} *\d+\.\d{3} ms CPU a page\n"
        r"  Jinja alone *\d+\.\d{3} ms CPU a page\n"
        r"  Jinja alone / ours \d+\.\d\d",
        measure(shown, ROOT, runs=2),
    )


def test_it_leaves_to_jinja_what_jinja_can_do() -> None:
    code = plain(environment(ROOT)).compile("{{ thing }}{{ call(thing) }}", raw=True)
    assert "environment.escaped" not in code
    assert "context.call" in code
