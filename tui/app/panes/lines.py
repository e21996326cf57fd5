"""A pane of lines that are drawn on demand: what every list and text here is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from textual.geometry import Size


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines to scroll, whose number may change at any moment."""

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
