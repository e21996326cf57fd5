"""The application: its theme, its keymap, the open store, and which screen; nothing else."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding

from tui.app.screens.reading import ReadingScreen
from tui.app.settings import Settings, remember_theme, settings_path
from tui.library.store import Store
from tui.locale import N_, _
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Self

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.theme import Theme


def _actions() -> type[Provider]:
    from tui.app.palette import Actions  # noqa: PLC0415 - loaded when the palette first opens

    return Actions


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
    ]

    def __init__(
        self, store: Store, paths: Sequence[str], settings: Settings, settings_file: Path
    ) -> None:
        super().__init__()
        self._store = store
        self._paths = paths
        self._settings_file = settings_file
        if settings.theme in self.available_themes and not os.environ.get("NO_COLOR"):
            self.theme = settings.theme
        self.set_keymap(settings.keys)

    @classmethod
    def open(cls, paths: Sequence[str]) -> Self:
        """Make the app that reads these files, which are not kept."""
        file = settings_path()
        return cls(Store.temporary(), paths, Settings.read(file), file)

    def get_default_screen(self) -> ReadingScreen:
        """Start on the reading screen."""
        return ReadingScreen(self._store, self._paths)

    def on_mount(self) -> None:
        """Remember the theme from now on."""
        self.theme_changed_signal.subscribe(self, self._remember)

    def on_ready(self) -> None:
        """Collect garbage again: the first picture is drawn."""
        gc.enable()

    def _remember(self, theme: Theme) -> None:
        try:
            remember_theme(self._settings_file, theme.name)
        except OSError as error:
            self.notify(
                _("The theme cannot be remembered: {reason}").format(
                    reason=clean_line(error.strerror or str(error))
                ),
                severity="warning",
                markup=False,
            )

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
