"""The cyclic garbage collector of Python, paused while a document is parsed.

It starts whenever so many containers have been made since the last time. A parse makes tokens and
phrases by the hundred thousand, and none of them holds itself: every start finds nothing, and all
of them together take an eighth of the time, of a long text more.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_pausing = Lock()


@contextmanager
def paused() -> Iterator[None]:
    """Pause the collector inside; one that was off before stays off.

    The thread that comes first pauses it, for itself alone: threads that parse in turns without
    end would otherwise keep it off, and the garbage of everybody else with it.
    """
    if not _pausing.acquire(blocking=False):
        yield
        return
    was_on = gc.isenabled()
    try:
        gc.disable()
        yield
    finally:
        if was_on:
            gc.enable()
        _pausing.release()
