"""Finding in the text on show: the bar to type in, and the matches in the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from tui.app.panes.frame import Frame
from tui.app.panes.reader import Reader
from tui.app.screens.three_panes import ThreePanes
from tui.locale import N_, format_number

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.app.panes.finder import Finder


class Finding(ThreePanes):
    """Panes with a text that can be searched."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("slash", "find", N_("Find"), id="find")]

    def __init__(self) -> None:
        super().__init__()
        self.reader = Reader(id="reader")
        self.frame = Frame(id="reading")
        """Around the text."""
        self._finder: Finder | None = None
        self.match_place = ""
        """What is looked for, and which match of how many one is on; "" when nothing is."""

    def say_place(self) -> None:
        """Say how far the reader has come."""
        raise NotImplementedError

    async def action_find(self) -> None:
        """Open the bar to find by."""
        from tui.app.panes.finder import Finder  # noqa: PLC0415 - Textual's Input is slow to load

        self.show_pane("reader")
        if self._finder is None:
            self._finder = Finder(id="finder")
            await self.frame.mount(self._finder)
        self._finder.open()

    def on_finder_changed(self, event: Finder.Changed) -> None:
        """Find as it is typed."""
        self.reader.find(event.query)

    def on_finder_stepped(self, event: Finder.Stepped) -> None:
        """Go along the matches."""
        self.reader.action_match(event.step)

    def on_finder_accepted(self) -> None:
        """Stay where the match is."""
        self.reader.keep_find()
        self.reader.focus()

    def on_finder_dismissed(self) -> None:
        """Go back to where the search began."""
        self.reader.find("")
        self.reader.focus()

    def on_reader_found(self, event: Reader.Found) -> None:
        """Say which match of how many the text is on."""
        if self._finder is not None:
            self._finder.show_count(event.number, event.total)
        self.match_place = (
            f"/{event.query} {format_number(event.number)}/{format_number(event.total)}"
            if event.total
            else ""
        )
        self.say_place()
