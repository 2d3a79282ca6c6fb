"""What is printed on a terminal alone: colours, and what is being done."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from claimgraph.cli.busy import busy
from claimgraph.cli.colours import coloured, has_colours

if TYPE_CHECKING:
    import pytest

FINDINGS = """\
claims/a/late.yml:6:5: error[unknown-claim]: opposes 'error[x]: y', which is not a claim
    6 | - claim: x
      |          ^
    = name the id of a claim
claims/a/late.yml:7:1: warning[crux-long]: it is long
"""


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_findings_in_colour_say_the_same() -> None:
    shown = coloured(FINDINGS)
    assert shown.splitlines()[0] == (
        "\x1b[1mclaims/a/late.yml:6:5\x1b[0m: \x1b[31m\x1b[1merror[unknown-claim]\x1b[0m: opposes 'error[x]: y', which "
        "is not a claim"
    )
    assert "\x1b[33m\x1b[1mwarning[crux-long]\x1b[0m: it is long\n" in shown
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[33m"):
        shown = shown.replace(code, "")
    assert shown == FINDINGS


def test_colours_are_for_terminals_whose_owner_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert has_colours(Terminal())
    assert not has_colours(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not has_colours(Terminal())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not has_colours(Terminal())


def test_what_is_being_done_is_told_on_a_terminal_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal, file = Terminal(), io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    with busy("Building"):
        assert terminal.getvalue() == "Building ..."
    assert terminal.getvalue() == "Building ...\r\x1b[K"
    monkeypatch.setattr(sys, "stderr", file)
    with busy("Building"):
        pass
    assert file.getvalue() == ""
