"""Search: every article of the library, asked for as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message

from tui.app.panes.hits import HitRows
from tui.app.panes.key_line import KeyLine
from tui.app.panes.paged_list import PAGE, PagedList
from tui.app.panes.query_box import QueryBox
from tui.app.screens.asking import AskingScreen
from tui.library import search
from tui.locale import N_, _, format_number, ngettext

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.panes.paged_list import Drawing
    from tui.app.screens.asking import Count, Fetch
    from tui.library.query import Query
    from tui.library.query.pages import Hit, SearchOrder


class SearchScreen(AskingScreen):
    """A query over the articles that answer it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "sort", N_("Newest/best"), id="search.sort"),
        Binding("ctrl+s", "save", N_("Save"), id="search.save"),
        Binding("ctrl+s", "forget", N_("Forget"), id="search.forget"),
    ]

    class Opened(Message):
        """An article is to be read, at what was looked for in it."""

        def __init__(self, hit: Hit, query: Query) -> None:
            self.hit = hit
            self.query = query
            super().__init__()

    _order: SearchOrder = "newest"

    def compose(self) -> ComposeResult:
        """Lay the query over the answers."""
        with Vertical(id="asking") as pane:
            pane.border_title = _("Search")
            yield QueryBox()
            yield PagedList(id="results")
        yield KeyLine()

    def drawing(self) -> Drawing:
        """Show articles with the words that were found in them."""
        return HitRows()

    def question(self) -> tuple[Fetch, Count]:
        """Ask for articles."""
        query, order = self.asking, self._order
        return (
            lambda after, stop: search.search(
                self.store, query, order, limit=PAGE, after=after, stop=stop
            ),
            lambda stop: search.count(self.store, query, stop=stop),
        )

    def said(self, count: int | None) -> str:
        """Say how many articles, and in which order."""
        orders = {"newest": _("newest first"), "rank": _("best of the last added first")}
        number = (
            _("counting…")
            if count is None
            else ngettext("{count} article", "{count} articles", count).format(
                count=format_number(count)
            )
        )
        return f"{number} · {orders[self._order]}"

    def nothing(self) -> str:
        """Say that no article answers."""
        return _("No article says that.") if self.asking else _("There is no article yet.")

    def on_paged_list_opened(self, event: PagedList.Opened) -> None:
        """Have the article read."""
        self.post_message(self.Opened(event.item, self.asking))

    def action_sort(self) -> None:
        """Put the newest first, or what matches best."""
        self._order = "rank" if self._order == "newest" else "newest"
        self.ask()
