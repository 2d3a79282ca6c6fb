"""The command `preview`."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import Checkout, Said
from tests.site.checkouts import CHECKOUT, FILES, SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

LATE = "claims/buses/half-late.yml"


@pytest.fixture
def committed(checkout: Checkout) -> Checkout:
    """A checkout with one commit, from which a site can be made."""
    shutil.copytree(CHECKOUT / "site_overrides", checkout.root / "site_overrides")
    for path, text in FILES.items():
        if path.startswith(("docs/", "mkdocs.yml")):
            checkout.write(path, text)
    checkout.write("docs/index.md", "# Harbour Town\n")
    checkout.commit()
    return checkout


def test_one_file_that_fetches_nothing(committed: Checkout, tmp_path: Path) -> None:
    committed.edit(LATE, "title: Half of the buses late", "title: One half of the buses late")
    file = tmp_path / "change.html"
    assert committed.run("preview", "HEAD", "--output", file) == Said(status=0, out="", err=f"written: {file}\n")
    html = file.read_text("utf-8")
    assert "<ins>One half</ins>" in html
    (styles,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert re.findall(r"<(?:script|link|img|iframe|object|embed)\b", html) == []
    assert re.findall(r"@import|url\((?!\"data:|#)", styles) == []


def test_the_same_files_make_the_same_bytes(committed: Checkout, tmp_path: Path) -> None:
    committed.edit(LATE, "title: Half of the buses late", "title: One half of the buses late")
    files = [tmp_path / "one.html", tmp_path / "other.html"]
    for file in files:
        committed.run("preview", "HEAD", "--output", file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_files_with_errors_are_shown_as_far_as_they_can_be(committed: Checkout, tmp_path: Path) -> None:
    committed.edit("claims/buses/road-works.yml", "  - claim: half-late", "  - claim: half-latte")
    committed.write("claims/buses/no-yaml.yml", "title: [\n")
    file = tmp_path / "change.html"
    assert committed.run("preview", "HEAD", "--output", file).status == 0
    html = file.read_text("utf-8")
    assert "<h2>New findings</h2>" in html
    assert "Road works held up the buses" in html


def test_unknown_revision(committed: Checkout) -> None:
    why = "'no-such' is no revision here; git log lists some, and git fetch brings more"
    assert committed.run("preview", "no-such") == Said(status=2, out="", err=f"claimgraph preview: {why}\n")


def test_where_nothing_can_be_written(committed: Checkout, tmp_path: Path) -> None:
    file = tmp_path / "no-such-folder" / "change.html"
    why = f"cannot write '{file}': No such file or directory"
    assert committed.run("preview", "HEAD", "--output", file) == Said(
        status=2, out="", err=f"claimgraph preview: {why}\n"
    )


def test_settings_that_the_publisher_refuses(committed: Checkout) -> None:
    committed.write("mkdocs.yml", SETTINGS + "theme: {name: no-such}\n")
    shown = committed.run("preview", "HEAD")
    assert shown.status == 1
    assert shown.err.startswith("claimgraph preview: ")
    assert "no-such" in shown.err
