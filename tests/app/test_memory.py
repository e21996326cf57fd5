"""What is closed is given back: a day of reading leaves no more behind than a minute."""

from __future__ import annotations

import gc
import subprocess
import sys
from typing import TYPE_CHECKING
from weakref import WeakSet

import pytest
from textual._styles_cache import StylesCache

from tests.app.screens.kept import make, opened, rest, until

if TYPE_CHECKING:
    from pathlib import Path

HEAPS = """
import ctypes, sys, threading
from tui.app.memory import settle
libc = ctypes.CDLL(None)
if not hasattr(libc, "malloc_info"):
    sys.exit("another C library")
libc.fopen.restype = ctypes.c_void_p
settle()
together = threading.Barrier(6)
def use():
    together.wait()
    blocks = [bytes(5000 + n) for n in range(200)]
    together.wait()
threads = [threading.Thread(target=use) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
file = ctypes.c_void_p(libc.fopen(sys.argv[1].encode(), b"w"))
libc.malloc_info(0, file)
libc.fclose(file)
"""
"""Six threads use memory at once; glibc then tells which heaps there are."""


def drawn() -> list[StylesCache]:
    """Give what holds the lines of a widget, for every widget that still has any."""
    gc.collect()
    return [one for one in gc.get_objects() if type(one) is StylesCache]


async def test_a_closed_screen_leaves_no_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    app = opened(make(tmp_path / "library.db"))
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        await pilot.press("question_mark", "escape")  # what is made once stays
        await rest(pilot)
        before = WeakSet(drawn())
        for _time in range(3):
            await pilot.press("question_mark", "escape")
        await until(pilot, lambda: all(one in before for one in drawn()))
    app.close_stores()


@pytest.mark.skipif(sys.platform != "linux", reason="asks glibc")
def test_all_threads_share_one_heap(tmp_path: Path) -> None:
    told = tmp_path / "heaps.xml"
    done = subprocess.run(
        [sys.executable, "-c", HEAPS, str(told)], check=False, stderr=subprocess.PIPE
    )
    if b"another C library" in done.stderr:
        pytest.skip("not glibc")
    assert done.returncode == 0, done.stderr
    assert told.read_text("ascii").count("<heap nr=") == 1
