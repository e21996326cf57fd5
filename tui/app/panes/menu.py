"""A menu: lines to choose from, each with a number at its right where there is one to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.message import Message

from tui.app.panes.card_list import CardList
from tui.app.panes.cards import clip
from tui.app.panes.cells import drawn, measure
from tui.locale import N_, format_number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from textual.binding import BindingType
    from textual.geometry import Size

    from tui.app.panes.cards import Row

_CHOSEN = "✓ "


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu."""

    label: str
    value: object
    """What it stands for, handed back when it is chosen."""
    count: int | None = None
    chosen: bool = False
    """Whether it is so already."""
    last: bool = False
    """Whether a group ends with it."""


class Menu(CardList):
    """Entries, with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("Choose"), id="menu.choose")
    ]

    GUESS = 1

    class Highlighted(Message):
        """The cursor moved to an entry."""

        def __init__(self, entry: Entry) -> None:
            self.entry = entry
            super().__init__()

    class Chosen(Message):
        """An entry was entered or clicked on."""

        def __init__(self, entry: Entry) -> None:
            self.entry = entry
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.entries: Sequence[Entry] = ()

    def offer(self, entries: Sequence[Entry], cursor: int) -> None:
        """Show entries, unless they are shown; what is on screen stays there where it can."""
        if (entries, cursor) == (self.entries, self.cursor):
            return
        first = self.first_on_screen
        if len(entries) != len(self.entries):
            self.refresh(layout=True)  # it may be higher or lower now
        self.entries = entries
        self.set_cards(len(entries), cursor=cursor)
        self.bring_to_top(max(0, min(first, len(entries) - 1)))
        self.put_cursor(cursor)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Give the lines that all entries take, also before any is drawn."""
        return len(self.entries) + sum(entry.last for entry in self.entries)

    def draw_card(self, index: int, width: int, *, whole: bool) -> list[Row]:  # noqa: ARG002 - one line
        """Draw an entry; a blank line ends a group."""
        entry = self.entries[index]
        number = format_number(entry.count) if entry.count is not None else ""
        mark = _CHOSEN if entry.chosen else ""
        room = width - len(number) - len(mark) - (1 if number else 0)
        label = clip(drawn(entry.label), room)
        gap = " " * (room - sum(measure(label)) + (1 if number else 0))
        row = ((mark, "number"), (label, "speaker" if entry.count else "words"), (gap, ""))
        rows: list[Row] = [(*row, (number, "fact"))]
        return [*rows, ()] if entry.last else rows

    def moved(self, index: int) -> None:
        """Report the entry under the cursor."""
        self.post_message(self.Highlighted(self.entries[index]))

    def chosen(self, index: int) -> None:
        """Report the choice."""
        self.post_message(self.Chosen(self.entries[index]))
