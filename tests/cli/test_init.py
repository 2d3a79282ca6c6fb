"""`claimgraph init`: a map of one's own."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Final

import pytest
import yaml

from claimgraph.checking.whole import check
from claimgraph.cli import init, main
from claimgraph.drafting.founding import FORGE
from claimgraph.loading.schemas import schema_files
from claimgraph.site.building import build
from claimgraph.wikilinks import WikiLink, pieces
from tests.site.links import dead_links

ROOT: Final = Path(__file__).parents[2]
COUNTED: Final = "3 claims, 1 source, 2 of 2 quotes verified: 0 errors, 0 warnings, 0 notes\n"
NEXT: Final = """\
Next:
    cd {0}
    claimgraph check
    claimgraph serve
Then begin a topic of your own: claimgraph new topic ID. README.md says what to replace.
"""


class _Recorded:
    """What an installer has recorded of the program."""

    def __init__(self, url: str) -> None:
        self._url = url

    def read_text(self, name: str) -> str | None:
        return json.dumps({"url": self._url}) if name == "direct_url.json" else None


def test_a_new_map_is_clean_and_has_both_sides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "map"
    assert main(["init", str(root)]) == 0
    said, files = capsys.readouterr(), [path for path in root.rglob("*") if path.is_file()]
    assert said.out == (
        f"{root}: a new map of {len(files)} files, with tomatoes as an example to replace\n"
        f"Missing: the program itself. Put its wheel into {root}/program/, for `make` and workflows\n"
        f"{NEXT.format(root)}"
    )
    assert said.err == ""
    checked = check(root)
    assert checked.findings == ()
    (standing,) = [
        each for id_, each in checked.examined.analysis.standings.items() if id_ == "a-tomato-is-a-vegetable"
    ]
    assert (standing.pro.backing.count, standing.con.backing.count) == (1, 1)


def test_its_site_is_whole_and_bears_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "map"
    assert main(["init", str(root), "--name", '  Clocks: "on"\n& *off* <b>  ']) == 0
    assert yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))["site_name"] == 'Clocks: "on" & *off* <b>'
    built = build(root, tmp_path / "site", check(root).examined, strict=None)
    assert {"", "about/", "topics/tomatoes/", "claims/fruit-of-a-vine/", "method/"} <= set(built.addresses)
    assert dead_links(tmp_path / "site") == []
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert "<title>Clocks: &#34;on&#34; &amp; *off* &lt;b&gt;</title>" in home
    assert re.search(r"<h1[^>]*>Clocks: .{1,7}on.{1,7} &amp; \*off\* &lt;b&gt;", home)
    capsys.readouterr()


def test_what_its_readme_says_to_remove_leaves_a_map_that_checks(tmp_path: Path) -> None:
    root = tmp_path / "map"
    assert main(["init", str(root)]) == 0
    for pattern in ("claims/tomatoes/*", "sources/nix-v-hedden-1893.*", "sources/compared.yml", "voices/*.yml"):
        for file in root.glob(pattern):
            file.unlink()
    (root / "claims/_glossary.yml").write_text("# yaml-language-server: $schema=glossary.schema.json\nterms: []\n")
    left = [
        (page.name, piece.id)
        for page in sorted((root / "docs").rglob("*.md"))
        for piece in pieces(page.read_text("utf-8"))
        if isinstance(piece, WikiLink)
    ]
    assert left == [("about.md", "fruit-of-a-vine"), ("index.md", "a-tomato-is-a-vegetable")]
    found = [(finding.rule, finding.location.path) for finding in check(root).findings]
    assert found == [("wiki-link-unknown", "docs/about.md"), ("wiki-link-unknown", "docs/index.md")]


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    assert main(["init", str(tmp_path)]) == 2
    message = f"claimgraph init: '{tmp_path}' is not empty: it has notes.txt; name a new folder\n"
    assert capsys.readouterr().err == message
    assert [entry.name for entry in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "map").write_text("mine", "utf-8")
    assert main(["init", str(tmp_path / "map")]) == 2
    assert capsys.readouterr().err == f"claimgraph init: '{tmp_path}/map' is there, and no folder; name a new one\n"


@pytest.mark.parametrize("name", ["", " ", "a" * 71])
def test_a_name_has_a_length(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "map"), "--name", name]) == 2
    length = len(name.strip())
    assert capsys.readouterr().err == (
        f"claimgraph init: --name: a map's name has 1 to 70 characters, this one {length}\n"
    )
    assert not (tmp_path / "map").exists()


def test_a_new_repository_is_no_map_yet(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "mkdocs.yml").is_file()


def test_the_wheel_that_the_program_came_in_goes_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tmp_path / "claimgraph-1-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    monkeypatch.setattr(init, "distribution", lambda _: _Recorded(wheel.as_uri()))
    assert main(["init", str(tmp_path / "map")]) == 0
    assert (tmp_path / "map/program" / wheel.name).read_bytes() == b"PK"


def test_schemas_forms_and_packages_are_those_of_the_program(tmp_path: Path) -> None:
    root = tmp_path / "map"
    assert main(["init", str(root)]) == 0
    assert {path: (root / path).read_text("utf-8") for path in schema_files()} == schema_files()
    assert (root / "requirements.txt").read_bytes() == (ROOT / "requirements/site.txt").read_bytes()
    for path in FORGE:
        whole, text = ((folder / ".github" / path).read_text("utf-8") for folder in (ROOT, root))
        assert whole.startswith(text.rstrip()), path
        assert "code" not in text.lower().replace("code forge", "").replace("code owners", ""), path
    assert list(yaml.safe_load((root / ".github/workflows/check.yml").read_text("utf-8"))["jobs"]) == ["claims"]
    made = set(re.findall(r"run: make (\w+)", "".join((root / ".github" / path).read_text("utf-8") for path in FORGE)))
    assert made <= set(re.findall(r"^(\w+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_a_build_without_settings_says_what_to_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "map"
    assert main(["init", str(root)]) == 0
    (root / "mkdocs.yml").unlink()
    capsys.readouterr()
    assert main(["--root", str(root), "build"]) == 1
    assert capsys.readouterr().err == (
        f"{COUNTED}error: there is no mkdocs.yml, which names the map: write it, with one line such as\n"
        "    site_name: My map\n"
        "or begin a new map in an empty folder: claimgraph init DIR\n"
        "Nothing was built.\n"
    )


def test_a_map_without_pages_has_those_of_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "map"
    assert main(["init", str(root)]) == 0
    shutil.rmtree(root / "docs")
    (root / "mkdocs.yml").write_text("site_name: A map\n", "utf-8")
    capsys.readouterr()
    assert main(["--root", str(root), "build"]) == 0
    assert dead_links(root / "site") == []
    assert "What is in dispute" in (root / "site/index.html").read_text("utf-8")
