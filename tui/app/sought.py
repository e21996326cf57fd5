"""What was found in an article elsewhere, and is to be seen in its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.panes.marks import Item
    from tui.library.query import Query
    from tui.parser import Article


@dataclass(frozen=True, slots=True)
class Sought:
    """A passage of an article: the words of a query, or a place."""

    article: int
    query: Query | None = None
    place: tuple[int, int] | None = None
    """Where the quote or figure stands that was chosen, or the first match."""

    @property
    def label(self) -> str:
        """What was looked for, in words."""
        return " ".join(self.query.text.split()) if self.query else ""

    def matches(self, text: str) -> list[tuple[int, int]]:
        """Give every place in the article's text where the words stand, or else the one place."""
        if self.query is None:
            return []
        from tui.library import search  # noqa: PLC0415 - its grammar is not for the start

        found = search.matches(self.query, text)
        return found or ([self.place] if self.place else [])

    def item(self, article: Article | None) -> Item | None:
        """Give the quote or figure that stands at the place."""
        if article is None or self.place is None:
            return None
        items: tuple[Item, ...] = (*article.quotes, *article.figures)
        return next((item for item in items if (item.start, item.end) == self.place), None)
