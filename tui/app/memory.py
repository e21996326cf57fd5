"""What the app asks of the allocators once the first picture is drawn."""

from __future__ import annotations

import gc
import sys

_M_ARENA_MAX = -8
"""An option of mallopt(3), in glibc's malloc.h."""


def settle() -> None:
    """Collect garbage again, but never look through what stays; serve every thread from one heap.

    glibc gives each thread a heap of its own, so that none waits for another. Ours take turns by
    Python's lock anyhow, and each heap only kept room that the others could have used: some 8 MB,
    and most of a megabyte more with every thousand actions.
    """
    gc.freeze()
    gc.enable()
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - not for the start

        option = getattr(ctypes.CDLL(None), "mallopt", None)
        if option is not None:  # no other C library of Linux has it
            option(_M_ARENA_MAX, 1)
