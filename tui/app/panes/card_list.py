"""A list of cards of different heights, with a cursor; the card under it may be taller.

A card is a few rows of runs. Only those near the screen are laid out, since a long article has
thousands; the others count for a guess until then. Where each begins is a running sum, so that a
line finds its card by bisection.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.app.keys import MOVES, Move
from tui.app.panes.cells import component_style
from tui.app.panes.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import ClassVar

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from tui.app.panes.cards import Row

BAR = "▌ "
"""Stands before every row of the card under the cursor."""

AHEAD = 4
"""Screenfuls that are laid out at a time, on either side."""


class CardList(Lines, inherit_bindings=False):
    """Cards, the drawing of which is left to a subclass."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--cursor",
        "card--bar",
        "card--speaker",
        "card--words",
        "card--number",
        "card--fact",
        "card--hint",
    }

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES]

    GUESS: ClassVar[int] = 4
    """Rows that a card counts for until it is laid out."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._count = 0
        self._cursor = -1
        self._cards: dict[int, list[Row]] = {}
        """Those laid out so far."""
        self._heights: list[int] = []
        self._tops = [0]
        self._width = 0
        self._hint = ""
        self._looks: dict[tuple[str, bool], Style] = {}

    # -- for a subclass to say

    def draw_card(self, index: int, width: int, *, whole: bool) -> list[Row]:
        """Give the rows of a card; `whole` for the one under the cursor."""
        raise NotImplementedError

    def moved(self, index: int) -> None:
        """Hear that a key or the mouse put the cursor on a card."""

    def chosen(self, index: int) -> None:
        """Hear that a card was entered or clicked on."""

    # -- values down

    def set_cards(self, count: int, *, cursor: int = -1, hint: str = "") -> None:
        """Show so many cards; where there are none, a hint."""
        self._count, self._hint = count, hint
        self._cursor = min(cursor, count - 1)
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True)
        self._bring_on_screen(self._cursor)

    def put_cursor(self, index: int) -> None:
        """Put the cursor on a card, and the card on screen, without reporting it; -1 for none."""
        if index != self._cursor:
            changed = [n for n in (self._cursor, index) if 0 <= n < len(self._heights)]
            self._cursor = index
            for n in changed:
                self._cards.pop(n, None)
            self._fit([range(n, n + 1) for n in changed], 1)
            for n in changed:
                self.refresh_lines(self._tops[n], self._heights[n])
        self._bring_on_screen(index)

    @property
    def cursor(self) -> int:
        """The card under the cursor, from 0; -1 where it is on none."""
        return self._cursor

    def bring_to_top(self, index: int) -> None:
        """Scroll so that a card is the first on screen, where there is so much to scroll."""
        if index < len(self._heights):  # none is laid out while the pane is hidden
            self._settle(index)
            self.scroll_to(y=self._tops[index], animate=False, immediate=True)

    @property
    def first_on_screen(self) -> int:
        """The first card whose head is on screen, from 0."""
        top = self.scroll_offset.y
        index = max(0, bisect_right(self._tops, top) - 1)
        return index if self._tops[index] >= top else min(index + 1, self._count - 1)

    # -- keys and mouse

    def action_move(self, to: Move) -> None:
        """Move the cursor: by a card, or to the card about a screenful away."""
        if not self._heights:
            return
        height = self.scrollable_content_region.height
        here = self._cursor
        if to in ("down", "up"):
            index = here + (1 if to == "down" else -1) if here >= 0 else self.first_on_screen
        elif to in ("top", "bottom"):
            index = 0 if to == "top" else self._count - 1
        else:
            step = max(1, height // 2 if to.startswith("half") else height - 1)
            step = step if to.endswith("down") else -step
            line = self._tops[max(0, here)] + step
            index = bisect_right(self._tops, line, 0, self._count) - 1
            index = max(index, here + 1) if step > 0 else min(index, here - 1)
        self._go_to(index)

    def action_choose(self) -> None:
        """Enter the card under the cursor."""
        if self._count:
            self._go_to(self._cursor if self._cursor >= 0 else self.first_on_screen)
            self.chosen(self._cursor)

    def on_click(self, event: events.Click) -> None:
        """Enter the card that was clicked on."""
        line = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= line < self._tops[-1]:
            self._go_to(bisect_right(self._tops, line, 0, self._count) - 1)
            self.chosen(self._cursor)

    def on_focus(self) -> None:
        """Put the cursor on what is on screen."""
        if self._count and not self._is_on_screen(self._cursor):
            self._go_to(self.first_on_screen)

    def _go_to(self, index: int) -> None:
        before = self._cursor
        self.put_cursor(max(0, min(index, self._count - 1)))
        if self._cursor != before:
            self.moved(self._cursor)

    # -- where things stand

    def on_resize(self) -> None:
        """Lay the cards out for another width; the first on screen stays the first."""
        if self.scrollable_content_region.width != self._width:
            self.lay_out_anew()
        else:
            self._bring_on_screen(self._cursor)

    def lay_out_anew(self) -> None:
        """Draw all cards anew; the first on screen stays the first."""
        first = self.first_on_screen
        self._lay_out()
        if self._count:
            self.bring_to_top(max(0, first))
        self._bring_on_screen(self._cursor)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes on screen, and what a key may bring there next."""
        super().watch_scroll_y(old_value, new_value)
        self._settle(self._card_at(self.scroll_offset.y))

    def _lay_out(self) -> None:
        self._width = self.scrollable_content_region.width
        drawable = self._count if self._width > len(BAR) else 0
        self._cards = {}
        self._heights = [self.GUESS] * drawable
        self._measure()
        self._settle(0)
        self.refresh()

    def _settle(self, near: int) -> None:
        """See that a screenful of cards is laid out on either side of a card.

        Where some are not, more are than that, so that it is not for every key to do. What is first
        on screen stays there, whatever the cards above it turn out to be.
        """
        if not 0 <= near < len(self._heights):
            return
        height = max(1, self.scrollable_content_region.height)
        after, before = range(near, len(self._heights)), range(near - 1, -1, -1)
        if self._are_laid_out(after, 2 * height) and self._are_laid_out(before, height):
            return
        self._fit((after, before), AHEAD * height)

    def _are_laid_out(self, cards: range, room: int) -> bool:
        for index in cards:
            if index not in self._cards:
                return False
            room -= self._heights[index]
            if room <= 0:
                break
        return True

    def _fit(self, runs: Iterable[range], room: int) -> None:
        """Lay out as many cards of each run as fill the room, and move the others accordingly."""
        moved: set[int] = set()
        """The cards that are higher or lower than they counted for."""
        for cards in runs:
            left = room
            for index in cards:
                if left <= 0:
                    break
                rows = len(self._rows(index))
                left -= rows
                if rows != self._heights[index]:
                    self._heights[index] = rows
                    moved.add(index)
        if moved:
            top = self.scroll_offset.y
            first = self._card_at(top)
            into = top - self._tops[first]
            end = self._tops[-1]
            self._measure()
            above = self._tops[min(moved)]
            self.refresh_lines(above, max(end, self._tops[-1]) - above)
            if (there := self._tops[first] + into) != top or there > self.max_scroll_y:
                self.scroll_to(y=there, animate=False, immediate=True)

    def _rows(self, index: int) -> list[Row]:
        rows = self._cards.get(index)
        if rows is None:
            width = self._width - len(BAR)
            rows = self._cards[index] = self.draw_card(index, width, whole=index == self._cursor)
        return rows

    def _measure(self) -> None:
        self._tops = [0, *accumulate(self._heights)]
        self.set_extent(Size(self._width, self._tops[-1]))

    def _card_at(self, line: int) -> int:
        return bisect_right(self._tops, line, 0, max(1, len(self._heights))) - 1

    def _is_on_screen(self, index: int) -> bool:
        if not 0 <= index < len(self._heights):
            return False
        top = self.scroll_offset.y
        return top <= self._tops[index] < top + self.scrollable_content_region.height

    def _bring_on_screen(self, index: int) -> None:
        if 0 <= index < len(self._heights):
            self._settle(index)
            top, bottom = self._tops[index], self._tops[index + 1]
            self.scroll_to_region(
                Region(0, top, 1, bottom - top), animate=False, immediate=True, x_axis=False
            )

    # -- drawing

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._looks.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is on screen."""
        width = self.size.width
        line = y + self.scroll_offset.y
        if line >= self._tops[-1]:
            return self._hint_line(line - self._tops[-1], width)
        index = self._card_at(line)
        row = self._rows(index)[line - self._tops[index]]
        here = index == self._cursor and bool(row)
        segments = [Segment(BAR if here else " " * len(BAR), self._look("bar", here=here))]
        segments += [Segment(text, self._look(look, here=here)) for text, look in row]
        return Strip(segments).adjust_cell_length(width, self._look("", here=here))

    def _hint_line(self, line: int, width: int) -> Strip:
        text = self._hint if line == 1 and not self._count else ""
        strip = Strip([Segment(" " * len(BAR) + text, self._look("hint", here=False))])
        return strip.adjust_cell_length(width, self._look("", here=False))

    def _look(self, look: str, *, here: bool) -> Style:
        style = self._looks.get((look, here))
        if style is None:
            names = [f"card--{name}" for name in ("cursor" if here else "", look) if name]
            style = self._looks[look, here] = component_style(self, *names)
        return style
