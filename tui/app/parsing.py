"""Which article is parsed next: the one being read, those on screen from the top down, the rest."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.parser import Article, Document


class ParseOrder:
    """Articles that wait for their evidence; one that the parser failed on waits no more."""

    def __init__(self) -> None:
        self._reading: int | None = None
        self._viewed: deque[int] = deque()
        self._rest: deque[int] = deque()
        self._failed: set[int] = set()

    def read(self, article: int) -> None:
        """Put the article that is being read before all others."""
        self._reading = article if article not in self._failed else None

    def view(self, articles: Iterable[int]) -> None:
        """Have these wait, and no longer those that have left the screen."""
        self._viewed = deque(article for article in articles if article not in self._failed)

    def add(self, articles: Iterable[int]) -> None:
        """Have these wait behind all others."""
        self._rest = deque(article for article in articles if article not in self._failed)

    def fail(self, article: int) -> None:
        """Never give this one again."""
        self._failed.add(article)

    @property
    def failed(self) -> int:
        """How many the parser has failed on."""
        return len(self._failed)

    @property
    def urgent(self) -> bool:
        """Whether somebody is waiting to read the next one."""
        return self._reading is not None

    @property
    def waiting(self) -> bool:
        """Whether there is a next one."""
        return bool(self.urgent or self._viewed or self._rest)

    def take(self) -> int | None:
        """Take the next article; None when none waits."""
        if self._reading is not None:
            article, self._reading = self._reading, None
            return article
        waiting = self._viewed or self._rest
        return waiting.popleft() if waiting else None


async def find_evidence(document: Document) -> Article:
    """Parse in a thread that nothing waits for at the end: who quits over a long text quits now."""
    from tui.parser import parse  # noqa: PLC0415 - its word lists are not for the start

    loop = asyncio.get_running_loop()
    found: asyncio.Future[Article] = loop.create_future()

    def tell(article: Article | None, error: Exception | None) -> None:
        if found.done():  # nobody waits any longer
            return
        if article is not None:
            found.set_result(article)
        elif error is not None:
            found.set_exception(error)

    def work() -> None:
        article = error = None
        try:
            article = parse(document)
        except Exception as raised:  # noqa: BLE001 - it is raised where somebody waits
            error = raised
        with suppress(RuntimeError):  # the app has ended
            loop.call_soon_threadsafe(tell, article, error)

    Thread(target=work, name="parse", daemon=True).start()
    return await found
