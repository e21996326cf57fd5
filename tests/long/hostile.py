"""The hostile collection at full size: each file by itself, with its time and its memory.

python -m tests.long.hostile [--size 1.0] [--seconds 60] [--memory 1000]

A file that takes longer, needs more megabytes, prints a byte that drives a terminal or ends in a
traceback is told at the end, and the exit status is 1. Linux only: it asks /proc for the memory.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.hostile.collection import COLLECTION, write
from tests.hostile.test_commands import ALLOWED

PROGRAM = """
import sys, time
from pathlib import Path
from tui.cli import main
sys.argv = ["newsreader", "extract", "--format", "jsonl", sys.argv[1]]
try:
    status = main()
finally:
    [peak] = [s for s in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in s]
    print(time.process_time(), int(peak.split()[1]) / 1000, file=sys.stderr)
sys.exit(status)
"""


def send(file: Path, seconds: float) -> tuple[str | None, float, float]:
    """Give what is wrong, the seconds of CPU, and the megabytes at most."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(file)],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return f"over {seconds:.0f} s", seconds, 0.0
    *errors, used = done.stderr.decode().splitlines()
    taken, peak = map(float, used.split())
    wrong = None
    if "Traceback (most recent call last):" in errors:
        wrong = errors[-1]
    elif any(ord(c) not in ALLOWED for c in done.stdout.decode() + "".join(errors)):
        wrong = "a byte that drives a terminal"
    return wrong, taken, peak


def main() -> int:
    parser = argparse.ArgumentParser(description="Send the hostile collection at full size.")
    parser.add_argument("--size", type=float, default=1.0, help="megabytes of what is big")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--memory", type=int, default=1_000, help="megabytes at most")
    given = parser.parse_args()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        files = write(Path(folder), int(given.size * 1_000_000))
        for attack, file in zip(COLLECTION, files, strict=True):
            wrong, taken, peak = send(file, given.seconds)
            print(f"{taken:6.2f} s {peak:6.0f} MB  {attack.name!a}: {attack.against}")
            if peak > given.memory:
                wrong = f"{peak:.0f} MB"
            if wrong:
                faults.append(f"{attack.name!a}: {wrong}")
    print(*faults or ["nothing went wrong"], sep="\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
