"""Type queries into the search and the desk over a large library: what waits, and what it takes.

python -m tests.benchmarks.typing FILE

FILE is a library that tests.tools.make_library has made. A timer ticks every hundredth of a second
while queries are typed key by key; how late it comes is what a key would have waited. Then the time
from the last key to the answers on screen, and the memory of the whole program.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from unittest.mock import patch

from tests.benchmarks.queries import words
from tui.app.app import NewsreaderApp
from tui.app.panes.paged_list import PagedList
from tui.app.settings import Settings
from tui.library.store import Store

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app.screens.asking import AskingScreen

TICK = 0.01
BETWEEN = 0.06
"""Seconds between two keys: a fast typist's."""


async def _beat(late: list[float]) -> None:
    while True:
        start = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append((time.perf_counter() - start - TICK) * 1000)


async def _type(pilot: Pilot[int], text: str, shown: asyncio.Event) -> None:
    app = pilot.app
    screen = cast("AskingScreen", app.screen)
    screen.box.set_text("")
    await asyncio.sleep(0.5)
    late: list[float] = []
    beat = asyncio.create_task(_beat(late))
    for character in text[:-1]:
        screen.box.line.insert_text_at_cursor(character)
        await asyncio.sleep(BETWEEN)
    shown.clear()
    start = time.perf_counter()
    screen.box.line.insert_text_at_cursor(text[-1])
    async with asyncio.timeout(20):
        await shown.wait()
    await pilot.pause()
    taken = (time.perf_counter() - start) * 1000
    beat.cancel()
    _print(text, late, taken)


def _print(text: str, late: list[float], taken: float) -> None:
    late.sort()
    p95 = late[int(len(late) * 0.95)]
    print(
        f"{text:<34}{statistics.median(late):8.1f}{p95:8.1f}{late[-1]:8.1f}{taken:10.1f}",
        flush=True,
    )


def resident() -> float:
    """Give the memory of this process in megabytes."""
    status = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


async def main() -> None:
    """Type."""
    file = Path(sys.argv[1])
    store = Store.open(file)
    chosen = words(store)
    nobody = Path(tempfile.mkdtemp()) / "settings.toml"
    app = NewsreaderApp(file, store, (), Settings(), nobody)
    shown = asyncio.Event()
    draw = PagedList.show

    def show(results: PagedList, *values: Any, **named: Any) -> None:
        draw(results, *values, **named)
        shown.set()

    with patch.object(PagedList, "show", show):
        await _run(app, shown, chosen)


async def _run(app: NewsreaderApp, shown: asyncio.Event, chosen: dict[str, list[str]]) -> None:
    common, rare = chosen["common"][0], chosen["rare"][0]
    async with app.run_test(size=(120, 40)) as pilot:
        await asyncio.sleep(3)
        print(f"memory with the library open {resident():.0f} MB")
        print(f"{'late, ms: median, p95, worst':<34}{'':24}{'answer':>10}")
        late: list[float] = []
        beat = asyncio.create_task(_beat(late))
        await asyncio.sleep(2)
        beat.cancel()
        _print("(nobody types)", late, 0)
        await pilot.press("s")
        for text in (common, rare, f"{common} {rare}", f'"{common} {chosen["common"][1]}"',
                     f"speaker:vial {common}", "value:>1e8 unit:EUR", f"-{common}"):  # fmt: skip
            await _type(pilot, text, shown)
        print(f"memory after searching {resident():.0f} MB")
        await pilot.press("escape", "D")
        await asyncio.sleep(2)
        for key in ("1", "2", "3"):
            await pilot.press(key)
            for text in (common, "since:2026") if key != "3" else ("nora",):
                await _type(pilot, text, shown)
        for _page in range(60):
            await pilot.press("G")
            await asyncio.sleep(0.05)
        print(f"memory after the desk {resident():.0f} MB")
        await pilot.press("2", "p")
        await asyncio.sleep(3)
        print(f"memory with a picture drawn {resident():.0f} MB")


if __name__ == "__main__":
    asyncio.run(main())
