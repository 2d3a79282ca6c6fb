"""What MkDocs alone does: its own words, and a build without the rest of this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from claimgraph.publish.choice import VARIABLE
from claimgraph.publish.engine import PublishError
from claimgraph.publish.mkdocs import Templates
from claimgraph.publish.publisher import publish
from tests.publish.tree import built

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def mkdocs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let MkDocs publish, as it does where nothing else is named."""
    monkeypatch.delenv(VARIABLE, raising=False)


def test_warnings_are_mkdocs_own_words(tmp_path: Path) -> None:
    with pytest.raises(PublishError) as caught:
        built(tmp_path, pages={"method.md": "# Method\n\n[gone](gone.md)\n"})
    assert caught.value.messages == (
        "Doc file 'method.md' contains a link 'gone.md', but the target is not found among documentation files.",
        "Aborted with 1 warnings in strict mode!",
    )


def test_a_setting_that_mkdocs_refuses_is_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="Config value 'site_url': "):
        built(tmp_path, site_url="site_url: [1]")


def test_a_missing_mkdocs_yml_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    with pytest.raises(PublishError) as caught:
        publish(root=tmp_path, staged_docs=tmp_path / "docs", output=tmp_path / "site", prototypes={}, strict=True)
    assert caught.value.messages == (
        (
            "there is no mkdocs.yml, which names the map: write it, with one line such as\n"
            "    site_name: My map\n"
            "or begin a new map in an empty folder: claimgraph init DIR"
        ),
    )


def test_settings_that_inherit_others_are_refused(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("INHERIT: others.yml\nsite_name: A\n", "utf-8")
    with pytest.raises(PublishError) as caught:
        publish(root=tmp_path, staged_docs=tmp_path / "docs", output=tmp_path / "site", prototypes={}, strict=True)
    assert caught.value.messages == (
        "mkdocs.yml: take INHERIT out: the settings that the program brings are inherited",
    )


def test_a_plain_build_leaves_each_page_as_it_stands(tmp_path: Path) -> None:
    built(tmp_path, prototypes={})
    build(load_config(config_file=str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "plain")))
    html = (tmp_path / "plain/method/index.html").read_text("utf-8")
    assert '<a href="#first-part"' in html
    assert "Content-Security-Policy" not in html
    assert "@@" not in html


def test_hidden_folders_of_a_theme_are_not_looked_through(tmp_path: Path) -> None:
    for path in ("assets/a.css", ".icons/b.svg", "partials/.more/c.html", "partials/d.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("", "utf-8")
    assert Templates([tmp_path]).list_templates() == ["assets/a.css", "partials/d.html"]
