"""Jobs spread over the workers of a Dask cluster, several in each task.

The program reads the articles and prints the results, so the workers need neither its files nor
its settings: only newsreader of the same version.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING

from distributed import Client, LocalCluster
from distributed.scheduler import KilledWorker

from tui import __version__
from tui.extraction import EngineError, interrupts
from tui.extraction.work import Done
from tui.locale import _
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from distributed import Future

    from tui.extraction.work import Job

    Work = Callable[[Job], Done]

LOCAL = "local"
"""The address of a cluster that is made for the run, on this machine."""

TASK = 100_000
"""Characters of one task: its work is many times what the scheduler adds to it."""
AHEAD = 4
"""Tasks for each thread of the cluster that may be done or under way while one is waited for."""
PATIENCE = 30
"""Seconds that a cluster has to answer, and again to have a worker."""


def spread(
    work: Work, jobs: Iterable[Job], address: str, workers: int | None = None
) -> Generator[Done, None, None]:
    """Give what becomes of each job, in the order of the jobs.

    `workers` is how many processes a local cluster has; without it, one for each core.
    Raises `EngineError` where there is no cluster, or no longer one.
    """
    try:
        with _client(address, workers) as client:
            _check(client)
            yield from _spread(client, work, jobs)
    except (CancelledError, OSError) as error:  # CommClosedError is an OSError
        raise EngineError(_("the cluster is gone; what is printed is whole")) from error


def _spread(client: Client, work: Work, jobs: Iterable[Job]) -> Iterator[Done]:
    waiting: deque[tuple[list[Job], Future[list[Done]]]] = deque()
    for batch in _batches(jobs):
        waiting.append((batch, _submit(client, work, batch)))
        if len(waiting) >= AHEAD * max(1, sum(client.nthreads().values())):
            yield from _results(client, work, *waiting.popleft())
    while waiting:
        yield from _results(client, work, *waiting.popleft())


@contextmanager
def _client(address: str, workers: int | None) -> Iterator[Client]:
    if address == LOCAL:
        with interrupts.held_back():
            cluster = LocalCluster(
                n_workers=workers or os.cpu_count() or 1,
                threads_per_worker=1,
                dashboard_address="127.0.0.1:0",
                silence_logs=logging.ERROR,
            )
        with cluster, Client(cluster, set_as_default=False) as client:
            yield client
        return
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise EngineError(
            _("{address}: no Dask cluster answers there ({reason})").format(
                address=clean_line(address), reason=clean_line(str(error))
            )
        ) from error
    with client:
        yield client


def _check(client: Client) -> None:
    """See that somebody is there to do the work, and does it as it is done here."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
        versions = set(client.run(_version).values())
    except TimeoutError as error:
        raise EngineError(_("the cluster has no workers; start some, and try again")) from error
    except ModuleNotFoundError as error:
        versions = {error.name}
    if versions != {__version__}:
        raise EngineError(
            _("the workers of the cluster need newsreader {version}").format(version=__version__)
        )


def _version() -> str:
    return __version__


def _batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    batch: list[Job] = []
    size = 0
    for job in jobs:
        batch.append(job)
        size += len(job.document.text)
        if size >= TASK:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _submit(client: Client, work: Work, batch: list[Job]) -> Future[list[Done]]:
    return client.submit(_do, work, batch, pure=False)  # the same text twice is two articles


def _do(work: Work, batch: list[Job]) -> list[Done]:
    return [work(job) for job in batch]


def _results(
    client: Client, work: Work, batch: list[Job], task: Future[list[Done]]
) -> Iterator[Done]:
    try:
        yield from task.result()
    except KilledWorker:
        # Nobody says which of them it was: each is tried by itself.
        if len(batch) > 1:
            for job in batch:
                yield from _results(client, work, [job], _submit(client, work, [job]))
        else:
            yield Done(batch[0].origin, fault="KilledWorker", died=True)
