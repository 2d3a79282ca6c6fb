"""Renders the claims' pages with our code for templates and with Jinja's own: `python -m bench.templates`.

The difference is what `claimgraph/templating/template_code.py` saves. Both take turns in one process and make the same
HTML.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, StrictUndefined

from claimgraph.checking.whole import examine
from claimgraph.index.view import view_of
from claimgraph.pages.pages import page_html, pages
from claimgraph.templating.blocks import Blocks
from claimgraph.templating.templates import environment, prepare
from tests.pages.corpora import press

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.index.view import View
    from claimgraph.model.corpus import Entry
    from claimgraph.model.terms import Glossary
    from claimgraph.publish.rendering import Renderer

REPOSITORY: Final = Path(__file__).resolve().parents[1]


def plain(templates: Environment) -> Environment:
    """Return the same templates with Jinja's own code."""
    made = Environment(
        loader=templates.loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= templates.filters
    made.globals |= templates.globals
    return made


def rendered(renderer: Renderer, glossary: Entry[Glossary] | None, claims: Mapping[str, object]) -> tuple[float, int]:
    """Render all claims' pages; return the CPU seconds that it took, and the size of the pages."""
    prepare(renderer.templates, glossary)
    fresh = replace(renderer, blocks=Blocks())
    gc.collect()
    began = time.process_time()
    size = sum(len(page_html(fresh, "claim", address, value)) for address, value in claims.items())
    return time.process_time() - began, size


def measure(view: View, root: Path, runs: int) -> str:
    """Return a report with the cost of a page in both ways, and the ratio."""
    made = press(view)
    claims = {page.address: page.value() for page in pages(view, made.home) if page.kind == "claim"}
    ours = replace(made.renderer, templates=environment(root))
    renderers = {"ours": ours, "Jinja alone": replace(ours, templates=plain(ours.templates))}
    glossary = view.corpus.glossary
    # once without measuring: templates are compiled, and caches are filled
    sizes = {rendered(renderer, glossary, claims)[1] for renderer in renderers.values()}
    if len(sizes) > 1:
        message = f"the two ways make pages of different sizes: {sizes}"
        raise AssertionError(message)
    costs: dict[str, list[float]] = {name: [] for name in renderers}
    for run in range(runs):
        for name in renderers if run % 2 == 0 else reversed(renderers):
            costs[name].append(rendered(renderers[name], glossary, claims)[0])
    count = len(claims)
    lines = [f"{count:,} claims' pages, without the shell round them; medians of {runs} runs"]
    lines += [
        f"  {name:12}{statistics.median(each) / count * 1_000:8.3f} ms CPU a page" for name, each in costs.items()
    ]
    ratio = statistics.median(plainly / our for our, plainly in zip(costs["ours"], costs["Jinja alone"], strict=True))
    return "\n".join([*lines, f"  Jinja alone / ours {ratio:.2f}"])


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(prog="python -m bench.templates", description=__doc__)
    parser.add_argument("root", type=Path, nargs="?", default=REPOSITORY, help="a checkout (default: this one)")
    parser.add_argument("--runs", type=int, default=25, metavar="N", help="runs of each (default 25)")
    options = parser.parse_args()
    examined = examine(options.root)
    gc.disable()  # its runs would change the times more than the code does
    view = view_of(examined.analysis, datetime.now(UTC).date())
    print(measure(view, options.root, options.runs))


if __name__ == "__main__":
    main()
