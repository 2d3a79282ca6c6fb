"""The command line as a whole: what every command shares."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claimgraph.cli.main import COMMANDS, command
from tests.cli.running import CLEAN, Checkout, Said, said

if TYPE_CHECKING:
    from pathlib import Path


def test_commands_are_those_of_the_design() -> None:
    names = "check build join serve new quote capture diff analyse mv export import explain"
    assert sorted(COMMANDS) == sorted(names.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_module_of_a_command_has_its_name(name: str) -> None:
    assert name == command(name).NAME


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "--help")
    assert shown.status == 0
    assert tuple(name for name in COMMANDS if f"    {name} " in shown.out) == COMMANDS


@pytest.mark.parametrize("before", [(), ("--root", "elsewhere"), ("--root=elsewhere",)], ids=" ".join)
@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_is_its_docstring(
    capsys: pytest.CaptureFixture[str], name: str, before: tuple[str, ...]
) -> None:
    shown = said(capsys, *before, name, "--help")
    text = (command(name).__doc__ or "").split()
    assert shown.status == 0
    assert " ".join(text) in " ".join(shown.out.split())


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ([], "claimgraph: error: the following arguments are required: COMMAND"),
        (["chek"], "claimgraph: error: argument COMMAND: invalid choice: 'chek'"),
        (["chek", "check"], "claimgraph: error: argument COMMAND: invalid choice: 'chek'"),
        (["--root"], "claimgraph: error: argument --root: expected one argument"),
        (["--root", "check"], "claimgraph: error: the following arguments are required: COMMAND"),
        (["check", "--fast"], "claimgraph: error: unrecognized arguments: --fast"),
        (["check", "--format", "xml"], "claimgraph check: error: argument --format: invalid choice: 'xml'"),
        (["explain", "a", "b"], "claimgraph: error: unrecognized arguments: b"),
        (["capture"], "claimgraph capture: error: the following arguments are required: TEXT"),
        (["quote"], "claimgraph quote: error: the following arguments are required: WORDS"),
        (["mv"], "claimgraph mv: error: the following arguments are required: OLD"),
        (["diff"], "claimgraph diff: error: the following arguments are required: BASE"),
        (["new", "clam", "x"], "claimgraph new: error: argument KIND: invalid choice: 'clam'"),
        (["export", "xml"], "claimgraph export: error: argument FORMAT: invalid choice: 'xml'"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_parsed_is_wrong_use(
    capsys: pytest.CaptureFixture[str], arguments: list[str], error: str
) -> None:
    shown = said(capsys, *arguments)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.splitlines()[-1].startswith(error)


def test_a_mistaken_command_is_told_all_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert all(f"'{name}'" in said(capsys, "chek", "check").err for name in COMMANDS)


IMPORTED = """\
import sys
from claimgraph.cli import main
main(["--root", sys.argv[1], "check"])
print([name for name in ("edtf", "jinja2", "mkdocs", "networkx", "pyvis", "watchfiles") if name in sys.modules])
"""


def test_a_check_imports_nothing_that_is_slow_to_import(checkout: Checkout) -> None:
    command = [sys.executable, "-c", IMPORTED, str(checkout.root)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "[]\n", CLEAN)


def test_root_stands_before_or_after_the_command(checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(checkout.root)
    clean = Said(status=0, out="", err=CLEAN)
    assert said(capsys, "--root", root, "check") == clean
    assert said(capsys, "check", "--root", root) == clean


def test_checkout_is_found_upwards(
    checkout: Checkout, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout.root / "claims" / "buses")
    assert said(capsys, "check") == Said(status=0, out="", err=CLEAN)


def test_outside_a_checkout(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = said(capsys, "check")
    assert shown == Said(
        status=2,
        out="",
        err="claimgraph check: this is no checkout: no folder upwards from here has 'claims' and 'mkdocs.yml'; "
        "use --root DIR\n",
    )


def test_root_without_claims(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "check", "--root", str(tmp_path))
    assert shown == Said(status=2, out="", err=f"claimgraph check: there is no folder 'claims' in '{tmp_path}'\n")


def test_module_runs_as_a_program(checkout: Checkout) -> None:
    command = [sys.executable, "-m", "claimgraph", "--root", str(checkout.root), "check"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", CLEAN)


def test_a_reader_that_has_enough_ends_it_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "claimgraph", "explain"]
    ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_few_characters_are_enough(checkout: Checkout) -> None:
    checkout.edit("claims/fares/fares-up.yml", "kind: factual", "kind: f\u00e4ctual")
    command = [sys.executable, "-X", "utf8=0", "-m", "claimgraph", "--root", str(checkout.root), "check"]
    environment = os.environ | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert ran.returncode == 1
    assert b"kind is 'f\\xe4ctual'" in ran.stdout
