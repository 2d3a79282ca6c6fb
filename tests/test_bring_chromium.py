"""How a browser is found and brought, on machines that are made up."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import bring_chromium
from tests.bring_chromium import DEBIAN_PACKAGES, Machine, NoChromiumError, ways_to_install

if TYPE_CHECKING:
    from tests.bring_chromium import Command

PLAYWRIGHT = ((sys.executable, "-m", "playwright", "install", "chromium"),)
APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get")
DEBIAN = (
    (*APT, "update", "--quiet"),
    (*APT, "install", "--yes", "--quiet", "--no-install-recommends", *DEBIAN_PACKAGES),
)


class Fake:
    """A machine with these commands. `brings` is the command that an install leaves behind."""

    def __init__(
        self,
        *commands: str,
        is_root: bool = False,
        chromium: str | None = None,
        fails: str | None = None,
        brings: str | None = None,
    ) -> None:
        self.commands = set(commands)
        self.fails = fails
        self.brings = brings
        self.ran: list[Command] = []
        self.machine = Machine(
            environment={} if chromium is None else {"CHROMIUM": chromium},
            which=self.which,
            is_root=is_root,
            run=self.run,
        )

    def which(self, command: str) -> str | None:
        return f"/usr/bin/{Path(command).name}" if command in self.commands else None

    def run(self, command: Command) -> int:
        self.ran.append(command)
        if self.fails in command:
            return 1
        if "install" in command and self.brings:
            self.commands.add(self.brings)
        return 0


@pytest.fixture(autouse=True)
def without_playwrights_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bring_chromium, "_playwrights_own", lambda: None)


def find(fake: Fake) -> Path | None:
    return bring_chromium._find(fake.machine)  # noqa: SLF001


def bring(fake: Fake) -> Path:
    return bring_chromium._bring(fake.machine)  # noqa: SLF001


def test_the_variable_comes_first() -> None:
    assert find(Fake("/opt/mine", "chromium", chromium="/opt/mine")) == Path("/usr/bin/mine")


def test_an_empty_variable_is_none() -> None:
    assert find(Fake("chromium", chromium="")) == Path("/usr/bin/chromium")


def test_a_variable_that_names_nothing_is_refused() -> None:
    with pytest.raises(NoChromiumError) as refused:
        find(Fake("chromium", chromium="/opt/mine"))
    assert str(refused.value) == (
        "CHROMIUM is set to '/opt/mine', which is no program here. Install Chromium, or set the environment "
        "variable CHROMIUM to where it is, and run this again."
    )


@pytest.mark.parametrize(
    "command", ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
)
def test_each_name_on_the_path_is_found(command: str) -> None:
    assert find(Fake(command)) == Path("/usr/bin", command)


def test_the_shell_comes_before_the_whole_browser() -> None:
    assert find(Fake("google-chrome", "chromium", "chromium-headless-shell")) == Path(
        "/usr/bin/chromium-headless-shell"
    )


def test_playwrights_own_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bring_chromium, "_playwrights_own", lambda: Path("/own/chrome"))
    assert find(Fake()) == Path("/own/chrome")
    assert find(Fake("google-chrome")) == Path("/usr/bin/google-chrome")


def test_root_installs_debians() -> None:
    assert ways_to_install(Fake("apt-get", is_root=True).machine) == (DEBIAN, PLAYWRIGHT)


def test_sudo_without_a_password_installs_debians() -> None:
    expected = tuple(("sudo", "--non-interactive", *command) for command in DEBIAN)
    assert ways_to_install(Fake("apt-get", "sudo").machine) == (expected, PLAYWRIGHT)


def test_sudo_with_a_password_leaves_it_to_playwright() -> None:
    assert ways_to_install(Fake("apt-get", "sudo", fails="true").machine) == (PLAYWRIGHT,)


def test_neither_root_nor_sudo_leaves_it_to_playwright() -> None:
    assert ways_to_install(Fake("apt-get").machine) == (PLAYWRIGHT,)


def test_a_machine_without_apt_leaves_it_to_playwright() -> None:
    assert ways_to_install(Fake(is_root=True).machine) == (PLAYWRIGHT,)


def test_nothing_is_installed_where_one_is_found() -> None:
    fake = Fake("apt-get", "chromium", is_root=True)
    assert bring(fake) == Path("/usr/bin/chromium")
    assert fake.ran == []


def test_one_is_brought() -> None:
    fake = Fake("apt-get", is_root=True, brings="chromium-headless-shell")
    assert bring(fake) == Path("/usr/bin/chromium-headless-shell")
    assert tuple(fake.ran) == DEBIAN


def test_playwrights_is_brought_where_debians_fails() -> None:
    fake = Fake("apt-get", is_root=True, fails="update", brings="chromium")
    assert bring(fake) == Path("/usr/bin/chromium")
    assert tuple(fake.ran) == (DEBIAN[0], *PLAYWRIGHT)


def test_where_every_way_fails_each_is_told() -> None:
    with pytest.raises(NoChromiumError) as refused:
        bring(Fake("apt-get", is_root=True, fails="update"))
    assert str(refused.value) == (
        f"No Chromium is here, and none could be installed: `{' '.join(DEBIAN[0])}` failed; "
        f"`{' '.join(PLAYWRIGHT[0])}` brought none. "
        "Install Chromium, or set the environment variable CHROMIUM to where it is, and run this again."
    )


def test_the_command_prints_the_path(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(bring_chromium, "_this_machine", lambda: Fake("chromium").machine)
    assert bring_chromium.main() == 0
    assert capsys.readouterr().out == "/usr/bin/chromium\n"


def test_the_command_ends_with_1_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bring_chromium, "_this_machine", lambda: Fake(chromium="no-such").machine)
    assert bring_chromium.main() == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("CHROMIUM is set to 'no-such', which is no program here.")
