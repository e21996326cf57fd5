"""The list of articles, drawn a line at a time: 100,000 rows cost what one screen of them costs.

The list holds no articles. It asks a row source for the pages that are on screen, keeps a few of
them, and forgets them when told that the rows have changed.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.app.keys import MOVES, Move
from tui.app.panes.lines import Lines
from tui.library.rows import Near, Row
from tui.locale import N_, _, format_date, format_number
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import ClassVar

    from textual import events
    from textual.binding import BindingType

    RowSource = Callable[[int, int, Near | None], Sequence[Row]]
    """Gives the rows from an offset on, at most so many, by way of a row whose place is known."""

LINES = 2
"""Lines a row: the title, then the date and what was found."""

PAGE = 64
"""Rows asked for at once: more than most screens show, little enough to read within a frame."""

_NAME = 8
"""Cells of a source's name below which it says nothing."""

KEPT_PAGES = 4
"""Two are on screen at most; the others spare a question when the cursor turns back."""

_GUTTER = 2
"""Cells before the text: where the cursor is, and whether the article is unread or on show."""


class ArticleList(Lines, inherit_bindings=False):
    """Articles in two lines each, with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-list--row",
        "article-list--cursor",
        "article-list--unread",
        "article-list--shown",
        "article-list--detail",
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        Binding("enter", "open", N_("Open"), id="list.open"),
    ]

    class Highlighted(Message):
        """The cursor came to rest on an article."""

        def __init__(self, article: int) -> None:
            self.article = article
            super().__init__()

    class Opened(Message):
        """The reader asked for an article."""

        def __init__(self, article: int) -> None:
            self.article = article
            super().__init__()

    class Viewed(Message):
        """Other rows came on screen."""

        def __init__(self, rows: Sequence[Row]) -> None:
            self.rows = rows
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            """Let the last report stand for those before it."""
            return isinstance(message, ArticleList.Viewed)

    class Pasted(Message):
        """Text was pasted into the list, as it came: not yet clean."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._source: RowSource = lambda _offset, _limit, _near: ()
        self._count = 0
        self._cursor = 0
        self._shown: int | None = None
        self._pages: dict[int, Sequence[Row]] = {}
        self._ends: dict[int, tuple[int, int]] = {}
        """The first and the last article of every page that was read: the next is found by them."""
        self._hint = ""
        self._on_screen: tuple[int, int] = (0, 0)

    # -- values down

    def show(self, source: RowSource, count: int) -> None:
        """List the source's rows."""
        self._source = source
        self.set_count(count)

    def set_count(self, count: int, cursor: int | None = None) -> None:
        """Read the rows anew, of which there are now so many.

        The cursor goes to a row, and stays at its height on screen; None leaves it on its number.
        """
        height = self._cursor * LINES - self.scroll_offset.y
        self._pages.clear()
        self._ends.clear()
        self._count = count
        self.set_extent(Size(0, count * LINES))
        moved = cursor is not None and cursor != self._cursor
        self._cursor = max(0, min(self._cursor if cursor is None else cursor, count - 1))
        if moved:
            self.scroll_to(y=self._cursor * LINES - height, animate=False, immediate=True)
            self.highlight(self._cursor)
        self._on_screen = (0, 0)
        self.refresh()
        self._tell_viewed()

    def set_hint(self, hint: str) -> None:
        """Say something in the empty space below the last row."""
        self._hint = hint
        self.refresh()

    def set_shown(self, article: int | None) -> None:
        """Mark the article that the reader shows."""
        self._shown = article
        self.refresh()

    def update_rows(self) -> None:
        """Read the rows on screen anew: something about them has changed."""
        self._pages.clear()
        self.refresh()

    def highlight(self, index: int) -> None:
        """Put the cursor on a row, and the row on screen, without reporting it."""
        index = max(0, min(index, self._count - 1))
        previous, self._cursor = self._cursor, index
        self.refresh_lines(previous * LINES, LINES)
        self.refresh_lines(index * LINES, LINES)
        self.scroll_to_region(
            Region(0, index * LINES, 1, LINES), animate=False, immediate=True, x_axis=False
        )

    @property
    def cursor(self) -> int:
        """The number of the row that the cursor is on, from 0."""
        return self._cursor

    @property
    def highlighted(self) -> Row | None:
        """The row that the cursor is on."""
        return self.row(self._cursor)

    def index_of(self, article: int | None) -> int | None:
        """Give the place of an article where that is in the pages at hand."""
        return next(
            (
                number * PAGE + place
                for number, page in self._pages.items()
                for place, row in enumerate(page)
                if row.id == article
            ),
            None,
        )

    # -- keys and mouse

    def action_move(self, to: Move) -> None:
        """Move the cursor."""
        screenful = max(1, self.size.height // LINES)
        step = {
            "down": 1,
            "up": -1,
            "page_down": screenful,
            "page_up": -screenful,
            "half_down": max(1, screenful // 2),
            "half_up": -max(1, screenful // 2),
            "top": -self._count,
            "bottom": self._count,
        }[to]
        self._move_to(self._cursor + step)

    def action_open(self) -> None:
        """Ask for the article under the cursor."""
        if row := self.highlighted:
            self.post_message(self.Opened(row.id))

    def on_click(self, event: events.Click) -> None:
        """Open the article that was clicked on."""
        index = (event.y + self.scroll_offset.y) // LINES
        if 0 <= index < self._count:
            self._move_to(index)
            self.action_open()

    def on_paste(self, event: events.Paste) -> None:
        """Report pasted text."""
        event.stop()
        if event.text.strip():
            self.post_message(self.Pasted(event.text))

    def _move_to(self, index: int) -> None:
        before = self._cursor
        self.highlight(index)
        if self._cursor != before and (row := self.highlighted):
            self.post_message(self.Highlighted(row.id))

    # -- drawing

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Report the rows that came on screen."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_viewed()

    def on_resize(self) -> None:
        """Keep the cursor on screen, and report the rows that came on it."""
        self.highlight(self._cursor)
        self._tell_viewed()

    def _tell_viewed(self) -> None:
        first = self.scroll_offset.y // LINES
        last = min(self._count, first + self.size.height // LINES + 1)
        if (first, last) != self._on_screen and first < last:
            self._on_screen = (first, last)
            rows = [row for index in range(first, last) if (row := self.row(index))]
            self.post_message(self.Viewed(rows))

    def row(self, index: int) -> Row | None:
        """Give a row by its number."""
        if not 0 <= index < self._count:
            return None
        number, place = divmod(index, PAGE)
        page = self._pages.pop(number, None)
        if page is None:
            page = self._source(number * PAGE, PAGE, self._near(number))
            if page:
                self._ends[number] = (page[0].id, page[-1].id)
            while len(self._pages) >= KEPT_PAGES:
                del self._pages[next(iter(self._pages))]
        self._pages[number] = page  # the latest used stands last
        return page[place] if place < len(page) else None

    def _near(self, number: int) -> Near | None:
        """Give an article that stands next to a page, where one has been read."""
        if number - 1 in self._ends:
            return Near(number * PAGE - 1, self._ends[number - 1][1])
        if number + 1 in self._ends:
            return Near((number + 1) * PAGE, self._ends[number + 1][0])
        return None

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is on screen."""
        width = self.scrollable_content_region.width
        index, line = divmod(y + self.scroll_offset.y, LINES)
        row = self.row(index)
        if row is None:
            return self._hint_line(y + self.scroll_offset.y - self._count * LINES, width)
        here = index == self._cursor
        style = self.get_component_rich_style(
            "article-list--cursor" if here else "article-list--row"
        )
        if line == 0:
            state = "●" if row.unread else "›" if row.id == self._shown else " "
            text = clean_line(row.title) or _("Untitled")
            kind = "unread" if row.unread else "shown" if row.id == self._shown else None
        else:
            state = "★" if row.starred else " "
            text, kind = self._detail(row, width - _GUTTER), "detail"
        if kind is not None and not (here and kind == "detail" and self.has_focus):
            style += self.get_component_rich_style(f"article-list--{kind}", partial=True)
        gutter = ("▌" if here else " ") + state
        return Strip([Segment(gutter + _fit(text, width - _GUTTER), style)], width)

    def _detail(self, row: Row, width: int) -> str:
        """Say when the article appeared and what was found in it: "févr. 2023 · 11 « · 7 #".

        Where it came from comes last, where there is room for enough of it.
        """
        parts = [_("changed")] if row.changed else []
        parts += [format_date(row.published)] if row.published else []
        if row.quotes is None or row.figures is None:
            parts.append("…")
        else:
            parts += [f"{format_number(row.quotes)} «", f"{format_number(row.figures)} #"]
        told = " · ".join(parts)
        room = width - cell_len(told) - len(" · ")
        source = clean_line(row.source)
        return f"{told} · {source}" if source and room >= min(len(source), _NAME) else told

    def _hint_line(self, line: int, width: int) -> Strip:
        lines = [
            piece
            for paragraph in self._hint.splitlines()
            for piece in wrap(paragraph, max(1, width - _GUTTER - 1))
        ]
        text = lines[line - 1] if 1 <= line <= len(lines) else ""
        style = self.get_component_rich_style("article-list--detail")
        return Strip([Segment(" " * _GUTTER + _fit(text, width - _GUTTER), style)], width)


class LibraryList(ArticleList):
    """Articles of the library: the list itself can be changed, which is the screen's to do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "screen.filter", N_("Filter"), id="list.filter"),
        Binding("0,à", "screen.go_to('sources')", N_("Sources"), id="go.sources"),
        Binding("S", "screen.sort", N_("Sort"), show=False, id="list.sort"),
        Binding("F", "screen.ask_query", N_("List by query"), show=False, id="list.query"),
        Binding("X", "screen.read_all", N_("Mark the whole list read"), show=False, id="list.read"),
    ]


def _fit(text: str, width: int) -> str:
    """Cut or pad to exactly so many cells; what is cut ends in "…"."""
    if width <= 0:
        return ""
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    return set_cell_size(text, width)
