"""What the code forge reads: workflows without known weaknesses, and issue forms that it can show."""

from __future__ import annotations

import json
import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
FORMS = sorted(GITHUB.glob("ISSUE_TEMPLATE/[0-9]-*.yml"))


def read(path: Path) -> dict[Any, Any]:
    """Return what is in a workflow or form."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def test_zizmor_has_no_findings() -> None:
    zizmor = str(Path(sysconfig.get_path("scripts"), "zizmor"))
    strictly = ["--offline", "--pedantic", "--strict-collection", "--collect=all", "--no-ignores"]
    command = [zizmor, *strictly, "--format=json", str(GITHUB)]
    audit = subprocess.run(command, capture_output=True, text=True, check=False)
    assert audit.returncode == 0, audit.stdout + audit.stderr
    assert json.loads(audit.stdout) == []


def test_one_action_has_one_version() -> None:
    uses = {line.split("uses:")[1].strip() for line in _workflow_lines() if "uses:" in line}
    assert len(uses) == len({use.split("@")[0] for use in uses})


def test_workflows_make_only_what_can_be_made() -> None:
    called = {target for line in _workflow_lines() for target in re.findall(r"run: make (\w+)", line)}
    targets = set(re.findall(r"^(\w+):", ROOT.joinpath("Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert called
    assert called <= targets


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_what_may_write_runs_nothing_of_ours(workflow: Path) -> None:
    for name, job in read(workflow)["jobs"].items():
        steps = [str(step.get("uses") or step["run"]).partition("@")[0] for step in job.get("steps", ())]
        if "write" in job["permissions"].values():
            assert [step for step in steps if not re.match(r"actions/(?!checkout)|gh ", step)] == [], name


def test_a_fork_releases_nothing() -> None:
    jobs = read(GITHUB / "workflows/release.yml")["jobs"]
    free = {name for name, job in jobs.items() if "needs" not in job}
    assert {jobs[name]["if"] for name in free} == {"${{ !github.event.repository.fork }}"}
    assert {need for job in jobs.values() for need in job.get("needs", ())} == free


def test_a_release_attests_each_file_and_what_the_site_is_built_with() -> None:
    jobs = read(GITHUB / "workflows/release.yml")["jobs"]
    attested = [step["with"] for step in jobs["publish"]["steps"] if step.get("uses", "").startswith("actions/attest@")]
    assert attested == [
        {"subject-path": "dist/*"},
        {"subject-path": "dist/site-*.zip", "sbom-path": "dist/site.cdx.json"},
    ]


def test_the_look_at_sources_writes_nothing_and_is_no_gate() -> None:
    workflow = read(GITHUB / "workflows/sources.yml")
    assert set(workflow[True]) == {"schedule", "workflow_dispatch"}  # neither a push nor a pull request waits for it
    look, tell = workflow["jobs"]["look"], workflow["jobs"]["tell"]
    assert look["permissions"] == {"contents": "read"}
    assert look["if"] == "${{ !github.event.repository.fork }}"
    assert tell["permissions"] == {"issues": "write"}
    assert tell["needs"] == "look"
    told = [step["run"].split()[:3] for step in tell["steps"] if "run" in step]
    assert told == [["gh", "issue", "list"], ["gh", "issue", "edit"], ["gh", "issue", "create"]]
    conditions = [step["if"] for step in tell["steps"] if "if" in step]
    assert conditions == ["steps.issue.outputs.number != ''", "steps.issue.outputs.number == ''"]


def test_what_makes_words_count_as_proven_has_owners() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = dict(line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    assert set(owned) == {"/sources/compared.yml", "/sources/*.capture.json", "/.github/"}
    assert all(re.fullmatch(r"@[\w-]+(/[\w-]+)?( @[\w-]+(/[\w-]+)?)*", owners) for owners in owned.values())


def test_every_change_of_a_capture_is_named_on_pull_requests_and_on_main() -> None:
    workflow = read(GITHUB / "workflows/check.yml")
    steps = workflow["jobs"]["claims"]["steps"]
    (step,) = [step for step in steps if "--format github" in step.get("run", "") and "diff" in step["run"]]
    assert "if" not in step
    assert step["run"].splitlines()[-1] == '.venv/bin/claimgraph diff "$BASE" --format github'
    assert step["env"] == {"BASE": "${{ github.event.pull_request.base.sha || github.event.before }}"}
    assert workflow[True] == {"pull_request": None, "workflow_call": None}  # YAML 1.1 reads `on` as true
    assert read(GITHUB / "workflows/publish.yml")[True] == {"push": {"branches": ["main"]}}


def test_publishing_waits_for_the_check_and_a_fork_publishes_nothing() -> None:
    jobs = read(GITHUB / "workflows/publish.yml")["jobs"]
    check = {"name": "Check", "permissions": {"contents": "read"}, "uses": "$/.github/workflows/check.yml"}
    assert jobs["check"] == check  # in a fork, too
    assert {name: job.get("needs") for name, job in jobs.items()} == {
        "check": None,
        "build": "check",
        "deploy": "build",
    }
    assert jobs["build"]["if"] == "${{ !github.event.repository.fork }}"
    assert "if" not in jobs["deploy"]


def test_a_pull_request_is_told_in_its_summary_and_in_files_to_download() -> None:
    steps = read(GITHUB / "workflows/check.yml")["jobs"]["claims"]["steps"]
    told, shown, handed = [step for step in steps if "github.event_name == 'pull_request'" in step.get("if", "")]
    assert told["env"] == shown["env"] == {"BASE": "${{ github.event.pull_request.base.sha }}"}
    assert told["run"].splitlines() == [
        "mkdir review",
        '.venv/bin/claimgraph diff "$BASE" --format markdown > review/comment.md',
        'cat review/comment.md >> "$GITHUB_STEP_SUMMARY"',
    ]
    assert shown["run"].splitlines()[0] == '.venv/bin/claimgraph preview "$BASE" --output review/preview.html'
    assert handed["with"] == {"name": "review", "path": "review", "retention-days": 30}
    assert all(step["if"].startswith("${{ !cancelled()") for step in (shown, handed))  # whatever the check found


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_is_whole(form: Path) -> None:
    whole = read(form)
    assert set(whole) == {"name", "description", "title", "body"}
    fields = [field for field in whole["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    for field in fields:
        assert field["type"] in {"input", "textarea", "dropdown"}
        assert field["attributes"]["label"]
        options = field["attributes"].get("options", [])
        assert field["attributes"].get("default", 0) in range(max(1, len(options)))
        assert len(set(options)) == len(options)


def _workflow_lines() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in WORKFLOWS]
    return [line for text in texts for line in text.splitlines()]
