"""Writes the same titles and texts as pages for Hugo, with a plain theme, as for any general site generator.

These pages lack what the evidence map has and would cost Hugo time: topics, feeds, search and pictures.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.claims import InventedClaim
    from bench.corpus import Invented
    from bench.links import Links

SINGLE: Final = "layouts/_default/single.html"
"""The template of the claims' pages, in the folder that `write_hugo` writes."""

MISSING: Final = (
    "Hugo is not installed, so nothing is compared with it. On Debian and Ubuntu: apt-get install -y hugo. "
    "Elsewhere, get the program `hugo` from its releases and put it on the PATH."
)

_CONFIGURATION: Final = """\
baseURL = "https://example.org/"
languageCode = "en"
title = "Claims"
disableKinds = ["taxonomy", "term", "RSS"]
[menu]
  [[menu.main]]
    name = "Home"
    url = "/"
    weight = 1
  [[menu.main]]
    name = "Claims"
    url = "/claims/"
    weight = 2
"""
_BASE: Final = """\
<!doctype html>
<html lang="{{ .Site.LanguageCode }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ .Site.Title }}</title>
<meta name="description" content="{{ .Params.description }}">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
</head>
<body>
<header>
<a class="site" href="{{ "/" | relURL }}">{{ .Site.Title }}</a>
<nav aria-label="Main"><ul>
{{ range .Site.Menus.main }}<li><a href="{{ .URL | relURL }}">{{ .Name }}</a></li>
{{ end }}</ul></nav>
</header>
<main>
{{ block "main" . }}{{ end }}
</main>
<footer><p>Words quoted here belong to those who wrote them.</p></footer>
</body>
</html>
"""
_SINGLE_TEXT: Final = """\
{{ define "main" }}<article>
<h1>{{ .Title }}</h1>
<p>{{ .Params.topic }}</p>
{{ .Content }}
</article>{{ end }}
"""
_LIST: Final = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
"""
_STYLE: Final = "body{max-width:45rem;margin:auto;font:1rem/1.5 sans-serif}nav li{display:inline;margin-right:1rem}\n"

_VERBS: Final = {
    "supports": "Supports",
    "opposes": "Opposes",
    "counts_against": "Counts against",
    "limits": "Limits",
    "rivals": "Rivals",
    "context": "Context",
    "undercuts": "Undercuts",
}


def hugo() -> str | None:
    """Return the path of Hugo; None if it is not installed."""
    return shutil.which("hugo")


def command(program: str, root: Path) -> tuple[str, ...]:
    """Return the command that builds the pages at `root` into `root/public`, with its cache in `root/cache`."""
    return (program, "--source", str(root), "--cacheDir", str(root / "cache"), "--quiet")


def write_hugo(root: Path, invented: Invented) -> None:
    """Write a page for each claim, and the theme, into a new folder `root`."""
    files = {
        "config.toml": _CONFIGURATION,
        "layouts/_default/baseof.html": _BASE,
        SINGLE: _SINGLE_TEXT,
        "layouts/_default/list.html": _LIST,
        "static/style.css": _STYLE,
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    content = root / "content" / "claims"
    content.mkdir(parents=True)
    titles = {claim.id: claim.title for claim in invented.claims}
    for claim in invented.claims:
        page = _page(claim, invented.links[claim.id], titles)
        (content / f"{claim.id}.md").write_text(page, encoding="utf-8")


def words_a_page(invented: Invented) -> float:
    """Return the average number of words on a page, without its title and front matter."""
    counts = [len(" ".join(_paragraphs(claim, invented.links[claim.id], {})).split()) for claim in invented.claims]
    return sum(counts) / len(counts)


def _page(claim: InventedClaim, linked: Links, titles: dict[str, str]) -> str:
    front = {"title": claim.title, "description": claim.assertion, "topic": claim.topic}
    return json.dumps(front, ensure_ascii=False) + "\n\n" + "\n\n".join(_paragraphs(claim, linked, titles)) + "\n"


def _paragraphs(claim: InventedClaim, linked: Links, titles: dict[str, str]) -> Iterator[str]:
    """Yield the page in Markdown; a link to a claim that `titles` lacks has its id."""
    yield claim.assertion
    for quote in claim.quotes:
        yield f"> {quote['exact']}"
        yield " ".join(filter(None, (quote["speaker"], quote["source"], quote["context"])))
    for citation in claim.citations:
        yield f"{citation['finding']} {citation['source']}"
    for kind, made in linked.items():
        for link in made:
            to = str(link["claim"])
            yield f"{_VERBS[kind]} [{titles.get(to, to)}](/claims/{to}/): {link['because']}"
    if claim.note:
        yield claim.note
