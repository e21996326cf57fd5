"""A list that is read a page at a time as one goes down it, however long it is.

It holds the pages around the cursor. How high a row stands is kept of all that were read, so that
one can go back up; what is in them is asked for again. A list whose end is wanted before all of it
is read begins anew from there, and is read on as one goes up: its pages count from the end then.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, Protocol

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.app.keys import MOVES, Move
from tui.app.panes.cards import clip
from tui.app.panes.cells import component_style
from tui.app.panes.lines import Lines
from tui.locale import N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from tui.app.panes.cards import Row

PAGE = 50
"""Rows asked for at once; every page but the last has so many."""

KEPT_PAGES = 8

BAR = "▌ "
"""Stands before every line of the row under the cursor."""


class Drawing(Protocol):
    """How the rows of a list look."""

    height: int
    """Lines of a row."""

    def draw(self, item: Any, width: int) -> Sequence[Row]:
        """Give the lines of a row, at most `height` of at most `width` cells."""

    def group(self, item: Any) -> str:
        """Name the group that a row belongs to; "" where rows are not grouped."""


class PagedList(Lines, inherit_bindings=False):
    """Rows with a cursor, and a heading where another group begins."""

    ALLOW_SELECT = False

    DEFAULT_CSS: ClassVar[str] = """
    PagedList {
        height: 1fr;
        padding: 0 1;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;

        .paged--bar {
            color: $primary;
        }

        .paged--group, .paged--title {
            text-style: bold;
        }

        .paged--group {
            color: $primary;
        }

        .paged--match {
            background: $accent 35%;
            text-style: underline;
        }

        .paged--detail, .paged--hint {
            color: $foreground 60%;
        }

        .paged--words {
            color: $text-success;
        }

        .paged--reported {
            color: $text-secondary;
            text-style: italic;
        }

        .paged--number {
            color: $text-warning;
            text-style: bold;
        }

        .paged--gone {
            color: $text-error;
            text-style: strike;
        }

        .paged--new {
            color: $text-success;
            text-style: bold underline;
        }

        .paged--cursor {
            background: $foreground 10%;
        }

        &:focus .paged--cursor {
            background: $primary 25%;
        }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "paged--cursor",
        "paged--bar",
        "paged--group",
        "paged--title",
        "paged--text",
        "paged--match",
        "paged--detail",
        "paged--words",
        "paged--reported",
        "paged--number",
        "paged--gone",
        "paged--new",
        "paged--hint",
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        Binding("enter", "open", N_("Open"), id="results.open"),
    ]

    class Highlighted(Message):
        """The cursor is on another row."""

        def __init__(self, item: Any) -> None:
            self.item = item
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            """Let the last report stand for those before it."""
            return isinstance(message, PagedList.Highlighted)

    class Opened(Message):
        """A row was entered or clicked on."""

        def __init__(self, item: Any) -> None:
            self.item = item
            super().__init__()

    class Wanted(Message):
        """A page is not here: `add` it."""

        def __init__(self, number: int) -> None:
            self.number = number
            super().__init__()

    class Turned(Message):
        """The other end is wanted, and too far to read on to: `show` the list from there."""

        def __init__(self, *, from_end: bool) -> None:
            self.from_end = from_end
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._drawing: Drawing | None = None
        self._turns = False
        """Whether the list can be read from its end."""
        self._from_end = False
        """Whether it is."""
        self._hint = ""
        self._tops = [0]
        """Where each row begins, its heading included, and where the last ends."""
        self._pages: dict[int, Sequence[Any]] = {}
        self._asked: set[int] = set()
        self._first_group = self._last_group = ""
        self._more = False
        self._cursor = 0
        self._looks: dict[tuple[str, bool], Style] = {}
        self._drawn: dict[int, Sequence[Row]] = {}

    # -- values down

    def show(
        self,
        drawing: Drawing,
        items: Sequence[Any],
        *,
        more: bool,
        hint: str = "",
        turns: bool = False,
        from_end: bool = False,
    ) -> None:
        """Show a first page in the place of all that was here; a hint where it is empty.

        `from_end`: it is the last page. `turns`: either end can be had at once.
        """
        self._drawing = drawing
        self._hint = hint
        self._turns, self._from_end = turns, from_end
        self._tops, self._pages, self._cursor, self._more = [0], {}, 0, False
        self._first_group = self._last_group = ""
        self._asked.clear()
        self.scroll_to(y=0, animate=False, immediate=True)
        self.add(0, items, more=more)
        if from_end:
            self._cursor = max(0, self.count - 1)
            self._bring_on_screen()
        self._tell_highlighted()

    def add(self, number: int, items: Sequence[Any], *, more: bool) -> None:
        """Put a page in its place; `more` where another one follows it."""
        drawing = self._drawing
        if drawing is None:
            return
        self._asked.discard(number)
        if number * PAGE == self.count:
            self._more = more
            if self._from_end:
                self._put_before(drawing, items)
            else:
                self._put_after(drawing, items)
        self._pages[number] = items
        while len(self._pages) > KEPT_PAGES:
            del self._pages[max(self._pages, key=lambda kept: abs(kept - number))]
        self._drawn.clear()
        self.refresh()

    def _put_after(self, drawing: Drawing, items: Sequence[Any]) -> None:
        for item in items:
            group = drawing.group(item)
            headed = bool(group) and group != self._last_group
            self._last_group = group
            self._tops.append(self._tops[-1] + drawing.height + headed)
        self.set_extent(Size(0, self._tops[-1]))

    def _put_before(self, drawing: Drawing, items: Sequence[Any]) -> None:
        """Put rows above the others, which stay where they are on screen."""
        tops, before, group = [0], "", ""
        for item in items:
            group = drawing.group(item)
            tops.append(tops[-1] + drawing.height + (bool(group) and group != before))
            before = group
        # What headed the first of the others is their heading no more where it goes on.
        added = tops[-1] - (bool(group) and group == self._first_group)
        self._tops = [*tops, *(top + added for top in self._tops[1:])]
        self._first_group = drawing.group(items[0]) if items else self._first_group
        self.set_extent(Size(0, self._tops[-1]))
        self._cursor += len(items)
        self.scroll_to(y=self.scroll_offset.y + added, animate=False, immediate=True)

    @property
    def count(self) -> int:
        """The number of rows that were read so far."""
        return len(self._tops) - 1

    @property
    def cursor(self) -> int:
        """The number of the row under the cursor, from 0."""
        return self._cursor

    @property
    def highlighted(self) -> Any:
        """The row under the cursor; None where there is none."""
        return self._item(self._cursor)

    # -- keys and mouse

    def action_move(self, to: Move) -> None:
        """Move the cursor: by a row, or to the row about a screenful away."""
        if not self.count:
            return
        here, height = self._cursor, self.size.height
        if to in ("down", "up"):
            index = here + (1 if to == "down" else -1)
        elif to in ("top", "bottom"):
            if self._more and self._turns and self._from_end == (to == "top"):
                self.post_message(self.Turned(from_end=not self._from_end))
                return
            index = 0 if to == "top" else self.count - 1
        else:
            step = max(1, height // 2 if to.startswith("half") else height - 1)
            down = to.endswith("down")
            there = self._row_at(self._tops[here] + (step if down else -step))
            index = max(there, here + 1) if down else min(there, here - 1)
        self._move_to(index)

    def action_open(self) -> None:
        """Enter the row under the cursor."""
        if (item := self.highlighted) is not None:
            self.post_message(self.Opened(item))

    def on_click(self, event: events.Click) -> None:
        """Enter the row that was clicked on."""
        line = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if 0 <= line < self._tops[-1]:
            self._move_to(self._row_at(line))
            self.action_open()

    def _move_to(self, index: int) -> None:
        index = max(0, min(index, self.count - 1))
        if index != self._cursor:
            before, self._cursor = self._cursor, index
            for changed in (before, index):
                top, bottom = self._tops[changed], self._tops[changed + 1]
                self.refresh_lines(top, bottom - top)
            self._tell_highlighted()
        self._bring_on_screen()
        ahead = index if self._from_end else self.count - index
        if ahead <= PAGE // 2:
            self._want_more()

    def _bring_on_screen(self) -> None:
        if self.count:
            top, bottom = self._tops[self._cursor], self._tops[self._cursor + 1]
            self.scroll_to_region(
                Region(0, top, 1, bottom - top), animate=False, immediate=True, x_axis=False
            )

    def _tell_highlighted(self) -> None:
        self.post_message(self.Highlighted(self.highlighted))

    # -- pages

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Read on before the end comes on screen."""
        super().watch_scroll_y(old_value, new_value)
        height = self.size.height
        ahead = new_value if self._from_end else self._tops[-1] - new_value - height
        if ahead <= height:
            self._want_more()

    def _want_more(self) -> None:
        if self._more:
            self._want(self.count // PAGE)

    def _want(self, number: int) -> None:
        if number not in self._asked:
            self._asked.add(number)
            self.post_message(self.Wanted(number))

    def _row_at(self, line: int) -> int:
        return min(max(0, bisect_right(self._tops, line) - 1), self.count - 1)

    def _item(self, index: int) -> Any | None:
        if not 0 <= index < self.count:
            return None
        number, place = divmod(self.count - 1 - index if self._from_end else index, PAGE)
        page = self._pages.get(number)
        if page is None:
            self._want(number)
            return None
        if place >= len(page):
            return None
        return page[-1 - place] if self._from_end else page[place]

    # -- drawing

    def on_resize(self) -> None:
        """Draw the rows for another width; the cursor stays on screen."""
        self._drawn.clear()
        self._bring_on_screen()

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._looks.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is on screen."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        if line >= self._tops[-1]:
            text = self._hint if line == 1 and not self.count else ""
            row: Row = ((clip(text, max(0, width - len(BAR))), "hint"),)
            return self._strip(row, width, here=False)
        index = self._row_at(line)
        rows = self._rows(index, width)
        place = line - self._tops[index]
        headed = self._tops[index + 1] - self._tops[index] > len(rows)
        here = index == self._cursor and not (headed and place == 0)
        return self._strip(self._line(index, rows, place, headed=headed), width, here=here)

    def _line(self, index: int, rows: Sequence[Row], place: int, *, headed: bool) -> Row:
        if not headed:
            return rows[place]
        if place:
            return rows[place - 1]
        item = self._item(index)
        group = self._drawing.group(item) if self._drawing and item is not None else ""
        return ((clip(group, self.scrollable_content_region.width - len(BAR)), "group"),)

    def _rows(self, index: int, width: int) -> Sequence[Row]:
        """Give the lines of a row without its heading, just as many as its height."""
        rows = self._drawn.get(index)
        if rows is None:
            assert self._drawing is not None  # noqa: S101 - there are rows
            item = self._item(index)
            drawn = self._drawing.draw(item, width - len(BAR)) if item is not None else ()
            height = self._drawing.height
            rows = [*drawn[:height], *[()] * (height - len(drawn))]
            if item is not None:
                self._drawn[index] = rows
        return rows

    def _strip(self, row: Row, width: int, *, here: bool) -> Strip:
        segments = [Segment(BAR if here else " " * len(BAR), self._look("bar", here=here))]
        segments += [Segment(text, self._look(look, here=here)) for text, look in row]
        return Strip(segments).adjust_cell_length(width, self._look("", here=here))

    def _look(self, look: str, *, here: bool) -> Style:
        style = self._looks.get((look, here))
        if style is None:
            names = [f"paged--{name}" for name in ("cursor" if here else "", look) if name]
            style = self._looks[look, here] = component_style(self, *names)
        return style
