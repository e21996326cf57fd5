"""A library on disk with two sources, and the app that is opened on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.app.screens.libraries import small
from tests.conftest import picture
from tui.app.app import NewsreaderApp
from tui.app.screens.library import LibraryScreen
from tui.library.store import Listing, Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

LOOKS = 400
"""How often something is looked for before it is taken never to come."""

WAITING = frozenset({"look", "difference", "choose", "tag", "note", "ask-path", "add"})
"""Workers that look again and again, or wait for an answer."""


def make(file: Path) -> Path:
    """Keep the articles of `small` in a file: two from one source, one from another."""
    given, store = small(), Store.open(file)
    sources = [
        store.enter_source("folder", f"/presse/{name}", name) for name in ("matin", "matin", "soir")
    ]
    for row, source in zip(given.rows(Listing(), 0, 9), sources, strict=True):
        article = given.get(row.id)
        assert article is not None
        assert article.article is not None
        [added] = store.take([(article.document, f"/presse/{row.id}.txt")], source)
        store.put_evidence(added.id, article.article)
    given.close()
    store.close()
    return file


def opened(file: Path, *paths: str) -> NewsreaderApp:
    """Make the app."""
    return NewsreaderApp.open(paths, file)


def screen(app: NewsreaderApp) -> LibraryScreen:
    """Give the library's screen, which must be the one on show."""
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


async def until(pilot: Pilot[int], is_so: Callable[[], object]) -> None:
    """Wait until it is so."""
    for _look in range(LOOKS):
        if is_so():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"never so; on screen:\n{picture(pilot.app)}")


async def shows(pilot: Pilot[int], *words: str) -> str:
    """Wait until the screen shows these words; the picture then."""
    await until(pilot, lambda: all(word in picture(pilot.app) for word in words))
    return picture(pilot.app)


def panes(picture: str) -> str:
    """Give a picture without the key line, in which every new key moves others."""
    return picture.rpartition("\n")[0]


async def rest(pilot: Pilot[int]) -> str:
    """Wait until nothing is on its way, and give what is on screen."""
    same, before = 0, ""
    for _look in range(LOOKS):
        await pilot.pause(0.05)
        now = picture(pilot.app)
        busy = any(worker.group not in WAITING for worker in pilot.app.workers)
        busy |= any(getattr(one, "_renewal", None) for one in pilot.app.screen_stack)
        same = same + 1 if now == before and not busy else 0
        if same == 4:
            return now
        before = now
    raise AssertionError(f"never at rest; on screen:\n{before}")
