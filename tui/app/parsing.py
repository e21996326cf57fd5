"""Which article is parsed next: the one being read, then those on screen from the top down."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ParseOrder:
    """Articles that wait for their evidence."""

    def __init__(self) -> None:
        self._reading: int | None = None
        self._viewed: tuple[int, ...] = ()
        self._taken: set[int] = set()

    def read(self, article: int) -> None:
        """Put the article that is being read before all others."""
        self._reading = article

    def view(self, articles: Iterable[int]) -> None:
        """Have these wait, and no longer those that have left the screen."""
        self._viewed = tuple(articles)

    @property
    def urgent(self) -> bool:
        """Whether somebody is waiting to read the next one."""
        return self._reading is not None and self._reading not in self._taken

    def take(self) -> int | None:
        """Take the next article; None when none waits. No article is given twice."""
        for article in (self._reading, *self._viewed):
            if article is not None and article not in self._taken:
                self._taken.add(article)
                return article
        return None
