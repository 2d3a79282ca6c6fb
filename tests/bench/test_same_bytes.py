"""Hugo's pages with as many bytes as ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.corpus import write_corpus
from bench.hugo import SINGLE, command, hugo, write_hugo
from bench.measuring import measure
from bench.output_size import output_size
from bench.same_bytes import padding, write_same_bytes

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = "<article>\n{{ .Content }}\n</article>\n"


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("length", [0, 1, 70, 1_000])
def test_padding_is_as_long_as_asked_for(length: int) -> None:
    assert len(padding(length).encode()) == length


def test_no_padding_below_nothing() -> None:
    assert padding(-5) == ""


def test_pages_grow_by_the_mean_and_other_files_are_copied(tmp_path: Path) -> None:
    pages, site, target = tmp_path / "hugo", tmp_path / "site", tmp_path / "same"
    sources = {"config.toml": "title = 1\n", "content/claims/one.md": "One\n", "static/style.css": "a{}\n"}
    public = {"index.html": "home", "claims/one/index.html": "one", "claims/two/index.html": "two"}
    write(pages, {**sources, SINGLE: TEMPLATE, **{f"public/{path}": text for path, text in public.items()}})
    write(site, {"claims/one/index.html": "1" * 100, "claims/two/index.html": "2" * 120, "index.html": "our home"})
    write(site, {"claims/former/index.html": "moved", "api/v2/index.json": "{}"})
    write(target, {"static/left.txt": "of an earlier run"})
    write_same_bytes(pages, site, target)
    assert {path.relative_to(target).as_posix(): path.read_text() for path in target.rglob("*") if path.is_file()} == {
        **sources,
        SINGLE: TEMPLATE.replace("</article>", f"{padding(107)}</article>"),
        "static/claims/former/index.html": "moved",
        "static/api/v2/index.json": "{}",
    }


@pytest.mark.skipif(hugo() is None, reason="Hugo is not installed")
def test_hugo_writes_the_same_bytes(tmp_path: Path) -> None:
    pages, site, target = tmp_path / "hugo", tmp_path / "site", tmp_path / "same"
    invented = write_corpus(tmp_path / "checkout", 20)
    write_hugo(pages, invented)
    program = hugo()
    assert program
    measure(command(program, pages))
    for number, claim in enumerate(invented.claims):
        write(site, {f"claims/{claim.id}/index.html": "x" * (20_000 + number), f"api/{claim.id}.json": "y" * 3_000})
    write_same_bytes(pages, site, target)
    measure(command(program, target))
    ours, same = output_size(site), output_size(target / "public")
    assert same.files == ours.files + len({"index.html", "claims/index.html", "sitemap.xml", "style.css"})
    assert same.total == pytest.approx(ours.total, rel=0.02)
    assert same.page.plain == pytest.approx(ours.page.plain, rel=0.02)
