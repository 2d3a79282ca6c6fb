"""What a shell completes: commands, options, and ids."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete

from claimgraph.cli.main import COMMAND_LINE, COMMANDS
from claimgraph.rules.catalogue import RULES
from tests.cli.running import Said

if TYPE_CHECKING:
    from tests.cli.running import Checkout


def completed(checkout: Checkout, *words: str) -> list[str]:
    """Return what may stand for the last word."""
    asked = ShellComplete(COMMAND_LINE, {}, "claimgraph", "_CLAIMGRAPH_COMPLETE")
    found = asked.get_completions(["--root", str(checkout.root), *words[:-1]], words[-1])
    return [each.value for each in found]


def test_commands(checkout: Checkout) -> None:
    assert completed(checkout, "") == list(COMMANDS)
    assert completed(checkout, "ex") == ["export", "explain"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["analyse", "ti"], ["timetable-unchanged"]),
        (["analyse", "fares-up", "ta"], ["target-met"]),
        (["quote", "--source", ""], ["bus-hearing-2021", "harbour-news-2021"]),
        (["quote", "some words", "--source", "h"], ["harbour-news-2021"]),
        (["capture", "text.txt", "--source", "b"], ["bus-hearing-2021"]),
        (["mv", "buse"], ["buses"]),
        (["mv", "h"], ["half-late", "harbour-news-2021"]),
        (["mv", "half-late", "--topic", ""], ["buses", "fares"]),
        (["new", ""], ["claim", "topic", "source", "voice"]),
        (["new", "claim", "late", "--topic", "f"], ["fares"]),
        (["check", "--format", ""], ["text", "github", "json", "sarif"]),
        (["check", "--s"], ["--strict"]),
        (["explain", "quote-n"], [rule for rule in sorted(RULES) if rule.startswith("quote-n")]),
    ],
    ids=" ".join,
)
def test_ids_choices_and_options(checkout: Checkout, words: list[str], found: list[str]) -> None:
    assert completed(checkout, *words) == found


def test_outside_a_checkout_no_id_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ShellComplete(COMMAND_LINE, {}, "claimgraph", "_CLAIMGRAPH_COMPLETE")
    assert asked.get_completions(["analyse"], "") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_for_a_shell(checkout: Checkout, shell: str) -> None:
    shown = checkout.run("completion", shell)
    assert (shown.status, shown.err) == (0, "")
    assert f"_CLAIMGRAPH_COMPLETE={shell}_complete" in shown.out


def test_a_shell_that_is_not_known(checkout: Checkout) -> None:
    assert checkout.run("completion", "csh") == Said(
        status=2,
        out="",
        err="claimgraph completion: SHELL: 'csh' is not one of 'bash', 'zsh', 'fish'; "
        "see claimgraph completion --help\n",
    )


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_an_id(checkout: Checkout) -> None:
    """The program is called by the path that is typed, so that it need not be on the PATH."""
    program = Path(sys.executable).with_name("claimgraph")
    script = f"""
eval "$('{program}' completion bash)"
COMP_WORDS=(claimgraph analyse half) COMP_CWORD=2
_claimgraph_completion '{program}'
echo "${{COMPREPLY[@]}}"
complete -p claimgraph
"""
    bash = shutil.which("bash") or ""
    ran = subprocess.run([bash, "-c", script], cwd=checkout.root, capture_output=True, text=True, check=True)
    assert ran.stdout == "half-late\ncomplete -o nosort -F _claimgraph_completion claimgraph\n"
