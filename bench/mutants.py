"""Runs the tests on one mutant after the other, as a plugin of pytest.

Mutmut's own runs collect the tests again for each mutant, which takes many times as long as the tests that notice it.
Here they are collected once, and a fork of that process runs the tests that reach the changed function, the fastest
first, until one fails. No test has run in it before, so nothing is cached from the code without the change.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pytest
from _pytest.runner import runtestprotocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AT_IMPORT: Final = ("claimgraph.captures.folding.x__plain__", "claimgraph.captures.folding.x__of__")
"""Functions that run only when their module is imported, before any fork. Their mutants get a new process each."""
UNCHANGED: Final = "unchanged"
NOTICED: Final = "noticed"
SURVIVED: Final = "survived"
UNREACHED: Final = "no test reaches it"

_CHOSEN: Final = "MUTANT_UNDER_TEST"
"""The environment variable with the name of the mutant that Mutmut's code runs."""
_SECONDS: Final = 60
"""The time limit of one test, by which a mutant that never ends is noticed."""
_MEMORY: Final = 4 << 30
"""The limit of address space in bytes, by which a mutant that fills the memory is noticed."""


@dataclass(slots=True, kw_only=True)
class Trial:
    """Tries mutants. `tests` has the tests for each mutant, by its name, and `found` its result."""

    tests: Mapping[str, Sequence[str]]
    found: dict[str, str] = field(default_factory=dict)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try each mutant. Raises UsageError if a test fails without any change."""
        items = {item.nodeid: item for item in session.items}
        gc.freeze()
        if _status(UNCHANGED, session.items) != SURVIVED:
            raise pytest.UsageError("a test fails without any change")
        for mutant, names in self.tests.items():
            if mutant.startswith(AT_IMPORT):
                self.found[mutant] = _status_at_import(mutant)
            else:
                self.found[mutant] = _status(mutant, [items[name] for name in names]) if names else UNREACHED
        return True


def _status(mutant: str, items: Sequence[pytest.Item]) -> str:
    child = os.fork()
    if not child:
        _try(mutant, items)
    _, status = os.waitpid(child, 0)
    return NOTICED if status else SURVIVED


def _try(mutant: str, items: Sequence[pytest.Item]) -> None:
    """Run tests until one fails, and end this process, with 0 if all pass."""
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        os.environ[_CHOSEN] = mutant
        status = int(any(map(_fails, items)))
    finally:
        os._exit(status)


def _fails(item: pytest.Item) -> bool:
    signal.alarm(_SECONDS)
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def _status_at_import(mutant: str) -> str:
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "--rootdir=.", "-q", "-x", "--hypothesis-profile=mutation", "tests/captures"],
        env=os.environ | {_CHOSEN: mutant},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return NOTICED if tested.returncode else SURVIVED
