"""What the screen costs without a terminal: articles opened, searched and read, keys, resizing.

Times are processor milliseconds at 140 columns by 40 lines, the least of a few turns, which others
on the machine change the least. Lag is by the clock.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tests.benchmarks.bare import Bare
from tests.tools.make_library import articles
from tui.app.app import NewsreaderApp
from tui.library.store import Store
from tui.parser import Article, Block, Document, Figure, Quote, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from textual.app import App
    from textual.pilot import Pilot

    from tui.app.screens.library import LibraryScreen

    Placed = TypeVar("Placed", Block, Span, Figure, Quote)

SIZES = {"3 KB": 3_000, "100 KB": 100_000, "1 MB": 1_000_000}
"""The articles, and their characters."""

TURNS = 6
KEYS = 15
BURST = 100
BEAT = 0.005
"""Seconds after which the event loop is to come round again while keys rain down."""

SETTLED = 0.2
"""Seconds after which all of a new size is drawn: Textual lets a few pass before it begins."""

_SIZE = (140, 40)


def article_of(size: int, seed: int = 1) -> Article:
    """Make an invented article of about so many characters, as full of evidence as news is."""
    text = ""
    blocks: list[Block] = []
    quotes: list[Quote] = []
    figures: list[Figure] = []
    for part in articles(size, seed):
        by = len(text)
        text += part.text
        blocks += [_moved(block, by) for block in part.document.blocks]
        quotes += [_moved_quote(quote, by) for quote in part.quotes]
        figures += [
            replace(_moved(figure, by), of=figure.of and _moved(figure.of, by))
            for figure in part.figures
        ]
        if len(text) >= size:
            break
    document = Document(text, tuple(blocks), title=f"Article of {size}")
    return Article(document, "fr", tuple(quotes), (), tuple(figures), (), ())


def _moved(placed: Placed, by: int) -> Placed:
    return replace(placed, start=placed.start + by, end=placed.end + by)


def _moved_quote(quote: Quote, by: int) -> Quote:
    who = quote.speaker
    if who is not None and who.start is not None and who.end is not None:
        who = Speaker(who.name, who.role, who.start + by, who.end + by, who.how)
    return replace(_moved(quote, by), speaker=who, cue=quote.cue and _moved(quote.cue, by))


async def bare() -> dict[str, float]:
    """Measure the bare app."""
    app = Bare()
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.pause()
        return {
            "key": await _scrolling_key(pilot),
            "resize": await _resize(pilot),
            "lag": await _lag(pilot, "down"),
        }


async def reading(size: int) -> dict[str, float]:
    """Measure an article of so many characters that is in the library with its evidence."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "library.db"
        store = Store.open(file)
        short, long = article_of(500, seed=2), article_of(size)
        keys = [
            now.id for now in store.take([(a.document, a.document.title) for a in (short, long)])
        ]
        store.put_all_evidence(list(zip(keys, (short, long), strict=True)))
        store.close()
        async with _library(file) as (pilot, screen):
            found = {}
            found["open"] = await _least(
                lambda: _open(pilot, screen, keys[1]), lambda: _open(pilot, screen, keys[0])
            )
            screen.action_go_to("reader")
            await pilot.pause()
            for what, words in (("find a letter", "e"), ("find a word", "dans")):
                found[what] = await _least(lambda: _find(screen, words), lambda: _find(screen, ""))  # noqa: B023
                found[f"{what}, painted"] = await _least(
                    lambda: _find(screen, words, pilot),  # noqa: B023
                    lambda: _find(screen, "", pilot),
                )
            screen.reader.action_clear_matches()
            found["key in the text"] = await _key(pilot, "down", "up")
            found["next evidence"] = await _key(
                pilot, "right_square_bracket", "left_square_bracket"
            )
            found["lag"] = await _lag(pilot, "down")
            found["resize"] = await _resize(pilot)
            screen.action_go_to("evidence")
            await pilot.pause()
            found["key in the evidence"] = await _key(pilot, "down", "up")
            return found


async def listing(file: Path) -> dict[str, float]:
    """Measure the list and the desk of a library, which stays as it is but for what was read."""
    async with _library(file) as (pilot, _screen):
        found = {"key": await _key(pilot, "down", "up"), "lag": await _lag(pilot, "down")}
        await pilot.press("D")
        await pilot.pause(1)
        found["key at the desk"] = await _key(pilot, "down", "up")
        for _ in range(_SIZE[1]):
            await pilot.press("down")
        found["key that scrolls the desk"] = await _key(pilot, "down", "down")
        return found


@asynccontextmanager
async def _library(file: Path) -> AsyncIterator[tuple[Pilot[Any], LibraryScreen]]:
    with tempfile.TemporaryDirectory() as nobody:
        os.environ["XDG_CONFIG_HOME"] = nobody  # the settings of nobody
        app = NewsreaderApp.open([], file)
        async with app.run_test(size=_SIZE) as pilot:
            await pilot.pause(0.5)
            yield pilot, cast("LibraryScreen", app.screen)
        app.close_stores()


async def _least(
    work: Callable[[], Awaitable[None]], before: Callable[[], Awaitable[None]] | None = None
) -> float:
    taken = []
    for _ in range(TURNS):
        if before is not None:
            await before()
        began = time.process_time()
        await work()
        taken.append((time.process_time() - began) * 1000)
    return min(taken)


async def _open(pilot: Pilot[Any], screen: LibraryScreen, article: int) -> None:
    screen.open(article)
    while screen.shown is None or screen.shown.id != article:  # noqa: ASYNC110 - it has no event
        await asyncio.sleep(0.001)
    await pilot.pause()


async def _find(screen: LibraryScreen, words: str, painted: Pilot[Any] | None = None) -> None:
    screen.reader.find(words)
    if painted is not None:
        await painted.pause()


async def _key(pilot: Pilot[Any], key: str, back: str) -> float:
    """Press a key a few times, then as often the key back, and so on."""
    turns = cycle((key, back))

    async def press() -> None:
        turn = next(turns)
        for _ in range(KEYS):
            await pilot.press(turn)

    return await _least(press) / KEYS


async def _scrolling_key(pilot: Pilot[Any]) -> float:
    """Press a key at the end of what is on screen: as in a text, each brings up a line."""
    for _ in range(_SIZE[1]):
        await pilot.press("down")
    return await _key(pilot, "down", "down")


async def _resize(pilot: Pilot[Any]) -> float:
    async def there_and_back() -> None:
        for width in (_SIZE[0] - 10, _SIZE[0]):
            await pilot.resize_terminal(width, _SIZE[1])
            await pilot.pause(SETTLED)

    return await _least(there_and_back) / 2


async def _lag(pilot: Pilot[Any], key: str) -> float:
    """Give the 95th percentile of how late a beat comes, in milliseconds, while keys rain down."""
    late: list[float] = []

    async def beat() -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(BEAT)
            late.append((time.perf_counter() - began - BEAT) * 1000)

    beating = asyncio.create_task(beat())
    app: App[Any] = pilot.app
    for _ in range(BURST):
        app.simulate_key(key)
        await asyncio.sleep(0)
    await pilot.pause(0.2)
    beating.cancel()
    return statistics.quantiles(late, n=20)[-1]
