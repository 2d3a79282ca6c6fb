"""The manifest of what others made: each file is the one it names, and there is none outside of it."""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from cyclonedx.spdx import is_expression, is_supported_id

from release import ReleaseError
from release.manifest import read_manifest
from tests.release.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from release.manifest import Manifest

PLACES: Final = ("docs", "scripts", "site_overrides")
NOTICE: Final = re.compile(
    rb"copyright \(c\)|copyright [12][0-9]{3}|@license|spdx-license-identifier|<rights", re.IGNORECASE
)
ASSETS: Final = (
    ".css",
    ".gif",
    ".ico",
    ".jpg",
    ".js",
    ".map",
    ".mjs",
    ".png",
    ".svg",
    ".ttf",
    ".wasm",
    ".woff",
    ".woff2",
)
SVG: Final = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)
SYMBOL: Final = re.compile(rb"<symbol\b[^>]*>(.*?)</symbol>", re.DOTALL)
WORK: Final = """\
[[works]]
name = "thing"
{}
[licences]
"""
WHOLE: Final = 'version = "1.0"\norigin = "pkg:npm/thing@1.0"\nlicence = "MIT"\nterms = "https://example.org/"'


def ours() -> Iterator[Path]:
    """Each file below the places where others' files might stand."""
    for place in PLACES:
        yield from (path for path in (ROOT / place).rglob("*") if path.is_file() and path.suffix != ".pyc")


def test_each_file_is_the_one_it_names(manifest: Manifest) -> None:
    named = {path: expected for work in manifest.works for path, expected in work.files.items()}
    assert {path: hashlib.sha256((ROOT / path).read_bytes()).hexdigest() for path in named} == named


def test_each_file_stands_in_one_work(manifest: Manifest) -> None:
    paths = [path for work in manifest.works for path in work.files]
    assert sorted(set(paths)) == sorted(paths)


def test_no_file_that_others_made_is_outside_of_it(manifest: Manifest) -> None:
    named = {path for work in manifest.works for path in work.files}
    found = {
        name
        for path in ours()
        if (name := path.relative_to(ROOT).as_posix()).startswith("site_overrides/assets/vendor/")
        or path.suffix == ".csl"
        or ".min." in path.name
        or NOTICE.search(path.read_bytes())
    }
    assert found == named


def test_each_licence_is_one_that_spdx_names(manifest: Manifest) -> None:
    licences = {*manifest.licences.values(), *(work.licence for work in manifest.works)}
    assert [one for one in licences if not is_supported_id(one) and not is_expression(one)] == []


def test_the_website_brings_nothing_of_others_that_is_not_named(manifest: Manifest, site: dict[str, bytes]) -> None:
    patterns = [pattern for work in manifest.works for pattern in work.writes]
    unknown = {
        path
        for path, content in site.items()
        if (path.startswith("assets/") or path.endswith(ASSETS))
        and not path.startswith(("assets/share/", "map/poster/"))  # pictures that the build paints
        and not any(map(Path(path).match, patterns))
        and content not in {(ROOT / place / path).read_bytes() for place in PLACES if (ROOT / place / path).is_file()}
    }
    assert unknown == set()


def test_the_website_writes_what_is_named_as_the_package_has_it(manifest: Manifest, site: dict[str, bytes]) -> None:
    for work in manifest.works:
        for pattern in work.writes:
            (written,) = (path for path in site if Path(path).match(pattern))
            (packed,) = (one for one in distribution(work.package).files or () if one.match(f"*/{written}"))
            assert site[written] == packed.read_binary()


def test_pages_draw_the_icons_that_are_named_and_no_others(manifest: Manifest, site: dict[str, bytes]) -> None:
    (icons,) = (work for work in manifest.works if work.icons)
    theirs = {
        Path(path.locate()).read_bytes().strip(): path
        for path in distribution(icons.package).files or ()
        if "/.icons/" in path.as_posix() and path.suffix == ".svg"
    }
    drawn = {svg for path, page in site.items() if path.endswith(".html") for svg in SVG.findall(page)}
    found = {theirs[svg] for svg in drawn & set(theirs)}
    named = set(SYMBOL.findall(site["assets/icons.svg"]))
    found |= {path for svg, path in theirs.items() if svg[svg.index(b">") + 1 : -len("</svg>")] in named}
    assert sorted(path.stem for path in found) == list(icons.icons)
    assert {path.parent.name for path in found} == {"material"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Style sheets and templates of Material for MkDocs", "*.dist-info/licenses/LICENSE"),
        ("Material Design Icons", ".icons/material/LICENSE"),
    ],
)
def test_licence_of_what_comes_out_of_a_package_is_the_packages(manifest: Manifest, name: str, text: str) -> None:
    (work,) = (work for work in manifest.works if work.name == name)
    (packed,) = (path for path in distribution(work.package).files or () if path.match(text))
    assert [(ROOT / path).read_text("utf-8") for path in work.texts] == [packed.read_text("utf-8")]


def test_texts_that_readers_get_are_in_the_website(manifest: Manifest, site: dict[str, bytes]) -> None:
    texts = {path for work in manifest.works if work.reaches_readers() for path in work.texts}
    assert [path for path in texts if path.removeprefix("site_overrides/") not in site] == []
    assert [work.name for work in manifest.works if not work.reaches_readers()] == [
        "Styles of the Citation Style Language"
    ]


NEEDS = (
    "'thing' needs its version and its origin with that version, such as 1.2.3 and pkg:npm/thing@1.2.3, "
    "or else the package that the build takes it out of"
)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("colour", "Expected '=' after a key in a key/value pair (at line 3, column 7)"),
        (f'{WHOLE}\ncolour = "red"', "works.0.colour: Extra inputs are not permitted"),
        (WHOLE.replace('"1.0"', '"1.1"'), f"works.0: Value error, {NEEDS}"),
        ('licence = "MIT"\nterms = "https://example.org/"', f"works.0: Value error, {NEEDS}"),
        (f'{WHOLE}\npackage = "thing"', f"works.0: Value error, {NEEDS}"),
        (
            WHOLE.replace("terms", "about"),
            "works.0: Value error, 'thing' needs either texts, the files with its licence, or terms, its address",
        ),
        (f'{WHOLE}\nwithin = "nut"', "Value error, 'thing' is within 'nut', which is none of the works"),
        (
            WHOLE.replace('terms = "https://example.org/"', 'texts = ["LICENCE"]'),
            "Value error, texts of 'thing' are no files of any work: LICENCE",
        ),
        (f'{WHOLE}\nfiles = {{"a.js" = "abc"}}', "works.0.files.a.js: String should match pattern '^[0-9a-f]{64}$'"),
    ],
)
def test_a_wrong_manifest_is_refused(tmp_path: Path, written: str, message: str) -> None:
    (tmp_path / "third-party.toml").write_text(WORK.format(written), "utf-8")
    with pytest.raises(ReleaseError) as refused:
        read_manifest(tmp_path)
    assert str(refused.value) == f"third-party.toml: {message}"
