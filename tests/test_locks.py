"""Whatever is installed has one version and is known by its hash."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
TEST = ROOT / "requirements/test.txt"
LOCKS = sorted(ROOT.glob("requirements/*.txt"))
PROJECT = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]


def locked(lock: Path) -> dict[str, str]:
    """Return what a lock says of each requirement, by its first word."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", "")
    lines = (line for line in text.splitlines() if line and not line.lstrip().startswith("#"))
    return {line.split()[0]: line for line in lines}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_each_package_has_one_version_and_hashes(lock: Path) -> None:
    requirements = locked(lock)
    assert requirements
    for requirement, line in requirements.items():
        assert re.fullmatch(r"[\w.-]+==[\w.!+]+", requirement)
        assert re.search(r" --hash=sha256:[0-9a-f]{64}(\s|$)", line)


def required(name: str) -> list[Requirement]:
    """Return what an installed package requires here, without its extras."""
    wanted = map(Requirement, distribution(name).requires or ())
    return [each for each in wanted if each.marker is None or each.marker.evaluate({"extra": ""})]


def is_met(wanted: Requirement, entries: dict[str, Requirement]) -> bool:
    entry = entries.get(canonicalize_name(wanted.name))
    return entry is not None and wanted.specifier.contains(str(entry.specifier).removeprefix("=="))


def test_what_packages_require_is_locked_beside_them_but_for_what_is_left_out() -> None:
    """Pip would tell what does not fit, but it may not look: it would bring what is left out."""
    entries = [Requirement(line.split(" --hash")[0]) for line in locked(TEST).values()]
    here = {entry.name: entry for entry in entries if entry.marker is None or entry.marker.evaluate()}
    missing = {f"{name} requires {wanted}" for name in here for wanted in required(name) if not is_met(wanted, here)}
    assert missing == {"pyvis requires ipython>=5.3.0"}
    assert PROJECT["tool"]["uv"] == {"exclude-dependencies": ["ipython"]}


def test_what_makes_the_locks_is_locked_itself() -> None:
    (uv,) = locked(ROOT / "requirements/lock.txt")
    (wanted,) = GROUPS["lock"]
    assert (uv.partition("==")[0], wanted.partition(">=")[0]) == ("uv", "uv")


def test_make_installs_nothing_else() -> None:
    text = ROOT.joinpath("Makefile").read_text(encoding="utf-8").replace("\\\n", "")
    installs = [line.split(" install ")[1].split(";")[0] for line in text.splitlines() if " install " in line]
    packages = [" ".join(line.split()) for line in installs if line.startswith("-")]
    assert sorted(packages) == [
        "-qq --no-deps --no-build-isolation --editable .",
        *(
            f"-qq --no-deps --require-hashes --requirement requirements/{name}.txt"
            for name in ("intake", "lock", "mutation", "reading", "release", "site", "test", "zensical")
        ),
    ]


def test_new_versions_of_all_locks_are_proposed() -> None:
    told = yaml.safe_load(ROOT.joinpath(".github/dependabot.yml").read_text(encoding="utf-8"))
    (pip,) = (each for each in told["updates"] if each["package-ecosystem"] == "pip")
    assert (pip["directory"], pip["groups"]["packages"]["patterns"]) == ("/", ["*"])
    assert {lock.parent for lock in LOCKS} == {ROOT / "requirements"}, "it looks one folder deep"
