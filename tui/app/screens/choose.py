"""One thing is chosen of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content

from tui.app.panes.menu import Entry, Menu
from tui.app.screens.dialog import Dialog
from tui.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class Choose(Dialog[Entry | None]):
    """Enter chooses, Esc does not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", N_("Leave it"), id="choose.leave"),
    ]

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._title = title
        self._entries = entries

    def compose(self) -> ComposeResult:
        """Draw the menu."""
        menu = Menu(id="choose")
        menu.add_class("box")
        menu.border_title = Content(self._title)
        menu.border_subtitle = _("Enter chooses · Esc leaves it")
        yield menu

    def on_mount(self) -> None:
        """Start on what is so already."""
        chosen = (n for n, entry in enumerate(self._entries) if entry.chosen)
        self.query_one(Menu).offer(self._entries, next(chosen, 0))

    def on_menu_chosen(self, event: Menu.Chosen) -> None:
        """Take the choice back with."""
        self.dismiss(event.entry)
