"""The licences of what others made, for people to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from release.notices import notices
from tests.release.conftest import ROOT
from tests.release.test_sbom import HEMP, ROPE, WORKS

if TYPE_CHECKING:
    from pathlib import Path

    from release.manifest import Manifest
    from release.packages import Package

EXPECTED = """\
What others made, and thing 1.0 is made with: versions, licences as SPDX names them, and their words.

In the website, as readers get it
  Knots, inside rope: MIT (https://example.org/)

In the repository, to build it
  bell 4.0: MIT
  clapper 5.0, inside bell: MIT

Packages that build it
  hemp 3.0: MIT OR ISC
  rope 2.0: ISC

================================================================================
bell 4.0, clapper 5.0
================================================================================

The bell's words.

  Indented.

================================================================================
hemp 3.0
================================================================================

MIT

================================================================================
rope 2.0
================================================================================

ISC
"""


def test_they_are_a_list_and_then_the_words_each_once() -> None:
    texts = {"LICENCE": "\n\nThe bell's words. \r\n\r\n  Indented.\n\n"}
    assert notices("thing 1.0", (HEMP, ROPE), WORKS, texts.__getitem__) == EXPECTED


def test_a_release_names_each_work_and_package_and_has_their_words(
    released: Path, manifest: Manifest, packages: tuple[Package, ...]
) -> None:
    words = (released / "licences.txt").read_text("utf-8")
    named = [f"{one.name} {one.version}: {one.licence}" for one in packages]
    assert [line for line in named if f"\n  {line}\n" not in words] == []
    assert [work.name for work in manifest.works if f"\n  {work.name}" not in words] == []
    told = "".join(words.split())
    texts = [text for package in packages for text in package.texts]
    texts += [(ROOT / path).read_text("utf-8") for work in manifest.works for path in work.texts]
    assert [text[:80] for text in texts if "".join(text.split()) not in told] == []
