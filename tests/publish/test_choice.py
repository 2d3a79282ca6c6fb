"""The publisher is chosen in one place, by the environment."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from claimgraph.publish.choice import VARIABLE, chosen_publisher
from claimgraph.publish.engine import PublishError
from claimgraph.publish.mkdocs import with_mkdocs
from claimgraph.publish.zensical import with_zensical
from tests.publish.tree import built

if TYPE_CHECKING:
    from pathlib import Path


def test_mkdocs_is_the_default() -> None:
    assert chosen_publisher({}) is chosen_publisher({VARIABLE: ""}) is chosen_publisher({VARIABLE: "mkdocs"})
    assert chosen_publisher({}) is with_mkdocs


def test_the_environment_names_another() -> None:
    assert chosen_publisher({"CLAIMGRAPH_PUBLISHER": "zensical"}) is with_zensical


def test_a_publisher_that_is_unknown_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "hugo")
    with pytest.raises(PublishError) as caught:
        built(tmp_path)
    assert caught.value.messages == ("CLAIMGRAPH_PUBLISHER is 'hugo', expected one of mkdocs, zensical",)


def test_a_publisher_that_is_not_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "zensical")
    monkeypatch.setitem(sys.modules, "zensical", None)
    monkeypatch.delitem(sys.modules, "zensical.config", raising=False)
    with pytest.raises(PublishError) as caught:
        built(tmp_path)
    assert caught.value.messages == ("Zensical is not installed: run `make zensical`, or build with MkDocs",)
