"""The application: its theme, its keymap, the open library, and which screen; nothing else."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, cast

from textual._styles_cache import StylesCache
from textual.app import App
from textual.binding import Binding

from tui.app import plain_signs
from tui.app.screens.reading import ReadingScreen
from tui.app.settings import Settings, remember_theme, settings_path
from tui.app.shelf import Shelf
from tui.library.errors import LibraryError
from tui.library.location import library_file
from tui.library.rows import Listing
from tui.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Self

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.filter import LineFilter
    from textual.theme import Theme

    from tui.app.screens.asking import AskingScreen
    from tui.app.screens.check import CheckScreen
    from tui.app.screens.desk import DeskScreen
    from tui.app.screens.library import LibraryScreen
    from tui.app.screens.opened import OpenedScreen
    from tui.app.screens.search import SearchScreen
    from tui.app.sought import Sought
    from tui.library.query.pages import Found
    from tui.library.store import Store


# Textual remembers these two looks by their colours and by the widget that asks: so it would hold
# the last thousand that were closed, with all their lines (its issue 6665). They differ by colour.
StylesCache.get_inner_outer = classmethod(StylesCache.get_inner_outer)  # type: ignore[assignment, arg-type]  # of a cached function


def _actions() -> type[Provider]:
    from tui.app.palette import Actions  # noqa: PLC0415 - loaded when the palette first opens

    return Actions


def _store(file: Path | None = None) -> Store:
    """Open a library, or a store for what is read without being kept."""
    from tui.library.store import Store  # noqa: PLC0415 - files are drawn for before it is needed

    return Store.temporary() if file is None else Store.open(file)


class NewsreaderApp(App[int]):
    """newsreader."""

    TITLE = "newsreader"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {_actions}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+p", "command_palette", N_("All actions"), show=False, priority=True, id="palette"
        ),
        Binding("ctrl+q", "quit", N_("Quit"), show=False, priority=True, id="quit"),
        # First in line where nobody types, so that what is typed next waits for the query's line.
        Binding("s", "search", N_("Search"), priority=True, id="search"),
        Binding("D", "desk", N_("Desk"), priority=True, id="desk"),
    ]

    def __init__(
        self,
        file: Path,
        library: Store | None,
        paths: Sequence[str],
        settings: Settings,
        settings_file: Path,
    ) -> None:
        super().__init__()
        self._file = file
        self._library = Shelf(library) if library else None
        """Opened when it is needed first."""
        self._paths = paths
        self._settings_file = settings_file
        if settings.theme in self.available_themes and not os.environ.get("NO_COLOR"):
            self.theme = settings.theme
        self.set_keymap(settings.keys)
        self._signs = (plain_signs.PlainSigns(),) if plain_signs.wanted() else ()

    @classmethod
    def open(cls, paths: Sequence[str], library: Path | None = None) -> Self:
        """Make the app that reads these files without keeping them; without any, the library.

        LibraryError where the library is to be read and cannot be.
        """
        settings = settings_path()
        file = library_file(library)
        store = None if paths else _store(file)
        return cls(file, store, paths, Settings.read(settings), settings)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Draw in the signs of ASCII where nothing else can be shown."""
        return [*super().get_line_filters(), *self._signs]

    def get_default_screen(self) -> LibraryScreen | OpenedScreen:
        """Start on the library, on files where some are named, on the samples where it is empty."""
        if self._library is not None and self._library.store.rows(Listing(), 0, 1):
            from tui.app.screens.library import LibraryScreen  # noqa: PLC0415 - not for files

            return LibraryScreen(self._library)
        from tui.app.screens.opened import OpenedScreen  # noqa: PLC0415 - not for the library

        return OpenedScreen(self._opened, self._paths)

    def open_library(self) -> Shelf | None:
        """Give the library; None where it cannot be opened, which is said."""
        if self._library is None:
            try:
                self._library = Shelf(_store(self._file))
            except LibraryError as error:
                self.notify(str(error), severity="error", markup=False)
        return self._library

    def show_library(self) -> LibraryScreen | None:
        """Go to the library; None where it cannot be opened, which is said."""
        from tui.app.screens.library import LibraryScreen  # noqa: PLC0415 - not for files

        library = self.open_library()
        if library is None:
            return None
        while len(self.screen_stack) > 1 and not isinstance(self.screen, LibraryScreen):
            self.pop_screen()
        if isinstance(self.screen, LibraryScreen):
            return self.screen
        screen = LibraryScreen(library)
        self.push_screen(screen)
        return screen

    def articles_came(self) -> None:
        """Have the library's screen, wherever it is, show what has come in."""
        from tui.app.screens.library import LibraryScreen  # noqa: PLC0415 - not for files

        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                screen.articles_came()

    def open_pasted(self, text: str) -> None:
        """Read pasted text over the library, without keeping it."""
        from tui.app.screens.opened import OpenedScreen  # noqa: PLC0415 - not for the library

        self.push_screen(OpenedScreen(self._opened, pasted=text))

    @cached_property
    def _opened(self) -> Shelf:
        """What is read without being kept; the library starts without it."""
        return Shelf(_store)

    def close_stores(self) -> None:
        """Finish what is being written, and close the files."""
        for shelf in (self._library, vars(self).get("_opened")):
            if shelf is not None:
                shelf.close()

    def on_mount(self) -> None:
        """Remember the theme from now on."""
        self.theme_changed_signal.subscribe(self, self._remember)

    def on_ready(self) -> None:
        """Put memory in order: the first picture is drawn."""
        from tui.app.memory import settle  # noqa: PLC0415 - not before that

        settle()

    def _remember(self, theme: Theme) -> None:
        try:
            remember_theme(self._settings_file, theme.name)
        except OSError as error:
            from tui.locale.faults import reason  # noqa: PLC0415 - seldom asked for

            self.notify(
                _("The theme cannot be remembered: {reason}").format(reason=reason(error)),
                severity="warning",
                markup=False,
            )

    async def action_search(self) -> None:
        """Ask the library, or go on where one asked it last."""
        from tui.app.screens.search import SearchScreen  # noqa: PLC0415 - seldom asked for at first

        await self._go_to(SearchScreen)

    async def action_desk(self) -> None:
        """Go to everything that was said, every figure and everybody."""
        from tui.app.screens.desk import DeskScreen  # noqa: PLC0415 - seldom asked for at first

        await self._go_to(DeskScreen)

    def on_search_screen_renamed(self) -> None:
        """Have the sources show the searches that now have a name."""
        self.articles_came()

    def on_desk_screen_opened(self, event: DeskScreen.Opened) -> None:
        """Read an article at a quote or figure."""
        self._read_found(event.found)

    def on_check_screen_opened(self, event: CheckScreen.Opened) -> None:
        """Read an article at what was heard in other words."""
        self._read_found(event.found)

    def _read_found(self, found: Found) -> None:
        from tui.app.sought import Sought  # noqa: PLC0415 - seldom asked for at first

        self._read(Sought(found.article, place=(found.item.start, found.item.end)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters to whoever types, and to a question that waits for its answer."""
        if action in ("search", "desk"):
            typing = self.focused is not None and self.focused.check_consume_key("s", "s")
            return not typing and not self.screen.is_modal
        return super().check_action(action, parameters)

    async def _go_to(self, make: Callable[[Shelf], AskingScreen]) -> None:
        """Ask what is being read, on a screen that stays as it was left."""
        shelf = self._reading.shelf
        name = f"{make} {id(shelf)}"
        if not self.is_screen_installed(name):
            self.install_screen(make(shelf), name)
        screen = cast("AskingScreen", self.get_screen(name))
        if screen not in self.screen_stack:
            await self.push_screen(screen)
        screen.enter()

    @property
    def _reading(self) -> ReadingScreen:
        """The articles that were gone to last."""
        return next(one for one in reversed(self.screen_stack) if isinstance(one, ReadingScreen))

    def on_search_screen_opened(self, event: SearchScreen.Opened) -> None:
        """Read an article at what was looked for."""
        from tui.app.sought import Sought  # noqa: PLC0415 - seldom asked for at first

        self._read(Sought(event.hit.row.id, event.query, event.hit.place))

    def _read(self, sought: Sought) -> None:
        reading = self._reading
        while self.screen is not reading:
            self.pop_screen()
        self.call_later(reading.open_at, sought)

    def action_command_palette(self) -> None:
        """Let the reader choose among all actions."""
        from textual.command import CommandPalette  # noqa: PLC0415 - seldom asked for

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("Action…")))

    def action_change_theme(self) -> None:
        """Let the reader choose a theme."""
        from textual.command import CommandPalette  # noqa: PLC0415 - seldom asked for
        from textual.theme import ThemeProvider  # noqa: PLC0415

        self.push_screen(CommandPalette(providers=[ThemeProvider], placeholder=_("Theme…")))
