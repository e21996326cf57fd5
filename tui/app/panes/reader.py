"""The text of an article, drawn a line at a time, with its evidence marked.

Offsets into the text are the only places this pane knows: where it stands, what is marked, what is
found and what the mouse selects are all offsets, so that none is lost when the width changes.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui import parser
from tui.app.keys import MOVES, Move
from tui.app.panes.cells import component_style, drawn, measure
from tui.app.panes.lines import Lines
from tui.app.panes.marks import Marks, paint
from tui.app.panes.page import Page, lay_out, margin
from tui.locale import N_
from tui.parser import Document
from tui.text.find import Matches

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from textual import events
    from textual.binding import BindingType
    from textual.selection import Selection

    from tui.app.panes.marks import Item, Layer, Stretch
    from tui.parser import Block

MEASURE = 80
"""Cells in the longest line: wider ones are hard to follow."""

_ABOVE = 3
"""What is jumped to comes to stand below a third of the pane."""


class _Beside(int):
    """An offset that stays what it is: the blank beside a line belongs to the character next to it.

    Textual adds to a segment's offset the cells between its start and the pointer.
    """

    def __add__(self, _cells: int) -> _Beside:
        return self


class Reader(Lines, inherit_bindings=False):
    """An article to read."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--title",
        "reader--heading",
        "reader--header",
        "reader--code",
        "reader--margin",
        "reader--link",
        "reader--quote",
        "reader--indirect",
        "reader--figure",
        "reader--selected",
        "reader--match",
        "reader--match-here",
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        *MOVES,
        Binding(
            "right_square_bracket,right_parenthesis",
            "evidence(1)",
            N_("Next evidence"),
            id="evidence.next",
        ),
        Binding(
            "left_square_bracket,left_parenthesis",
            "evidence(-1)",
            N_("Previous evidence"),
            show=False,
            id="evidence.previous",
        ),
        Binding("n", "match(1)", N_("Next match"), id="match.next"),
        Binding("N", "match(-1)", N_("Previous match"), id="match.previous"),
        Binding("escape", "clear_matches", N_("Clear the matches"), show=False, id="match.clear"),
    ]

    class Moved(Message):
        """Other text came on screen."""

        def __init__(self, offset: int, end: int, percent: int) -> None:
            self.offset = offset
            """Of the first character on screen."""
            self.end = end
            """After the last."""
            self.percent = percent
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            """Let the last report stand for those before it."""
            return isinstance(message, Reader.Moved)

    class Chosen(Message):
        """A quote or a figure was clicked on, or gone to by a key."""

        def __init__(self, item: Item) -> None:
            self.item = item
            super().__init__()

    class Found(Message):
        """The matches changed, or the one that the reader is on: "3/17"."""

        def __init__(self, query: str, number: int, total: int) -> None:
            self.query = query
            """What is looked for; empty when nothing is."""
            self.number = number
            """Of the match gone to, from 1; 0 where there is none."""
            self.total = total
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._document = Document("")
        self._page = Page()
        self._width = 0
        self._place = 0
        self._settling = False
        self._marks: Marks[Item] = Marks()
        self._walked: Marks[Item] = Marks()
        self._links: Marks[Block] = Marks()
        self._selected: Stretch | None = None
        self._query = ""
        self._matches: Sequence[tuple[int, int]] = []
        self._match_starts: Sequence[int] = []
        """Where each begins: a line is asked for those in it at every turn."""
        self._match = -1
        self._origin: int | None = None
        self._styles: dict[tuple[str, ...], Style] = {}

    # -- values down

    def show(self, document: Document, at: int = 0) -> None:
        """Show a text, from the line that holds the character at this offset."""
        self._document = document
        self._marks = self._walked = Marks()
        self._links = Marks(block for block in document.blocks if block.kind == "link")
        self._selected = None
        self._set_matches([], [])
        self._origin = None
        if self._query:
            self._query = ""
            self.post_message(self.Found("", 0, 0))
        self._place = at
        self._lay_out()

    def set_evidence(self, marks: Marks[Item]) -> None:
        """Mark what was found in the text on show; the text stays where it is."""
        self._marks = self._walked = marks
        self.refresh()

    def walk(self, marks: Marks[Item]) -> None:
        """Have the keys that go along the evidence stop at these only; all stay marked."""
        self._walked = marks

    def select(self, item: Stretch | None) -> None:
        """Mark one stretch above the others, and bring it on screen if it is not there."""
        before, self._selected = self._selected, item
        if item is not None:
            self._reveal(item.start, item.end)
        for changed in (before, item):
            if changed is not None:
                self._refresh_stretch(changed)

    def reveal(self, start: int, end: int) -> None:
        """Bring a stretch of the text on screen, if it is not there."""
        self._reveal(start, end)

    @property
    def position(self) -> int:
        """The offset of the first character on screen."""
        return self._place

    @property
    def has_links(self) -> bool:
        """Whether words of the text lead elsewhere."""
        return bool(self._links.items)

    @property
    def percent(self) -> int:
        """How much of the way to the end is scrolled; 100 where there is nothing to scroll."""
        return round(100 * self.scroll_y / self.max_scroll_y) if self.max_scroll_y else 100

    # -- find

    def find(self, query: str) -> None:
        """Mark every match of the query and go to the first from where the search began.

        An empty query, or one that stands nowhere, goes back there.
        """
        if self._origin is None:
            self._origin = self._place
        self._query = query
        found = Matches(self._document.text, query)
        self._set_matches(found, found.starts)
        if self._matches:
            at = bisect_left(self._match_starts, self._origin)
            self._go_to_match(at % len(self._matches))
        else:
            self._scroll_to_line(self._page.line_of(self._origin))
            self._tell_found()
        if not query:
            self._origin = None

    def show_matches(self, query: str, matches: Sequence[tuple[int, int]]) -> None:
        """Mark what was found elsewhere in this text, and go to the first of it."""
        self._query, self._origin = query, None
        self._set_matches(list(matches), [start for start, _end in matches])
        if self._matches:
            self._go_to_match(0)

    def keep_find(self) -> None:
        """End the search here; the matches stay marked."""
        self._origin = None

    def action_match(self, step: int) -> None:
        """Go to the next or the previous match, round the end."""
        if not self._matches:
            return
        if self._match >= 0 and self._is_visible(*self._matches[self._match]):
            at = self._match + step
        else:
            at = bisect_left(self._match_starts, self._place) - (step < 0)
        self._go_to_match(at % len(self._matches))

    def action_clear_matches(self) -> None:
        """Take the marks of a search off."""
        self._query, self._origin = "", None
        self._set_matches([], [])
        self._tell_found()

    def _set_matches(self, matches: Sequence[tuple[int, int]], starts: Sequence[int]) -> None:
        self._matches, self._match_starts, self._match = matches, starts, -1

    def _go_to_match(self, number: int) -> None:
        self._match = number
        self._reveal(*self._matches[number])
        self._tell_found()

    def _tell_found(self) -> None:
        self.post_message(self.Found(self._query, self._match + 1, len(self._matches)))
        self.refresh()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that have something to do."""
        if action in ("match", "clear_matches"):
            return bool(self._matches)
        if action == "evidence":
            return bool(self._walked.items)
        return super().check_action(action, parameters)

    # -- keys and mouse

    def action_move(self, to: Move) -> None:
        """Scroll; a page keeps one line of the last."""
        height = self.scrollable_content_region.height
        page, half = max(1, height - 1), max(1, height // 2)
        line = {
            "down": self.scroll_y + 1,
            "up": self.scroll_y - 1,
            "page_down": self.scroll_y + page,
            "page_up": self.scroll_y - page,
            "half_down": self.scroll_y + half,
            "half_up": self.scroll_y - half,
            "top": 0,
            "bottom": len(self._page),
        }[to]
        self._scroll_to_line(line)

    def action_evidence(self, step: int) -> None:
        """Go to the next or the previous item, from the one selected where that is in sight."""
        items = self._walked.items
        chosen, here = self._selected, None
        if isinstance(chosen, parser.Quote | parser.Figure):
            here = self._walked.index(chosen)
        if chosen and here is not None and self._is_visible(chosen.start, chosen.end):
            at = here + step
        else:
            at = self._walked.first_from(self._place) - (step < 0)
        if 0 <= at < len(items):
            self.select(items[at])
            self.post_message(self.Chosen(items[at]))

    def on_click(self, event: events.Click) -> None:
        """Choose the item that was clicked on, unless the mouse has just selected text."""
        beside = isinstance(event.style.meta.get("offset", (_Beside(),))[0], _Beside)
        if beside or self.text_selection is not None:
            return
        _widget, offset = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        item = self._marks.at(offset.x) if offset else None
        if item is not None:
            self.select(item)
            self.post_message(self.Chosen(item))

    # -- where things stand

    def _lay_out(self) -> None:
        self._width = self.scrollable_content_region.width
        if not self._width:
            return
        self._page = lay_out(self._document, min(MEASURE, self._width), measure)
        self._settling = True
        self.set_extent(Size(self._width, len(self._page)))
        self._scroll_to_line(self._page.line_of(self._place))
        self._settling = False
        self.refresh()
        self._tell_moved()

    def _scroll_to_line(self, line: float) -> None:
        self.scroll_to(y=line, animate=False, immediate=True)

    def _is_visible(self, start: int, end: int) -> bool:
        """Tell whether the stretch is on screen, or as much of it as fits."""
        top = self.scroll_offset.y
        bottom = top + self.scrollable_content_region.height
        first = self._page.line_of(start)
        return top <= first < bottom and self._page.line_of(end - 1) < max(bottom, first + 1)

    def _refresh_stretch(self, stretch: Stretch) -> None:
        """Draw the lines anew that show a stretch of the text."""
        first = self._page.line_of(stretch.start)
        self.refresh_lines(first, self._page.line_of(stretch.end - 1) - first + 1)

    def _reveal(self, start: int, end: int) -> None:
        if not self._is_visible(start, end):
            above = self.scrollable_content_region.height // _ABOVE
            tall = self._page.line_of(end - 1) - self._page.line_of(start)
            above = min(above, max(0, self.scrollable_content_region.height - tall - 1))
            self._scroll_to_line(self._page.line_of(start) - above)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Note the new place, unless it is the width that moved the lines."""
        super().watch_scroll_y(old_value, new_value)
        if not self._settling and len(self._page):
            line = min(self.scroll_offset.y, len(self._page) - 1)
            self._place = self._page.starts[line]
        self._tell_moved()

    def _tell_moved(self) -> None:
        height = self.scrollable_content_region.height
        last = min(self.scroll_offset.y + height, len(self._page)) - 1
        end = self._page.ends[last] if last >= 0 else 0
        self.post_message(self.Moved(self.position, end, self.percent))

    def on_resize(self) -> None:
        """Break the lines anew for another width; the place in the text stays."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out()

    # -- selection

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the article's own text between two offsets."""
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(self._document.text)
        return self._document.text[start:end], "\n"

    # -- drawing

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is on screen."""
        line = y + self.scroll_offset.y
        width = self.size.width
        blank = self._look(())
        page = self._page
        if line >= len(page):
            after = _Beside(len(self._document.text))
            return Strip([_segment(" " * width, blank, after)], width)
        start, end = page.starts[line], page.ends[line]
        block = page.blocks[line]
        indent = " " * ((self._width - min(MEASURE, self._width)) // 2)
        segments = [_segment(indent, blank, _Beside(start))] if indent else []
        if block is None:
            segments = [_segment(" " * width, blank, _Beside(start))]
        else:
            first = start <= block.start or page.blocks[line - 1] != block
            if before := margin(self._document.text, block, first=first):
                segments.append(_segment(before, self._look(("margin",)), _Beside(start)))
            segments += self._segments(start, end, block)
        return Strip(segments).adjust_cell_length(width, blank)

    def _segments(self, start: int, end: int, block: Block) -> list[Segment]:
        text = self._document.text
        segments = []
        for piece in paint(start, end, self._layers(start, end, block)):
            style = self._look(piece.looks)
            shown = drawn(text[piece.start : piece.end])
            if len(shown) == piece.end - piece.start:
                segments.append(_segment(shown, style, piece.start))
                continue
            segments += [
                _segment(cells, style, _Beside(at))
                for at in range(piece.start, piece.end)
                if (cells := drawn(text[at]))
            ]
        if text[end - 1] == "\u00ad" and text[end : end + 1].isalnum():
            segments.append(_segment("-", self._look(()), _Beside(end - 1)))
        return segments

    def _layers(self, start: int, end: int, block: Block) -> list[Layer]:
        layers: list[Layer] = []
        if block.kind == "heading":
            layers.append((start, end, "title" if block.level == 1 else "heading"))
        elif block.kind in ("header", "code"):
            layers.append((start, end, block.kind))
        layers += [(link.start, link.end, "link") for link in self._links.over(start, end)]
        layers += [(item.start, item.end, _look_of(item)) for item in self._marks.over(start, end)]
        if self._selected is not None:
            layers.append((self._selected.start, self._selected.end, "selected"))
        first = max(0, bisect_left(self._match_starts, start) - 1)
        for number in range(first, bisect_left(self._match_starts, end)):
            match = self._matches[number]
            layers.append((*match, "match-here" if number == self._match else "match"))
        if (selection := self.text_selection) is not None:
            first = selection.start.x if selection.start else 0
            last = selection.end.x if selection.end else len(self._document.text)
            layers.append((first, last, "selection"))
        return layers

    def _look(self, looks: tuple[str, ...]) -> Style:
        style = self._styles.get(looks)
        if style is None:
            names = [f"reader--{look}" for look in looks if look != "selection"]
            style = component_style(self, *names)
            if "selection" in looks:
                style += self.screen.get_component_rich_style("screen--selection", partial=True)
            self._styles[looks] = style
        return style


def _look_of(item: Item) -> str:
    if isinstance(item, parser.Quote):
        return "indirect" if item.kind == "indirect" else "quote"
    return "figure"


def _segment(text: str, style: Style, offset: int) -> Segment:
    """Make a segment that tells Textual's text selection where in the article it stands."""
    return Segment(text, style + Style.from_meta({"offset": (offset, 0)}))
