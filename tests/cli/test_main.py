"""The command line as a whole: what every command shares."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, get_args

import pytest

from claimgraph.cli.carrying_out import work
from claimgraph.cli.diff import FORMATS as PRINTED
from claimgraph.cli.ids import KINDS as KINDS_WITH_IDS
from claimgraph.cli.main import COMMANDS
from claimgraph.cli.usage.exchange import DIFF_FORMATS, EXPORT_FORMATS
from claimgraph.cli.usage.writing import KINDS, KINDS_OF_CLAIM
from claimgraph.data.formats.formats import FORMATS as WRITTEN
from claimgraph.drafting.skeletons import KINDS as SKELETONS
from claimgraph.model.claim import Kind as KindOfClaim
from tests.cli.running import CLEAN, Checkout, Said, said

if TYPE_CHECKING:
    from pathlib import Path


def test_commands_are_those_of_the_design() -> None:
    names = "check fix fmt build join serve init new quote capture diff preview analyse sources"
    assert sorted(COMMANDS) == sorted(f"{names} mv export import explain completion".split())


@pytest.mark.parametrize("name", COMMANDS)
def test_what_does_the_work_of_a_command_has_its_name(name: str) -> None:
    assert callable(work(name).run)


def test_choices_are_those_of_what_does_the_work() -> None:
    assert (tuple(SKELETONS), tuple(PRINTED), tuple(WRITTEN)) == (KINDS, DIFF_FORMATS, EXPORT_FORMATS)
    assert KINDS == KINDS_WITH_IDS
    assert get_args(KindOfClaim) == KINDS_OF_CLAIM


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "--help")
    assert shown.status == 0
    assert tuple(name for name in COMMANDS if f"  {name} " in shown.out) == tuple(COMMANDS)


@pytest.mark.parametrize("before", [(), ("--root", "elsewhere"), ("--root=elsewhere",)], ids=" ".join)
@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command(capsys: pytest.CaptureFixture[str], name: str, before: tuple[str, ...]) -> None:
    shown = said(capsys, *before, name, "--help")
    text = (COMMANDS[name].help or "").split()
    assert (shown.status, shown.err) == (0, "")
    assert " ".join(text) in " ".join(shown.out.split())


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ([], f"claimgraph: name a command; there are: {', '.join(COMMANDS)}"),
        (["chek"], "claimgraph: there is no command 'chek' (did you mean 'check'?); there are: check, fix, f"),
        (["chek", "check"], "claimgraph: there is no command 'chek' (did you mean 'check'?); there are: check, fix, f"),
        (["--root"], "claimgraph: option '--root' requires an argument; see claimgraph --help"),
        (["--root", "check"], "claimgraph: name a command; there are: check, fix, f"),
        (["check", "--fast"], "claimgraph check: there is no option --fast"),
        (
            ["check", "--srict"],
            "claimgraph check: there is no option --srict (did you mean '--strict'?); see ",
        ),
        (["check", "--format", "xml"], "claimgraph check: --format: 'xml' is not one of 'text', 'github', 'json', 'sa"),
        (["explain", "a", "b"], "claimgraph explain: too much is given: b; see claimgraph explain --help"),
        (["capture"], "claimgraph capture: TEXT is missing: the text, the web page or the PDF; see claimgraph capture"),
        (["quote"], "claimgraph quote: WORDS is missing: at least five words, in quotation marks; see claimgraph quo"),
        (["mv"], "claimgraph mv: OLD is missing: the id; "),
        (["diff"], "claimgraph diff: BASE is missing: the git revision to compare with, such as main or HEAD~1; see"),
        (["new", "clam", "x"], "claimgraph new: KIND: 'clam' is not one of 'claim', 'topic', 'source', 'voice'; see "),
        (["export", "xml"], "claimgraph export: FORMAT: 'xml' is not one of 'json', 'csv', "),
        (["serve", "--port", "x"], "claimgraph serve: --port: 'x' is not a valid integer; see claimgraph serve --help"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_parsed_is_wrong_use(
    capsys: pytest.CaptureFixture[str], arguments: list[str], error: str
) -> None:
    shown = said(capsys, *arguments)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.startswith(error)
    assert shown.err.count("\n") == 1


def test_a_mistaken_command_is_told_all_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "chek", "check").err.endswith(f"; there are: {', '.join(COMMANDS)}\n")


HELPED = """\
import sys
from claimgraph.cli import main
main(["--help"])
main(["new", "--help"])
print(sorted(name for name in sys.modules if name in {"pydantic", "yaml", "rapidfuzz", "regex", "msgspec", "mkdocs"}))
"""


def test_help_imports_nothing_that_the_commands_need() -> None:
    ran = subprocess.run([sys.executable, "-c", HELPED], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


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
