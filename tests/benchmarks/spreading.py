"""What spreading articles over processes costs, and whether memory grows with their number.

python -m tests.benchmarks.spreading FOLDER [--megabytes 10] [--workers 1 2]

FOLDER holds .txt articles, which are repeated up to so many megabytes. The load of the machine is
said beside the clock's times: a busy one has no second core to give.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.start import ROOT
from tui.extraction.processes import spread as spread_over
from tui.extraction.work import Job, extract
from tui.parser import Document
from tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

ARTICLES = 200


class Spread(NamedTuple):
    """How it spreads."""

    cost: float
    """Processor time of two processes and their reader, as a multiple of one process's."""
    clock: float
    """Time by the clock of two processes, as a multiple of one's."""
    most: float
    """Processes that one reader can keep busy: all of the work by what the reader does of it."""
    memory: float
    """Of a run over ten times the articles, as a multiple."""


def spread(texts: Sequence[str]) -> Spread:
    """Measure over these texts, again and again."""
    jobs = [Job(Document.plain(texts[n % len(texts)]), str(n), "json") for n in range(ARTICLES)]
    began = time.process_time()
    for job in jobs:
        extract(job)
    alone = time.process_time() - began
    began = time.process_time()
    for _done in spread_over(extract, jobs, 2):
        pass
    reader = time.process_time() - began
    small, large = (_run(texts, number) for number in (ARTICLES // 4, ARTICLES * 10 // 4))
    two = _run(texts, ARTICLES, "--workers", "2")
    one = _run(texts, ARTICLES)
    return Spread(
        two.processor / one.processor,
        two.clock / one.clock,
        alone / reader,
        large.memory / small.memory,
    )


class _Run(NamedTuple):
    clock: float
    processor: float
    memory: float


def _run(texts: Sequence[str], number: int, *options: str) -> _Run:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "articles.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            for n in range(number):
                lines.write(json.dumps({"id": n, "text": texts[n % len(texts)]}) + "\n")
        command = [sys.executable, "-m", "tui", "extract", "--format", "jsonl", *options, str(file)]
        began = time.perf_counter()
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
        spent = os.wait4(running.pid, 0)[2]
        running.returncode = 0
        took = time.perf_counter() - began
        return _Run(took, spent.ru_utime + spent.ru_stime, spent.ru_maxrss)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    arguments = parser.parse_args()
    texts = [clean(path.read_text("utf-8")) for path in sorted(arguments.folder.rglob("*.txt"))]
    each = sum(len(text.encode()) for text in texts) / len(texts) / 1e6
    number = max(1, round(arguments.megabytes / each))
    print(f"{number} articles, {number * each:.1f} MB, {os.cpu_count()} cores")
    print(
        f"{'workers':>7}{'seconds':>9}{'KB/s':>7}{'processor':>11}{'load before':>13}{'after':>7}"
    )
    for workers in arguments.workers:
        before = os.getloadavg()[0]
        run = _run(texts, number, "--workers", str(workers))
        speed = number * each * 1000 / run.clock
        print(
            f"{workers:>7}{run.clock:9.1f}{speed:7.0f}{run.processor:11.1f}"
            f"  {before:.1f}, {os.getloadavg()[0]:.1f}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
