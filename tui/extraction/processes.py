"""Jobs spread over processes of this machine, one job in each at a time.

Since every process has its own pipe, one that dies is known with the job it had: that job is lost,
another process takes its place, and the rest go on.
"""

from __future__ import annotations

import multiprocessing
import signal
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from tui import locale
from tui.extraction import interrupts
from tui.extraction.work import Done

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from multiprocessing.connection import Connection

    from tui.extraction.work import Job

    Work = Callable[[Job], Done]

AHEAD = 4
"""Jobs for each process that may be done or under way while the first of them is waited for."""

_spawning = multiprocessing.get_context("spawn")  # a fork would take the threads' locks along


class _Worker:
    """A process and the job it has."""

    def __init__(self, work: Work) -> None:
        self.pipe, theirs = _spawning.Pipe()
        self._process = _spawning.Process(
            target=_serve, args=(work, theirs, locale.current()), daemon=True
        )
        with interrupts.held_back():
            self._process.start()
        theirs.close()
        self._job: Job | None = None

    def give(self, job: Job) -> None:
        self._job = job
        try:
            self.pipe.send(job)
        except OSError:
            return  # it has died; `take` will find the pipe closed

    def take(self) -> Done:
        """Give what became of the job; `died` where the process is gone with it."""
        assert self._job is not None  # noqa: S101 - only a worker that was given one is asked
        try:
            done: Done = self.pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            return Done(self._job.origin, fault=_ending(self._process.exitcode), died=True)
        return done

    def end(self) -> None:
        """End it, whatever it does. One that waits for a job has nothing to lose."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def spread(work: Work, jobs: Iterable[Job], workers: int) -> Generator[Done, None, None]:
    """Give what becomes of each job, in the order of the jobs, from up to `workers` processes."""
    source = enumerate(jobs)
    idle: list[_Worker] = []
    busy: dict[_Worker, int] = {}
    finished: dict[int, Done] = {}
    due = given = 0
    more = True
    try:
        while more or busy:
            has_room = given - due < AHEAD * workers and len(busy) < workers
            if more and has_room:
                number, job = next(source, (given, None))
                if job is None:
                    more = False
                    continue
                worker = idle.pop() if idle else _Worker(work)
                busy[worker] = number
                given += 1
                worker.give(job)
            # With room for another job, only what is there already is collected.
            ready = wait([worker.pipe for worker in busy], 0 if more and has_room else None)
            for worker in [one for one in busy if one.pipe in ready]:
                number = busy.pop(worker)
                finished[number] = worker.take()
                if finished[number].died:
                    worker.end()
                else:
                    idle.append(worker)
            while due in finished:
                yield finished.pop(due)
                due += 1
    finally:
        for worker in (*idle, *busy):
            worker.end()


def _serve(work: Work, pipe: Connection, language: str) -> None:
    """Be a worker: do jobs until nobody gives one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this one
    locale.use(language)
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):  # the program has ended, however it did
            return
        pipe.send(work(job))


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit {code}"
