"""Ctrl+C is for the program alone, which then ends the processes that it started."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def held_back() -> Iterator[None]:
    """Start processes and threads that Ctrl+C does not reach; it reaches this one afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows, where they must ignore it themselves
        yield
        return
    resource_tracker.ensure_running()  # else the first process starts it, which lifts the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
