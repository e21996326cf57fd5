"""Search: every article of the library, asked for as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.message import Message

from tui.app.panes.frame import Frame
from tui.app.panes.hits import HitRows
from tui.app.panes.key_line import KeyLine
from tui.app.panes.paged_list import PAGE, PagedList
from tui.app.panes.query_box import QueryBox
from tui.app.screens.asking import AskingScreen
from tui.library import search
from tui.library.errors import LibraryError
from tui.locale import N_, _, format_number, ngettext
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.panes.paged_list import Drawing
    from tui.app.screens.asking import Count, Fetch
    from tui.app.shelf import Shelf
    from tui.library.query import Query
    from tui.library.query.pages import Hit, SearchOrder
    from tui.library.search import Saved
    from tui.library.store import Store


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

    class Renamed(Message):
        """Other searches have a name than before."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._order: SearchOrder = "newest"
        self._saved: list[Saved] = []

    def on_mount(self) -> None:
        """Know which searches have a name."""
        self._read_saved()

    def compose(self) -> ComposeResult:
        """Lay the query over the answers."""
        with Frame(id="asking") as pane:
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
            lambda after, reverse, stop: search.search(
                self.store, query, order, limit=PAGE, after=after, reverse=reverse, stop=stop
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

    @property
    def turns(self) -> bool:
        """Say that what matches best has no end of its own."""
        return self._order == "newest"

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

    # -- searches with a name

    @property
    def _saved_as(self) -> Saved | None:
        """The search that is typed, where it has a name."""
        asked = " ".join(self.asking.text.split())
        return next((one for one in self._saved if " ".join(one.query.split()) == asked), None)

    @work(group="saved")
    async def _read_saved(self) -> None:
        try:
            self._saved = await self.shelf.ask(search.saved)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
        self.refresh_bindings()

    @work(group="saved")
    async def action_save(self) -> None:
        """Give what is asked a name, under which it stands among the sources."""
        from tui.app.screens.prompt import Prompt  # noqa: PLC0415 - seldom asked for

        text = self.asking.text
        name = await self.app.push_screen_wait(
            Prompt(
                _("Save this search"),
                " ".join(text.split()),
                hint=_("its name among the sources; one that is there already asks this from now"),
            )
        )
        if name is not None and (name := clean_line(name)):
            told = _("Saved: {name}").format(name=name)
            await self._change(lambda store: search.save(store, name, text), told)

    @work(group="saved")
    async def action_forget(self) -> None:
        """Take the name away from what is asked."""
        if (one := self._saved_as) is not None:
            told = _("Forgotten: {name}").format(name=one.name)
            await self._change(lambda store: search.forget(store, one.id), told)

    async def _change(self, change: Callable[[Store], object], told: str) -> None:
        try:
            await self.shelf.change(change)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.notify(told, markup=False)
        self._read_saved()
        self.post_message(self.Renamed())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Save what is asked and has no name; forget what has one."""
        if action == "save":
            return bool(self.asking) and self._saved_as is None
        if action == "forget":
            return self._saved_as is not None
        return super().check_action(action, parameters)
