"""The store: articles, their evidence and their state in one SQLite database.

`Store.open(path)` opens a library on disk; `Store.temporary()` one that lives as long as the
process, for articles that are opened without being kept. Both answer the same questions, so the
app knows only one kind of list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tui.parser import Article, Document, PartialDate

Show = Literal["all", "unread", "starred", "changed", "quotes", "figures"]
Order = Literal["newest", "oldest", "added", "title", "quotes", "figures"]


@dataclass(frozen=True, slots=True)
class Listing:
    """Which articles, in which order."""

    show: Show = "all"
    order: Order = "added"
    source: int | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An article as the list shows it."""

    id: int
    title: str
    published: PartialDate | None
    language: str | None
    quotes: int | None
    """None until the article has been parsed; likewise `figures`."""
    figures: int | None
    unread: bool
    starred: bool = False
    changed: bool = False
    source: str = ""
    """The name of where it came from: a file name, a feed's title."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An article out of the store, with what the reader needs to go on where they stopped."""

    id: int
    document: Document
    article: Article | None
    """None until it has been parsed by this version of the parser."""
    origin: str
    """The path or URL it came from; "-" for standard input, "pasted" for the clipboard."""
    position: int = 0
    """Offset of the first character that was on screen."""


class Store:
    """Articles and all that is known about them. Every method may be called from any thread."""

    @classmethod
    def open(cls, path: Path) -> Self: ...

    @classmethod
    def temporary(cls) -> Self: ...

    def close(self) -> None: ...

    def add(self, documents: Iterable[tuple[Document, str]]) -> list[int]:
        """Add documents with their origins in one transaction; an article already here keeps its id."""

    def count(self, listing: Listing = Listing()) -> int: ...

    def rows(self, listing: Listing, offset: int, limit: int) -> Sequence[Row]:
        """A page of the list: cost does not grow with the library."""

    def index_of(self, listing: Listing, id: int) -> int | None: ...

    def get(self, id: int) -> Kept | None: ...

    def put_evidence(self, id: int, article: Article) -> None: ...

    def set_read(self, ids: Iterable[int], read: bool = True) -> None: ...

    def set_position(self, id: int, offset: int) -> None: ...
