"""What spreading articles over processes costs, and whether memory grows with their number."""

from __future__ import annotations

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

if TYPE_CHECKING:
    from collections.abc import Sequence

ARTICLES = 200


class Spread(NamedTuple):
    """How it spreads."""

    cost: float
    """Processor time of two processes and their reader, as a multiple of one process's."""
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
    two = _run(texts, ARTICLES, "--workers", "2").processor
    one = _run(texts, ARTICLES).processor
    return Spread(two / one, alone / reader, large.memory / small.memory)


class _Run(NamedTuple):
    processor: float
    memory: float


def _run(texts: Sequence[str], number: int, *options: str) -> _Run:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "articles.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            for n in range(number):
                lines.write(json.dumps({"id": n, "text": texts[n % len(texts)]}) + "\n")
        command = [sys.executable, "-m", "tui", "extract", "--format", "jsonl", *options, str(file)]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
        spent = os.wait4(running.pid, 0)[2]
        running.returncode = 0
        return _Run(spent.ru_utime + spent.ru_stime, spent.ru_maxrss)
