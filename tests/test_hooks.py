"""The hooks that git can run before a commit, here and in other maps."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimgraph.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
OWN = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
OFFERED: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
HOOKS: list[dict[str, Any]] = [hook for repo in OWN["repos"] for hook in repo["hooks"]]


def test_hooks_here_bring_nothing_of_others() -> None:
    assert [repo["repo"] for repo in OWN["repos"]] == ["local"]
    assert {hook["language"] for hook in HOOKS} == {"system"}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_what_the_makefile_sets_up_and_runs(hook: dict[str, Any]) -> None:
    program, *arguments = hook["entry"].split()
    assert (ROOT / program).is_file()
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(BIN)", ".venv/bin")
    command = " ".join((program, *(each for each in arguments if each != "--force-exclude")))
    assert command in makefile


def test_what_is_offered_to_other_maps_is_a_command_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for hook in OFFERED:
        program, command = hook["entry"].split()
        assert program in project["scripts"]
        assert command in COMMANDS
        assert hook["language"] == "python"


@pytest.mark.parametrize("hook", [HOOKS[0], *OFFERED], ids=lambda hook: hook["id"])
def test_the_check_runs_when_its_files_change(hook: dict[str, Any]) -> None:
    pattern = re.compile(hook["files"])
    for folder in ("claims", "sources", "voices", "docs"):
        assert pattern.search(f"{folder}/some/file.yml")
    assert not pattern.search("scripts/claimgraph/claims/x.py")
    assert hook["pass_filenames"] is False
