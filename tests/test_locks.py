"""Whatever is installed has one version and is known by its hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
LOCKS = sorted(ROOT.glob("requirements/*.txt"))
GROUPS = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]


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
            f"-qq --require-hashes --requirement requirements/{name}.txt"
            for name in ("lock", "mutation", "release", "site", "test", "zensical")
        ),
    ]


def test_new_versions_of_all_locks_are_proposed() -> None:
    told = yaml.safe_load(ROOT.joinpath(".github/dependabot.yml").read_text(encoding="utf-8"))
    (pip,) = (each for each in told["updates"] if each["package-ecosystem"] == "pip")
    assert (pip["directory"], pip["groups"]["packages"]["patterns"]) == ("/", ["*"])
    assert {lock.parent for lock in LOCKS} == {ROOT / "requirements"}, "it looks one folder deep"
