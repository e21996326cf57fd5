"""A pane of lines that are drawn on demand: what every list and text here is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual.geometry import Region
from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.strip import Strip

KEPT = 200
"""Lines that are kept as they were drawn; as many as are on screen, where that is more."""


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines to scroll, whose number may change at any moment.

    Textual frames, fills and filters every line on screen anew when they scroll. Here each is kept
    as it was drawn first, by its number, until `refresh` is asked for it: what has only moved costs
    nothing, and Textual's own caches of a line stay with it.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        self._kept: dict[int, Strip] = {}
        self._kept_at: tuple[Size, ...] = ()
        self._is_moving = False
        super().__init__(id=id)

    def set_extent(self, size: Size) -> None:
        """Say how many lines there are, and of how many cells.

        Textual would lay out the whole screen for it. As long as there is a scrollbar and it stays,
        only the length of its thumb is another.
        """
        if self.show_vertical_scrollbar and size.height > self.container_size.height:
            self.set_reactive(Lines.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size

    # -- what is kept

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have what is on screen drawn, from what is kept of it."""
        self._is_moving = True
        super().watch_scroll_y(old_value, new_value)
        self._is_moving = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw lines anew, all or those in some regions of the screen."""
        if repaint and not self._is_moving:
            if not regions:
                self._kept.clear()
            for region in regions:
                self._forget(region.y + self.scroll_offset.y, region.height)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        """Draw lines anew, by their number; those that are off the screen once they come on it."""
        self._forget(y_start, line_count)
        top = self.scroll_offset.y
        first = max(y_start, top)
        last = min(y_start + line_count, top + self.size.height)
        if first < last:
            super().refresh_lines(first, last - first)

    def _forget(self, first: int, count: int) -> None:
        end = first + count
        self._kept = {n: strip for n, strip in self._kept.items() if not first <= n < end}

    # -- drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give lines of the pane, its frame included; only what is not kept is drawn."""
        sizes = (self.outer_size, self.size)
        if sizes != self._kept_at:
            self._kept_at = sizes
            self._kept.clear()
        numbers = self._numbers(crop)
        missing = [row for row, number in enumerate(numbers) if number not in self._kept]
        if missing:
            first, last = missing[0], missing[-1] + 1
            region = Region(0, crop.y + first, self.outer_size.width, last - first)
            drawn = zip(numbers[first:last], super().render_lines(region), strict=True)
            if len(self._kept) > KEPT:
                self._kept = {n: self._kept[n] for n in numbers if n in self._kept}
            self._kept.update(drawn)
        start, end = crop.column_span
        return [self._kept[number].crop(start, end) for number in numbers]

    def _numbers(self, crop: Region) -> list[int]:
        """Number the lines of a region: from 0 those that scroll, below it those of the frame."""
        above = self.styles.gutter.top
        scrolling = range(above, above + self.size.height)
        move = self.scroll_offset.y - above
        return [y + move if y in scrolling else -1 - y for y in crop.line_range]
