"""What a list is asked for, and its rows: all that the app's first picture needs of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from tui.library.query.tree import Query
    from tui.parser import PartialDate

Show = Literal["all", "unread", "starred", "changed", "quotes", "figures"]
Order = Literal["newest", "oldest", "added", "title", "quotes", "figures"]


class Listing(NamedTuple):
    """Which articles, in which order.

    "newest" and "oldest" go by the date of publication, and where there is none by the date of
    adding; "added" is the order in which they came; "quotes" and "figures" begin with the most.
    """

    show: Show = "all"
    order: Order = "added"
    source: int | None = None
    language: str | None = None
    tag: str | None = None
    query: Query | None = None


class Near(NamedTuple):
    """An article whose place in a list is known: pages beside it need no walk through the list."""

    place: int
    article: int


class Row(NamedTuple):
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
