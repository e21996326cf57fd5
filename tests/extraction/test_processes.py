from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tui.extraction.processes import AHEAD, spread
from tui.extraction.work import Done, Job, extract
from tui.parser import Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def jobs(*texts: str) -> list[Job]:
    return [Job(Document.plain(text), f"n° {n}", "json") for n, text in enumerate(texts)]


def deadly(job: Job) -> Done:
    if "mortel" in job.document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return Done(job.origin, written=job.document.text)


def slow_at_first(job: Job) -> Done:
    if "premier" in job.document.text:
        time.sleep(0.5)
    return Done(job.origin, written=job.document.text)


def test_processes_give_what_one_gives_in_the_same_order() -> None:
    texts = [f"« Il en faut {n} », a dit Anne Roux. Il manque {n} écoles." for n in range(2, 40)]
    given = jobs(*texts, "", "« Fin »")
    assert list(spread(extract, given, 3)) == list(map(extract, given))


def test_no_job_no_process() -> None:
    assert list(spread(extract, [], 2)) == []


def test_a_late_first_job_holds_its_place_and_bounds_what_is_read() -> None:
    taken = 0

    def counted() -> Iterator[Job]:
        nonlocal taken
        for job in jobs("premier", *(f"suivant {n}" for n in range(40))):
            taken += 1
            yield job

    results = spread(slow_at_first, counted(), 2)
    assert next(results).written == "premier"
    assert taken <= 2 * AHEAD
    assert [done.written for done in results] == [f"suivant {n}" for n in range(40)]


def test_a_process_that_dies_costs_its_own_job_only() -> None:
    given = jobs("un", "mortel", "deux", "mortel aussi", *(f"suite {n}" for n in range(9)))
    results = list(spread(deadly, given, 2))
    assert [done.origin for done in results] == [job.origin for job in given]
    assert [done.fault for done in results if done.died] == ["SIGKILL", "SIGKILL"]
    assert [done.written for done in results if not done.died] == [
        job.document.text for job in given if "mortel" not in job.document.text
    ]


def test_those_who_stop_listening_leave_no_process() -> None:
    results = spread(slow_at_first, jobs("un", *["premier"] * 9), 2)
    assert next(results).written == "un"
    results.close()
    assert not multiprocessing.active_children()


def test_the_command_prints_the_same_whatever_the_workers(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": n, "text": f"« Non », a dit Léa Petit à {n} élus."}) for n in range(9)
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join([*lines[:4], "pas du JSON", *lines[4:]]))
    one, two = (
        subprocess.run(
            [sys.executable, "-m", "tui", "extract", "--format", "jsonl", "--workers", n, file],
            capture_output=True,
            check=False,
        )
        for n in "12"
    )
    assert two.stdout == one.stdout
    assert len(two.stdout.splitlines()) == len(lines)
    assert two.stderr == one.stderr
    assert (one.returncode, two.returncode) == (1, 1)


@pytest.mark.parametrize("number", ["0", "-1", "two", "²", "1000"])
def test_a_number_of_workers_that_makes_no_sense_is_one_line(number: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "extract", f"--workers={number}", "a.txt"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a group of processes is Unix's")
def test_ctrl_c_ends_all_processes_and_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    line = json.dumps({"text": "« Non », a dit Léa Petit à 40 élus.\n\n" * 100})
    file.write_text(f"{line}\n" * 400)
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "extract", "--format", "jsonl", "--workers", "2", file],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        _, errors = running.communicate(timeout=20)
    assert running.returncode == 130
    assert errors == b""
    deadline = time.monotonic() + 20
    while has_processes(running.pid):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def has_processes(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
