"""The browser that the tests open pages in: found on this machine, else installed.

Run as a command it prints where the browser is. It ends with 1 where none can be had, and says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Command: TypeAlias = tuple[str, ...]
Way: TypeAlias = tuple[Command, ...]

COMMANDS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The commands that are looked for, the best first: the shell is Chromium without windows of its own.

It has the same engine, made from the same source, and takes two thirds of the time: the whole browser draws a tab strip
and its buttons for every page that a test opens, unseen.
"""

# A bare machine has no fonts at all, and then a page is nothing but empty boxes.
DEBIAN_PACKAGES = ("chromium-headless-shell", "fonts-dejavu-core")

_ADVICE = "Install Chromium, or set the environment variable CHROMIUM to where it is, and run this again."


class NoChromiumError(Exception):
    """No browser is here and none could be brought. The text says why, and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine:
    """What this module asks of the machine that it runs on.

    `which` gives the path of a command, None where there is none. `is_root` says whether this process may
    install packages by itself. `run` runs a command to its end and gives its exit code.
    """

    environment: Mapping[str, str]
    which: Callable[[str], str | None]
    is_root: bool
    run: Callable[[Command], int]


def find_chromium() -> Path | None:
    """Give the browser that this machine has: $CHROMIUM, else one on the path, else Playwright's own.

    None means that there is none. A $CHROMIUM that names no file raises NoChromiumError: whoever set it
    meant that one, and tests in another would mislead.
    """
    return _find(_this_machine())


def bring_chromium() -> Path:
    """Give the browser that this machine has, after installing one where it has none.

    Raises NoChromiumError where there is none and none can be installed.
    """
    return _bring(_this_machine())


def _find(machine: Machine) -> Path | None:
    if named := machine.environment.get("CHROMIUM"):
        if path := machine.which(named):
            return Path(path)
        message = f"CHROMIUM is set to {named!r}, which is no program here. {_ADVICE}"
        raise NoChromiumError(message)
    for command in COMMANDS:
        if path := machine.which(command):
            return Path(path)
    return _playwrights_own()


def _bring(machine: Machine) -> Path:
    if found := _find(machine):
        return found
    tried = []
    for way in ways_to_install(machine):
        tried.append(_follow(way, machine))
        if found := _find(machine):
            return found
    message = f"No Chromium is here, and none could be installed: {'; '.join(tried)}. {_ADVICE}"
    raise NoChromiumError(message)


def _follow(way: Way, machine: Machine) -> str:
    """Run the commands of one way up to the first that fails, and say how it went."""
    for command in way:
        print("$", *command, file=sys.stderr, flush=True)
        if machine.run(command) != 0:
            return f"`{' '.join(command)}` failed"
    return f"`{' '.join(way[-1])}` brought none"


def ways_to_install(machine: Machine) -> tuple[Way, ...]:
    """Give the ways to install a browser on this machine, the likeliest to work first.

    Debian's package where this process may install it, since it brings every library that the browser loads;
    then Playwright's own build, which is also the way on Ubuntu, where no such package is.
    """
    playwright: Way = ((sys.executable, "-m", "playwright", "install", "chromium"),)
    if not machine.which("apt-get"):
        return (playwright,)
    if machine.is_root:
        sudo: Command = ()
    elif machine.which("sudo") and machine.run(("sudo", "--non-interactive", "true")) == 0:
        sudo = ("sudo", "--non-interactive")
    else:
        return (playwright,)
    apt = (*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get")
    debian: Way = (
        (*apt, "update", "--quiet"),
        (*apt, "install", "--yes", "--quiet", "--no-install-recommends", *DEBIAN_PACKAGES),
    )
    return (debian, playwright)


def _playwrights_own() -> Path | None:
    # Imported here: with a browser on the path, Playwright's driver need not start.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def _run(command: Command) -> int:
    # What installers print goes to standard error: on standard output stands the path alone.
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode


def _this_machine() -> Machine:
    return Machine(environment=os.environ, which=shutil.which, is_root=os.geteuid() == 0, run=_run)


def main() -> int:
    """Print where the browser is, and give the exit code."""
    try:
        print(bring_chromium())
    except NoChromiumError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
