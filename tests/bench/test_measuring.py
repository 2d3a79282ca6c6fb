"""What a command costs: its processes' memory together, and what it says of itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bench.measuring import CommandError, Cost, measure, median, of_parts
from bench.memory import memory_together

LARGE = 40_000_000

FAMILY = f"""
import os, sys
held = bytearray(os.urandom(1)) * {LARGE}
ready, go = os.pipe(), os.pipe()
for child in range(2):
    if os.fork() == 0:
        own = bytearray(b"x") * {LARGE}
        os.write(ready[1], b"r")
        os.read(go[0], 1)
        os._exit(0)
for child in range(2):
    os.read(ready[0], 1)
print("ready", flush=True)
sys.stdin.read()
os.write(go[1], b"gg")
for child in range(2):
    os.wait()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the memory of several processes together")
def test_memory_of_all_processes_counts_what_forks_share_once() -> None:
    with subprocess.Popen(
        (sys.executable, "-c", FAMILY), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        together = memory_together(process.pid)
        process.stdin.close()
    assert 3 * LARGE < together < 4.9 * LARGE
    assert process.returncode == 0


def test_a_process_alone_is_left_to_the_kernels_count() -> None:
    with subprocess.Popen(
        (sys.executable, "-c", "input()"), stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert memory_together(process.pid) == 0
    assert memory_together(process.pid) == 0


def test_cost_of_a_command() -> None:
    cost = measure((sys.executable, "-c", f"print(len(bytearray(b'x') * {LARGE}))"))
    assert cost.said == f"{LARGE}\n"
    assert cost.wall > 0
    assert cost.cpu > 0
    assert cost.peak > LARGE


def test_a_command_that_fails() -> None:
    command = (sys.executable, "-c", "import sys; print('said'); sys.exit(3)")
    with pytest.raises(CommandError) as failure:
        measure(command)
    assert str(failure.value) == f"{' '.join(command)}\nexit status 3: said"
    assert measure(command, accepted=(3,)).said == "said\n"


def test_parts_have_their_own_seconds_and_the_memory_of_the_whole() -> None:
    said = '[{"wall": 1, "cpu": 10}, {"wall": 5, "cpu": 20}, {"wall": 3, "cpu": 60}]'
    assert of_parts(Cost(wall=99, cpu=99, peak=7, said=said)) == Cost(wall=3, cpu=20, peak=7)


def test_median_of_each_number() -> None:
    costs = [Cost(wall=1, cpu=9, peak=5), Cost(wall=2, cpu=8, peak=4), Cost(wall=9, cpu=1, peak=6, said="last")]
    assert median(costs) == Cost(wall=2, cpu=8, peak=5, said="last")
