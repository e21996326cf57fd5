"""How fast it starts, answers a key and extracts, beside a bare Textual app on the same machine.

python -m tests.benchmarks.start [--runs 10]

The ratios come first: seconds depend on the machine, ratios hardly. The two programs take turns,
each in a pseudo-terminal of its own. A start is told twice: in time, and in processor time, which
others on the machine change less.
"""

from __future__ import annotations

import argparse
import compileall
import fcntl
import os
import resource
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
READER = ("-m", "tui", "seeds")
BARE = ("-m", "tests.benchmarks.bare")

QUIET = 0.6
"""Seconds without a byte after which a program has drawn all it had to draw."""
KEYS = 30


class Run:
    """A program in a pseudo-terminal, and when it wrote what."""

    def __init__(self, arguments: tuple[str, ...], program: str = sys.executable) -> None:
        self.started = time.perf_counter()
        self.memory = 0.0
        """The most it has had, in megabytes, once it has ended."""
        self._pid, self._fd = os.forkpty()
        if self._pid == 0:
            environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.chdir(ROOT)
            os.execve(program, [program, *arguments], environment)  # noqa: S606
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))

    def first_paint(self) -> float:
        """Wait for the first border or word; the seconds since the start."""
        while b"Article" not in self._read(20):
            pass
        return time.perf_counter() - self.started

    def until(self, words: bytes) -> float:
        """Wait until these words are drawn; the seconds since the start."""
        drawn = b""
        while words not in drawn:
            drawn += self._read(20)
        return time.perf_counter() - self.started

    def key(self, key: bytes) -> float:
        """Press a key and wait for the first byte it changes; the seconds."""
        self.rest()
        pressed = time.perf_counter()
        os.write(self._fd, key)
        self._read(5)
        return time.perf_counter() - pressed

    def drawn(self, keys: bytes = b"", quiet: float = 1.5) -> float:
        """Press keys and wait until nothing more is drawn; the seconds until the last of it."""
        pressed = last = time.perf_counter()
        os.write(self._fd, keys)
        while select.select([self._fd], [], [], quiet)[0]:
            os.read(self._fd, 1 << 16)
            last = time.perf_counter()
        return last - pressed

    def rest(self, seconds: float = 0.05) -> None:
        """Wait until nothing has been drawn for so long."""
        while select.select([self._fd], [], [], seconds)[0]:
            os.read(self._fd, 1 << 16)

    def press(self, key: bytes) -> None:
        """Press a key, and wait for nothing."""
        os.write(self._fd, key)

    def end(self) -> float:
        """End it; the processor seconds that it has taken."""
        os.kill(self._pid, signal.SIGKILL)
        spent = os.wait4(self._pid, 0)[2]
        os.close(self._fd)
        self.memory = spent.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
        return spent.ru_utime + spent.ru_stime

    def _read(self, patience: float) -> bytes:
        if not select.select([self._fd], [], [], patience)[0]:
            raise TimeoutError("the program draws nothing")
        return os.read(self._fd, 1 << 16)


class Start(NamedTuple):
    """What it takes until something is drawn, in seconds."""

    time: float
    processor: float


def starts(runs: int, ours: tuple[str, ...] = READER) -> tuple[Start, Start]:
    """Measure first paint of the reader and of the bare app, in turns.

    Of the times by the clock the medians; of the processor's the least, which others on the machine
    change the least.
    """
    found: tuple[list[Start], list[Start]] = ([], [])
    for _ in range(runs):
        for arguments, into in zip((ours, BARE), found, strict=True):
            run = Run(arguments)
            into.append(Start(run.first_paint(), run.end()))
    reader, bare = (
        Start(statistics.median(one.time for one in some), min(one.processor for one in some))
        for some in found
    )
    return reader, bare


def keys(arguments: tuple[str, ...], before: bytes = b"") -> list[float]:
    """Measure the way down a list and back, a key at a time."""
    run = Run(arguments)
    run.first_paint()
    run.rest(QUIET)
    if before:
        run.press(before)
        run.rest(QUIET)
    found = [run.key(b"\x1b[B" if number % 2 == 0 else b"\x1b[A") for number in range(KEYS)]
    run.end()
    return found


def help_cpu() -> float:
    """Give the least CPU seconds of `newsreader --help` in seven runs."""
    least = float("inf")
    for _ in range(7):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "tui", "--help"], stdout=subprocess.DEVNULL, check=True, cwd=ROOT
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least


def extraction() -> float:
    """Give the kilobytes that `extract` reads in a second, its start included."""
    samples = sorted((ROOT / "seeds").iterdir())
    with tempfile.TemporaryDirectory() as folder:
        copies = 40
        for number in range(copies):
            for sample in samples:
                (Path(folder) / f"{number}-{sample.name}").write_bytes(sample.read_bytes())
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "tui", "extract", "--format", "jsonl", folder],
            stdout=subprocess.DEVNULL,
            check=True,
            cwd=ROOT,
        )
        took = time.perf_counter() - began
    return copies * sum(sample.stat().st_size for sample in samples) / 1000 / took


def compile_ours() -> None:
    """Compile the program as pip does when it installs; Textual beside it is compiled already."""
    compileall.compile_dir(ROOT / "tui", quiet=1)


def main() -> int:
    """Measure and print."""
    compile_ours()
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    ours, bare = starts(runs)
    bare_key = statistics.median(keys(BARE))
    list_key = statistics.median(keys(READER))
    reader_key = statistics.median(keys(READER, before=b"\r"))
    print(f"first paint, against a bare app    {ours.time / bare.time:.2f}")
    print(f"the same in processor time         {ours.processor / bare.processor:.2f}")
    print(f"key to paint in the list           {list_key / bare_key:.2f}")
    print(f"key to paint in the text           {reader_key / bare_key:.2f}")
    print(
        f"first paint                        {ours.time * 1000:.0f} ms, "
        f"bare {bare.time * 1000:.0f} ms; of processor {ours.processor * 1000:.0f} ms, "
        f"bare {bare.processor * 1000:.0f} ms"
    )
    print(
        f"key to paint                       list {list_key * 1000:.1f} ms, "
        f"text {reader_key * 1000:.1f} ms, bare {bare_key * 1000:.1f} ms"
    )
    print(f"--help                             {help_cpu() * 1000:.0f} ms of CPU")
    print(f"extract                            {extraction():.0f} KB/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
