"""What the machine refuses: a full disk, a folder that cannot be written, a file that keeps a reader waiting."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.cli.running import COUNTED, Checkout, Said, said
from tests.site.checkouts import checkout as laid
from tests.site.checkouts import manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 60
"""Seconds after which a command that hangs is ended."""

LIMITED = """\
import resource, sys
from claimgraph.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(main(sys.argv[2:]))
"""
"""A command that can write no file of more than some bytes, as on a disk that is nearly full."""


def run(*command: str, stdout: int = subprocess.PIPE, **environment: str) -> Said:
    """Run a program that is ended where it hangs; `environment` is set for it beside what is set already."""
    ran = subprocess.run(
        command,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=LONG,
        env={**os.environ, **environment},
    )
    return Said(status=ran.returncode, out=ran.stdout or "", err=ran.stderr)


@contextmanager
def waiting_for_nothing() -> Iterator[None]:
    """End what hangs: the test then fails."""

    def end(*_: object) -> NoReturn:
        pytest.fail(f"it still waits after {LONG} seconds")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(LONG)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def limited(size: int, root: Path, *arguments: str) -> Said:
    """Run a command that can write no file of more than `size` bytes; its coverage could not be written either."""
    command = (sys.executable, "-c", LIMITED, str(size), "--root", str(root), *arguments)
    return run(*command, COVERAGE_PROCESS_CONFIG="")


def test_a_full_disk_ends_a_capture(checkout: Checkout) -> None:
    shown = limited(100, checkout.root, "capture", str(checkout.texts / "bus-hearing-2021.txt"))
    path = "sources/bus-hearing-2021.capture.json"
    assert shown == Said(status=2, out="", err=f"claimgraph capture: cannot write '{path}': File too large\n")


def test_a_full_disk_ends_new(checkout: Checkout) -> None:
    shown = limited(100, checkout.root, "new", "topic", "trams")
    assert shown == Said(
        status=2, out="", err="claimgraph new: cannot write 'claims/trams/_topic.yml': File too large\n"
    )


def test_a_full_disk_ends_an_import(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "map.argdown").write_text("[Fares are fair]: A ticket is worth its price.\n", "utf-8")
    shown = limited(100, checkout.root, "import", str(tmp_path / "map.argdown"), "--topic", "fares")
    told = "claimgraph import: cannot write 'claims/fares/fares-are-fair.yml': File too large\n"
    assert shown == Said(status=2, out="", err=told)


def test_a_full_disk_ends_an_export(checkout: Checkout, tmp_path: Path) -> None:
    shown = limited(100, checkout.root, "export", "csv", "--output", str(tmp_path / "out"))
    told = f"claimgraph export: cannot write into '{tmp_path / 'out'}': File too large\n"
    assert shown == Said(status=2, out="", err=told)


def test_a_full_disk_ends_a_move_and_no_file_is_lost(checkout: Checkout) -> None:
    before = checkout.files()
    shown = limited(100, checkout.root, "mv", "half-late", "late-by-half")
    assert shown == Said(status=2, out="", err="claimgraph mv: File too large; everything was put back\n")
    assert checkout.files() == before


@pytest.mark.parametrize("size", [10, 1_000, 20_000])
def test_a_full_disk_ends_a_build_and_the_old_site_stays(tmp_path: Path, size: int) -> None:
    made = laid(tmp_path / "checkout")
    (made.root / "site/search").mkdir(parents=True)
    made.write("site/index.html", "old")
    before = manifest(made.root)
    shown = limited(size, made.root, "build")
    assert shown.status in {1, 2}
    assert "File too large" in shown.err
    assert "nothing was built" in shown.err.lower()
    assert "Traceback" not in shown.err
    assert manifest(made.root) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_below_the_output_is_told(checkout: Checkout) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123  a device
        command = (sys.executable, "-m", "claimgraph", "--root", str(checkout.root), "explain")
        shown = run(*command, stdout=full.fileno())
    assert shown == Said(status=2, out="", err="claimgraph explain: No space left on device\n")


def test_a_site_below_a_file_is_told(checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    target = checkout.root / "mkdocs.yml" / "site"
    shown = said(capsys, "--root", str(checkout.root), "build", "--output", str(target))
    told = f"claimgraph build: '{target}' cannot be made: '{target.parent}' is no folder; name another folder\n"
    assert shown == Said(status=2, out="", err=COUNTED + told)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("build",), "'{root}/site' cannot be made: Read-only file system; name another folder"),
        (("serve", "--port", "0"), "'{root}/new': Read-only file system"),
        (("mv", "half-late", "later"), "'{root}/new': Read-only file system; everything was put back"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.EROFS, "Read-only file system", str(checkout.root / "new"))

    before = checkout.files()
    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    shown = checkout.run(*arguments)
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.splitlines()[-1] == f"claimgraph {arguments[0]}: {told.format(root=checkout.root)}"
    assert checkout.files() == before


@pytest.mark.parametrize("arguments", [("new", "source", "a"), ("capture", "bus-hearing-2021.txt")])
def test_a_data_folder_that_cannot_be_written_is_told(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.chdir(checkout.texts)
    monkeypatch.setattr(Path, "open" if arguments[0] == "new" else "write_bytes", refuse)
    path = "sources/a.yml" if arguments[0] == "new" else "sources/bus-hearing-2021.capture.json"
    told = f"claimgraph {arguments[0]}: cannot write '{path}': Read-only file system\n"
    assert checkout.run(*arguments) == Said(status=2, out="", err=told)


def test_a_capture_is_not_written_through_a_link(checkout: Checkout, tmp_path: Path) -> None:
    path = checkout.root / "sources/bus-hearing-2021.capture.json"
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere.json")
    shown = checkout.run("capture", checkout.texts / "bus-hearing-2021.txt")
    told = "claimgraph capture: 'sources/bus-hearing-2021.capture.json' is no plain file: remove it\n"
    assert shown == Said(status=2, out="", err=told)
    assert not (tmp_path / "elsewhere.json").exists()


PIPES = [
    "mkdocs.yml",
    "docs/index.md",
    "docs/assets/favicon.svg",
    "docs/pipe.html",
    "site_overrides/claimgraph/claim.html",
    "claims/_glossary.yml",
    "claims/_measures.yml",
    "claims/buses/_topic.yml",
    "sources/harbour-report.capture.json",
    "sources/harbour-report.yml",
    "voices/driver-one.yml",
]


def pipe(path: Path) -> None:
    """Put a pipe in the place of a file; whoever opens it waits."""
    path.unlink(missing_ok=True)
    os.mkfifo(path)


COMMANDS = [
    *(("build", path) for path in PIPES),
    *((command, "mkdocs.yml") for command in ("check", "export json --output out", "mv gazette journal")),
]


@pytest.mark.parametrize(("command", "path"), COMMANDS)
def test_no_command_waits_for_a_pipe(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str, command: str
) -> None:
    made = laid(tmp_path / "checkout")
    pipe(made.root / path)
    with waiting_for_nothing():
        shown = said(capsys, "--root", str(made.root), *command.split())
    told = f"{path}:1:1: error[not-a-plain-file]: '{path}' is no plain file; only plain files are read"
    assert shown.status == 1
    assert told in shown.out.splitlines()
    assert "Traceback" not in shown.err


def test_a_text_that_is_a_pipe_is_not_waited_for(checkout: Checkout) -> None:
    pipe(checkout.texts / "bus-hearing-2021.txt")
    command = (sys.executable, "-m", "claimgraph", "--root", str(checkout.root), "check")
    shown = run(*command, "--texts", str(checkout.texts))
    told = f"the text of 'bus-hearing-2021' cannot be read: '{checkout.texts}/bus-hearing-2021.txt' is no plain file"
    assert shown == Said(status=2, out="", err=f"claimgraph check: {told}\n")


def test_a_checkout_whose_settings_are_a_pipe_is_none(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(checkout.root / "mkdocs.yml")
    monkeypatch.chdir(checkout.root)
    shown = run(sys.executable, "-m", "claimgraph", "check")
    assert (shown.status, shown.out) == (2, "")
