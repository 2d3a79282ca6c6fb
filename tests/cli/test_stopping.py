"""A command is told to stop once, and is left in peace while it puts away what it made."""

from __future__ import annotations

import signal
import threading

import pytest

from claimgraph.cli import stopping
from claimgraph.cli.stopping import Stopped, stoppable

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_stops_with_the_status_of_shells(number: signal.Signals) -> None:
    with pytest.raises(Stopped) as caught, stoppable():
        signal.raise_signal(number)
    assert caught.value.status == 128 + number


def test_a_second_signal_at_once_disturbs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with stoppable():
        with pytest.raises(Stopped):
            signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGINT)
        monkeypatch.setattr(stopping, "_PATIENCE", 0.0)
        with pytest.raises(Stopped):
            signal.raise_signal(signal.SIGINT)


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stoppable():
            signal.raise_signal(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_other_threads_are_left_alone() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    during: list[object] = []

    def run() -> None:
        with stoppable():
            during.extend(signal.getsignal(number) for number in SIGNALS)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert during == before
