"""Articles that are read without being kept: files that were named, pasted text, the samples."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.loading import Batch, load_into, load_pasted
from tui.app.panes.article_list import ArticleList
from tui.app.screens.exporting import Exporting
from tui.library.errors import LibraryError
from tui.locale import N_, _, format_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from tui.app.app import NewsreaderApp
    from tui.app.shelf import Shelf


class OpenedScreen(Exporting):
    """Reads what is not in the library."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "keep", N_("Keep"), id="article.keep"),
        Binding("L", "library", N_("Library"), id="library"),
        Binding("A", "add", N_("Add a file or folder to the library"), show=False, id="add"),
    ]

    class Loaded(Message):
        """Articles came into the store."""

        def __init__(self, batch: Batch, *, opened: bool = False) -> None:
            self.batch = batch
            self.opened = opened
            """Whether the reader asked for just this one."""
            super().__init__()

    class Finished(Message):
        """All that was asked for is loaded."""

    def __init__(self, shelf: Shelf, paths: Sequence[str] = (), pasted: str | None = None) -> None:
        super().__init__(shelf, ArticleList(id="articles"))
        self.paths = paths
        self._pasted = pasted
        self._problems: list[str] = []

    def begin(self) -> None:
        """Start loading once the empty panes are drawn."""
        super().begin()
        self.call_after_refresh(self._load)

    @work(thread=True, group="load")
    def _load(self) -> None:
        if self._pasted is not None:
            self.post_message(self.Loaded(load_pasted(self.shelf.store, self._pasted), opened=True))
            return
        worker = get_current_worker()
        for batch in load_into(self.shelf.store, self.paths):
            if worker.is_cancelled:
                return
            self.post_message(self.Loaded(batch))
        self.post_message(self.Finished())

    @work(thread=True, group="load")
    def _load_pasted(self, text: str) -> None:
        self.post_message(self.Loaded(load_pasted(self.shelf.store, text), opened=True))

    def on_article_list_pasted(self, event: ArticleList.Pasted) -> None:
        """Open pasted text as an article."""
        self._load_pasted(event.text)

    def on_opened_screen_loaded(self, event: Loaded) -> None:
        """List what came, and show the first of it."""
        batch = event.batch
        self._problems += batch.problems
        if batch.articles:
            count = self.shelf.store.count(self.listing)
            self.articles.set_count(count)
            self.articles.border_subtitle = format_number(count)
            if event.opened:
                self.open(batch.articles[0])
                self.follow()
            elif self.wanted is None:
                self.show(batch.articles[0])

    def on_opened_screen_finished(self) -> None:
        """Say what could not be read; open an article that came alone."""
        count = self.shelf.store.count(self.listing)
        hint = _(
            "newsreader FILE or FOLDER opens yours. Text pasted here opens too.\n"
            "a keeps the article on show in the library, A adds a file or folder, L opens it."
        )
        self.articles.set_hint("" if self.paths and count else hint)
        if self.paths and count == 1 and self.wanted is not None:
            self.open(self.wanted)
            self.action_go_to("reader")
        if self._problems:
            self.say_problems(self._problems)

    # -- into the library

    @work(group="keep")
    async def action_keep(self) -> None:
        """Keep the article on show."""
        from tui.intake import keep  # noqa: PLC0415 - not for the start

        kept = self.shown
        library = cast("NewsreaderApp", self.app).open_library()
        if kept is None or library is None:
            return
        try:
            added = await library.change(lambda store: keep(store, kept))
        except LibraryError as error:
            self.say_fault(error)
            return
        cast("NewsreaderApp", self.app).articles_came()
        if added.outcome == "known":
            self.notify(_("It is in the library already; L opens it."))
        else:
            self.notify(_("Kept in the library; L opens it."))

    def action_library(self) -> None:
        """Go to the library."""
        cast("NewsreaderApp", self.app).show_library()

    @work(group="add", exclusive=True)
    async def action_add(self) -> None:
        """Add a file or a folder to the library, and go there."""
        from tui.app.screens.prompts import ask_path  # noqa: PLC0415 - seldom asked for

        path = await ask_path(self.app)
        if path and (library := cast("NewsreaderApp", self.app).show_library()) is not None:
            library.add(path)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what applies now."""
        if action == "keep":
            return self.shown is not None
        return super().check_action(action, parameters)
