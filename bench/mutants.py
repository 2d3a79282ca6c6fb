"""Runs the tests on one mutant after the other, as a plugin of pytest.

Mutmut's own runs collect the tests anew for each mutant, and that takes many times as long as the tests that notice it.
Here they are collected once, and a fork of that process runs those that reach the changed function, the quickest first,
until one fails. No test has run before in it, so that nothing is remembered from the code without the change.
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
"""What runs only as its module is imported, before there is a fork: these mutants get a new process each."""
UNCHANGED: Final = "unchanged"
NOTICED: Final = "noticed"
SURVIVED: Final = "survived"
UNREACHED: Final = "no test reaches it"

_CHOSEN: Final = "MUTANT_UNDER_TEST"
"""Where Mutmut's code looks for the mutant that it is to be."""
_SECONDS: Final = 60
"""How long one test may take: a mutant that never ends is noticed."""
_MEMORY: Final = 4 << 30
"""Bytes of address space: one that gathers things for ever is noticed before the machine is full."""


@dataclass(slots=True, kw_only=True)
class Trial:
    """Tries mutants, by name; `tests` are those to run on each. `found` says how each fared."""

    tests: Mapping[str, Sequence[str]]
    found: dict[str, str] = field(default_factory=dict)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try each mutant, after the code without a change; raises UsageError where a test fails on that."""
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
    """Run tests until one fails, and end this process: with 0 where all pass."""
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
