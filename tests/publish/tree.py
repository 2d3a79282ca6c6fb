"""A tiny tree of written pages, for a real build by the publisher."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.publish.publisher import Prototype, Published, publish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.templating.terms import Terms

CHECKOUT = Path(__file__).parents[2]
CLAIM = Prototype(parent="claims/", tab="claims/")
SETTINGS = """\
site_name: A map & more
{site_url}
nav: [Home: index.md, Claims: claims/index.md, method.md]
validation: {{nav: {{omitted_files: info}}}}
extra: {{generator: false, repository: {repository}, claim_files: {claim_files}}}
"""
PAGES = {
    "index.md": "# Home\n\nWelcome.\n\n<!-- pour: home -->\n\n## Last\n",
    "claims/index.md": "# Claims\n",
    "method.md": "# Method & more\n\n## First *part*\n\n<script>alert(1)</script>\n",
}


def built(  # noqa: PLR0913
    folder: Path,
    *,
    prototypes: dict[str, Prototype] | None = None,
    site_url: str = "",
    repository: str = "null",
    claim_files: str = "false",
    pages: Mapping[str, str] = PAGES,
    terms: Terms | None = None,
) -> Published:
    """Publish the tiny tree, with `pages` over its own, into `folder / "site"`."""
    shutil.rmtree(folder / "docs", ignore_errors=True)
    for name, text in {**PAGES, **pages}.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    settings = SETTINGS.format(site_url=site_url, repository=repository, claim_files=claim_files)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    return publish(
        root=folder,
        staged_docs=folder / "docs",
        output=folder / "site",
        prototypes={"claim": CLAIM} if prototypes is None else prototypes,
        strict=True,
        terms=terms,
    )
