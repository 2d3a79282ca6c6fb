"""A site that is built in parts is the one that a single build makes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from claimgraph.checking.kept import inputs_of
from claimgraph.checking.whole import check
from claimgraph.site.building import BuildError, build
from claimgraph.site.output import PART_LIST
from claimgraph.site.shards import Shard, build_part, join
from tests.site.checkouts import checkout, manifest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.checkouts import Checkout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    return checkout(tmp_path_factory.mktemp("shards") / "checkout")


def parts(made: Checkout, folder: Path, count: int) -> list[Path]:
    examined, inputs = check(made.root).examined, inputs_of(made.root)
    found = [folder / str(number) for number in range(1, count + 1)]
    for number, part in enumerate(found, start=1):
        build_part(made.root, part, examined, inputs, Shard(number=number, count=count))
    return found


def joined(made: Checkout, given: list[Path], output: Path) -> Path:
    join(made.root, given, output, check(made.root).examined, inputs_of(made.root))
    return output


@pytest.mark.parametrize("count", [1, 2, 5])
def test_parts_join_to_the_same_bytes(made: Checkout, tmp_path: Path, count: int) -> None:
    whole = tmp_path / "whole"
    build(made.root, whole, check(made.root).examined)
    given = parts(made, tmp_path / "parts", count)
    files = [path for part in given for path in manifest(part) if path != PART_LIST]
    assert len(files) == len(set(files)) > 0
    assert manifest(joined(made, given[::-1], tmp_path / "site")) == manifest(whole)


def test_a_part_can_be_built_again(made: Checkout, tmp_path: Path) -> None:
    (first,) = parts(made, tmp_path, 1)
    before = manifest(first)
    parts(made, tmp_path, 1)
    assert manifest(first) == before


def refused(made: Checkout, given: list[Path], output: Path) -> str:
    with pytest.raises(BuildError) as caught:
        joined(made, given, output)
    assert not output.exists()
    return str(caught.value)


def test_parts_that_do_not_make_a_site_are_refused(made: Checkout, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (one, two), (other, *_) = parts(made, tmp_path / "two", 2), parts(made, tmp_path / "three", 3)
    assert refused(made, [one], site) == "of 2 parts, these are missing: 2"
    assert refused(made, [two, two], site) == f"{two} and {two} are both part 2: give each once"
    assert refused(made, [one, other], site) == f"{other} is one of 3 parts, and {one} one of 2: join one build"
    nothing = tmp_path / "nothing"
    assert refused(made, [nothing], site) == (
        f"{nothing} is no part of a site: `claimgraph build --shard 1/2 --output {nothing}` makes one"
    )


def test_a_part_of_other_files_is_refused(made: Checkout, tmp_path: Path) -> None:
    given = parts(made, tmp_path / "parts", 2)
    copy = tmp_path / "checkout"
    shutil.copytree(made.root, copy)
    claim = copy / "claims/buses/riders-walk.yml"
    claim.write_text(claim.read_text("utf-8").replace("Riders walk to the market", "Riders walk"), "utf-8")
    with pytest.raises(BuildError) as caught:
        join(copy, given, tmp_path / "site", check(copy).examined, inputs_of(copy))
    assert str(caught.value) == (
        f"{given[0]} was built from other files, or by another program: build all parts and join them at one commit"
    )
    assert not (tmp_path / "site").exists()


def test_a_damaged_part_is_refused(made: Checkout, tmp_path: Path) -> None:
    given = parts(made, tmp_path / "parts", 2)
    page = next(path for part in given for path in part.rglob("riders-walk/index.html"))
    page.write_text("forged", "utf-8")
    assert refused(made, given, tmp_path / "site") == f"{page} is not as it was written: build the part again"
    page.unlink()
    assert refused(made, given, tmp_path / "site") == f"{page} cannot be read: No such file or directory"


def test_a_part_cannot_write_outside_of_the_site(made: Checkout, tmp_path: Path) -> None:
    (part,) = parts(made, tmp_path / "parts", 1)
    listed = part / PART_LIST
    listed.write_text(listed.read_text("utf-8").replace('"explore/claims.json"', '"../../../evil"'), "utf-8")
    assert refused(made, [part], tmp_path / "site") == f"{listed} lists a file outside of the part: ../../../evil"
